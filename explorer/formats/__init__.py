"""In and out: one module a format. Text out, no Qt."""
