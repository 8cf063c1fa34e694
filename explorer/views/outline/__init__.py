"""The outline: the case as a tree of words, the accessible twin of the diagram."""
