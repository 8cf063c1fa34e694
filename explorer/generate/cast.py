"""Who takes part: companies that make, trade and receive, groups of them, and those who speak, report and decide.

In goes a size, out come actors by their part. Must not know flows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from explorer.case.parts import Actor
from explorer.generate import words
from explorer.generate.chance import Hubs, stream
from explorer.generate.naming import Naming
from explorer.generate.size import Size

#: What makers make, and how often.
SECTORS = ("electronics", "parts", "machinery", "dual-use", "other", "technology", "weapons")
_APPOSITION = {
    "electronics": "a maker of electronics", "parts": "a maker of parts", "machinery": "a builder of machines",
    "dual-use": "a maker of instruments", "other": "a producer of materials", "technology": "a design house",
    "weapons": "a maker of arms", "buyers": "a manufacturer", "traders": "a dealer", "groups": "a group of companies",
    "bodies": "a research body", "media": "a news medium", "issuers": "a league of states",
    "officials": "a spokesperson", "authors": "a reporter",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors by part. `called` says what each is, in words for a sentence; `sector` what it deals in, by id."""

    makers: tuple[Actor, ...]
    traders: tuple[Actor, ...]
    buyers: tuple[Actor, ...]
    groups: tuple[Actor, ...]
    bodies: tuple[Actor, ...]
    media: tuple[Actor, ...]
    issuers: tuple[Actor, ...]
    officials: tuple[Actor, ...]
    authors: tuple[Actor, ...]
    called: dict[str, str]
    sector: dict[str, str]

    @property
    def companies(self) -> tuple[Actor, ...]:
        """Who makes, trades or receives."""
        return self.makers + self.traders + self.buyers

    def everyone(self) -> Iterator[Actor]:
        """All actors, in the order of the case."""
        yield from self.companies
        for part in (self.groups, self.bodies, self.media, self.issuers, self.officials, self.authors):
            yield from part


class _Casting:
    """Makes actors of a kind one after the other."""

    def __init__(self, size: Size, naming: Naming) -> None:
        self.called: dict[str, str] = {}
        self.sector: dict[str, str] = {}
        self._naming = naming
        self._chance = stream(size.seed, "cast")
        names = words.countries()
        codes = list(names)
        self._names = names
        # Who buys sits elsewhere than who makes.
        self._homes = {"": Hubs(codes, flat=4), "buyers": Hubs(codes[6:] + codes[:6], flat=3)}

    def companies(self, part: str, count: int) -> tuple[Actor, ...]:
        """Companies, bodies and media, named after what they do."""
        return tuple(self._actor(part if part != "makers" else self._sector()) for _ in range(count))

    def people(self, part: str, count: int) -> tuple[Actor, ...]:
        """People."""
        return tuple(self._actor(part) for _ in range(count))

    def _sector(self) -> str:
        return Hubs(SECTORS, flat=2).pick(self._chance)

    def _actor(self, part: str) -> Actor:
        person = part in ("officials", "authors")
        key, name = self._naming.person() if person else self._naming.company(part)
        home = "" if part == "issuers" else self._homes["buyers" if part == "buyers" else ""].pick(self._chance)
        where = self._names.get(home, "")
        self.sector[key] = part
        self.called[key] = f"{_APPOSITION[part]} in {where}" if where else _APPOSITION[part]
        kinds = {"groups": "company-group", "bodies": "organisation", "media": "media", "issuers": "state-group"}
        kind = "person" if person else kinds.get(part, "company")
        return Actor(id=key, kind=kind, name=name, country=home or None, place=where.removeprefix("the ") or None)


def cast(size: Size, naming: Naming) -> Cast:
    """All actors of a case."""
    casting = _Casting(size, naming)
    traders = max(1, size.companies // 12)
    makers = max(1, (size.companies - traders) * 6 // 10)
    return Cast(
        makers=casting.companies("makers", makers),
        traders=casting.companies("traders", traders),
        buyers=casting.companies("buyers", size.companies - traders - makers),
        groups=casting.companies("groups", size.groups),
        bodies=casting.companies("bodies", size.bodies),
        media=casting.companies("media", size.media),
        issuers=casting.companies("issuers", size.issuers),
        officials=casting.people("officials", size.officials),
        authors=casting.people("authors", size.authors),
        called=casting.called,
        sector=casting.sector,
    )


def mixed(chance: Random, *parts: Sequence[Actor]) -> list[Actor]:
    """Several parts as one list whose order is chance, so that each of them holds hubs."""
    rows = [actor for part in parts for actor in part]
    chance.shuffle(rows)
    return rows
