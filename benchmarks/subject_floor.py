"""The floor of `start`: the smallest program of Qt widgets that paints something, then ends."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class _Empty(QWidget):
    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            print("painted", time.process_time(), flush=True)
            QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    """Show one empty window of the size of ours until it is painted."""
    application = QApplication([])
    window = _Empty()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
