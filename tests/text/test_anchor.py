"""Passages are found again, or plainly not; never a look-alike."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.text.anchor import STATUSES, Anchor, Selector, Text, locate

REPORT = (
    "Customs records show that Team Alpha shipped 1.5 million relays to Omsk in May 2023. "
    "The ministry said the maker has not supplied any lathes since then. "
    "A second lot, worth $4 million, went through the port of Riga in June. "
    "Inspectors doubt the papers of the second lot; the freight agent calls them “entirely correct”. "
    "Exports of bearings fell by -5 % while prices rose."
)


def _found(quote: Selector | str, text: str = REPORT) -> Anchor:
    return locate(Selector(quote) if isinstance(quote, str) else quote, text)


def _at(text: str, exact: str, *, context: int = 24, occurrence: int = 0) -> Selector:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(exact, start + 1)
    end = start + len(exact)
    return Selector(exact, text[max(0, start - context) : start], text[end : end + context], start, end)


def _words(anchor: Anchor, text: str = REPORT) -> list[str]:
    return [text[start:end] for start, end in anchor.parts]


class TestExact:
    def test_where_stated(self) -> None:
        anchor = _found(_at(REPORT, "the port of Riga"))
        assert (anchor.status, anchor.score, anchor.ambiguous) == ("exact", 1.0, False)
        assert _words(anchor) == ["the port of Riga"]

    def test_after_words_were_put_before(self) -> None:
        shifted = "Updated on Monday. " * 5 + REPORT
        anchor = _found(_at(REPORT, "second lot", occurrence=1), shifted)
        assert anchor.start == REPORT.index("second lot;") + 95
        assert anchor.status == "exact"

    def test_emoji_before_the_quote_count_as_one(self) -> None:
        text = "😀👩‍🚀 " + REPORT
        anchor = _found(_at(text, "to Omsk"), text)
        assert anchor.start == text.index("to Omsk")
        assert anchor.start == REPORT.index("to Omsk") + 5

    @pytest.mark.parametrize(
        ("prefix", "suffix", "word"),
        [
            ("all ", " from them", 0),
            ("none ", " from them", 1),
            ("al ", "", 0),
            ("nonne ", "", 1),
            ("", " to us", 2),
            ("", " tu us", 2),
            ("a prefix that is longer than what comes before it, all ", "", 0),
            ("", " to us and on beyond the end of the text", 2),
        ],
    )
    def test_the_words_around_decide(self, prefix: str, suffix: str, word: int) -> None:
        text = "all bought from them, none bought from them, some bought to us"
        places = [4, 27, 50]
        anchor = locate(Selector("bought", prefix, suffix), text)
        assert (anchor.status, anchor.start) == ("exact", places[word])

    def test_of_equals_the_nearest_and_it_says_so(self) -> None:
        text = "a a a a a"
        assert locate(Selector("a"), text).start == 0
        near = locate(Selector("a", "x", "y", start=5, end=6), text)
        assert (near.start, near.ambiguous) == (4, True)

    def test_overlapping_places(self) -> None:
        assert locate(Selector("ana", "ban", "s"), "bananas").start == 3
        assert locate(Selector("ana", "b", "nas"), "bananas").start == 1


class TestNormalized:
    @pytest.mark.parametrize(
        ("quote", "difference"),
        [
            ('the freight agent calls them "entirely correct".', "quotation marks"),
            ("the port\n  of Riga", "spaces or line breaks"),
            ("the fre-\night agent", "hyphens or dashes"),
            ("THE PORT of riga", "upper or lower case"),
            ("Ínspectors doubt the papers", "accents or ligatures"),
            ("the second lot, the freight agent", "other marks"),
        ],
    )
    def test_typography_does_not_count_and_is_told(self, quote: str, difference: str) -> None:
        anchor = _found(quote)
        assert anchor.status == "normalized"
        assert difference in anchor.differences

    def test_the_marks_at_the_ends_are_lit_up_too(self) -> None:
        assert _words(_found('"entirely correct."')) == ["“entirely correct”."]

    def test_a_sign_counts(self) -> None:
        anchor = _found("Exports of bearings fell by 5 % while prices rose")
        assert anchor.status == "conflict"
        assert anchor.differences == ("“5%” reads “-5%” here",)


class TestEllipsis:
    @pytest.mark.parametrize("mark", ["...", "…", "[...]", "(...)", "[…]", ". . ."])
    def test_parts_in_order(self, mark: str) -> None:
        anchor = _found(f"Team Alpha shipped {mark} to Omsk in May 2023")
        assert anchor.status == "ellipsis"
        assert _words(anchor) == ["Team Alpha shipped", "to Omsk in May 2023"]

    def test_parts_reversed_are_lost(self) -> None:
        assert _found("to Omsk in May 2023 ... Team Alpha shipped").status == "orphan"

    def test_a_gap_too_large_is_lost(self) -> None:
        text = "It began with the first delivery. " + "Filler goes here. " * 300 + "It ended with the last one."
        assert locate(Selector("the first delivery ... the last one"), text).status == "orphan"

    def test_parts_must_be_whole_words(self) -> None:
        assert _found("Team Al ... ped 1.5").status == "orphan"

    @pytest.mark.parametrize("quote", ["[...]", "…", "... ...", "“...”"])
    def test_only_a_mark_of_omission_is_refused(self, quote: str) -> None:
        assert _found(quote).status == "orphan"


class TestGuard:
    @pytest.mark.parametrize(
        ("quote", "told"),
        [
            ("Team Beta shipped 1.5 million relays to Omsk", "Beta"),
            ("Team Alpha shipped 15 million relays to Omsk", "15 million"),
            ("Team Alpha shipped 1,5 million relays to Omsk", "1,5 million"),
            ("The ministry said the maker has supplied any lathes since", "not"),
            ("A second lot, worth $1,000, went through the port of Riga", "$1,000"),
            ("A third lot, worth $4 million, went through the port of Riga", "third"),
            ("A second lot, worth $4 million, went through the port of Narva", "Narva"),
        ],
    )
    def test_what_changes_the_meaning_is_a_conflict(self, quote: str, told: str) -> None:
        anchor = _found(quote)
        assert anchor.status == "conflict"
        assert not anchor.found
        assert any(told in difference for difference in anchor.differences)

    def test_names_that_changed_places(self) -> None:
        text = "Last year the state of Ruritania delivered many bearings to the state of Graustark by rail."
        anchor = locate(Selector("the state of Graustark delivered many bearings to the state of Ruritania"), text)
        assert anchor.status in {"conflict", "orphan"}

    def test_a_harmless_change_is_fuzzy(self) -> None:
        anchor = _found("Inspectors doubted the papers of a second lot")
        assert anchor.status == "fuzzy"
        assert 0.75 <= anchor.score < 1
        assert _words(anchor) == ["Inspectors doubt the papers of the second lot"]

    def test_figures_are_not_found_inside_figures(self) -> None:
        text = "They restricted 215 firms and 1.5 million goods."
        assert locate(Selector("15 firms", "d ", " in", 5, 13), text).status == "orphan"
        assert locate(Selector("5 million goods", "and ", ".", 5, 20), text).status == "orphan"

    def test_names_are_not_found_inside_names(self) -> None:
        text = "Drones were supplied by Iranian dealers."
        assert locate(Selector("supplied by Iran", "were ", ".", 12, 28), text).status == "orphan"


class TestLost:
    @pytest.mark.parametrize(
        "quote",
        [
            Selector(""),
            Selector("", start=0, end=5),
            Selector("never written", start=-5, end=-1),
            Selector("never written", start=50, end=10),
            Selector("never written", start=0, end=10**12),
            Selector("Linus"),
            Selector("\ud800"),
            Selector("\x00\x00"),
            Selector("an utterly unrelated remark about football in the rain of Manchester"),
        ],
    )
    def test_invalid_or_absent_is_an_orphan_and_never_the_whole_text(self, quote: Selector) -> None:
        anchor = _found(quote)
        assert anchor.status == "orphan"
        assert (anchor.start, anchor.end, anchor.parts) == (None, None, ())
        assert anchor.differences

    @pytest.mark.parametrize("start", [-1, 10**9, 3])
    def test_a_wrong_place_does_no_harm(self, start: int) -> None:
        anchor = _found(Selector("the port of Riga", start=start, end=start + 2))
        assert _words(anchor) == ["the port of Riga"]

    def test_short_look_alikes_are_lost(self) -> None:
        assert locate(Selector("Linus"), "His chines were cut.").status == "orphan"
        assert locate(Selector("his plan", "to ", " w", 0, 8), "We saw this plan.").status == "orphan"

    def test_a_near_miss_is_kept_but_not_lit_up(self) -> None:
        anchor = _found("Inspectors trusted all papers of their second cargo there")
        assert anchor.status == "orphan"
        assert anchor.near_miss is not None
        assert anchor.parts == ()

    def test_an_empty_text(self) -> None:
        assert locate(Selector("anything at all that is long enough"), "").status == "orphan"


class TestBounds:
    """A text made to be slow is not."""

    def test_repetition(self) -> None:
        text = Text("ab " * 60_000)
        assert locate(Selector("ab " * 3_000 + "x", start=5), text).status in STATUSES
        assert locate(Selector("ab", "q", "q", start=90_000), text).ambiguous

    def test_endless_words_around(self) -> None:
        quote = Selector("ab", "x" * 100_000, "y" * 100_000, start=9)
        assert locate(quote, "ab cd " * 10_000).start == 6

    def test_a_long_quote_with_changes_is_found_by_its_ends(self) -> None:
        text = "Preface. " + " ".join(f"word{chr(97 + n % 26) * (n // 26 % 16 + 1)} and" for n in range(400)) + " End."
        quote = text[9:-5].replace("wordaaa", "wordaa")
        anchor = locate(Selector(quote), text)
        assert anchor.status == "fuzzy"
        assert _words(anchor, text) == [text[9:-5]]

    def test_more_characters_than_the_aligner_knows(self) -> None:
        text = "".join(chr(0x4E00 + n) for n in range(2_000))
        quote = text[300:650].replace(text[400], "错")
        anchor = locate(Selector(quote), text)
        assert anchor.start is not None
        assert abs(anchor.start - 300) <= 1


@given(st.text(min_size=1, max_size=200), st.data())
def test_an_untouched_span_is_exact_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    end = data.draw(st.integers(min_value=start + 1, max_value=len(text)))
    quote = Selector(text[start:end], text[max(0, start - 8) : start], text[end : end + 8], start, end)
    anchor = locate(quote, text)
    assert (anchor.status, anchor.start, anchor.end) == ("exact", start, end)


_SENTENCE = st.lists(
    st.sampled_from(["tin", "ore", "from", "lake", "coal", "river", "mill", "sold", "bought", "cargo"]),
    min_size=6,
    max_size=12,
)


@given(st.lists(_SENTENCE, min_size=3, max_size=6), st.data())
def test_a_deleted_span_is_not_found_as_it_was(rows: list[list[str]], data: st.DataObject) -> None:
    whole = [" ".join(words).capitalize() + "." for words in rows]
    gone = data.draw(st.integers(min_value=0, max_value=len(whole) - 1))
    quote = _at(" ".join(whole), whole[gone])
    left = " ".join(sentence for place, sentence in enumerate(whole) if place != gone)
    assume(whole[gone][:-1].lower() not in left.lower())
    assert locate(quote, left).status not in {"exact", "normalized"}


@given(st.text(max_size=300), st.text(max_size=120), st.integers(min_value=-5, max_value=400))
def test_whatever_is_asked_the_answer_lies_in_the_text(text: str, exact: str, start: int) -> None:
    anchor = locate(Selector(exact, start=start, end=start + len(exact)), text)
    assert anchor.status in STATUSES
    assert all(0 <= low < high <= len(text) for low, high in anchor.parts)
    assert bool(anchor.parts) == (anchor.status != "orphan")
