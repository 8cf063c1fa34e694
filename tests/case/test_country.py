"""Countries: short names as an article writes them, for every code; an unknown code stands for itself."""

from explorer import assets
from explorer.case.country import country
from tests.article import article


def test_names_are_short() -> None:
    assert [country(code) for code in ("CN", "US", "KP", "TR", "HK")] == [
        "China", "United States", "North Korea", "Türkiye", "Hong Kong",
    ]  # fmt: skip


def test_an_unknown_code_stands_for_itself() -> None:
    assert country("ZZ") == "ZZ"


def test_every_code_of_the_table_has_a_name_of_its_own() -> None:
    rows = assets.table("countries.toml")
    assert len(rows) == len(set(rows.values())) == 249
    assert all(len(code) == 2 and code.isupper() and name for code, name in rows.items())


def test_every_country_of_the_article_is_known() -> None:
    codes = {actor.country for actor in article().actors.values() if actor.country}
    assert codes
    assert all(country(code) != code for code in codes)
