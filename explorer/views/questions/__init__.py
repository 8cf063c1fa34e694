"""The questions: what the case answers, as cards to be chosen."""
