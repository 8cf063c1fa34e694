"""The words of the generator belong to the vocabulary of the program."""

from explorer.case.kinds import vocabulary
from explorer.generate import words


def test_goods_are_of_known_kinds_with_real_headings() -> None:
    known = vocabulary("good")
    for ware in (*words.wares("rows"), *words.wares("made")):
        assert ware.kind in known
        assert ware.code == "" or (len(ware.code) == 4 and ware.code.isdigit())


def test_countries_have_iso_codes() -> None:
    assert all(len(code) == 2 and code.isupper() and name for code, name in words.countries().items())
    assert len(words.countries()) > 30


def test_every_list_has_words() -> None:
    assert words.qualities()
    assert words.uses()
    assert all(words.syllables(place) for place in ("first", "middle", "last", "accented", "given"))
    assert all(words.sectors(key) for key in ("buyers", "traders", "groups", "bodies", "media", "issuers"))
