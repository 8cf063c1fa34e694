"""Measures against hubs, and how far each has come, step by step.

In go a size, a cast and deals, out come measures, each with the sentences of its history. Must not know articles.
"""

from collections import Counter
from collections.abc import Iterator
from random import Random

from explorer.case.evidence import Stance
from explorer.case.parts import Actor, Measure, Status
from explorer.generate.calendar import later, month, some_month
from explorer.generate.cast import Cast
from explorer.generate.chance import Hubs, stream, weighed
from explorer.generate.saying import Remark, Saying
from explorer.generate.size import Size
from explorer.generate.trade import Deal
from explorer.text.english import listed

Told = tuple[Measure, list[Saying]]

#: How far measures come, with the share of each way in per cent.
_WAYS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("demanded",), 12),
    (("demanded", "proposed"), 10),
    (("proposed", "under-discussion"), 15),
    (("under-discussion", "announced"), 15),
    (("demanded", "under-discussion", "announced", "in-force"), 15),
    (("announced", "in-force"), 15),
    (("announced", "in-force", "suspended"), 6),
    (("announced", "in-force", "lifted"), 6),
    (("proposed", "rejected"), 6),
)
_KINDS = (("sanctions", 45), ("restriction", 40), ("economic-cost", 10), ("consequences", 5))
_CALLED = {
    "sanctions": "Sanctions", "restriction": "Restrictions", "economic-cost": "Duties", "consequences": "Consequences",
}  # fmt: skip
#: A step in words: {i} issuers, {m} the measure, {t} on whom, {d} when, {b} a body.
_STEPS: dict[str, tuple[Stance, str]] = {
    "demanded": ("demands", "{b} demanded {m} on {t} {d}."),
    "proposed": ("says", "{i} proposed {m} on {t} {d}."),
    "under-discussion": ("says", "{i} discussed {m} on {t} {d}."),
    "announced": ("says", "{i} announced {m} on {t} {d}."),
    "in-force": ("says", "The {m} on {t} have been in force, beginning {d}, says {i}."),
    "suspended": ("says", "{i} suspended the {m} on {t} {d}."),
    "lifted": ("says", "{i} lifted the {m} on {t} {d}."),
    "rejected": ("says", "{i} rejected the {m} on {t} {d}."),
}


def sanctions(size: Size, cast: Cast, deals: list[Deal]) -> Iterator[Told]:
    """All measures of a case; each hits one to three of those through whom most flows go."""
    chance = stream(size.seed, "sanctions")
    degree = Counter(key for deal in deals for key in (deal.flow.supplier, deal.flow.recipient) if key)
    order = {actor.id: place for place, actor in enumerate(cast.companies)}
    hubs = Hubs(sorted(degree, key=lambda key: (-degree[key], order[key])), flat=12)
    goods: dict[str, list[str]] = {}
    for deal in deals:
        goods.setdefault(deal.flow.supplier, []).append(deal.flow.good)
    for number in range(1, size.measures + 1):
        targets = list(dict.fromkeys(hubs.pick(chance) for _ in range(chance.randint(1, 3))))
        scope = goods.get(targets[0], []) if chance.randrange(2) else []
        limited = list(dict.fromkeys(chance.choice(scope) for _ in range(3))) if scope else []
        issuers = () if chance.randrange(10) == 0 else (chance.choice(cast.issuers).id,)
        yield _told(chance, cast, number, issuers, targets, limited)


def _told(
    chance: Random, cast: Cast, number: int, issuers: tuple[str, ...], targets: list[str], goods: list[str]
) -> Told:
    kind = weighed(chance, _KINDS)
    names = {actor.id: actor.name for actor in cast.companies}
    steps, sayings = [], []
    key = f"measure-{number:04}"
    at = some_month(chance)
    body: Actor = chance.choice(cast.bodies)
    for status in weighed(chance, _WAYS):
        when = month(at)
        stance, pattern = _STEPS[status]
        by = f"[{issuers[0]}]" if issuers else f"[{body.id}]"
        words = pattern.format(
            i=by, b=f"[{body.id}]", m=_CALLED[kind].lower(), t=listed(f"[{one}]" for one in targets), d=when.wording
        )
        steps.append(Status(status=status, when=when))
        speaker = body.id if stance == "demands" or not issuers else issuers[0]
        remark = Remark(key, words, stance, speaker, reliability="B", credibility=2)
        sayings.append(Saying("Measures on trade", words, (remark,)))
        at = later(chance, at)
    name = f"{_CALLED[kind]} on {listed((names[one] for one in targets), most=2)}"
    made = Measure(
        id=key, kind=kind, name=name, issuers=issuers, targets=tuple(targets), goods=tuple(goods), history=tuple(steps)
    )
    return made, sayings
