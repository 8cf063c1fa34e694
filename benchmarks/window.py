"""The real window with the article's case, for measurements inside the process."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.shell.window import Window


@contextmanager
def opened_window() -> "Iterator[Window]":
    """The window at 1440 x 900, everything built, with settings of its own."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        from PySide6.QtCore import QCoreApplication, QEvent

        from explorer.session.settings import Settings
        from explorer.shell import start
        from explorer.shell.faults import Faults

        application = start.the_application()
        opened, _ = start.first_case(None)
        window = start.build(application, opened, Settings(), Faults())
        window.resize(1440, 900)
        window.arrangement.first()
        window.show()
        window.timeline.build()
        window.charts.build()
        for _ in range(10):
            application.processEvents()
        try:
            yield window
        finally:
            window.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
