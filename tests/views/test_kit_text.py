"""The text gate: what a file says is shown as it stands, never interpreted, nothing in it hidden, never endless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from explorer.views.kit.text import LABEL_LIMIT, TOOLTIP_LIMIT, clip, label, plain, tooltip, visible


def test_long_text_is_clipped_with_a_count() -> None:
    assert clip("abc", 3) == "abc"
    assert clip("a" * 2_003) == f"{'a' * LABEL_LIMIT} … (3 more characters)"
    assert clip("a" * 1_502, 2) == "aa … (1,500 more characters)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("abc\u202ecba", "abc‹U+202E›cba"),
        ("zero\u200bwidth", "zero‹U+200B›width"),
        ("bell\x07", "bell‹U+0007›"),
        ("one\u2028two", "one‹U+2028›two"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zürich 中文 Россия 🚢", "Zürich 中文 Россия 🚢"),
    ],
)
def test_what_hides_or_reorders_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_label_is_plain(qtbot: QtBot) -> None:
    made = label("<img src=/canary> <b>x</b>", bold=True, muted=True, size=1.5)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == "<img src=/canary> <b>x</b>"
    assert made.font().bold()
    assert made.property("muted") is True
    assert made.wordWrap()


def test_a_label_shows_nothing_hidden(qtbot: QtBot) -> None:
    made = label("a\u202eb" + "x" * 5_000)
    qtbot.addWidget(made)
    assert made.text().startswith("a‹U+202E›b")
    assert len(made.text()) < LABEL_LIMIT + 100


@given(st.text(alphabet="<>&;/ab\"'=\n !-", max_size=200))
def test_a_tooltip_reads_as_the_text_that_it_was_given(text: str) -> None:
    document = QTextDocument()
    document.setHtml(tooltip(text))
    assert document.toPlainText().split() == plain(text, TOOLTIP_LIMIT).split()


def test_a_tooltip_holds_no_tag_of_a_file() -> None:
    made = tooltip("<img src=/canary><script>x</script>" + "y" * 10_000)
    assert made.count("<") == 2  # its own paragraph, opened and closed
    assert len(made) < 1_000
