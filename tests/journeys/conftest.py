"""The journeys walk through the same real window as the tests of the shell."""

from tests.shell.conftest import opened, window

__all__ = ["opened", "window"]
