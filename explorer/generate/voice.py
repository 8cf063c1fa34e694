"""Who says something, through whom, on what ground and how surely.

In goes a cast, out come voices in believable shares. Must not know what is said.
"""

from random import Random
from typing import NamedTuple

from explorer.case.evidence import Basis, Credibility, Reliability, Stance
from explorer.generate.cast import Cast
from explorer.generate.chance import Hubs, weighed
from explorer.generate.saying import ARTICLE

#: In per cent: of what is said first about a flow, and of what is said about it again.
FIRST: tuple[tuple[Stance, int], ...] = (("says", 85), ("hedges", 12), ("predicts", 3))
AGAIN: tuple[tuple[Stance, int], ...] = (
    ("says", 62), ("denies", 13), ("hedges", 14), ("predicts", 6), ("demands", 5),
)  # fmt: skip
BASES: tuple[tuple[Basis, int], ...] = (("stated", 84), ("inferred", 11), ("assumed", 5))
_SPEAKING = (("body", 52), ("official", 26), ("article", 22))
_GRADED: dict[str, tuple[tuple[Reliability, int], ...]] = {
    "body": (("A", 20), ("B", 50), ("C", 30)),
    "official": (("B", 25), ("C", 45), ("D", 20), ("F", 10)),
    "article": (("C", 40), ("D", 20), ("F", 40)),
    "party": (("D", 50), ("E", 50)),
}
_WORTH: dict[Stance, tuple[tuple[Credibility, int], ...]] = {
    "says": ((1, 15), (2, 45), (3, 30), (6, 10)),
    "denies": ((3, 20), (4, 40), (5, 25), (6, 15)),
    "hedges": ((3, 40), (4, 45), (6, 15)),
    "demands": ((6, 100),),
    "predicts": ((3, 30), (4, 30), (6, 40)),
}


class Voice(NamedTuple):
    """A speaker with the chain down to the article, as ids, and the words that name them in a sentence."""

    speaker: str
    via: tuple[str, ...]
    named: str
    reliability: Reliability
    credibility: Credibility


class Chorus:
    """All who can be quoted; a few are quoted most of the time."""

    def __init__(self, cast: Cast, chance: Random) -> None:
        self._chance = chance
        self._bodies, self._officials = Hubs(cast.bodies, flat=5), Hubs(cast.officials, flat=5)
        self._media = Hubs(cast.media, flat=3)

    def outside(self, stance: Stance, *, named: bool = False) -> Voice:
        """Somebody who takes no part in the flow; `named`: not the article itself."""
        who = weighed(self._chance, _SPEAKING[:2] if named or stance != "says" else _SPEAKING)
        reliability, credibility = self._grade(who, stance)
        if who == "article":
            return Voice(ARTICLE, (), "", reliability, credibility)
        speaker = (self._bodies if who == "body" else self._officials).pick(self._chance).id
        if self._chance.randrange(100) < 30:
            medium = self._media.pick(self._chance).id
            return Voice(speaker, (medium,), f"[{speaker}], quoted by [{medium}],", reliability, credibility)
        return Voice(speaker, (), f"[{speaker}]", reliability, credibility)

    def party(self, key: str, stance: Stance) -> Voice:
        """Somebody who speaks of their own affairs."""
        return Voice(key, (), f"[{key}]", *self._grade("party", stance))

    def _grade(self, who: str, stance: Stance) -> tuple[Reliability, Credibility]:
        if self._chance.randrange(100) < 25:
            return "F", 6  # nobody has judged it yet
        return weighed(self._chance, _GRADED[who]), weighed(self._chance, _WORTH[stance])
