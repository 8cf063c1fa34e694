"""The pipeline: whenever case or lens change, the scene is made anew and told.

In go the session's signals, out comes `sceneChanged`. What only filters changes no place, so it costs no layout; what
was there stays where it stood. A small case is drawn at once, a large one by a worker, first a usable picture, then a
better one. Must not know any widget.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.case.case import Case
from explorer.edit.change import Change
from explorer.edit.commands import Tidy
from explorer.graph.lens import Lens
from explorer.graph.project import project
from explorer.layout.card import Measure
from explorer.layout.scene import Scene, arranged, with_pins
from explorer.session.jobs import Jobs, Token
from explorer.session.state import Session
from explorer.text.english import counted

#: A case with more elements than this is drawn by a worker: a person would notice the wait.
SMALL = 500
#: A picture with more boxes than this is first laid out quickly.
_PATIENT = 1_500
_JOB, _FINER = "draw", "refine"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A scene with what it was made of, so that a late one can be told from a fresh one."""

    case: Case
    lens: Lens
    scene: Scene
    quick: bool = False


class Pipeline(QObject):
    """Keeps the scene of the session's case and lens."""

    sceneChanged = Signal(object)  # Scene
    #: Whether a worker draws now.
    drawingChanged = Signal(bool)

    def __init__(
        self, session: Session, measure: Measure, parent: QObject | None = None, jobs: Jobs | None = None,
        prepare: Callable[[Scene], object] = lambda _scene: None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._session, self._measure, self._jobs = session, measure, jobs
        #: Works out of a scene what showing it will ask for; a worker calls it.
        self._prepare = prepare
        self._drawn: dict[str, _Drawn] = {}
        #: The width of the canvas over its height, for the next layout.
        self.aspect = 1.6
        #: Asked before a better picture replaces a quick one: whoever looks closely by now wants no other.
        self.wants_finer: Callable[[], bool] = lambda: True
        self._sent: tuple[Case, Lens] | None = None
        session.caseChanged.connect(self._on_session_case)
        session.lensChanged.connect(self._on_session_lens)
        if jobs is not None:
            jobs.answered.connect(self._on_jobs_answered)
            jobs.busyChanged.connect(self._on_jobs_busy)
        #: What was told last of whether a worker draws.
        self._drawing = False

    @property
    def scene(self) -> Scene:
        """The scene of the current view; laid out when it is first asked for, an empty one while a worker is at it."""
        if (current := _current(self._drawn, self._session)) is not None:
            return current.scene
        lens = self._session.lens
        held = self._drawn.get(lens.view)
        if self._in_worker():
            sent, lens_sent = self._sent or (None, None)
            if sent is not self._session.case or lens_sent != lens:
                self._send(lens)
            return held.scene if held is not None else Scene()
        return self._take(_drawn(self._session.case, lens, self._measure, held, self.aspect))

    @property
    def drawing(self) -> bool:
        """Whether a worker draws now."""
        return self._jobs is not None and any(key == _JOB for key, _ in self._jobs.busy)

    def tidy(self) -> None:
        """Lay the current view out anew, whatever stood where and whatever was put somewhere."""
        case, view = self._session.case, self._session.lens.view
        self._drawn.pop(view, None)
        self._sent = None
        self._session.do(Tidy(view))
        if self._session.case is case:  # nothing was put anywhere, so nobody was told yet
            self._tell()

    def _in_worker(self) -> bool:
        case = self._session.case
        size = sum(map(len, (case.actors, case.goods, case.flows, case.relations, case.transformations)))
        return self._jobs is not None and size > SMALL

    def _send(self, lens: Lens) -> None:
        if self._jobs is None:
            return
        case = self._session.case
        self._sent = case, lens
        label = f"Drawing {counted(len(case.actors) + len(case.goods), 'actor and good', 'actors and goods')}"
        self._jobs.cancel(_FINER)
        self._jobs.run(
            _JOB, _prepared, self._prepare, _drawn, case, lens, self._measure, self._drawn.get(lens.view), self.aspect,
            label=label, later=True,
        )  # fmt: skip

    def _take(self, drawn: _Drawn) -> Scene:
        self._drawn[drawn.lens.view] = drawn
        return drawn.scene

    def _tell(self) -> None:
        scene = self.scene
        held = _current(self._drawn, self._session)
        # A worker tells by itself when it is done.
        if held is None:
            return
        if self._jobs is not None and self.drawing:
            # Back to what stands: nobody waits any more for what is drawn.
            self._sent = None
            self._jobs.cancel(_JOB)
        self.sceneChanged.emit(scene)

    def _on_session_case(self, change: Change) -> None:
        if change.whole:
            self._drawn.clear()
        self._tell()

    def _on_session_lens(self, lens: Lens) -> None:
        self._tell()

    def _on_jobs_answered(self, key: str, answer: object) -> None:
        if key not in (_JOB, _FINER) or not isinstance(answer, _Drawn):
            return
        if answer.case is not self._session.case or answer.lens != self._session.lens:
            return
        if key == _FINER and not self.wants_finer():
            return
        self._take(answer)
        self.sceneChanged.emit(answer.scene)
        if answer.quick and self._jobs is not None:
            self._jobs.run(
                _FINER, _prepared, self._prepare, _finer, answer.case, answer.lens, self._measure, self.aspect,
                label="Untangling lines",
            )  # fmt: skip

    def _on_jobs_busy(self, busy: tuple[tuple[str, str], ...]) -> None:
        drawing = any(key == _JOB for key, _ in busy)
        if drawing != self._drawing:
            self._drawing = drawing
            self.drawingChanged.emit(drawing)


def _prepared(
    prepare: Callable[[Scene], object], draw: Callable[..., _Drawn], *arguments: object, token: Token
) -> _Drawn:
    """A scene that is drawn, with all that showing it asks for."""
    drawn = draw(*arguments, token=token)
    token.check()
    return replace(drawn, scene=replace(drawn.scene, prepared=prepare(drawn.scene)))


def _current(drawn: Mapping[str, _Drawn], session: Session) -> _Drawn | None:
    """What stands of the case and lens that are now."""
    held = drawn.get(session.lens.view)
    return held if held is not None and held.case is session.case and held.lens == session.lens else None


def _drawn(
    case: Case, lens: Lens, measure: Measure, held: _Drawn | None, aspect: float, token: Token | None = None
) -> _Drawn:
    """The scene of a case through a lens, as near as can be to the one held."""
    if held is not None and held.case is case and lens.stands_as(held.lens):
        return _Drawn(case, lens, replace(held.scene, graph=project(case, lens)), held.quick)
    if held is not None and held.lens == lens and Change.between(held.case, case).only("positions"):
        return _Drawn(case, lens, with_pins(held.scene, case, _pulse(token)), held.quick)
    before = held.scene if held is not None else None
    quick = before is None and len(case.actors) + len(case.goods) > _PATIENT and not lens.grouped
    scene = arranged(case, lens, measure, before, aspect=aspect, quick=quick, pulse=_pulse(token))
    return _Drawn(case, lens, scene, quick)


def _finer(case: Case, lens: Lens, measure: Measure, aspect: float, token: Token) -> _Drawn:
    return _Drawn(case, lens, arranged(case, lens, measure, aspect=aspect, pulse=_pulse(token)))


def _pulse(token: Token | None) -> Callable[[], None]:
    return token.check if token is not None else (lambda: None)
