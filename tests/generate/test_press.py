"""The press: passages stand where their quotes say, names are introduced once, articles are of believable length."""

from explorer.generate.chance import stream
from explorer.generate.press import Edition, Press
from explorer.generate.saying import Remark, Saying

NAMES = {"velkor": "Velkor Óptics", "bolt": "Bolt Works", "good-lenses": "Fine lenses", "ada": "Ada Kor"}
CALLED = {"velkor": "a maker of lenses in Norway", "bolt": "a manufacturer in Chile", "ada": "a reporter in Kenya"}


def _printed(*sayings: Saying) -> Edition:
    press = Press(NAMES, CALLED, stream(1, "press"))
    assert list(press.print(sayings, ["ada"], ["The Ledger"]))
    return press.edition


def test_who_is_first_named_is_introduced_and_the_sentence_goes_on() -> None:
    sale = Remark("flow", "[velkor] sells [good-lenses] to [bolt].")
    edition = _printed(
        Saying("Who buys [good-lenses]", "[velkor] sells [good-lenses] to [bolt].", (sale,)),
        Saying("Who buys [good-lenses]", "[good-lenses] of [velkor], says [bolt], are dear.", (sale,)),
    )
    text = edition.sources[0].text
    assert text.startswith("Who buys fine lenses\n\nby Ada Kor\n\n")
    first = "Velkor Óptics, a maker of lenses in Norway, sells fine lenses to Bolt Works, a manufacturer in Chile."
    assert first in text
    assert "Fine lenses of Velkor Óptics, says Bolt Works, are dear." in text
    assert [claim.statement for claim in edition.claims if claim.about == "bolt"] == [
        "Bolt Works is a manufacturer in Chile."
    ]


def test_every_quote_is_cut_from_its_text() -> None:
    edition = _printed(*(Saying("Much", f"[velkor] sold {n} lots.", (Remark(f"flow-{n}", "So."),)) for n in range(200)))
    texts = {source.id: source.text for source in edition.sources}
    assert 4 <= len(texts) <= 7
    for quote in edition.quotes:
        text = texts[quote.source]
        assert text[quote.start : quote.end] == quote.exact
        assert text.startswith(quote.suffix, quote.end)
        assert text.endswith(quote.prefix, 0, quote.start)
    assert {claim.quotes for claim in edition.claims} == {(quote.id,) for quote in edition.quotes}
    assert all(claim.speaker in texts for claim in edition.claims)


def test_what_says_nothing_is_marked_so() -> None:
    source = _printed(Saying("Much", "More follows."), Saying("Much", "Nothing else.")).sources[0]
    assert [mark.exact for mark in source.no_claim] == ["Much", "More follows.", "Nothing else."]
