"""The layout of large, changed or grouped graphs: the same steps as for small ones, on arrays."""
