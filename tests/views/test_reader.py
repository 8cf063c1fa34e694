from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from explorer import assets
from explorer.case.case import Case
from explorer.case.check import check
from explorer.edit.commands import move_box
from explorer.session.state import Opened, Session
from explorer.views.kit import theme
from explorer.views.reader.offsets import Offsets, shown
from explorer.views.reader.passages import passages
from explorer.views.reader.places import places
from explorer.views.reader.search import occurrences
from explorer.views.reader.view import Reader
from tests.views.small import TEXT, claim, quote, rows, small_case, source
from tests.views.stage import on_stage

Make = Callable[..., Reader]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    stages: list[QWidget] = []  # a window that nobody holds is gone

    def made(case: Case | None = None, width: int = 420, height: int = 500) -> Reader:
        case = case or small_case()
        reader = Reader(Session(Opened(case, check(case))))
        reader.begin()
        stages.append(on_stage(qtbot, reader, width, height))
        return reader

    return made


def _click(reader: Reader, point: QPoint | None) -> None:
    assert point is not None
    QTest.mouseClick(reader.paper.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_text_is_shown_as_it_is_and_never_as_markup(make: Make) -> None:
    text = "A <b>bold</b> &amp; plain text.\nSecond line."
    reader = make(small_case(sources=[source(text=text)], quotes=[], claims=[]))
    assert reader.paper.toPlainText() == text


def test_a_click_on_a_passage_after_an_emoji_picks_its_elements(make: Make) -> None:
    reader = make()
    point = reader.point_of("q-talks")
    assert point is not None
    assert reader.passage_at(point) == "q-talks"
    _click(reader, point)
    assert reader.session.selection.ids == ("m-talks",)
    assert reader.session.selection.quote == "q-talks"


def test_a_click_beside_every_passage_picks_nothing(make: Make) -> None:
    reader = make()
    _click(reader, QPoint(4, 4))
    assert not reader.session.selection


def test_clicking_again_cycles_through_passages_over_each_other(make: Make) -> None:
    reader = make()
    point = reader.point_of("q-name")
    picks = []
    for _ in range(3):
        _click(reader, point)
        picks.append(reader.session.selection.quote)
    assert picks == ["q-name", "q-flow", "q-name"]
    assert "1 of 2 passages here" in reader.foot.text()


def test_a_drag_chooses_words_and_picks_nothing(make: Make) -> None:
    reader = make()
    point = reader.point_of("q-flow")
    assert point is not None
    view = reader.paper.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseMove(view, point + QPoint(120, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point + QPoint(120, 0))
    assert not reader.session.selection


def test_a_pick_from_elsewhere_brings_its_passage_into_sight(make: Make) -> None:
    reader = make()
    bar = reader.paper.verticalScrollBar()
    assert "q-shells" not in reader.visible_quotes()
    reader.session.select("f-shells")
    assert "q-shells" in reader.visible_quotes()
    point = reader.point_of("q-shells")
    assert point is not None
    assert 0 < point.y() < reader.paper.viewport().height()
    stood = bar.value()
    reader.session.select("n-shells")
    assert bar.value() == stood  # already in sight


def test_a_pick_before_the_first_show_is_in_sight_then(qtbot: QtBot) -> None:
    case = small_case()
    reader = Reader(Session(Opened(case, check(case))))
    stage = on_stage(qtbot, reader, 420, 500, shown=False)
    reader.begin()
    reader.session.select("f-shells")
    assert reader.visible_quotes() == ()
    with qtbot.waitExposed(stage):
        stage.show()
    assert "q-shells" in reader.visible_quotes()


def test_the_focus_stays_where_it_was(make: Make) -> None:
    reader = make()
    reader.sources.choice.setFocus()
    before = QApplication.focusWidget()
    reader.session.select("f-shells")
    assert QApplication.focusWidget() is before


def test_a_claim_leads_to_its_own_passage(make: Make) -> None:
    reader = make()
    reader.session.select("f-shells", claim="c-flow")
    assert reader.sheet.strong == ("q-flow",)


def test_j_and_k_go_through_the_passages_in_reading_order(make: Make) -> None:
    reader = make()
    reader.paper.setFocus()
    seen = []
    for _ in range(7):
        QTest.keyClick(reader.paper, Qt.Key.Key_J)
        seen.append(reader.session.selection.quote)
    assert seen == ["q-flow", "q-name", "q-good", "q-talks", "q-denial", "q-cnc", "q-shells"]
    QTest.keyClick(reader.paper, Qt.Key.Key_K)
    assert reader.session.selection.quote == "q-cnc"
    reader.next_claim()
    reader.next_claim()
    assert reader.session.selection.quote == "q-flow"  # after the last comes the first


def test_enter_picks_the_passage_at_the_text_cursor(make: Make) -> None:
    reader = make()
    cursor = reader.paper.textCursor()
    cursor.setPosition(Offsets(TEXT).units(TEXT.index("Talks")) + 1)
    reader.paper.setTextCursor(cursor)
    QTest.keyClick(reader.paper, Qt.Key.Key_Return)
    assert reader.session.selection.quote == "q-talks"


def test_find_counts_goes_on_and_closes(make: Make) -> None:
    reader = make()
    QTest.keyClick(reader.paper, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.bar.isVisible()
    QTest.keyClicks(reader.bar.line, "CHINA")
    assert reader.bar.count.text() == "1 of 4"
    reader.find_next()
    assert reader.bar.count.text() == "2 of 4"
    QTest.keyClick(reader.bar.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(reader.bar.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert reader.bar.count.text() == "4 of 4"
    reader.bar.line.setText("no such words")
    assert reader.bar.count.text() == "nothing found"
    QTest.keyClick(reader.bar.line, Qt.Key.Key_Escape)
    assert not reader.bar.isVisible()
    assert reader.bar.hits == ()
    assert reader.paper.hasFocus()


def test_find_brings_the_hit_into_sight(make: Make) -> None:
    reader = make()
    reader.find()
    reader.bar.line.setText("very end")
    assert "q-shells" in reader.visible_quotes()


def test_a_passage_that_is_filtered_out_is_not_lit(make: Make) -> None:
    reader = make()
    reader.session.look(reader.session.lens.switched("kind", "measures/sanctions", on=False))
    assert reader.point_of("q-talks") is None
    assert reader.point_of("q-flow") is not None


def test_a_quote_that_is_not_found_is_listed_and_can_be_picked(make: Make) -> None:
    lost = {
        "id": "q-lost",
        "source": "article",
        "exact": "Nobody wrote these eleven strange words",
        "start": 3,
        "end": 42,
    }
    quotes = [*rows()["quotes"], lost]
    reader = make(small_case(quotes=quotes, claims=[*rows()["claims"], claim("c-lost", "f-lost", "q-lost")]))
    assert reader.missing.quotes == ("q-lost",)
    assert reader.missing.isVisible()
    assert reader.point_of("q-lost") is None
    reader.missing.picked.emit("q-lost")
    assert reader.session.selection.ids == ("f-lost",)


def test_a_quote_that_leaves_words_out_is_lit_in_its_parts(make: Make) -> None:
    start = TEXT.index("China ships")
    parted = {"id": "q-parts", "source": "article", "start": start, "end": start + 90,
              "exact": "China ships microelectronics [...] about sanctions on China"}  # fmt: skip
    case = small_case(quotes=[parted], claims=[claim("c-parts", "f-chips", "q-parts")])
    found = passages(case, "article", places(case, "article", check(case).anchors))
    assert [TEXT[first:last] for first, last in found.rows[0].parts] == [
        "China ships microelectronics",
        "about sanctions on China",
    ]
    assert found.at(TEXT.index("Talks")) == ()
    reader = make(case)
    assert reader.passage_at(reader.point_of("q-parts") or QPoint()) == "q-parts"


def test_a_case_whose_quotes_stand_shows_no_strip(make: Make) -> None:
    assert not make().missing.isVisible()


def test_a_second_source_is_offered_and_gone_to(make: Make) -> None:
    other = "Another text says that Russia buys shells."
    case = small_case(
        sources=[*rows()["sources"], source("report", other)],
        quotes=[*rows()["quotes"], quote("q-other", "Russia buys shells", "report", other)],
        claims=[*rows()["claims"], claim("c-other", "shells", "q-other")],
    )
    reader = make(case)
    assert reader.sources.choice.isVisible()
    reader.session.select("shells")
    assert reader.source == "report"
    assert reader.paper.toPlainText() == other
    assert reader.sources.choice.currentIndex() == 1
    reader.session.select("m-talks")
    assert reader.source == "article"


def test_a_case_without_a_text_says_so(make: Make) -> None:
    reader = make(small_case(sources=[], quotes=[]))
    assert reader.sources.line.text() == "This case holds no text."
    assert reader.paper.toPlainText() == ""
    reader.next_claim()
    assert not reader.session.selection


def test_every_claim_of_the_article_opens_its_words(make: Make) -> None:
    path = assets.resource("cases/stoltenberg-china.json")
    reader = make(Case.model_validate_json(path.read_text(encoding="utf-8")))
    case, session = reader.session.case, reader.session
    quoted = [(one, key) for one in case.claims.values() for key in one.quotes]
    assert len(quoted) > 100
    for one, key in quoted:
        session.select(one.about, quote=key, claim=one.id)
        assert key in reader.visible_quotes(), key
        point = reader.point_of(key)
        assert point is not None
        assert reader.paper.viewport().rect().contains(point), key


def test_what_is_in_sight_is_told_when_it_changes(make: Make, qtbot: QtBot) -> None:
    reader = make()
    with qtbot.waitSignal(reader.visibleChanged) as heard:
        reader.paper.verticalScrollBar().setValue(reader.paper.verticalScrollBar().maximum())
    assert heard.args == [("f-shells", "n-shells")]


def test_marks_stand_in_the_margin_and_pick(make: Make) -> None:
    reader = make()
    spots = reader.paper.margin.spots
    assert {mark.quote for spot in spots for mark in spot.marks} == {
        "q-flow", "q-name", "q-good", "q-talks", "q-denial", "q-cnc",
    }  # fmt: skip
    spot = next(spot for spot in spots if spot.marks[0].quote == "q-talks")
    assert "Possible sanctions on China" in spot.marks[0].words
    QTest.mouseClick(reader.paper.margin, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert reader.session.selection.quote == "q-talks"


def test_a_tooltip_says_what_a_passage_says(make: Make) -> None:
    reader = make()
    talks = Offsets(TEXT).units(TEXT.index("Talks"))
    assert reader.paper.words_at(talks) == "Sanctions: Possible sanctions on China"
    asked: list[int] = []

    def heard(unit: int) -> str:
        asked.append(unit)
        return ""  # a tooltip that is shown needs a platform that can raise it

    reader.paper.words_at = heard
    point = reader.point_of("q-talks")
    assert point is not None
    event = QHelpEvent(QEvent.Type.ToolTip, point, reader.paper.viewport().mapToGlobal(point))
    QApplication.sendEvent(reader.paper.viewport(), event)
    assert asked == [pytest.approx(talks, abs=1)]


def test_the_same_words_stay_on_top_when_the_size_changes(make: Make) -> None:
    reader = make()
    reader.paper.verticalScrollBar().setValue(600)
    before = reader.paper.cursorForPosition(QPoint(1, 1)).block().text()
    reader.resize(700, 500)
    assert reader.paper.cursorForPosition(QPoint(1, 1)).block().text() == before


def test_the_column_is_never_wider_than_is_comfortable(make: Make) -> None:
    reader = make(width=1400)
    line = reader.paper.fontMetrics().horizontalAdvance("x" * 80)
    assert reader.paper.viewport().width() < line
    assert reader.paper.margin.geometry().right() < reader.paper.viewport().x()


def test_the_text_grows_with_the_scale(make: Make) -> None:
    reader = make()
    before = reader.paper.document().size().height()
    reader.set_scale(1.5)
    assert reader.paper.document().size().height() > 1.5 * before
    reader.set_scale(99)
    assert reader.scale == 3.0


def test_moving_a_box_leaves_the_text_alone(make: Make) -> None:
    reader = make()
    layouts = reader.paper.document().revision()
    reader.session.do(move_box(reader.session.case, "flow", "china", 1, 2))
    assert reader.paper.document().revision() == layouts


def test_both_grounds_set_their_own_ink(make: Make, qapp: QApplication) -> None:
    reader = make()
    try:
        theme.dress(qapp, "dark")
        QApplication.processEvents()
        block = reader.paper.document().findBlock(Offsets(TEXT).units(TEXT.index("China ships")))
        assert block.charFormat().foreground().color() != theme.colour("ink", "light")
        assert reader.paper.palette().base().color() == theme.colour("surface", "dark")
    finally:
        theme.dress(qapp, "light")


def test_offsets_go_both_ways() -> None:
    text = "a🚢b🚢🚢c"
    offsets = Offsets(text)
    units = [offsets.units(points) for points in range(len(text) + 1)]
    assert units == [0, 1, 3, 4, 6, 8, 9]
    assert [offsets.points(unit) for unit in units] == list(range(len(text) + 1))
    assert offsets.points(2) == 1  # inside a pair


def test_what_would_break_the_page_is_replaced_one_for_one() -> None:
    text = "a\u2028b\u202ec\ufdd0d\rx\ufffce\U000e0041f"
    assert len(shown(text).encode("utf-16-le")) == len(text.encode("utf-16-le"))
    assert not set("\u2028\u202e\ufdd0\r\ufffc") & set(shown(text))


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Russia’s war", "russia's", ((0, 8),)),
        ("“Talks” and “talks”", '"TALKS"', ((0, 7), (12, 19))),
        ("a\u00a0b a b", "a b", ((0, 3), (4, 7))),
        ("İstanbul", "stanbul", ((1, 8),)),
        ("aaaa", "aa", ((0, 2), (2, 4))),
        ("text", "  ", ()),
    ],
)
def test_words_are_found_whatever_their_case_and_marks(text: str, words: str, found: object) -> None:
    assert occurrences(text, words) == found


def test_a_passage_is_lit_as_the_first_thing_it_speaks_of() -> None:
    case = small_case()
    found = passages(case, "article", places(case, "article", check(case).anchors))
    assert {row.quote: row.table for row in found.rows} == {
        "q-flow": "flows", "q-name": "actors", "q-good": "goods", "q-talks": "measures", "q-denial": "flows",
        "q-cnc": "transformations", "q-shells": "flows",
    }  # fmt: skip
    assert [row.track for row in found.rows[:3]] == [0, 1, 1]


def test_the_wheel_with_ctrl_changes_the_size(make: Make) -> None:
    reader = make()
    spot, none = QPointF(20, 20), QPoint()
    phase, inverted = Qt.ScrollPhase.NoScrollPhase, False
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    turned = QWheelEvent(spot, spot, none, QPoint(0, 120), buttons, keys, phase, inverted)
    QApplication.sendEvent(reader.paper.viewport(), turned)
    assert reader.scale == pytest.approx(1.1)
