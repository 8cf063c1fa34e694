"""Tests of the layout on arrays."""
