"""The diagram for screen readers: the canvas as a list, a box in view as an item of it, all in words."""
