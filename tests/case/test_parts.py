"""What a case is about: each part with what it must have, and nothing that cannot be."""

from typing import Any

import pytest
from pydantic import ValidationError

from explorer.case.parts import Actor, Figure, Flow, Good, Measure, Position, Question


def test_a_figure_is_a_range_or_a_value_or_words() -> None:
    figure: dict[str, Any] = {"id": "n", "kind": "count", "name": "N", "unit": "firms"}
    assert Figure(**figure, low=1, high=2)
    assert Figure(**figure, low=2, high=2)
    assert Figure(**figure).low is None
    with pytest.raises(ValidationError, match="low end \\(3\\) is above the high end \\(2\\)"):
        Figure(**figure, low=3, high=2)
    with pytest.raises(ValidationError, match="finite"):
        Figure(**figure, low=float("nan"))


def test_a_measure_has_a_status() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        Measure(id="m", kind="sanctions", name="M", history=())


@pytest.mark.parametrize("country", ["China", "cn", "CHN", ""])
def test_a_country_is_two_letters(country: str) -> None:
    with pytest.raises(ValidationError):
        Actor(id="a", kind="state", name="A", country=country)
    assert Actor(id="a", kind="state", name="A", country="CN").country == "CN"


@pytest.mark.parametrize(("tier", "codes"), [("5", []), (None, [{"code": "x"}]), (None, [{"code": "1234567"}])])
def test_codes_and_tiers_are_those_of_the_lists(tier: str | None, codes: list[dict[str, str]]) -> None:
    with pytest.raises(ValidationError):
        Good.model_validate({"id": "g", "kind": "electronics", "name": "g", "tier": tier, "codes": codes})


def test_a_flow_needs_who_supplies_what_and_not_to_whom() -> None:
    assert Flow(id="f", kind="supply", supplier="a", good="g").recipient is None
    with pytest.raises(ValidationError, match="supplier"):
        Flow.model_validate({"id": "f", "kind": "supply", "good": "g"})


def test_views_are_the_three() -> None:
    with pytest.raises(ValidationError):
        Position(id="p", view="map", box="b", x=0, y=0)
    with pytest.raises(ValidationError):
        Question(id="q", text="?", caption="", select=(), view="map")
    with pytest.raises(ValidationError, match="finite"):
        Position(id="p", box="b", x=float("inf"), y=0)
