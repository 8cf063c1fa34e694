"""Everything that can be done, as one list of data.

In goes nothing, out comes `ACTIONS`: menus, toolbar, palette, shortcut sheet and tests are made of it. Must not know
how any of them looks.
"""

import platform
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from explorer.graph.model import Grouping, View
from explorer.session.settings import Motion
from explorer.shell import dialogs, folding
from explorer.shell.action import Action
from explorer.shell.cite import citation
from explorer.shell.desk import Desk
from explorer.shell.keysheet import shortcut_groups
from explorer.shell.motion import moves
from explorer.shell.paper import ask_and_print
from explorer.shell.printing import export_scene
from explorer.views.kit import theme

_WORD = re.compile(r"\w+")  # what no file system minds in a name


def _view(view: View) -> Callable[[Desk], object]:
    return lambda desk: desk.session.look(replace(desk.session.lens, view=view))


def _views(view: View) -> Callable[[Desk], bool]:
    return lambda desk: desk.session.lens.view == view


def _grouped(grouped: Grouping) -> Callable[[Desk], bool]:
    return lambda desk: desk.session.lens.grouped == grouped


def _picked(desk: Desk) -> bool:
    return bool(desk.session.selection)


def _deepen(desk: Desk, depth: int | None) -> None:
    desk.session.deepen(depth)


def _depth(depth: int | None) -> Callable[[Desk], bool]:
    return lambda desk: _picked(desk) and desk.session.selection.depth == depth


def _undo_words(desk: Desk) -> str:
    return f"Undo {desk.session.history.undo_label}".strip()


def _redo_words(desk: Desk) -> str:
    return f"Redo {desk.session.history.redo_label}".strip()


def _show_text(desk: Desk, then: Callable[[], None]) -> None:
    """Bring the text into sight before something is done in it."""
    dock = desk.reader.parentWidget()
    if not desk.reader.isVisible() and dock is not None:
        dock.show()
        dock.raise_()
    then()


def _legend(desk: Desk) -> None:
    desk.settings.legend = not desk.settings.legend
    desk.diagram.set_legend_visible(desk.settings.legend)


def _motion(choice: Motion) -> Callable[[Desk], object]:
    def choose(desk: Desk) -> None:
        desk.settings.motion = choice
        application = QApplication.instance()
        if isinstance(application, QApplication):
            desk.diagram.set_motion(moves(choice, application))

    return choose


def _minimap(desk: Desk) -> None:
    desk.settings.minimap = not desk.diagram.canvas.minimap_shown()
    desk.diagram.set_minimap_visible(bool(desk.settings.minimap))


def _accessible(desk: Desk) -> None:
    desk.settings.accessible = not desk.settings.accessible
    desk.diagram.set_accessible(desk.settings.accessible)


def _scale(desk: Desk, factor: float) -> None:
    desk.reader.set_scale(desk.reader.scale * factor if factor else 1.0)


def _cite(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(citation(desk.session.case, desk.session.selection))
    desk.window.statusBar().showMessage("Copied as a citation", 4_000)


def _can_cite(desk: Desk) -> bool:
    return bool(citation(desk.session.case, desk.session.selection))


def _export(desk: Desk) -> None:
    dialog = QFileDialog(desk.window, "Export picture", desk.settings.folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    shapes = ["Vector graphic, text as shapes (*.svg)", "Document, text as shapes (*.pdf)"]
    dialog.setNameFilters(["Vector graphic (*.svg)", "Document (*.pdf)", "Image (*.png)", *shapes, "Geometry (*.json)"])
    dialog.setDefaultSuffix("svg")
    dialog.selectFile(f"{'-'.join(_WORD.findall(desk.session.case.title)[:8]) or 'diagram'}.svg")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.split("*.")[1].rstrip(")")))
    dialog.fileSelected.connect(lambda name: export_to(desk, Path(name), shapes=dialog.selectedNameFilter() in shapes))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def export_to(desk: Desk, target: Path, *, shapes: bool = False) -> None:
    """Write the picture of the view of now into a file, and say how it went."""
    try:
        warnings = export_scene(desk.session.case, desk.pipeline.scene, target, shapes=shapes)
    except (OSError, ValueError) as error:
        desk.messages.fail(str(error))
        return
    if warnings:
        desk.messages.notice(f"{target.name} was written. {warnings[0]}", "\n".join(warnings))
    else:
        desk.window.statusBar().showMessage(f"{target.name} was written", 6_000)


def diagnosis(desk: Desk) -> str:
    """What helps to understand a fault: versions, sizes, the last messages; no name, path or text of the case."""
    counts = ", ".join(f"{number} {table}" for table, number in desk.session.report.elements.items())
    rows = [dialogs.about_text(), f"Qt {qVersion()} on {QGuiApplication.platformName()}, {theme.ground()} ground"]
    rows += [f"{platform.system()} {platform.release()} {platform.machine()}", f"Case: {counts}"]
    return "\n".join([*rows, "", *(desk.faults.lines or ("No faults since the start.",))])


def _diagnose(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(diagnosis(desk))
    desk.window.statusBar().showMessage("Copied: versions, sizes and the last messages, no names and no text", 6_000)


ACTIONS: tuple[Action, ...] = (
    Action("open", "Open…", "File", lambda d: d.opening.choose(), ("Ctrl+O",), "open"),
    Action("export", "Export picture…", "File", _export, ("Ctrl+E",), "export", group=1),
    Action("print", "Print…", "File", ask_and_print, ("Ctrl+P",), "print", group=1),
    Action("quit", "Quit", "File", lambda d: d.window.close(), ("Ctrl+Q",), "close", group=2),
    #
    Action("undo", "Undo", "Edit", lambda d: d.session.undo(), ("Ctrl+Z",), "undo",
           lambda d: bool(d.session.history.past), label=_undo_words),
    Action("redo", "Redo", "Edit", lambda d: d.session.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo",
           lambda d: bool(d.session.history.future), label=_redo_words),
    Action("cite", "Copy as citation", "Edit", _cite, ("Ctrl+Shift+C",), "copy", _can_cite, group=1,
           context=("box", "line", "gate")),
    Action("pick-all", "Pick all boxes", "Edit", lambda d: d.diagram.picks.pick_all(), ("Ctrl+A",), "both",
           scope="diagram", group=3, context=("ground",)),
    Action("connect", "Connect to…", "Edit", lambda d: d.diagram.edits.connect_picked(), ("C",), "flow",
           lambda d: d.diagram.edits.source is not None, scope="diagram", group=3, context=("box",)),
    Action("reset-box", "Put back where the layout wants it", "Edit", lambda d: d.diagram.edits.reset(), ("R",),
           "reset", lambda d: bool(d.diagram.edits.put), scope="diagram", group=3, context=("box",)),
    Action("find", "Find in the text", "Edit", lambda d: _show_text(d, d.reader.find), ("Ctrl+F",), "search", group=2),
    Action("find-next", "Next hit", "Edit", lambda d: _show_text(d, d.reader.find_next), ("F3",), "down", group=2),
    Action("find-previous", "Previous hit", "Edit", lambda d: _show_text(d, d.reader.find_previous), ("Shift+F3",),
           "up", group=2),
    #
    Action("view-flow", "Flow", "View", _view("flow"), ("Ctrl+Shift+1",), "flow", checked=_views("flow"),
           context=("ground",)),
    Action("view-relations", "Relations", "View", _view("relations"), ("Ctrl+Shift+2",), "relation",
           checked=_views("relations"), context=("ground",)),
    Action("view-both", "Both", "View", _view("both"), ("Ctrl+Shift+3",), "both", checked=_views("both"),
           context=("ground",)),
    Action("depth-1", "One step around", "View", lambda d: _deepen(d, 1), ("1",), "depth", _picked, _depth(1),
           "diagram", group=1, context=("box",)),
    Action("depth-2", "Two steps around", "View", lambda d: _deepen(d, 2), ("2",), "depth", _picked, _depth(2),
           "diagram", group=1, context=("box",)),
    Action("depth-3", "Three steps around", "View", lambda d: _deepen(d, 3), ("3",), "depth", _picked, _depth(3),
           "diagram", group=1, context=("box",)),
    Action("depth-all", "The whole chain", "View", lambda d: _deepen(d, None), ("0",), "depth", _picked, _depth(None),
           "diagram", group=1, context=("box",)),
    Action("fit", "Fit the diagram", "View", lambda d: d.diagram.fit(), ("F",), "fit", scope="diagram", group=2,
           context=("ground", "frame")),
    Action("zoom-in", "Zoom in", "View", lambda d: d.diagram.zoom_in(), ("+", "="), "zoom-in", scope="diagram",
           group=2),
    Action("zoom-out", "Zoom out", "View", lambda d: d.diagram.zoom_out(), ("-",), "zoom-out", scope="diagram",
           group=2),
    Action("zoom-selection", "Zoom to what is picked", "View", lambda d: d.diagram.zoom_to_selection(), ("S",),
           "search", _picked, scope="diagram", group=2, context=("box", "line", "gate")),
    Action("tidy", "Tidy", "View", lambda d: d.diagram.tidy(), ("Ctrl+L",), "tidy", group=2, context=("ground",)),
    Action("group-none", "No groups", "View/Group by", lambda d: folding.group_by(d, ""), (), "dot",
           checked=_grouped(""), group=3, context=("ground",)),
    Action("group-country", "Country", "View/Group by", lambda d: folding.group_by(d, "country"), (), "state",
           checked=_grouped("country"), group=3, context=("ground",)),
    Action("group-kind", "Kind", "View/Group by", lambda d: folding.group_by(d, "kind"), (), "both",
           checked=_grouped("kind"), group=3, context=("ground",)),
    Action("group-owner", "Company group", "View/Group by", lambda d: folding.group_by(d, "group"), (),
           "company-group", checked=_grouped("group"), group=3, context=("ground",)),
    Action("show-more", "Show more of what is folded", "View", folding.show_more, (".",), "zoom-in",
           folding.can_show_more, scope="diagram", label=folding.more_words, group=3, context=("box",)),
    Action("fold", "Fold the group", "View", folding.fold, (",",), "zoom-out", folding.can_fold,
           scope="diagram", label=folding.fold_words, group=3, context=("box", "frame")),
    Action("unfold", "Unfold the group", "View", folding.unfold, ("U",), "both", folding.can_unfold,
           scope="diagram", label=folding.unfold_words, group=3, context=("box",)),
    Action("fold-all", "Fold all", "View", folding.fold_all, ("Shift+F",), "zoom-out", scope="diagram", group=3,
           context=("ground",)),
    Action("unfold-all", "Unfold all", "View", folding.unfold_all, ("Shift+U",), "both",
           lambda d: bool(d.session.lens.folded), scope="diagram", group=3, context=("ground",)),
    Action("clear-filters", "Show everything", "View", lambda d: d.session.look(d.session.lens.cleared()),
           ("Ctrl+Shift+L",), "clear", lambda d: d.session.lens.filters, group=4, context=("ground",)),
    Action("legend", "Legend", "View", _legend, (), "legend", checked=lambda d: d.settings.legend, group=4),
    Action("minimap", "Minimap", "View", _minimap, (), "minimap",
           checked=lambda d: d.diagram.canvas.minimap_shown(), group=4),
    Action("accessible", "Tell screen readers about the diagram", "View", _accessible, (), "text",
           checked=lambda d: d.settings.accessible, group=4),
    Action("text-larger", "Larger text", "View", lambda d: _scale(d, 1.1), ("Ctrl++", "Ctrl+="), "zoom-in", group=5),
    Action("text-smaller", "Smaller text", "View", lambda d: _scale(d, 1 / 1.1), ("Ctrl+-",), "zoom-out", group=5),
    Action("text-usual", "Usual size of the text", "View", lambda d: _scale(d, 0), ("Ctrl+0",), "text", group=5),
    Action("theme-system", "As the desktop", "View/Ground", lambda d: d.dress.choose("system"), (), "screen",
           checked=lambda d: d.dress.chosen == "system", group=6),
    Action("theme-light", "Light", "View/Ground", lambda d: d.dress.choose("light"), (), "sun",
           checked=lambda d: d.dress.chosen == "light", group=6),
    Action("theme-dark", "Dark", "View/Ground", lambda d: d.dress.choose("dark"), (), "moon",
           checked=lambda d: d.dress.chosen == "dark", group=6),
    Action("motion-system", "As the desktop", "View/Motion", _motion("system"), (), "screen",
           checked=lambda d: d.settings.motion == "system", group=6),
    Action("motion-full", "Full", "View/Motion", _motion("full"), (), "both",
           checked=lambda d: d.settings.motion == "full", group=6),
    Action("motion-less", "Reduced", "View/Motion", _motion("less"), (), "dot",
           checked=lambda d: d.settings.motion == "less", group=6),
    #
    Action("back", "Back", "Go", lambda d: d.session.back(), ("Alt+Left",), "back", lambda d: d.session.can_go_back),
    Action("forward", "Forward", "Go", lambda d: d.session.forward(), ("Alt+Right",), "forward",
           lambda d: d.session.can_go_forward),
    Action("find-or-run", "Find or run…", "Go", lambda d: d.palette.open(), ("Ctrl+K",), "search", group=1),
    Action("next-claim", "Next claim", "Go", lambda d: _show_text(d, d.reader.next_claim), ("J",), "down",
           scope="reader", group=2),
    Action("previous-claim", "Previous claim", "Go", lambda d: _show_text(d, d.reader.previous_claim), ("K",), "up",
           scope="reader", group=2),
    Action("show-claims", "Show its claims", "Go", lambda d: d.diagram.cardAsked.emit(), (), "basis-stated", _picked,
           group=5, context=("box", "line", "gate")),
    Action("summary", "Summary beside it", "Go", lambda d: d.diagram.show_summary(), ("I",), "info", _picked,
           scope="diagram", group=5, context=("box", "line", "gate")),
    Action("pin", "Pin or unpin", "Go", lambda d: d.diagram.picks.pin(), (), "dot", _picked, group=5,
           context=("box", "line", "gate")),
    Action("bundle", "All of this line", "Go", lambda d: d.diagram.lines.open(), ("B",), "flow",
           lambda d: bool(d.diagram.lines.bundle), scope="diagram", group=6, context=("line",)),
    Action("next-line", "Next line of this box", "Go", lambda d: d.diagram.lines.step(1), ("L",), "down", _picked,
           scope="diagram", group=6, context=("line",)),
    Action("previous-line", "Previous line of this box", "Go", lambda d: d.diagram.lines.step(-1), ("Shift+L",),
           "up", _picked, scope="diagram", group=6),
    Action("next-pane", "Next pane", "Go", lambda d: d.step_pane(1), ("F6",), group=3),
    Action("previous-pane", "Previous pane", "Go", lambda d: d.step_pane(-1), ("Shift+F6",), group=3),
    Action("step-out", "Pick nothing", "Go", lambda d: d.step_out(), ("Esc",), "close", _picked, scope="last", group=4),
    #
    Action("arrange-flow", "Flow", "Window", lambda d: d.arrangement.show("flow"), ("Ctrl+1",), "flow",
           checked=lambda d: d.arrangement.current == "flow"),
    Action("arrange-reading", "Reading", "Window", lambda d: d.arrangement.show("reading"), ("Ctrl+2",), "text",
           checked=lambda d: d.arrangement.current == "reading"),
    Action("arrange-questions", "Questions", "Window", lambda d: d.arrangement.show("questions"), ("Ctrl+3",),
           "question", checked=lambda d: d.arrangement.current == "questions"),
    Action("reset-layout", "Reset layout", "Window", lambda d: d.arrangement.reset(), (), "reset", group=2),
    #
    Action("shortcuts", "Shortcuts", "Help", lambda d: dialogs.show_shortcuts(d.window, shortcut_groups(ACTIONS)),
           ("F1", "Ctrl+?"), "help"),
    Action("welcome", "Welcome", "Help", lambda d: d.welcome.bring_back(), (), "info", group=1),
    Action("diagnosis", "Copy diagnosis", "Help", _diagnose, (), "copy", group=1),
    Action("about", "About the Sanctions Explorer", "Help", lambda d: dialogs.show_about(d.window), (), "app", group=2),
)  # fmt: skip
