"""From document to text to place: fold, find a passage again, split into sentences. Knows nothing of the case."""
