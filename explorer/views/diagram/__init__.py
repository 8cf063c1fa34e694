"""The flow diagram: canvas, legend, minimap, and the painter that screen and exports share."""
