"""What there is to draw of a figure: a band, a horizon, a count or only words.

In goes a case, out come frozen charts in the order of the case. A number is drawn only if its source says it as one.
Must not know how a chart is drawn, and no kind by name.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from explorer.case.case import Case
from explorer.case.evidence import Claim, Period, When
from explorer.case.kinds import Line, kind
from explorer.case.parts import Figure
from explorer.graph.words import chain_words, figure_words, period_words, when_words
from explorer.layout.days import day_of
from explorer.text.english import SHORT_MONTHS, capital, number

Form = Literal["band", "horizon", "count", "words"]

_MOST_SPANS = 600
_SHORT = 40
_NUMBERS = re.compile(r"[0-9][0-9.,]*")
#: Spaces that stand between the thousands of a number.
_THIN = re.compile(r"(?<=[0-9])[\u00a0\u202f](?=[0-9])")
#: A claim of one of these stances about a stretch of time looks ahead.
_AHEAD = frozenset({"predicts", "hedges"})
#: The stances in the order in which a figure takes the line of one: the least sure first.
_STANCES = ("hedges", "predicts", "demands", "denies", "says")


@dataclass(frozen=True, slots=True)
class Span:
    """One month or year of a band: from the first day up to, not including, `last`."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when a forecast looks, and to when: each end some day between two, exclusive at the later one."""

    start: tuple[int, int]
    end: tuple[int, int]
    start_words: str
    end_words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure, ready to be drawn. `low` and `high` are None where nothing bounds it."""

    id: str
    form: Form
    title: str
    said: str
    caption: str
    unit: str
    wording: str
    amount: str
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    line: Line = "solid"
    stance: str = ""
    spans: tuple[Span, ...] = ()
    stretch: Stretch | None = None

    @property
    def words(self) -> str:
        """All that the chart says, for a tooltip and for whoever cannot see it."""
        return "\n".join(filter(None, (self.title, self.said, self.caption)))


def charts(case: Case, gone: frozenset[str] = frozenset(), most: int | None = None) -> tuple[Chart, ...]:
    """The charts of the first `most` figures but those that are `gone`; without a number, of all."""
    left = (figure for key, figure in case.figures.items() if key not in gone)
    return tuple(_chart(case, figure) for figure in islice(left, most))


def _chart(case: Case, figure: Figure) -> Chart:
    claims = case.claims_about(figure.id)
    stance = next((name for name in _STANCES if any(claim.stance == name for claim in claims)), "says")
    stretch = _stretch(figure.period) if any(claim.stance in _AHEAD for claim in claims) else None
    spans = tuple(_spans(figure))
    form = _form(figure, spans, stretch)
    return Chart(
        figure.id, form, figure.name, _said(case, claims), _caption(figure, form),
        unit=f"{figure.unit} per {figure.per}" if figure.per else figure.unit,
        wording=figure.wording or figure_words(figure), amount=figure_words(figure), low=figure.low, high=figure.high,
        approximate=figure.approximate, line=kind("stance", stance).line,
        stance=kind("stance", stance).plural if claims else "", spans=spans, stretch=stretch,
    )  # fmt: skip


def _form(figure: Figure, spans: tuple[Span, ...], stretch: Stretch | None) -> Form:
    if stretch and not figure.per:
        return "horizon"
    if not _is_said_as_number(figure):
        return "words"
    return "band" if spans else "count"


def _is_said_as_number(figure: Figure) -> bool:
    """'For the second time' is no two: a number that the source does not write as one stays in words."""
    bounds = [value for value in (figure.low, figure.high) if value is not None]
    if not bounds or not figure.wording:
        return bool(bounds)
    written = {found.rstrip(".,") for found in _NUMBERS.findall(_THIN.sub(",", figure.wording))}
    return all(written & {number(value), f"{value:.15g}"} for value in bounds)


def _said(case: Case, claims: tuple[Claim, ...]) -> str:
    lines = dict.fromkeys(f"{kind('stance', claim.stance).plural}: {chain_words(case, claim)}" for claim in claims)
    return "\n".join(lines) or "Nobody cited"


def _caption(figure: Figure, form: Form) -> str:
    period = figure.period
    quoted = f"“{figure.wording}”. " if figure.wording else ""
    if form == "words":
        # A long wording may not fit into its bar.
        return f"{quoted if len(quoted) > _SHORT else ''}Given in words; no number is drawn."
    if form == "horizon" and period:
        ends = f"Looks from {when_words(period.start)} as far as {when_words(period.end)}."
        return f"{quoted or f'{figure_words(figure)}. '}{ends}"
    dated = f", {period_words(period)}" if period else ""
    soft = "; not exact, so it is drawn without a sharp end" if figure.approximate else ""
    amount = figure_words(figure)
    return f"{capital(amount)}{dated}{soft}"


def _stretch(period: Period | None) -> Stretch | None:
    """The stretch of a period that has both ends and is longer than they are vague."""
    start, end = (period.start, period.end) if period else (None, None)
    if start is None or end is None:
        return None
    begin, finish = _both(start), _both(end)
    if begin is None or finish is None or finish[0] <= begin[1]:
        return None
    return Stretch(begin, finish, start.wording or when_words(start), end.wording or when_words(end))


def _both(when: When) -> tuple[int, int] | None:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return (day_of(first), day_of(last) + 1) if first and last else None


def _spans(figure: Figure) -> Iterator[Span]:
    """The months or years in which a rate is said to hold; none if the source leaves an end open."""
    period = figure.period
    first = period.start.earliest if period and period.start else None
    last = period.end.latest if period and period.end else None
    if first is None or last is None or last < first or not figure.per:
        return
    yearly = figure.per.startswith("year")
    one_year = first.year == last.year
    day = first
    for index in range(_MOST_SPANS):
        end = date(day.year, 12, 31) if yearly else day.replace(day=monthrange(day.year, day.month)[1])
        year = "" if one_year or (index and day.month != 1) else f" {day.year}"
        label = f"{day.year}" if yearly else f"{SHORT_MONTHS[day.month - 1]}{year}"
        yield Span(day_of(day), day_of(min(end, last)) + 1, label)
        if end >= last:
            return
        day = end + timedelta(days=1)
