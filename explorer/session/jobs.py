"""Work off the GUI thread: pure functions of frozen values, by key; only the newest answer of a key is delivered.

In go a key, a function and its arguments; out come an answer, or one failure in words, on the GUI thread. Must not
know what is computed. A worker holds nothing but its token and one object that lives as long as the application, so a
window may be closed while it runs.
"""

import inspect
import sys
import traceback
from collections.abc import Callable
from functools import cache
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal, Slot

#: As long as a window waits for its workers when it closes, in milliseconds.
_PATIENCE = 5_000
#: Seconds for which a worker keeps the GUI thread waiting.
_SLICE = 0.001
#: Seconds between two words of one function, at least.
_BETWEEN = 0.08


class CancelledError(Exception):
    """Raised inside a function that was asked to stop."""


class Token:
    """What a running function may look at and say: whether to stop, and what it is doing now."""

    def __init__(self) -> None:
        self._cancelled = False
        self._said = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether nobody waits for the answer any more."""
        return self._cancelled

    def cancel(self) -> None:
        """Ask the function to stop."""
        self._cancelled = True

    def check(self) -> None:
        """Stop here if nobody waits any more."""
        if self._cancelled:
            raise CancelledError

    def say(self, words: str) -> None:
        """Tell what comes next; stops here if nobody waits any more. More words than can be read are not told."""
        self.check()
        now = monotonic()
        if now - self._said > _BETWEEN:
            self._said = now
            _bus().said.emit(self, words)


class _Bus(QObject):
    """Carries words and answers to the GUI thread; one for the whole life of the application."""

    said = Signal(object, str)
    ended = Signal(object, object)


@cache
def _bus() -> _Bus:
    return _Bus()


class _Failure:
    """What a function raised, in words."""

    def __init__(self, error: BaseException) -> None:
        # A function that has more to say about an error than one line adds it as notes.
        notes = getattr(error, "__notes__", ())
        self.message = str(error) or type(error).__name__
        self.details = "\n".join(notes) or "".join(traceback.format_exception(error))


class _Run(QRunnable):
    def __init__(self, token: Token, function: Callable[..., object], arguments: tuple[Any, ...]) -> None:
        super().__init__()
        self._token, self._function, self._arguments = token, function, arguments

    def run(self) -> None:
        """Call the function and hand over what it gives or raises."""
        more = {"token": self._token} if "token" in inspect.signature(self._function).parameters else {}
        try:
            answer: object = None if self._token.cancelled else self._function(*self._arguments, **more)
        except CancelledError:
            answer = None
        except Exception as error:  # noqa: BLE001  # whatever it is, it must arrive as one message, never be lost
            answer = _Failure(error)
        _bus().ended.emit(self._token, answer)


class Jobs(QObject):
    """The running work of one window."""

    answered = Signal(str, object)  # key, value
    failed = Signal(str, str, str)  # key, one line, details
    cancelled = Signal(str)  # key
    busyChanged = Signal(object)  # tuple of (key, words)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        # Python lets a thread go on for 5 ms before another one has its turn, and a paint asks for its turn many times.
        sys.setswitchinterval(_SLICE)
        self._running: dict[str, tuple[Token, str]] = {}
        _bus().said.connect(self._on_bus_said)
        _bus().ended.connect(self._on_bus_ended)

    @property
    def busy(self) -> tuple[tuple[str, str], ...]:
        """What runs now: keys and words."""
        return tuple((key, words) for key, (_, words) in self._running.items())

    def run(
        self, key: str, function: Callable[..., object], *arguments: object, label: str = "", later: bool = False
    ) -> None:
        """Compute something; an older computation of the same key is dropped.

        A function with a parameter `token` gets one: it says what it does with it and looks whether to stop. `later`
        lets what happens now end first: two threads that both want Python hold each other up.
        """
        self._drop(key)
        token = Token()
        self._running[key] = (token, label or key)
        self.busyChanged.emit(self.busy)
        run = _Run(token, function, arguments)
        if later:
            QTimer.singleShot(0, self, lambda: self._pool.start(run))
        else:
            self._pool.start(run)

    def cancel(self, key: str) -> None:
        """Stop a computation; its answer is not delivered even if it does not stop at once."""
        if self._drop(key):
            self.busyChanged.emit(self.busy)
            self.cancelled.emit(key)

    def close(self) -> bool:
        """Stop everything and wait; whether all workers ended in time."""
        for key in tuple(self._running):
            self._drop(key)
        self._pool.clear()
        return self._pool.waitForDone(_PATIENCE)

    def _drop(self, key: str) -> bool:
        token, _ = self._running.pop(key, (None, ""))
        if token is not None:
            token.cancel()
        return token is not None

    def _key_of(self, token: Token) -> str | None:
        return next((key for key, (held, _) in self._running.items() if held is token), None)

    @Slot(object, str)
    def _on_bus_said(self, token: Token, words: str) -> None:
        key = self._key_of(token)
        if key is not None:
            self._running[key] = (token, words)
            self.busyChanged.emit(self.busy)

    @Slot(object, object)
    def _on_bus_ended(self, token: Token, answer: object) -> None:
        key = self._key_of(token)
        if key is None:
            return
        del self._running[key]
        self.busyChanged.emit(self.busy)
        if isinstance(answer, _Failure):
            self.failed.emit(key, answer.message, answer.details)
        else:
            self.answered.emit(key, answer)
