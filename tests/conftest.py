"""The ground that every test stands on: no screen, no user's settings, and noise is a failure.

Goes in: nothing. Comes out: an environment set before Qt starts, hypothesis profiles, and fixtures that fail a test
which leaves something behind: a log record of a warning, a top-level widget, a thread. (Qt's own messages are failed
by pytest-qt, `qt_log_level_fail`.) Must not import Qt for a test that does not ask for it.
"""

import gc
import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Set before anything of Qt is imported: pytest-qt imports it only after this file was read.
_HOME = tempfile.TemporaryDirectory(prefix="explorer-tests-", ignore_cleanup_errors=True)
os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", TZ="UTC", QT_QPA_PLATFORM="offscreen")
# What glides is somewhere else in the next moment: tests look at once. A test of the gliding asks for it.
os.environ["SANCTIONS_EXPLORER_REDUCE_MOTION"] = "1"
os.environ.pop("LANGUAGE", None)
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()
#: What Qt and we ask where to keep something. XDG_RUNTIME_DIR must exist and be the user's own, or Qt complains.
_PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


def _place_below(folder: Path) -> dict[str, str]:
    places = {name: folder / name.lower() for name in _PLACES}
    for path in places.values():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(path) for name, path in places.items()}


os.environ.update(_place_below(Path(_HOME.name)))

# A test that names its own `max_examples` keeps it; all others take the profile's.
settings.register_profile("default", derandomize=True, max_examples=60, deadline=None, print_blob=True)
settings.register_profile(
    "torture", max_examples=3_000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")

_FAILED = pytest.StashKey[bool]()
#: Made by Qt itself for a tooltip that is shown; Qt keeps it for the next one.
_KEPT_BY_QT = frozenset({"QTipLabel"})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Remember a failure: its traceback keeps widgets alive, which is no second fault."""
    report = yield
    if call.excinfo is not None:
        item.stash[_FAILED] = True
    return report


class _Noise(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a log record from WARNING up; a test that asks for `caplog` judges the log itself."""
    noise = _Noise()
    logging.getLogger().addHandler(noise)
    yield
    logging.getLogger().removeHandler(noise)
    if noise.heard and "caplog" not in request.fixturenames:
        pytest.fail("logged: " + "; ".join(noise.heard))


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail if a thread that the test started is still running two seconds after it."""
    before = set(threading.enumerate())
    yield
    # A thread pool's threads look like "dummies" to Python and stay known to it after they ended.
    left = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in left:
        thread.join(timeout=2)
    running = [thread.name for thread in left if thread.is_alive()]
    if running:
        pytest.fail(f"threads still running: {running}")


@pytest.fixture(autouse=True)
def _clean_desk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """For tests of Qt only: settings of their own, and no widget or job left behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    home = tmp_path_factory.mktemp("home")
    for name, path in _place_below(home).items():
        monkeypatch.setenv(name, path)
    _settings_below(home)
    before = _top_levels()  # held, so that each keeps its identity
    # As in the program (explorer.session.collector): no worker may come upon the widgets of a test in its garbage.
    gc.disable()
    yield
    _jobs_done()
    gc.collect(1)
    gc.enable()
    if request.node.stash.get(_FAILED, False):
        return
    if not _jobs_done():
        pytest.fail("jobs of the thread pool still running after two seconds")
    if _newcomers(before):
        gc.collect()  # slow, so only when there is something to look for
    if left := _newcomers(before):
        names = [f"{w.metaObject().className()} {w.objectName()!r}" for w in left]
        pytest.fail(f"top-level widgets left over: {names}")


def _settings_below(home: Path) -> None:
    from PySide6.QtCore import QSettings, QStandardPaths

    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(form, scope, str(home / "settings" / scope.name.lower()))
    # On Linux the XDG places above already lead away from the user's; Qt's test mode would lead into the home folder.
    QStandardPaths.setTestModeEnabled(sys.platform != "linux")


def _top_levels() -> "list[QWidget]":
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [w for w in QApplication.topLevelWidgets() if w.metaObject().className() not in _KEPT_BY_QT]


def _newcomers(before: "list[QWidget]") -> "list[QWidget]":
    return [w for w in _top_levels() if not any(w is old for old in before)]


def _jobs_done() -> bool:
    from PySide6.QtCore import QThreadPool

    return QThreadPool.globalInstance().waitForDone(2_000)
