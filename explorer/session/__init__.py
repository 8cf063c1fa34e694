"""The living state: the open case, the lens, the selection, the jobs, the settings. QtCore only."""
