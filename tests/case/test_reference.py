"""Every id that a row names is a reference: of each table, each field, each place in a list.

The tables say themselves which of their fields hold ids, so a field that is added cannot be forgotten here.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from explorer.case.base import Id, table_of
from explorer.case.case import ELEMENT_TABLES, TABLES, Case
from explorer.case.evidence import Claim
from explorer.case.parts import Position
from explorer.case.reference import references
from explorer.case.rule import rule_findings
from tests.article import article

#: Ids that name no row: a row's own, and those of the vocabulary.
_NO_ROW = {"id", "kind", "history.status"}


def _model(table: str) -> type[BaseModel]:
    model: type[BaseModel] = get_args(Case.model_fields[table].annotation)[1]
    return model


def _id_fields(model: type[BaseModel], above: str = "") -> Iterator[str]:
    for name, hint in get_type_hints(model, include_extras=True).items():
        if name not in model.model_fields:
            continue
        for kind in (hint, *get_args(hint)):
            if kind == Id:
                yield above + name
            elif isinstance(kind, type) and issubclass(kind, BaseModel):
                yield from _id_fields(kind, f"{above}{name}.")


FIELDS = [(table, field) for table in TABLES for field in _id_fields(_model(table)) if field not in _NO_ROW]


_ACTORS, _GOODS, _VOICES, _ELEMENTS = {"actors"}, {"goods"}, {"actors", "sources"}, set(ELEMENT_TABLES)
#: What may stand where, told a second time, by what a reader of the case would expect.
_MEANT: dict[tuple[str, str], set[str]] = {
    ("", "author"): _ACTORS, ("", "source"): {"sources"}, ("", "supplier"): _ACTORS, ("", "good"): _GOODS,
    ("", "recipient"): _ACTORS, ("flows", "via"): _ACTORS, ("claims", "via"): _VOICES, ("", "input"): _GOODS,
    ("", "exchange_for"): {"flows"}, ("", "output"): _GOODS, ("", "maker"): _ACTORS, ("", "subject"): _ACTORS,
    ("", "object"): _ELEMENTS, ("", "issuers"): _ACTORS, ("", "targets"): _ACTORS, ("", "goods"): _GOODS,
    ("", "place"): _ACTORS, ("", "participants"): _ELEMENTS, ("notes", "about"): set(TABLES), ("", "about"): _ELEMENTS,
    ("", "speaker"): _VOICES, ("", "quotes"): {"quotes"}, ("", "against"): _ELEMENTS, ("", "select"): _ELEMENTS,
    ("", "box"): _ELEMENTS,
}  # fmt: skip


@cache
def _full() -> Case:
    """The case of the article and a place of a box, which it has none of."""
    case = article()
    return case.replaced(positions=table_of([Position(id="p", box=next(iter(case.actors)), x=0.0, y=0.0)]))


def _with(case: Case, table: str, key: str, **fields: object) -> Case:
    rows = getattr(case, table)
    return case.replaced(**{table: {**rows, key: rows[key].model_copy(update=fields)}})


def _named(case: Case) -> list[tuple[str, str, str, str]]:
    return [reference[:4] for reference in references(case)]


def test_the_fields_are_seen() -> None:
    """The test of the tests below: were no field seen, all of them would pass."""
    assert ("flows", "supplier") in FIELDS
    assert ("claims", "quotes") in FIELDS
    assert ("flows", "exchange_for") in FIELDS
    assert not [field for _, field in FIELDS if "." in field]  # one inside a row's rows would need its own way


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_every_row_that_names_nobody_in_a_field_is_found_and_nothing_else(table: str, field: str) -> None:
    """A dangling id is planted in this field of each row in turn, as a further one where there may be several."""
    before = Counter(_named(_full()))
    for key, row in getattr(_full(), table).items():
        held = getattr(row, field)
        planted = (*held, "ghost") if isinstance(held, tuple) else "ghost"
        spoilt = _with(_full(), table, key, **{field: planted})
        lost = [] if isinstance(held, tuple) or held is None else [(table, key, field, held)]
        assert Counter(_named(spoilt)) == before - Counter(lost) + Counter([(table, key, field, "ghost")])
    assert getattr(_full(), table)


@settings(max_examples=80)
@given(st.data())
def test_a_dangling_id_anywhere_is_exactly_one_finding(data: st.DataObject) -> None:
    table, field = data.draw(st.sampled_from(FIELDS))
    key = data.draw(st.sampled_from(sorted(getattr(_full(), table))))
    held = getattr(getattr(_full(), table)[key], field)
    planted: Any = "ghost"
    if isinstance(held, tuple):
        at = data.draw(st.integers(0, len(held)))
        planted = (*held[:at], "ghost", *held[at:])
    found = [
        finding
        for finding in rule_findings(_with(_full(), table, key, **{field: planted}))
        if finding.code == "dangling-id"
    ]
    assert [finding.where for finding in found] == [f"{table} > {key} > {field}"]
    assert "'ghost'" in found[0].message
    assert found[0].severity == ("warning" if table == "positions" else "broken")


@pytest.mark.parametrize(("table", "field"), FIELDS)
def test_each_field_means_tables_that_exist(table: str, field: str) -> None:
    """An id of any table is planted: it is right in the meant tables and found in all others."""
    key = next(iter(getattr(_full(), table)))
    held = getattr(getattr(_full(), table)[key], field)
    right = set()
    for other in TABLES:
        named = next(iter(getattr(_full(), other)))
        spoilt = _with(_full(), table, key, **{field: (named,) if isinstance(held, tuple) else named})
        if not [found for found in rule_findings(spoilt) if found.code == "dangling-id"]:
            right.add(other)
    assert right == (_MEANT.get((table, field)) or _MEANT["", field])


def test_in_the_order_of_the_row_and_as_often_as_named() -> None:
    claim = Claim(id="c", about="e", statement="x", speaker="s", via=("b", "a", "b"), quotes=("q2", "q1"))
    case = Case(title="x").replaced(claims={"c": claim})
    assert [reference[2:4] for reference in references(case)] == [
        ("about", "e"), ("speaker", "s"), ("via", "b"), ("via", "a"), ("via", "b"), ("quotes", "q2"), ("quotes", "q1"),
    ]  # fmt: skip


def test_who_names_nobody_gives_nothing() -> None:
    assert list(references(Case(title="x"))) == []
    assert {reference.key for reference in references(_full())} <= set(_full().table_of)
