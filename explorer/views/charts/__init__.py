"""The charts: the figures of a case, each drawn as far as its source goes."""
