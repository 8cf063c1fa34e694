"""Folding by hand: what can be folded, unfolded or shown next of what is picked, in words and as steps.

In goes the desk, out come lenses for its session. Must not know menus or keys.
"""

from collections.abc import Callable

from explorer.graph import sight
from explorer.graph.group import fold_id, key_of
from explorer.graph.lens import Lens
from explorer.graph.model import Graph, Grouping
from explorer.graph.words import name
from explorer.shell import dialogs
from explorer.shell.desk import Desk
from explorer.text.english import counted

#: A picture of more boxes than these is drawn only if somebody says so twice.
GUARD = 2_000


def more_words(desk: Desk) -> str:
    """'Show 12 more (1,192 hidden)', 'Show 1 more neighbour (1 hidden)', 'Show Acme by itself'."""
    graph, focus = _graph(desk), desk.session.selection.focus or ""
    if focus in graph.members:
        hidden = len(graph.members[focus])
        # A step that would leave one alone shows it too.
        step = hidden if hidden <= sight.STEP + 1 else sight.STEP
        return f"Show {step} more ({hidden:,} hidden)"
    if hidden := len(sight.folded_neighbours(graph, focus)):
        return f"Show {counted(min(hidden, sight.STEP), 'more neighbour')} ({hidden:,} hidden)"
    return f"Show {name(desk.session.case, focus)} by itself" if can_show_more(desk) else "Show more"


def can_show_more(desk: Desk) -> bool:
    """Whether anything of what is picked, or around it, is folded."""
    graph, focus = _graph(desk), desk.session.selection.focus or ""
    return focus in graph.members or _away(graph, focus) or bool(sight.folded_neighbours(graph, focus))


def show_more(desk: Desk) -> None:
    """Take the next twelve out of a picked fold, or those around a picked box; a folded element comes out itself."""
    graph, lens, focus = _graph(desk), desk.session.lens, desk.session.selection.focus or ""
    if focus in graph.members:
        _look(desk, sight.grown(graph, lens, key_of(focus) or ""))
    elif _away(graph, focus):
        _look(desk, sight.taken_out(graph, lens, focus))
    else:
        _look(desk, sight.around(graph, lens, focus))


def unfold_words(desk: Desk) -> str:
    """'Unfold China'."""
    graph, focus = _graph(desk), desk.session.selection.focus or ""
    return f"Unfold {_title(graph, key_of(focus) or '')}" if focus in graph.members else "Unfold"


def can_unfold(desk: Desk) -> bool:
    """Whether a fold is picked."""
    return desk.session.selection.focus in _graph(desk).members


def unfold(desk: Desk) -> None:
    """Show every member of the picked fold by itself."""
    graph, fold = _graph(desk), desk.session.selection.focus or ""
    boxes = len(graph.nodes) - 1 + len(graph.members.get(fold, ()))
    _guarded(desk, boxes, lambda: sight.opened(graph, desk.session.lens, key_of(fold) or ""))


def fold_words(desk: Desk) -> str:
    """'Fold China'."""
    key = _group(desk)
    return f"Fold {_title(_graph(desk), key)}" if key else "Fold"


def can_fold(desk: Desk) -> bool:
    """Whether the picked box, or the frame under the menu, is one of a group."""
    return bool(_group(desk))


def fold(desk: Desk) -> None:
    """Put the group of the picked box, or of the frame under the menu, into one box."""
    fold_group(desk, _group(desk))


def fold_group(desk: Desk, key: str) -> None:
    """Put a group into one box, and pick it."""
    if key:
        _look(desk, sight.closed(_graph(desk), desk.session.lens, key))
        desk.session.select(fold_id(key))


def asked(desk: Desk, box: str) -> None:
    """What a click in the diagram asks for: more of a fold, or the frame of a group into one box."""
    if key_of(box) is None:
        fold_group(desk, box)
    else:
        desk.session.select(box)
        show_more(desk)


def group_by(desk: Desk, grouped: Grouping) -> None:
    """Put boxes together by something else, or not at all."""
    case, lens = desk.session.case, desk.session.lens
    if grouped:
        _look(desk, sight.grouped_by(case, lens, grouped))
    else:
        _guarded(desk, _all(desk), lambda: sight.grouped_by(case, desk.session.lens, ""))


def fold_all(desk: Desk) -> None:
    """Put every group into one box."""
    _look(desk, sight.all_folded(desk.session.case, desk.session.lens))


def unfold_all(desk: Desk) -> None:
    """Show every box by itself."""
    _guarded(desk, _all(desk), lambda: sight.all_unfolded(desk.session.lens))


def _graph(desk: Desk) -> Graph:
    return desk.pipeline.scene.graph


def _all(desk: Desk) -> int:
    graph = _graph(desk)
    return len((graph.whole or graph).nodes)


def _away(graph: Graph, element: str) -> bool:
    """Whether an element is a member of a fold."""
    fold = graph.representative(element)
    return fold is not None and fold != element and element in graph.members.get(fold, ())


def _group(desk: Desk) -> str:
    """The key of the group meant: of the frame under the menu, else of the box in focus."""
    graph, focus = _graph(desk), desk.session.selection.focus or ""
    if desk.diagram.picks.frame in graph.group_titles:
        return desk.diagram.picks.frame
    fold = key_of(focus) or ""
    # A fold of which some were taken out takes them in again.
    return fold if fold and fold in graph.group_of.values() else graph.group_of.get(focus, "")


def _title(graph: Graph, key: str) -> str:
    return graph.group_titles.get(key, "")


def _look(desk: Desk, lens: Lens) -> None:
    desk.session.look(lens)


def _guarded(desk: Desk, boxes: int, lens: Callable[[], Lens]) -> None:
    """Look through a lens, after asking if it shows more than can be read."""
    if boxes <= GUARD:
        _look(desk, lens())
        return
    words = (
        f"That would draw {boxes:,} boxes at once, which takes a while and can only be looked at from afar. "
        "Who has to do with whom is seen better by showing twelve more at a time."
    )
    dialogs.ask(desk.window, words, f"Draw {boxes:,} boxes", lambda: _look(desk, lens()))
