"""The reader: the text of a source with its passages lit, and the way from a passage to what was made of it."""
