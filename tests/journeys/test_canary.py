"""Markup in every text of a case: all of it is shown as the words it is, and nothing is opened, read or reached for it.

The kernel watches the files that the markup names, a listening socket stands where it would connect to, and nested
tables that take Qt's text engine minutes stand in every kind of field: whoever takes them for markup is found out.
"""

import socket
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtGui import Qt as Text
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QLabel,
    QMenu,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.case.file import schema
from explorer.shell.actions import export_to
from explorer.shell.dialogs import Sheet
from explorer.shell.lenspopup import FacetPopup
from explorer.shell.window import Window
from tests.journeys.attack import Canaries, canary_rows, text_fields, written
from tests.journeys.watch import AVAILABLE, Watch, watched

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.skipif(not AVAILABLE, reason="asks the Linux kernel who opens a file"),
]

#: Whatever takes longer has laid out the nested tables.
PATIENCE = 5.0
#: How the markup of the canaries begins; a tooltip that holds one of these unescaped would have been interpreted.
TAGS = ("<img", "<table", "<style", "<link", "<a href", "<object", "<iframe", "<body")


class Bait(NamedTuple):
    """What must not be touched, and who would notice."""

    picture: Path
    watch: Watch
    server: socket.socket
    canaries: Canaries

    def assert_untouched(self) -> None:
        assert self.watch.opened == ()
        with pytest.raises(BlockingIOError):
            self.server.accept()


@pytest.fixture
def bait(tmp_path: Path, qapp: QApplication) -> Iterator[Bait]:
    folder = tmp_path / "bait"
    folder.mkdir()
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#fe01dc"))
    assert image.save(str(folder / "canary.png"))
    with socket.create_server(("127.0.0.1", 0)) as server, watched(folder) as watch:
        server.settimeout(0)
        picture = folder / "canary.png"
        yield Bait(picture, watch, server, Canaries(picture, server.getsockname()[1]))


@pytest.fixture
def baited(qtbot: QtBot, window: Window, bait: Bait, tmp_path: Path) -> Window:
    """The window with the case of canaries open in it."""
    rows, _ = canary_rows(bait.canaries, schema())
    with promptly("opening"), qtbot.waitSignal(window.session.caseChanged, timeout=10_000):
        window.opening.open(written(tmp_path / "canaries.json", rows))
    window.timeline.build()
    window.charts.build()
    assert "<" in window.windowTitle()
    return window


@contextmanager
def promptly(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    took = time.perf_counter() - began
    assert took < PATIENCE, f"{what} took {took:.1f} s"


def look(window: Window) -> None:
    """Have everything laid out and painted that can be seen now."""
    window.inspector.area.finish()
    assert not window.grab().isNull()


def hover(widget: QWidget, points: Iterator[QPoint] | None = None) -> Iterator[str]:
    """Ask for the tooltips of a widget, and show them; what they say."""
    for point in points or iter([widget.rect().center()]):
        QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
        if QToolTip.isVisible():
            for tip in QApplication.topLevelWidgets():
                if tip.metaObject().className() == "QTipLabel":
                    tip.grab()
            yield QToolTip.text()
    QToolTip.hideText()


def grid(widget: QWidget, step: int = 24) -> Iterator[QPoint]:
    return (QPoint(x, y) for x in range(4, widget.width(), step) for y in range(4, widget.height(), step))


def assert_plain(words: str) -> None:
    """Either Qt takes it for plain text, or the kit made it and escaped what a file says."""
    if Text.mightBeRichText(words):
        assert [tag for tag in TAGS if tag in words] == [], words[:400]


def assert_all_plain() -> None:
    """No widget of the program would interpret what it holds."""
    for widget in QApplication.allWidgets():
        assert_plain(widget.toolTip())
        assert_plain(widget.whatsThis())
        assert_plain(widget.statusTip())
        if isinstance(widget, QLabel) and widget.metaObject().className() != "QTipLabel":
            assert widget.textFormat() == Qt.TextFormat.PlainText or not widget.text(), widget.text()[:200]
        for action in widget.actions():
            assert_plain(action.toolTip())
            assert_plain(action.statusTip())


def test_the_watch_sees_what_a_label_opens(qtbot: QtBot, bait: Bait) -> None:
    """That nothing is seen below means something only if something would be seen."""
    assert bait.watch.opened == ()
    label = QLabel(f'<img src="{bait.picture}">')
    qtbot.addWidget(label)
    label.grab()
    assert "canary.png" in bait.watch.opened
    assert text_fields(schema()) - canary_rows(bait.canaries, schema())[1] == {
        ("NoClaim", "exact"), ("Quote", "exact"), ("Quote", "prefix"), ("Quote", "suffix"), ("Source", "text"),
    }  # fmt: skip  # what must stand in the text: it is markup there already


def test_every_element_in_every_pane(baited: Window, bait: Bait) -> None:
    window, case = baited, baited.session.case
    names: set[str] = set()
    for number, key in enumerate(case.elements):
        with promptly(key):
            window.session.select(key, quote=next((quote.id for quote in case.quotes_of(key)), None))
            window.inspector.area.finish()
            (window if number % 6 == 0 else window.inspector).grab()
        names.update(label.text() for label in window.inspector.findChildren(QLabel))
    bait.assert_untouched()
    assert_all_plain()
    for tag in ("<img src=", "<table>", "<style>", "<a href="):  # and can be read, as it stands
        assert any(tag in words for words in names)
    assert "<" in window.trail.buttons[-1].property("words")


def test_every_tooltip(baited: Window, bait: Bait) -> None:
    window, case = baited, baited.session.case
    window.session.select("china")
    window.timeline.undated.click()
    look(window)
    said: list[str] = []
    diagram = window.diagram
    points = [QPointF(point) for key in case.elements if (point := diagram.canvas.point_of(key)) is not None]
    shown: list[str] = []
    with promptly("the cards of the diagram"):
        for spot in points:
            found = diagram.canvas.hit_at(spot)
            if found is not None and diagram.hovering.show(found, spot):
                diagram.hovering.card.grab()
                shown += [label.text() for label in diagram.hovering.card.findChildren(QLabel)]
                assert_all_plain()
    assert len([words for words in shown if "<" in words]) > 20
    for key in ("timeline", "charts"):
        window.docks[key].raise_()
        look(window)
        for widget in window.docks[key].findChildren(QWidget):
            # A plot answers at many of its places, everything else has one tooltip.
            wide = isinstance(widget.parent(), QGraphicsView) or isinstance(widget, QGraphicsView)
            with promptly(f"{widget} in {key}"):
                said += hover(widget, grid(widget) if wide else None)
    with promptly("the text"):
        said += hover(window.reader.paper.viewport(), grid(window.reader.paper.viewport()))
        said += hover(window.reader.paper.margin, grid(window.reader.paper.margin, 6))
    said += hover(window.diagram.legend, grid(window.diagram.legend))
    for button in window.trail.buttons:
        said += hover(button)
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            said += hover(widget)
    bait.assert_untouched()
    assert len([words for words in said if "&lt;" in words]) > 30
    for words in said:
        assert_plain(words)


def test_the_outline_open_and_filtered(baited: Window, bait: Bait) -> None:
    window = baited
    tree = window.outline.tree
    with promptly("opening the outline"):
        tree.expandAll()
        look(window)
    model, below, tips = tree.model(), [tree.rootIndex()], list[str]()
    while below:
        parent = below.pop()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            tips.append(index.data(Qt.ItemDataRole.ToolTipRole))
            below.append(index)
    assert len(tips) > 200
    for words in tips:
        assert_plain(words)
    QToolTip.showText(QPoint(10, 10), max(tips, key=len), window)
    for typed in ("<img", "<table><tr>", "file://", "n3"):
        with promptly(f"filtering by {typed}"):
            window.outline.filter_line.setText(typed)
            look(window)
            list(hover(tree.viewport(), grid(tree.viewport(), 20)))
        assert window.outline.count.text()
    window.outline.filter_line.clear()
    bait.assert_untouched()


def test_questions_and_reading(baited: Window, bait: Bait) -> None:
    window = baited
    window.bindings["arrange-questions"].trigger()
    with promptly("the questions"):
        look(window)
    assert_all_plain()
    card = window.questions.cards[0]
    assert any("<" in label.text() for label in card.findChildren(QLabel))
    card.click()
    window.bindings["arrange-reading"].trigger()
    window.bindings["find"].trigger()
    for typed in ("<img", "table", "//127.0.0.1", "n5"):
        with promptly(f"finding {typed}"):
            window.reader.bar.line.setText(typed)
            look(window)
        assert window.reader.bar.hits
    window.bindings["find-next"].trigger()
    strip = window.reader.sources
    for source in window.session.case.sources:
        strip.chosen.emit(source)
        with promptly(source):
            look(window)
            list(hover(window.reader.paper.viewport(), grid(window.reader.paper.viewport())))
        assert "<img src=" in window.reader.paper.toPlainText()
    for _ in window.session.case.quotes:
        window.reader.next_claim()
    look(window)
    bait.assert_untouched()


def test_find_or_run(qtbot: QtBot, baited: Window, bait: Bait) -> None:
    window = baited
    palette = window.palette_box
    for typed in ("<img", "<table", "<style", "file", "127.0.0.1", "n7", "passage 3", "@import"):
        palette.open()
        with promptly(f"searching {typed}"):
            palette.line.setText(typed)
            palette.grab()
        assert palette.entries.rows
        QTest.keyClick(palette.line, Qt.Key.Key_Return)
        look(window)
    bait.assert_untouched()


def test_menus_sheets_and_messages(baited: Window, bait: Bait) -> None:
    window, case = baited, baited.session.case
    name = case.actors["china"].name
    window.messages.fail(name, name)
    window.messages.copy.click()
    window.diagram.canvas.boxesDragged.emit({"china": (40.0, 60.0)})
    assert "<" in window.bindings["undo"].text()
    window.settings.recent = (f"/nowhere/{name}.json",)
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        for shown in (menu, *menu.findChildren(QMenu)):
            shown.aboutToShow.emit()
            with promptly(action.text()):
                shown.grab()
                list(hover(shown, grid(shown, 30)))
            for row in shown.actions():
                assert_plain(row.toolTip())
    for key in ("shortcuts", "about"):
        window.bindings[key].trigger()
    for sheet in window.findChildren(Sheet):
        sheet.grab()
        sheet.close()
    for chip in window.lensbar.chips.values():
        chip.button.click()
        if isinstance(window.lensbar.popup, FacetPopup):
            window.lensbar.popup.grab()
        if window.lensbar.popup is not None:
            window.lensbar.popup.close()
    window.bindings["theme-dark"].trigger()
    look(window)
    assert_all_plain()
    bait.assert_untouched()


def test_what_is_copied(baited: Window, bait: Bait) -> None:
    window = baited
    quote = window.session.case.quotes_of("china")[0]
    window.session.select("china", quote=quote.id)
    window.bindings["cite"].trigger()
    held = QApplication.clipboard().mimeData()
    assert quote.exact in held.text()
    assert not held.hasHtml()
    window.bindings["diagnosis"].trigger()
    assert not [tag for tag in TAGS if tag in QApplication.clipboard().text()]
    assert str(bait.picture) not in QApplication.clipboard().text()
    window.reader.paper.selectAll()
    window.reader.paper.copy()
    copied = QApplication.clipboard().mimeData()
    assert "<img src=" in copied.text()
    QApplication.clipboard().setText("")  # what is left there at the end would end the process badly
    bait.assert_untouched()


def test_what_is_exported(baited: Window, bait: Bait, tmp_path: Path) -> None:
    window = baited
    folder = tmp_path / "out"
    folder.mkdir()
    for view in ("view-flow", "view-relations", "view-both"):
        window.bindings[view].trigger()
        for suffix in ("svg", "pdf", "json") if view != "view-flow" else ("svg", "png", "pdf", "json"):
            with promptly(f"{view} as {suffix}"):
                export_to(window.desk, folder / f"{view}.{suffix}")
    assert not window.messages.isVisible(), window.messages.words.text()
    bait.assert_untouched()
    drawing = ET.fromstring((folder / "view-flow.svg").read_text(encoding="utf-8"))
    assert any("<" in (part.text or "") for part in drawing.iter())
    tags = {part.tag.rsplit("}", 1)[-1] for part in drawing.iter()}
    assert not tags & {"image", "a", "script", "foreignObject", "style", "img", "table", "iframe", "link"}
    for part in drawing.iter():
        assert not [key for key in part.attrib if "href" in key or key.startswith("on")]
        assert not [value for value in part.attrib.values() if str(bait.picture) in value]
    for path in folder.glob("*.pdf"):
        content = path.read_bytes()
        for mark in (b"/Subtype /Image", b"/URI", b"/Launch", b"/JavaScript", b"/GoToR", b"/EmbeddedFile"):
            assert mark not in content
    picture = QImage(str(folder / "view-flow.png"))
    assert not picture.isNull()
    magenta = QColor("#fe01dc").rgb()
    assert not any(
        picture.pixel(x, y) == magenta for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    )


def test_read_without_a_window(bait: Bait, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from explorer.cli import main

    path = written(tmp_path / "canaries.json", canary_rows(bait.canaries, schema())[0])
    assert main(["check", str(path)]) in (0, 1)
    assert main(["check", str(path), "--json"]) in (0, 1)
    for suffix in ("svg", "pdf", "png", "json"):
        assert main(["export", str(path), "--to", str(tmp_path / f"out.{suffix}")]) == 0
    assert "Traceback" not in capsys.readouterr().err
    bait.assert_untouched()
