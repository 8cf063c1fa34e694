"""What is known: the frozen case, its evidence, its vocabulary, its file. No Qt, no graph, no window."""
