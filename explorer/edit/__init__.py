"""How a case changes: commands, the change between two cases, the history."""
