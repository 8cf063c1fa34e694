"""The rules that hold whatever the texts say: for each kind of finding a fault is planted in a case that has none."""

from collections.abc import Callable
from datetime import date
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.case.base import table_of
from explorer.case.case import ELEMENT_TABLES, Case
from explorer.case.evidence import Period, When
from explorer.case.finding import Finding
from explorer.case.kinds import VOCABULARY_OF_TABLE
from explorer.case.parts import Good, Measure, Status, Transformation
from explorer.case.rule import rule_findings
from tests.article import article


def _with(case: Case, table: str, key: str, **fields: object) -> Case:
    rows = getattr(case, table)
    return case.replaced(**{table: {**rows, key: rows[key].model_copy(update=fields)}})


def _first(table: str, number: int = 0) -> str:
    keys: list[str] = list(getattr(article(), table))
    return keys[number]


def _found(case: Case, code: str) -> list[Finding]:
    return [finding for finding in rule_findings(case) if finding.code == code]


def _places(case: Case, code: str) -> list[str]:
    return [finding.where for finding in _found(case, code)]


def _made(*pairs: tuple[str, str]) -> Case:
    steps = [Transformation(id=f"t{n}", kind="made-into", input=one, output=two) for n, (one, two) in enumerate(pairs)]
    return Case(title="x", transformations=table_of(steps))


def _on(first: int | None, last: int | None) -> When:
    """Some day of May 2024."""
    earliest, latest = (None if day is None else date(2024, 5, day) for day in (first, last))
    return When(earliest=earliest, latest=latest)


_FLOW, _CLAIM, _ACTOR = _first("flows"), _first("claims"), _first("actors")
_GOODS = (_first("goods"), _first("goods", 1))
_BACKWARDS = Period(start=_on(2, 2), end=_on(1, 1))


def _mute(case: Case, element: str) -> Case:
    return case.replaced(claims={key: row for key, row in case.claims.items() if row.about != element})


#: Of each code: what spoils the case, where it must be found, and how bad it is.
PLANTED: dict[str, tuple[Callable[[Case], Case], str, str]] = {
    "dangling-id": (
        lambda case: _with(case, "flows", _FLOW, supplier="ghost"), f"flows > {_FLOW} > supplier", "broken",
    ),
    "unknown-kind": (lambda case: _with(case, "flows", _FLOW, kind="rain"), f"flows > {_FLOW} > kind", "warning"),
    "impossible-date": (
        lambda case: _with(case, "flows", _FLOW, period=_BACKWARDS), f"flows > {_FLOW} > period", "broken",
    ),
    "transformation-cycle": (
        lambda case: case.replaced(transformations=_made(_GOODS, _GOODS[::-1]).transformations),
        "transformations",
        "broken",
    ),
    "exchange-not-mutual": (
        lambda case: _with(case, "flows", _FLOW, exchange_for=_FLOW), f"flows > {_FLOW} > exchange_for", "warning",
    ),
    "element-without-claim": (lambda case: _mute(case, _ACTOR), f"actors > {_ACTOR}", "warning"),
    "claim-without-quote": (
        lambda case: _with(case, "claims", _CLAIM, quotes=()), f"claims > {_CLAIM}", "warning",
    ),
}  # fmt: skip


def test_the_case_of_the_article_keeps_every_rule() -> None:
    assert list(rule_findings(article())) == []


@pytest.mark.parametrize("code", list(PLANTED))
def test_a_planted_fault_is_found_where_it_is(code: str) -> None:
    spoil, where, severity = PLANTED[code]
    found = _found(spoil(article()), code)
    assert [(finding.where, finding.severity) for finding in found] == [(where, severity)]
    assert found[0].message.isprintable()


class TestDangling:
    @pytest.mark.parametrize(
        ("field", "key", "told"),
        [
            ("supplier", "ghost", "names 'ghost', which the case does not hold; add that actor or name another"),
            ("supplier", _first("goods"), f"names '{_first('goods')}', which is in goods; name one actor here"),
            ("exchange_for", _ACTOR, f"names '{_ACTOR}', which is in actors; name one flow here"),
        ],
    )
    def test_says_what_is_wanted(self, field: str, key: str, told: str) -> None:
        found = _found(_with(article(), "flows", _FLOW, **{field: key}), "dangling-id")
        assert [finding.message for finding in found] == [told]

    @pytest.mark.parametrize(("field", "wanted"), [("speaker", "actor or source"), ("about", "element")])
    def test_several_tables_are_named_or_summed_up(self, field: str, wanted: str) -> None:
        found = _found(_with(article(), "claims", _CLAIM, **{field: "ghost"}), "dangling-id")
        assert f"add that {wanted} or name another" in found[0].message


@pytest.mark.parametrize("table", list(VOCABULARY_OF_TABLE))
def test_an_unknown_kind_of_every_table(table: str) -> None:
    assert _places(_with(article(), table, _first(table), kind="rain"), "unknown-kind") == [
        f"{table} > {_first(table)} > kind"
    ]


def test_an_unknown_status_at_its_step() -> None:
    measure = _first("measures")
    steps = (Status(status="announced"), Status(status="dreamt"))
    case = _with(article(), "measures", measure, history=steps)
    assert _places(case, "unknown-kind") == [f"measures > {measure} > history > row 2"]


@pytest.mark.parametrize("table", ELEMENT_TABLES)
def test_what_nobody_says_in_every_table(table: str) -> None:
    key = _first(table)
    assert _places(_mute(article(), key), "element-without-claim") == [f"{table} > {key}"]


_DAYS = st.none() | st.integers(1, 6)


@st.composite
def _whens(draw: st.DrawFn) -> When:
    first, last = draw(_DAYS), draw(_DAYS)
    return _on(last, first) if first and last and first > last else _on(first, last)


def _days(when: When) -> range:
    """The days that it may be, among seven; what is open may be the first or the last."""
    return range(when.earliest.day if when.earliest else 0, (when.latest.day if when.latest else 7) + 1)


class TestDates:
    @pytest.mark.parametrize("table", ["flows", "relations", "figures"])
    @given(start=_whens(), end=_whens())
    def test_a_period_is_impossible_if_no_day_fits_before_another(self, table: str, start: When, end: When) -> None:
        case = _with(article(), table, _first(table), period=Period(start=start, end=end))
        possible = any(one <= two for one in _days(start) for two in _days(end))
        assert _places(case, "impossible-date") == ([] if possible else [f"{table} > {_first(table)} > period"])

    @pytest.mark.parametrize("period", [Period(), Period(start=_on(2, 2)), Period(end=_on(1, 1))])
    def test_an_open_end_is_possible(self, period: Period) -> None:
        assert _places(_with(article(), "flows", _FLOW, period=period), "impossible-date") == []

    @pytest.mark.parametrize(
        ("days", "rows"),
        [
            ([(1, 1), (1, 1), (2, 2)], []),
            ([(2, 2), (1, 1)], [2]),
            ([(1, 9), (3, 3), (2, 2)], [3]),
            ([(2, 9), (1, 2)], []),  # both may have been on the second
            ([(5, 5), (None, None), (4, 4)], [3]),  # a step without a date hides nothing
            ([(5, 5), (None, 6), (4, 4)], [3]),
            ([(5, None), (4, 4), (4, 4)], [2]),  # once told, the rest is measured against what follows
            ([(None, 5), (1, 1)], []),
        ],
    )
    def test_steps_of_a_measure_stand_in_their_order(
        self, days: list[tuple[int | None, int | None]], rows: list[int]
    ) -> None:
        steps = tuple(Status(status="in-force", when=_on(*pair)) for pair in days)
        case = Case(title="x", measures={"m": Measure(id="m", kind="sanctions", name="x", history=steps)})
        assert _places(case, "impossible-date") == [f"measures > m > history > row {row}" for row in rows]

    @pytest.mark.parametrize(("retrieved", "fits"), [(1, False), (2, True), (3, True)])
    def test_read_before_it_was_published(self, retrieved: int, fits: bool) -> None:
        source = _first("sources")
        bare = article().replaced(claims={}, quotes={})
        case = _with(bare, "sources", source, published=_on(2, 4), retrieved=date(2024, 5, retrieved))
        assert _places(case, "impossible-date") == ([] if fits else [f"sources > {source} > retrieved"])

    @pytest.mark.parametrize(
        ("said", "published", "fits"),
        [
            (_on(4, 4), _on(2, 4), True),
            (_on(5, 5), _on(2, 4), False),
            (_on(5, 5), _on(2, None), True),
            (_on(5, 5), None, True),
            (_on(None, 9), _on(2, 4), True),
            (_on(3, 9), _on(2, 4), True),
        ],
    )
    def test_said_after_it_was_published(self, said: When, published: When | None, fits: bool) -> None:
        claim = article().claims[_CLAIM].model_copy(update={"when": said})
        case = _with(article().replaced(claims={_CLAIM: claim}), "sources", _first("sources"), published=published)
        case = _with(case, "sources", _first("sources"), retrieved=None)
        assert _places(case, "impossible-date") == ([] if fits else [f"claims > {_CLAIM} > when"])
        unsupported = _with(case, "claims", _CLAIM, quotes=())
        assert _places(unsupported, "impossible-date") == []

    @pytest.mark.parametrize(
        ("other", "fits"),
        [
            (_on(2, 6), True),  # it may have been added in the later one
            (_on(2, 4), False),
            (None, True),  # the one without a date may be later
        ],
    )
    def test_said_in_two_sources(self, other: When | None, fits: bool) -> None:
        case = article()
        quote = case.quotes[case.claims[_CLAIM].quotes[0]]
        first = case.sources[quote.source].model_copy(update={"published": _on(2, 4), "retrieved": None})
        quotes = [quote, quote.model_copy(update={"id": "again", "source": "second"})]
        case = case.replaced(
            sources=table_of([first, first.model_copy(update={"id": "second", "published": other})]),
            quotes=table_of(quotes),
            claims=table_of(
                [case.claims[_CLAIM].model_copy(update={"quotes": (quote.id, "again"), "when": _on(5, 5)})]
            ),
        )
        assert _places(case, "impossible-date") == ([] if fits else [f"claims > {_CLAIM} > when"])


class TestCircles:
    @given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=10))
    def test_found_if_and_only_if_there_is_one(self, pairs: list[tuple[str, str]]) -> None:
        order: TopologicalSorter[str] = TopologicalSorter()
        for one, two in pairs:
            order.add(two, one)
        try:
            order.prepare()
            circular = False
        except CycleError:
            circular = True
        found = _found(_made(*pairs), "transformation-cycle")
        assert bool(found) == circular
        for finding in found:
            path = finding.message.split(": ")[1].split(" > ")
            assert path[0] == path[-1]
            assert set(pairwise(path)) <= set(pairs)

    def test_circles_that_share_nothing_are_told_apart(self) -> None:
        case = _made(("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("a", "c"))
        assert len(_found(case, "transformation-cycle")) == 2

    @pytest.mark.parametrize(
        ("size", "told"), [(7, "a > b > c > d > e > f > g > a"), (8, "a > b > c > d > e > f > g > … > a")]
    )
    def test_a_long_one_is_shortened(self, size: int, told: str) -> None:
        goods = "abcdefghij"[:size]
        found = _found(_made(*zip(goods, goods[1:] + goods[0], strict=True)), "transformation-cycle")
        assert [finding.message for finding in found] == [f"goods become one another in a circle: {told}"]

    def test_goods_are_called_by_name(self) -> None:
        case = _made(("a", "a")).replaced(goods=table_of([Good(id="a", kind="x", name="Steel\u200b")]))
        assert _found(case, "transformation-cycle")[0].message.endswith(": SteelU+200B > SteelU+200B")


@pytest.mark.parametrize(
    ("one", "two", "wrong"),
    [
        (None, None, []),
        (1, None, []),  # the other need not say it again
        (1, 0, []),
        (0, None, [0]),
        (2, 2, [1]),  # the third is given in return for the first
    ],
)
def test_an_exchange_is_between_two(one: int | None, two: int | None, wrong: list[int]) -> None:
    """The first two flows each say which of three flows they are given in return for."""
    keys = [_first("flows", number) for number in range(3)]
    case = article()
    for key in case.flows:
        case = _with(case, "flows", key, exchange_for=None)
    case = _with(case, "flows", keys[2], exchange_for=keys[0] if two == 2 else None)
    for key, other in zip(keys, (one, two), strict=False):
        case = _with(case, "flows", key, exchange_for=None if other is None else keys[other])
    assert _places(case, "exchange-not-mutual") == [f"flows > {keys[number]} > exchange_for" for number in wrong]
