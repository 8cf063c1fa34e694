"""Starts the window: the application, the case, the session, then the window, and after its first paint the rest.

In go a path and a callback, out comes an exit code or a picture. Expects that Qt can be imported and a screen is there.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QIODevice, Qt, QTimer
from PySide6.QtWidgets import QApplication

from explorer.case.saver import save
from explorer.session.collector import Collector
from explorer.session.jobs import Jobs
from explorer.session.pipeline import Pipeline
from explorer.session.settings import Settings
from explorer.session.state import Opened, Session
from explorer.shell.dress import Dress
from explorer.shell.faults import Faults
from explorer.shell.opening import arranged_as_left, awaited, read_article, read_case
from explorer.shell.window import NAME, Window
from explorer.views.diagram import fonts
from explorer.views.diagram.prepared import prepared
from explorer.views.kit import icons

#: The name of our desktop file.
_DESKTOP = "io.github.sanctions_explorer"
_SIZE = (1440, 900)


def show(path: Path | None, after_paint: Callable[[], object] | None = None) -> int:
    """Open the window on a case and stay until it is closed."""
    application = the_application()
    settings, faults = Settings(), Faults()
    waiting = awaited(path) if path is not None else None
    opened, refused = (waiting, None) if waiting is not None else first_case(path)
    window = framed(application, opened, settings, faults)
    faults.install()
    # Queued: not in the middle of painting. Who waits for the first paint is told before the panes are made.
    if after_paint is not None:
        window.diagram.firstPainted.connect(after_paint, Qt.ConnectionType.QueuedConnection)
    Collector(window)
    window.diagram.firstPainted.connect(window.furnish_by_turns, Qt.ConnectionType.QueuedConnection)
    window.restore()
    window.show()
    window.opening.welcome(window.session.opened)
    if refused:
        window.messages.fail(*refused)
    if waiting is not None and path is not None:
        window.opening.open(path)
    code = application.exec()
    faults.remove()
    return code


def render(path: Path | None, target: Path) -> None:
    """Draw the whole window into a file, for a machine without a screen."""
    application = the_application()
    opened, _ = first_case(path)
    window = build(application, opened, Settings(), Faults())
    window.resize(*_SIZE)
    window.arrangement.first()
    window.diagram.setFocus(Qt.FocusReason.MouseFocusReason)
    window.show()
    window.timeline.build()
    for _ in range(2):  # what is put off until after the first paint, then what that put off in turn
        QTimer.singleShot(0, application, application.exit)  # quit() would close the window
        application.exec()
    window.diagram.fit()
    picture = window.grab()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    target.parent.mkdir(parents=True, exist_ok=True)
    save(bytes(buffer.data().data()), target)
    window.close()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def first_case(path: Path | None) -> tuple[Opened, tuple[str, str] | None]:
    """The case to begin with; if the one asked for cannot be opened, the article's, and why in words."""
    if path is not None:
        try:
            return read_case(path), None
        except (ValueError, OSError) as error:
            sys.stderr.write(f"{error}\n")
            return read_article(), (str(error), "\n".join(getattr(error, "__notes__", ())))
    return read_article(), None


def build(application: QApplication, opened: Opened, settings: Settings, faults: Faults) -> Window:
    """The window with everything in it, not yet shown."""
    window = framed(application, opened, settings, faults)
    window.furnish()
    return window


def framed(application: QApplication, opened: Opened, settings: Settings, faults: Faults) -> Window:
    """The window with what its first paint shows; `Window.furnish` brings the rest."""
    dress = Dress(application, settings)
    dress.wear()
    application.setWindowIcon(icons.icon("app", "accent"))
    session = Session(arranged_as_left(opened, settings))
    jobs = Jobs()
    pipeline = Pipeline(session, fonts.measured, jobs=jobs, prepare=prepared)
    window = Window(session, pipeline, jobs, settings, dress, faults)
    # The window outlives nobody that it needs.
    for part in (session, pipeline, jobs, dress, faults):
        part.setParent(window)
    return window


def the_application() -> QApplication:
    """The one application of this process; made if there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(["sanctions-explorer"])
    made.setApplicationName("sanctions-explorer")
    made.setApplicationDisplayName(NAME)
    made.setDesktopFileName(_DESKTOP)
    return made
