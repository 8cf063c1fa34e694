"""What can lead from one element to another, and what becomes of it."""

import pytest

from explorer.case.case import Case
from explorer.case.check import check
from explorer.edit.offer import offers, roles


def _case() -> Case:
    return Case.model_validate(
        {
            "title": "t",
            "actors": [{"id": key, "kind": "state", "name": key.title()} for key in ("a", "b", "c")],
            "goods": [{"id": key, "kind": "weapons", "name": key} for key in ("guns", "butter")],
            "flows": [{"id": "f", "kind": "export", "supplier": "a", "good": "butter", "recipient": "c"}],
            "relations": [
                {"id": "r1", "kind": "war", "subject": "a", "role": "fights", "object": "b"},
                {"id": "r2", "kind": "tie", "subject": "a", "role": "borders", "object": "b"},
                {"id": "r3", "kind": "tie", "subject": "b", "role": "borders", "object": "a"},
            ],
            "events": [{"id": "e", "kind": "visit", "name": "A visit"}],
        }
    )


def test_two_actors_are_related_or_one_supplies_the_other() -> None:
    relation, flow = offers(_case(), "a", "b")
    assert (relation.sort, flow.sort, flow.third, flow.optional) == ("relation", "flow", "good", False)
    assert flow.thirds == ("butter", "guns")


def test_an_actor_supplies_a_good_to_somebody_or_to_nobody_named() -> None:
    flow, relation = offers(_case(), "b", "butter")
    assert (flow.third, flow.optional, flow.thirds) == ("recipient", True, ("c", "a"))
    assert relation.sort == "relation"
    case = flow.command(_case(), "supply")(_case())
    (new,) = [row for row in case.flows.values() if row.id != "f"]
    assert (new.supplier, new.good, new.recipient) == ("b", "butter", None)


def test_a_good_goes_to_an_actor_from_somebody() -> None:
    (flow,) = offers(_case(), "butter", "b")
    assert (flow.third, flow.thirds) == ("supplier", ("a", "c"))
    case = flow.command(_case(), "supply", "a")(_case())
    assert [(row.supplier, row.good, row.recipient) for row in case.flows.values()][1] == ("a", "butter", "b")
    with pytest.raises(ValueError, match="supplier"):
        flow.command(_case(), "supply")


def test_a_good_is_made_into_another() -> None:
    (made,) = offers(_case(), "butter", "guns")
    case = made.command(_case(), "made-into")(_case())
    assert [(row.input, row.output) for row in case.transformations.values()] == [("butter", "guns")]


@pytest.mark.parametrize(("source", "target"), [("a", "a"), ("a", "nobody"), ("e", "a"), ("butter", "e"), ("f", "a")])
def test_what_does_not_fit_is_not_offered(source: str, target: str) -> None:
    assert offers(_case(), source, target) == ()


def test_an_actor_stands_in_a_relation_to_an_event() -> None:
    (relation,) = offers(_case(), "a", "e")
    assert relation.sort == "relation"


def test_whatever_is_offered_gives_a_case_that_holds_together() -> None:
    case = _case()
    for source in case.elements:
        for target in case.elements:
            for offer in offers(case, source, target):
                third = offer.thirds[0] if offer.thirds else None
                after = offer.command(case, offer.kinds(case)[0].id, third, "knows")(case)
                assert Case.model_validate(after.model_dump(mode="json")) == after
                assert check(after).broken == ()


def test_the_kinds_that_are_used_come_first() -> None:
    relation, flow = offers(_case(), "a", "b")
    assert [kind.id for kind in relation.kinds(_case())[:2]] == ["tie", "war"]
    assert flow.kinds(_case())[0].id == "export"


def test_known_roles_come_with_their_kind() -> None:
    assert dict(roles(_case())) == {"borders": "tie", "fights": "war"}
    assert list(roles(_case())) == ["borders", "fights"]
