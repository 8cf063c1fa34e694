"""Groups: keys say country, kind or owner; owners are followed to the top; rings and denials are no way up."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.case.case import Case
from explorer.graph.group import commonest, count_words, fold_id, group_keys, key_of, title
from tests.article import article


def owned(*ties: tuple[str, str], denied: tuple[str, ...] = ()) -> Case:
    """Actors of one letter, the first of each pair owned by the second; some of the ties are denied by all."""
    names = sorted({name for tie in ties for name in tie})
    return Case.model_validate({
        "title": "t",
        "actors": [{"id": name, "kind": "company", "name": f"{name.upper()} Ltd"} for name in names],
        "relations": [
            {"id": f"tie-{a}-{b}", "kind": "ownership", "subject": a, "role": "belongs to", "object": b}
            for a, b in ties
        ],
        "claims": [
            {"id": f"no-{i}", "about": key, "statement": "No.", "speaker": names[0], "stance": "denies", "quotes": []}
            for i, key in enumerate(denied)
        ],
    })  # fmt: skip


def tops(case: Case) -> dict[str, str]:
    """Who stands at the top of each."""
    keys = group_keys(case, "group", ((key, None) for key in case.actors))
    return {box: key.removeprefix("-/group:") for box, key in keys.items()}


def test_owners_are_followed_to_the_top() -> None:
    assert tops(owned(("a", "b"), ("b", "c"), ("d", "c"))) == dict.fromkeys("abcd", "c")
    assert tops(owned(("d", "c"), ("b", "c"), ("a", "b"))) == dict.fromkeys("abcd", "c")


def test_a_ring_of_owners_ends_at_the_first_of_them() -> None:
    assert tops(owned(("b", "c"), ("c", "b"), ("a", "c"))) == dict.fromkeys("abc", "b")


def test_a_denied_tie_and_a_tie_to_oneself_do_not_count() -> None:
    assert tops(owned(("a", "b"), denied=("tie-a-b",))) == {}
    assert tops(owned(("a", "a"), ("b", "c"))) == dict.fromkeys("bc", "c")


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), min_size=1, unique=True))
def test_whoever_owns_or_is_owned_has_one_top_and_shares_it_with_the_owner(ties: list[tuple[str, str]]) -> None:
    found = tops(owned(*ties))
    first: dict[str, str] = {}
    for a, b in ties:
        if a != b:
            first.setdefault(a, b)
    assert found.keys() == {key for a, b in first.items() for key in (a, b)}
    assert all(found[a] == found[b] for a, b in first.items())


def test_keys_never_mix_lanes_or_tables() -> None:
    case = article()
    boxes = [("china", "supplier"), ("china", "recipient"), ("good-microelectronics", "good"), ("event-e1", None)]
    assert [next(iter(group_keys(case, "country", [box]).values())) for box in boxes] == [
        "supplier/country:CN", "recipient/country:CN", "good/kind:goods.electronics",
        f"-/kind:events.{case.events['event-e1'].kind}",
    ]  # fmt: skip
    assert group_keys(case, "", boxes) == {}


def test_titles() -> None:
    case = owned(("a", "b"))
    keys = (
        "supplier/country:CN",
        "-/country:",
        "good/kind:goods.machinery",
        "supplier/kind:actors.company",
        "-/group:b",
    )
    assert [title(case, key) for key in keys] == ["China", "Country not said", "Machine tools", "Companies", "B Ltd"]


def test_what_stands_on_a_fold() -> None:
    case = article()
    assert count_words(case, "-/country:CN", ["china", "xi"]) == "China: 2 actors"
    assert count_words(case, "-/country:CN", ["putin", "xi"], more=True) == "China: 2 more people"
    assert count_words(case, "-/kind:actors.state", ["china", "russia"]) == "2 states"
    assert count_words(case, "good/kind:goods.weapons", ["good-lethal-weapons"] * 1204) == "1,204 goods: Weapons"


def test_the_icon_is_that_of_most() -> None:
    assert commonest(article(), ["china", "putin", "xi"]).id == "person"


def test_the_id_of_a_fold_leads_to_its_key() -> None:
    assert key_of(fold_id("supplier/country:CN")) == "supplier/country:CN"
    assert key_of("china") is None
