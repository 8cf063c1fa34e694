"""What nobody expected: caught at the edge, said in one plain message, never a reason to close the window.

In go exceptions of any thread and Qt's own messages, out come words for the message bar and lines for a diagnosis. The
hooks that were there before are called as well. Must not know what went wrong.
"""

import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

_LINES = 60
_MESSAGE = "Something unexpected happened ({}). The case stays open and nothing was saved over."


class Faults(QObject):
    """The hooks of one process; one of them is enough."""

    happened = Signal(str, str)  # message, details

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: deque[str] = deque(maxlen=_LINES)
        self._before, self._before_thread = sys.excepthook, threading.excepthook
        self._before_qt: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    def install(self) -> None:
        """Put the hooks in place."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._before_qt = qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before, self._before_thread
        qInstallMessageHandler(self._before_qt)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:  # fmt: skip
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        self._tell(error)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        self._before_thread(told)
        if told.exc_value is not None:
            self._tell(told.exc_value)

    def _tell(self, error: BaseException) -> None:
        details = "".join(traceback.format_exception(error))
        self.lines.append(details)
        self.happened.emit(_MESSAGE.format(type(error).__name__), details)

    def _on_qt_message(self, sort: QtMsgType, context: QMessageLogContext, words: str) -> None:
        self.lines.append(f"Qt, {sort.name}: {words}")
        if self._before_qt is not None:
            self._before_qt(sort, context, words)
        elif sort != QtMsgType.QtDebugMsg:
            sys.stderr.write(f"{words}\n")
