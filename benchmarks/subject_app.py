"""Our side of `start`: the program as the command line starts it, on the article's case; ends when it is drawn."""

import time

import explorer.cli  # the command line is part of the way that a user waits for
from explorer.shell.app import run


def _painted() -> None:
    from PySide6.QtWidgets import QApplication

    print("painted", time.process_time(), flush=True)
    QApplication.quit()


def main() -> int:
    """Open the article's case until its diagram is painted for the first time."""
    assert explorer.cli
    return run(None, after_paint=_painted)


if __name__ == "__main__":
    raise SystemExit(main())
