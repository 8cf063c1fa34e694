"""Events and figures: what happened between those who trade, and how much is counted.

In go a size, a cast and deals, out come events and figures, each with the sentence that tells it. Must not know
articles.
"""

from collections.abc import Iterator

from explorer.case.parts import Event, Figure
from explorer.generate.calendar import month, some_month
from explorer.generate.cast import Cast
from explorer.generate.chance import stream, weighed
from explorer.generate.saying import Remark, Saying
from explorer.generate.size import Size
from explorer.generate.trade import Deal

_EVENTS = (("trade", 40), ("visit", 25), ("decision", 20), ("summit", 15))
#: By kind of event: what it is called, and how two who took part are brought together.
_TOLD = {
    "trade": ("Trade fair", "[{a}] and [{b}] met at a trade fair {d}."),
    "visit": ("Visit", "A delegation of [{a}] visited [{b}] {d}."),
    "decision": ("Agreement", "[{a}] and [{b}] agreed on deliveries over several years {d}."),
    "summit": ("Summit", "[{a}] and [{b}] were both at a summit on trade {d}."),
}
_SPANS = ("month", "quarter", "year")


def events(size: Size, cast: Cast, deals: list[Deal]) -> Iterator[tuple[Event, Saying]]:
    """Things that happened between the two ends of a flow."""
    chance = stream(size.seed, "events")
    names = {actor.id: actor.name for actor in cast.companies}
    for number in range(1, size.events + 1):
        flow = chance.choice(deals).flow
        kind, when = weighed(chance, _EVENTS), month(some_month(chance))
        other = flow.recipient or cast.bodies[0].id
        called, pattern = _TOLD[kind]
        key = f"event-{number:04}"
        words = pattern.format(a=flow.supplier, b=other, d=when.wording)
        name = f"{called} with {names[flow.supplier]}"
        event = Event(id=key, kind=kind, name=name, when=when, participants=(flow.supplier, other))
        yield event, Saying("Meetings and agreements", words, (Remark(key, words, reliability="C", credibility=2),))


def figures(size: Size, cast: Cast, deals: list[Deal]) -> Iterator[tuple[Figure, Saying]]:
    """Counts of what flows: ranges, single numbers, some of them about so many."""
    chance = stream(size.seed, "figures")
    for number, deal in enumerate(chance.sample(deals, min(size.figures, len(deals))), 1):
        flow = deal.flow
        body = chance.choice(cast.bodies).id
        low = chance.randint(2, 400) * 10
        high = low + chance.randint(1, 90) * 10 if chance.randrange(3) else low
        approximate, span = chance.randrange(3) == 0, chance.choice(_SPANS)
        counted = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        wording = f"{'about ' if approximate else ''}{counted} pieces a {span}"
        key = f"figure-{number:05}"
        words = f"[{body}] puts the deliveries of [{flow.good}] from [{flow.supplier}] at {wording}."
        figure = Figure(
            id=key, kind="count" if low == high else "range", name="Deliveries", about=flow.id, low=low, high=high,
            unit="pieces", per=span, approximate=approximate, wording=wording, period=flow.period,
        )  # fmt: skip
        remark = Remark(key, words, speaker=body, reliability="B", credibility=3)
        yield figure, Saying(f"Who buys and sells [{flow.good}]", words, (remark,))
