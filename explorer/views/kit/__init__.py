"""What every pane is made of: theme, icons, the text gate, the pane itself."""
