"""Show, and turn gestures into commands: one package a pane, over one kit."""
