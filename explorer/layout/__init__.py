"""Geometry: from boxes with sizes to a picture with places. One entry, `layered`."""
