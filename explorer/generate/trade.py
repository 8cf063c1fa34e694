"""Who supplies what to whom: few hubs and many small ones, dealers between, and recipients who supply on.

In go a size, a cast and a store, out come flows with the words of their periods. Must not know who says so.
"""

from random import Random
from typing import NamedTuple

from explorer.case.parts import Actor, Flow, Good
from explorer.generate.calendar import some_period
from explorer.generate.cast import Cast, mixed
from explorer.generate.chance import Hubs, stream, weighed
from explorer.generate.size import Size
from explorer.generate.store import Store

#: Of a hundred flows: how many have no, one, two dealers between.
_BETWEEN = ((0, 82), (1, 15), (2, 3))
_KINDS = (("supply", 68), ("export", 24), ("investigated", 8))


class Deal(NamedTuple):
    """A flow, and its period as the end of a sentence."""

    flow: Flow
    period: str


class _Market:
    """Draws the ends of flows, hubs most often, and sees that everyone takes part if there are flows enough."""

    def __init__(self, cast: Cast, store: Store, chance: Random) -> None:
        self._chance = chance
        self.suppliers = mixed(chance, cast.makers, cast.traders)
        self.recipients = mixed(chance, cast.buyers, cast.traders) or list(cast.makers)
        self._supplying, self._receiving = Hubs(self.suppliers, flat=3), Hubs(self.recipients, flat=2)
        self._dealing = Hubs(cast.traders, flat=2)
        self._goods, self._trading = store.traded, Hubs(store.traded, flat=12)
        kinds = dict.fromkeys(good.kind for good in store.traded)
        self._of_kind = {kind: Hubs([good for good in store.traded if good.kind == kind], flat=6) for kind in kinds}
        self._sector = cast.sector
        self._ranges: dict[str, list[Good]] = {}

    def ends(self, number: int, spread: int) -> tuple[Actor, Actor]:
        """Supplier and recipient of the n-th flow; the first `spread` go once through everyone."""
        given, taken = number < min(spread, len(self.suppliers)), number < min(spread, len(self.recipients))
        supplier = self.suppliers[number] if given else self._supplying.pick(self._chance)
        recipient = self.recipients[number] if taken else self._receiving.pick(self._chance)
        return supplier, recipient if recipient is not supplier else self._other(supplier)

    def good(self, supplier: Actor, number: int, spread: int) -> Good:
        """What a supplier supplies: one of the few goods that are its own."""
        if number < min(spread, len(self._goods)):
            return self._goods[number]
        own = self._ranges.get(supplier.id)
        if own is None:
            rows = self._of_kind.get(self._sector.get(supplier.id, ""), self._trading)
            own = [rows.pick(self._chance) for _ in range(self._chance.randint(1, 4))]
            self._ranges[supplier.id] = own
        return self._chance.choice(own)

    def dealers(self, *ends: str) -> tuple[str, ...]:
        """Who stands between, if anybody."""
        drawn = [self._dealing.pick(self._chance).id for _ in range(weighed(self._chance, _BETWEEN))]
        return tuple(key for key in dict.fromkeys(drawn) if key not in ends)

    def _other(self, supplier: Actor) -> Actor:
        return next(one for one in (*self.recipients, *self.suppliers) if one is not supplier)


def trade(size: Size, cast: Cast, store: Store) -> list[Deal]:
    """All flows of a case."""
    chance = stream(size.seed, "trade")
    market = _Market(cast, store, chance)
    everyone = {actor.id: actor for actor in cast.companies}
    deals: list[Deal] = []
    for number in range(size.flows):
        supplier, recipient = market.ends(number, spread=max(1, size.flows // 2))
        if number > size.flows // 2 and chance.randrange(100) < 7:
            supplier, recipient = _onward(chance, chance.choice(deals).flow, everyone, (supplier, recipient))
        good = market.good(supplier, number, spread=max(1, size.flows // 2))
        named = chance.randrange(100) >= 3
        between = market.dealers(supplier.id, recipient.id) if named else ()
        dated = some_period(chance)
        flow = Flow(
            id=f"flow-{number + 1:05}", kind=weighed(chance, _KINDS), supplier=supplier.id, good=good.id,
            recipient=recipient.id if named else None, via=between, period=dated.period,
        )  # fmt: skip
        deals.append(Deal(flow, dated.words))
    return deals


def _onward(
    chance: Random, before: Flow, everyone: dict[str, Actor], drawn: tuple[Actor, Actor]
) -> tuple[Actor, Actor]:
    """A recipient who supplies on; one time in three back to where the goods came from."""
    if before.recipient is None:
        return drawn
    back = chance.randrange(3) == 0
    supplier, recipient = everyone[before.recipient], everyone[before.supplier] if back else drawn[1]
    return drawn if supplier is recipient else (supplier, recipient)
