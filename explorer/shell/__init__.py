"""The window: what is put together around the panes."""
