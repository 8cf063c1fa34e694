"""How large a generated case is, and how many there are of everything that was not asked for.

In go three counts and a seed, out comes a size or one clear error. Must not know how a case is made.
"""

from dataclasses import dataclass

#: Least and most of each count.
BOUNDS = {"actors": (10, 100_000), "goods": (2, 5_000), "flows": (1, 80_000)}
#: About how many bytes of the file each takes with its claims and passages, and how many the program reads, with room.
_BYTES = {"actors": 1_050, "goods": 1_000, "flows": 2_150}
_MOST_BYTES = 195_000_000


class SizeError(ValueError):
    """A count that no case can be made of; its text says which and what is possible."""


@dataclass(frozen=True, slots=True)
class Size:
    """The counts that a case is made to, and the seed that its chance begins with."""

    actors: int = 100
    goods: int = 20
    flows: int = 300
    seed: int = 1

    def __post_init__(self) -> None:
        for name, (least, most) in BOUNDS.items():
            count = getattr(self, name)
            if not least <= count <= most:
                raise SizeError(f"{name} must be {least:,} to {most:,}; it is {count:,}")
        size = sum(each * getattr(self, name) for name, each in _BYTES.items())
        if size > _MOST_BYTES:
            told = f"about {size // 1_000_000} MB, which is more than the program reads; ask for fewer actors or flows"
            raise SizeError(f"all of this together would make a file of {told}")

    @property
    def large(self) -> bool:
        """Whether somebody waits long enough to be told how far it is."""
        return self.actors + self.flows > 3_000

    @property
    def issuers(self) -> int:
        """Bodies that decide about measures."""
        return 1 + self.actors // 500

    @property
    def bodies(self) -> int:
        """Institutes and offices that say things."""
        return 1 + self.actors // 60

    @property
    def media(self) -> int:
        """News media through which we read what others say."""
        return 1 + self.actors // 120

    @property
    def officials(self) -> int:
        """People who speak for a body."""
        return 1 + self.actors // 50

    @property
    def authors(self) -> int:
        """People who write the articles."""
        return 1 + self.actors // 100

    @property
    def groups(self) -> int:
        """Groups that companies belong to."""
        return self.actors // 60

    @property
    def companies(self) -> int:
        """All other actors: who makes, trades and receives goods."""
        others = self.issuers + self.bodies + self.media + self.officials + self.authors + self.groups
        return self.actors - others

    @property
    def measures(self) -> int:
        """Measures, all of them at hubs."""
        return min(400, 1 + self.actors // 80)

    @property
    def events(self) -> int:
        """Things that happened."""
        return min(600, 1 + self.actors // 100)

    @property
    def figures(self) -> int:
        """Counts of what flows."""
        return min(1_500, 1 + self.flows // 40)
