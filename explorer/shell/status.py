"""The status bar: what is counted of the case, and the work that runs.

In go session and jobs, out come cancellations. Must not know what the work is.
"""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from explorer.analysis.conflict import contradictions
from explorer.analysis.summary import figures
from explorer.case.case import Case
from explorer.case.check import Report
from explorer.edit.change import Change
from explorer.graph.lens import Lens
from explorer.graph.sight import seen_words
from explorer.layout.scene import Scene
from explorer.session.jobs import Jobs
from explorer.session.pipeline import Pipeline
from explorer.session.state import Session
from explorer.views.kit.text import label, plain

#: Which of the figures counts contradictions.
_CONTRADICTIONS = 3
#: How far some work is, at the end of its words.
_SHARE = re.compile(r"([0-9]{1,3}) %$")


class StatusBar(QStatusBar):
    """Figures at the left, running work at the right."""

    def __init__(self, session: Session, pipeline: Pipeline, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: How many boxes are folded; nothing while none is.
        self.seen = label(muted=True, wrap=False)
        self.addWidget(self.seen)
        pipeline.sceneChanged.connect(self._on_pipeline_scene)
        self._on_pipeline_scene(pipeline.scene)
        self._session, self._jobs = session, jobs
        self.figures: list[QLabel | QToolButton] = []
        self.tasks: dict[str, Task] = {}
        #: Of what the words are: a lens that changes hides more or less and counts nothing anew.
        self._counted: tuple[Case, Report] | None = None
        self._words: tuple[str, ...] = ()
        self.setSizeGripEnabled(False)
        session.caseChanged.connect(self._on_session_case)
        session.lensChanged.connect(self._on_session_lens)
        jobs.busyChanged.connect(self._on_jobs_busy)
        # After the first paint: counting asks whether every passage stands where it should.
        QTimer.singleShot(0, self, self._count)

    def _count(self) -> None:
        session = self._session
        now = session.case, session.report
        if self._counted is None or any(one is not other for one, other in zip(self._counted, now, strict=True)):
            self._counted, self._words = now, figures(*now)
        words = (*self._words, f"{len(session.hidden):,} hidden")
        while len(self.figures) < len(words):
            made = self._leading() if len(self.figures) == _CONTRADICTIONS else label(muted=True, wrap=False)
            self.figures.append(made)
            # Before the count of what is folded, which is often empty.
            self.insertWidget(len(self.figures) - 1, made)
        for place, text in zip(self.figures, words, strict=True):
            place.setText(text)

    def _leading(self) -> QToolButton:
        """The count of contradictions leads to them."""
        made = QToolButton()
        made.setAutoRaise(True)
        made.setToolTip("Show what is said and denied")
        made.clicked.connect(self._on_contradictions_clicked)
        return made

    def _on_contradictions_clicked(self) -> None:
        found = contradictions(self._session.case)
        # The denial first: its card shows both sides.
        denials = [self._session.case.claims[key].about for one in found for key in one.right]
        self._session.select(*denials, *(key for one in found for key in one.elements))

    def _on_pipeline_scene(self, scene: Scene) -> None:
        # Never hidden or shown by us: the bar does that, while it has a message.
        self.seen.setText(seen_words(scene.graph))

    def _on_session_case(self, _change: Change) -> None:
        self._count()

    def _on_session_lens(self, _lens: Lens) -> None:
        self._count()

    def _on_jobs_busy(self, busy: tuple[tuple[str, str], ...]) -> None:
        words = dict(busy)
        for key in self.tasks.keys() - words.keys():
            self.removeWidget(self.tasks[key])
            self.tasks.pop(key).deleteLater()
        for key, told in words.items():
            if key not in self.tasks:
                self.tasks[key] = Task(partial(self._jobs.cancel, key))
                self.addPermanentWidget(self.tasks[key])
            self.tasks[key].say(told)


class Task(QWidget):
    """Work that runs: what it does now, and the way to stop it."""

    def __init__(self, cancel: Callable[[], None]) -> None:
        super().__init__()
        self.words, self.bar, self.cancel = label(muted=True, wrap=False), QProgressBar(), QPushButton("Cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        self.bar.setFixedSize(90, 8)
        self.bar.setTextVisible(False)
        self._stop = cancel
        self.cancel.clicked.connect(self._on_cancel_clicked)
        for widget in (self.words, self.bar, self.cancel):
            row.addWidget(widget)

    def say(self, words: str) -> None:
        """Say what it does now; words that end in per cent move the bar."""
        shown = plain(words)
        self.words.setText(shown)
        self.bar.setAccessibleName(shown)
        self.cancel.setAccessibleName(f"Cancel: {shown}")
        share = _SHARE.search(words)
        self.bar.setRange(0, 100 if share else 0)  # without a share nobody knows how long it takes
        if share:
            self.bar.setValue(int(share[1]))

    def _on_cancel_clicked(self) -> None:
        self._stop()
