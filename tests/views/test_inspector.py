from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.case.case import Case
from explorer.case.check import check
from explorer.edit.commands import move_box
from explorer.session.state import Opened, Session
from explorer.views.inspector.connections import connections, reach
from explorer.views.inspector.facts import facts, worked_out
from explorer.views.inspector.sections import EMPTY
from explorer.views.inspector.view import Inspector
from explorer.views.inspector.words import UNSUPPORTED, grade_words
from explorer.views.kit.cards import Chip, Link
from tests.views.small import claim, rows, small_case
from tests.views.stage import on_stage

Make = Callable[..., Inspector]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    stages: list[QWidget] = []  # a window that nobody holds is gone

    def made(case: Case | None = None, width: int = 380) -> Inspector:
        case = case or small_case()
        pane = Inspector(Session(Opened(case, check(case))))
        pane.begin()
        stages.append(on_stage(qtbot, pane, width, 700))
        return pane

    return made


def _pick(pane: Inspector, *ids: str, quote: str | None = None, claim: str | None = None) -> None:
    pane.session.select(*ids, quote=quote, claim=claim)
    pane.area.finish()


def _said(pane: QWidget) -> list[str]:
    labels = [label.text() for label in pane.findChildren(QLabel) if not label.isHidden()]
    return [*labels, *(link.words for link in pane.findChildren(Link))]


def _content(pane: Inspector) -> list[str]:
    QApplication.processEvents()  # a widget of a page that is shown comes up in the next turn
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was replaced is gone
    return _said(pane)


def _link(pane: QWidget, words: str) -> Link:
    return next(link for link in pane.findChildren(Link) if link.words == words)


def test_nothing_picked_says_how_to_begin(make: Make) -> None:
    pane = make()
    pane.area.finish()
    assert EMPTY in _content(pane)
    assert "Made for tests." in _content(pane)


def test_a_flow_shows_its_ends_its_time_and_who_says_so(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    said = _content(pane)
    for words in (
        "China → microelectronics → Russia",
        "since March 2023",
        "Stoltenberg > BBC > article",
        "Statement c-flow.",
        "“China ships microelectronics to Russia”",
        "B2 · usually reliable source, probably true: on record",
    ):
        assert words in said
    assert [card.claim.id for card in pane.cards] == ["c-flow"]


def test_show_in_text_picks_claim_and_passage(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    _link(pane, "Show in text").click()
    selection = pane.session.selection
    assert (selection.ids, selection.quote, selection.claim) == (("f-chips",), "q-flow", "c-flow")
    assert pane.cards[0].picked


def test_a_click_anywhere_on_a_card_shows_its_words(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    card = pane.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 4, 4))
    assert pane.session.selection.claim == "c-flow"


def test_another_claim_of_the_same_element_keeps_the_cards(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    before = pane.cards
    _pick(pane, "f-chips", quote="q-flow", claim="c-flow")
    assert pane.cards == before


def test_a_claim_without_a_passage_is_called_unsupported(make: Make) -> None:
    pane = make()
    _pick(pane, "f-lost")
    assert UNSUPPORTED in _content(pane)
    assert "Show in text" not in _content(pane)


def test_a_quote_that_is_not_found_is_said_so(make: Make) -> None:
    lost = {
        "id": "q-lost",
        "source": "article",
        "exact": "Nobody wrote these eleven strange words",
        "start": 3,
        "end": 42,
    }
    claims = [claim("c-lost", "f-lost", "q-lost")]
    pane = make(small_case(quotes=[*rows()["quotes"], lost], claims=claims))
    _pick(pane, "f-lost")
    assert any(words.startswith("Not found in the text") for words in _content(pane))


def test_an_end_of_a_flow_leads_further(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    _link(pane, "Russia").click()
    assert pane.session.selection.ids == ("russia",)


def test_what_else_is_picked_can_be_switched_to(make: Make) -> None:
    pane = make()
    _pick(pane, "f-shells", "n-shells", quote="q-shells")
    chip = next(iter(pane.findChildren(Chip)))
    assert chip.words == "Artillery shells"
    chip.click()
    assert pane.session.selection.ids == ("n-shells", "f-shells")
    assert pane.session.selection.quote == "q-shells"


def test_both_sides_of_a_contradiction_stand_beside_each_other(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    said = _content(pane)
    assert "Contradicted by" in said
    assert "Statement c-denial." in said
    _pick(pane, "f-weapons")
    assert "Stands against" in _content(pane)
    QApplication.processEvents()
    stated = _link(pane, "Stoltenberg (BBC)")
    sides = stated.parentWidget()
    assert sides is not None
    denied = _link(sides, "China")
    assert stated.y() == denied.y()
    assert stated.x() < denied.x()
    stated.click()
    assert pane.session.selection.claim == "c-flow"


def test_an_actor_with_many_claims_unfolds(make: Make) -> None:
    many = [claim(f"c-{n}", "china", "q-name", speaker="article") for n in range(9)]
    pane = make(small_case(claims=many))
    _pick(pane, "china")
    assert len(pane.cards) == 4
    _link(pane, "Show all 9 claims").click()
    assert len(pane.cards) == 9
    _pick(pane, "russia")
    _pick(pane, "china")
    assert len(pane.cards) == 4


def test_nothing_is_clipped_at_any_width(make: Make) -> None:
    pane = make()
    for width in (320, 460):
        pane.resize(width, 700)
        for key in pane.session.case.elements:
            _pick(pane, key)
            for _ in range(3):  # the page is laid out, then its scroll bar takes room, then it is laid out again
                QApplication.processEvents()
            assert pane.area.content.width() <= pane.area.viewport().width()
            for widget in (*pane.area.content.findChildren(QLabel), *pane.area.content.findChildren(Link)):
                assert widget.height() >= widget.heightForWidth(widget.width()), (
                    key,
                    width,
                    getattr(widget, "words", ""),
                )


def test_a_box_that_moves_leaves_the_page_alone(make: Make) -> None:
    pane = make()
    _pick(pane, "f-chips")
    before = pane.cards
    pane.session.do(move_box(pane.session.case, "flow", "china", 1, 2))
    assert pane.cards == before


def test_the_rest_is_built_in_the_next_moments(make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.session.select("china")
    qtbot.waitUntil(lambda: "Beijing stands for the government." in _content(pane))


def test_what_the_filters_hide_is_still_shown_and_said_to_be_hidden(make: Make) -> None:
    pane = make()
    _pick(pane, "m-talks")
    assert not pane.hint.isVisible()
    pane.session.look(pane.session.lens.switched("kind", "measures/sanctions", on=False))
    assert pane.hint.isVisible()
    assert "Statement c-talks." in _content(pane)
    pane.session.look(pane.session.lens.cleared())
    assert not pane.hint.isVisible()


def test_markup_in_a_name_is_shown_as_it_is(make: Make) -> None:
    actors = [{**row, "name": "<b>China</b> & Co"} if row["id"] == "china" else row for row in rows()["actors"]]
    pane = make(small_case(actors=actors))
    _pick(pane, "china")
    label = next(label for label in pane.findChildren(QLabel) if label.text() == "<b>China</b> & Co")
    assert label.textFormat() == Qt.TextFormat.PlainText
    _pick(pane, "f-chips")
    assert _link(pane, "<b>China</b> & Co").accessibleName() == "<b>China</b> & Co"


def test_every_fact_of_a_measure() -> None:
    table = {fact.label: [value.words for value in fact.values] for fact in facts(small_case(), "m-talks")}
    assert table == {
        "By": ["NATO members"],
        "Against": ["China"],
        "Condition": ["if it does not change"],
        "Status": ["Demanded", "Under discussion"],
    }


def test_what_is_not_said_is_said_not_to_be() -> None:
    flows = [{"id": "f", "kind": "supply", "supplier": "china", "good": "chips"}]
    table = {fact.label: fact.values[0].words for fact in facts(small_case(flows=flows, figures=[], claims=[]), "f")}
    assert table["Recipient"] == "not said"
    assert table["When"] == "date not said"


def test_a_date_that_was_worked_out_comes_with_its_reason() -> None:
    (row,) = worked_out(small_case(), "f-shells")
    assert row.label == "From, Until"
    assert (row.values[0].words, row.values[0].aside) == ("May 2024", "the text says: in May")


def test_a_measure_reaches_flows_and_a_flow_its_measures() -> None:
    case = small_case()
    hit = reach(case, "m-talks")
    assert hit is not None
    assert [row.element for row in hit.rows] == ["f-chips", "f-weapons", "f-lost"]
    assert hit.rows[0].aside == "since March 2023, says Stoltenberg (BBC); China is a target and supplies this flow"
    touched = reach(case, "f-chips")
    assert touched is not None
    assert [row.element for row in touched.rows] == ["m-talks"]
    assert reach(case, "china") is None


def test_connections_of_an_actor() -> None:
    groups = {group.title: [row.words for row in group.rows] for group in connections(small_case(), "russia")}
    assert groups == {
        "Receives": [
            "microelectronics ← China",
            "lethal weapons ← China",
            "artillery shells ← North Korea",
            "CNC machines ← China",
        ]
    }


def test_a_grade_reads_as_words() -> None:
    case = small_case()
    assert grade_words(case.claims["c-talks"]) == "F6 · cannot be judged"


def test_picked_flows_of_one_name_are_told_apart_by_who_says_them(make: Make) -> None:
    flow = {"kind": "supply", "supplier": "china", "good": "chips", "recipient": "russia"}
    case = small_case(
        flows=[*rows()["flows"], {"id": "f-again", **flow}],
        claims=[*rows()["claims"], claim("c-again", "f-again", "q-good", speaker="article")],
    )
    pane = make(case)
    _pick(pane, "f-weapons", "f-chips", "f-again")
    assert [chip.words for chip in pane.findChildren(Chip)] == [
        "China → microelectronics → Russia, since March 2023, says Stoltenberg (BBC)",
        "China → microelectronics → Russia, says the article",
    ]
    _pick(pane, "f-weapons", "f-chips")
    _content(pane)
    assert [chip.words for chip in pane.findChildren(Chip)] == ["China → microelectronics → Russia"]


def test_a_kind_that_is_called_like_its_element_is_not_repeated(make: Make) -> None:
    pane = make(
        small_case(goods=[{**row, "name": "Ammunition"} if row["id"] == "shells" else row for row in rows()["goods"]])
    )
    _pick(pane, "shells")
    assert _content(pane).count("Ammunition") == 1
    _pick(pane, "weapons")
    assert "Weapons" in _content(pane)
