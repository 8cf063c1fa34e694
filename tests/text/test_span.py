"""A text is folded once, and only if somebody asks."""

from explorer.text.anchor import Selector, locate
from explorer.text.fold import fold
from explorer.text.span import Span, Text


def test_a_span_cuts_what_it_names() -> None:
    span = Span(2, 5)
    assert "abcdefg"[slice(*span)] == "cde"
    assert (span.start, span.end) == span == (2, 5)
    assert sorted([Span(3, 4), Span(2, 9), Span(2, 5)]) == [Span(2, 5), Span(2, 9), Span(3, 4)]


def test_the_text_stays_as_it_is_and_is_folded_beside() -> None:
    text = Text("“Größe” 1.5")
    assert text.raw == "“Größe” 1.5"
    assert text.folded.text == fold(text.raw).text == "grosse1.5"


def test_it_is_folded_once() -> None:
    text = Text("One. Two.")
    assert text.folded is text.folded


def test_words_that_stand_there_need_no_folding() -> None:
    """A case whose quotes are all exact is checked without folding its articles."""
    text = Text("Acme sold 5 pumps to Bolt.")
    assert locate(Selector("5 pumps", "sold ", " to", 10, 17), text).status == "exact"
    assert locate(Selector("5 pumps"), text).status == "exact"
    assert "folded" not in vars(text)


def test_all_searches_share_the_one_that_was_folded() -> None:
    text = Text("Acme sold 5 pumps to Bolt.")
    assert locate(Selector("acme SOLD 5 pumps"), text).status == "normalized"
    first = text.folded
    assert locate(Selector("Acme ... to Bolt"), text).status == "ellipsis"
    assert text.folded is first
