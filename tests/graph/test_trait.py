"""Traits: every element in one group, and the groups answer as the elements would."""

from datetime import date

from explorer.graph.trait import dates_of, ends, span, traits
from tests.article import article
from tests.small_case import small_case


def test_every_element_has_one_trait() -> None:
    for case in (article(), small_case()):
        keys = [key for group in traits(case).groups.values() for key in group]
        assert sorted(keys) == sorted(case.elements)


def test_a_trait_says_what_its_elements_are() -> None:
    case = article()
    for trait, keys in traits(case).groups.items():
        for key in keys:
            assert trait.kind == f"{case.table_of[key]}/{case.elements[key].kind}"
            assert trait.said == {(claim.stance, claim.basis) for claim in case.claims_about(key)}
            assert (trait.support == "supported") == bool(case.quotes_of(key))
        values = list(trait.values())
        assert len(values) == len(set(values))


def test_what_has_days_has_them_and_what_could_have_is_known() -> None:
    case = article()
    held = traits(case)
    for key, days in held.dated.items():
        assert days == tuple(span(value) for value in dates_of(case.elements[key]))
    assert not held.undated & held.dated.keys()
    assert not held.undated & (case.actors.keys() | case.goods.keys())
    assert date(2023, 3, 1) in {first for days in held.dated.values() for first, _ in days}


def test_what_hangs_on_what() -> None:
    case = article()
    assert traits(case).ends == {key: ends(row) for key, row in case.elements.items() if ends(row)}
