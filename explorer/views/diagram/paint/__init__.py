"""The painter: pure functions from a scene and a look to strokes on any paint device."""
