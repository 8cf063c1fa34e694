"""Opening a case: by menu, recent files, drop or command line, read and checked off the GUI thread.

In go paths, out come an open session or one message; until a case is proven fit, the one before stays open. Must not
know what a case says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from explorer import assets
from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.file import LARGE, CaseError, read
from explorer.case.problem import shown
from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.graph.sight import first_lens
from explorer.session.jobs import Jobs, Token
from explorer.session.settings import Settings
from explorer.session.state import Opened, Session
from explorer.shell.messages import MessageBar
from explorer.text.english import counted
from explorer.views.kit.turns import Turns

#: The case that is shown when none is asked for.
ARTICLE = "cases/stoltenberg-china.json"
_JOB = "open"
_SHOWN = 50
#: From how many elements on a case is made ready for the panes before they are told of it.
_MANY = 500
#: How many rows of a case that was left are given up at a time.
_PORTION = 2_000


class UnfitError(ValueError):
    """A case file that can be read, but is not fit to be opened."""


def read_case(path: Path, token: Token | None = None) -> Opened:
    """Read and check a case file; raises `CaseError` or `UnfitError` with one line, the details as notes."""
    name = shown(path.name, 60)

    def say(words: str) -> None:
        if token:
            token.say(words)

    try:
        case = read(path, lambda share: say(f"Reading {name}: {share} %"))
    except CaseError as error:
        error.add_note("\n".join(str(problem) for problem in error.problems[:_SHOWN]))
        raise
    from explorer.case.check import check  # costs start-up time, and the article's case does not need it

    report = check(case, lambda words: say(f"Checking {name}: {words}"))
    if report.broken:
        first, others = report.broken[0], len(report.broken) - 1
        more = f" (and {counted(others, 'more problem')})" if others else ""
        unfit = UnfitError(f"{shown(path.name, 200)} was not opened: {first.where}: {first.message}{more}")
        unfit.add_note("\n".join(f"{row.where}: {row.message}" for row in report.broken[:_SHOWN]))
        raise unfit
    if len(case.elements) > _MANY:
        from explorer.session.ready import ready

        ready(case, report, lambda words: say(f"Opening {name}: {words}"))
    return Opened(case, report, str(path), first_lens(case, Lens()))


def article() -> Path:
    """The path of the case that is shown when none is asked for."""
    return assets.resource(ARTICLE)


def read_article() -> Opened:
    """The case that is shown when none is asked for; the tests check it, so the first paint need not."""
    return Opened(read(article()), place=str(article()))


def awaited(path: Path) -> Opened | None:
    """An empty case in place of one whose file is so large that the window does not wait for it."""
    try:
        large = path.stat().st_size > LARGE
    except (OSError, ValueError):
        return None
    return Opened(Case(title=f"Opening {shown(path.name, 200)} …"), awaited=True) if large else None


def lost_words(opened: Opened) -> str:
    """The notice about passages that do not stand in their source, or nothing."""
    if opened.report is None:  # a case that comes with the program, known to be sound
        return ""
    lost = opened.report.lost
    if not lost:
        return ""
    count = counted(len(lost), "passage was", "passages were")
    return f"{count} not found in the source: “{shown(opened.case.quotes[lost[0]].exact)}”"


class Opening(QObject):
    """Opens cases into one session, and remembers them and where their boxes were put."""

    def __init__(self, session: Session, jobs: Jobs, settings: Settings, messages: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._leaving = Turns(self)
        self._session, self._jobs, self._settings, self._messages = session, jobs, settings, messages
        jobs.answered.connect(self._on_jobs_answered)
        jobs.failed.connect(self._on_jobs_failed)
        jobs.cancelled.connect(self._on_jobs_cancelled)
        session.caseChanged.connect(self._on_session_case)

    def choose(self) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self._window, "Open a case", self._settings.folder, "Cases (*.json);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Path) -> None:
        """Read and check a file; it is shown when it is found fit."""
        self._jobs.run(_JOB, read_case, path, label=f"Opening {path.name}")

    def take(self, opened: Opened) -> None:
        """Show a case that was read, and say what is not as it should be."""
        self._messages.hide()
        rows = _rows(self._session.opened)
        self._session.open(arranged_as_left(opened, self._settings))
        self._leaving.run(_left(rows))
        self.welcome(opened)

    def welcome(self, opened: Opened) -> None:
        """Remember a case that is shown now, and say which passages it lost."""
        path = Path(opened.place)
        if opened.place and path != article():
            self._settings.recent = (str(path.absolute()), *self._settings.recent)
            self._settings.folder = str(path.absolute().parent)
        if words := lost_words(opened):
            findings = self._session.report.findings
            self._messages.notice(words, "\n".join(f"{row.where}: {row.message}" for row in findings))

    def forget(self, path: str) -> None:
        """Take a path off the list of recent files."""
        self._settings.recent = tuple(row for row in self._settings.recent if row != path)

    def forget_all(self) -> None:
        """Empty the list of recent files."""
        self._settings.recent = ()

    def _on_jobs_answered(self, key: str, answer: object) -> None:
        if key == _JOB and isinstance(answer, Opened):
            self.take(answer)

    def _on_jobs_failed(self, key: str, message: str, details: str) -> None:
        if key == _JOB:
            self._fall_back()
            self._messages.fail(message, details)

    def _on_jobs_cancelled(self, key: str) -> None:
        if key == _JOB:
            self._fall_back()

    def _fall_back(self) -> None:
        """If the window was opened on a file that does not come, there was nothing before it: show the article."""
        if self._session.opened.awaited:
            self.take(read_article())

    def _on_session_case(self, change: Change) -> None:
        place = self._session.opened.place
        if "positions" in change.tables and place:
            self._settings.store_positions(place, self._session.case.positions.values())


def _rows(opened: Opened) -> list[object]:
    """What a large case and what was worked out of it are made of; nothing of a small one."""
    if len(opened.case.elements) < _MANY:
        return []
    kept = [value for value in opened.case.__dict__.values() if isinstance(value, Mapping)]
    if opened.report is not None:
        kept.append(opened.report.anchors)
    return [row for table in kept for row in table.values()]


def _left(rows: list[object]) -> Iterator[None]:
    """Give up rows in portions: to give up half a million at once would hold the window for a second."""
    while rows:
        del rows[-_PORTION:]
        yield


def arranged_as_left(opened: Opened, settings: Settings) -> Opened:
    """The case with its boxes where they were put the last time it was open here."""
    stored = settings.positions(opened.place) if opened.place else None
    if stored is None:
        return opened
    return replace(opened, case=opened.case.replaced(positions=table_of(list(stored))))


def is_there(path: str) -> bool:
    """Whether a recent file can still be found."""
    return Path(path).is_file()
