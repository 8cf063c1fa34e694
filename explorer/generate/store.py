"""What is traded, what is made of it, and what that is used for.

In goes a size, out come goods and transformations; nothing is made of itself, however many steps lie between. Must not
know who trades.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from explorer.case.parts import Commodity, Good, Transformation
from explorer.generate import words
from explorer.generate.chance import stream
from explorer.generate.naming import Naming
from explorer.generate.saying import Remark, Saying
from explorer.generate.size import Size


@dataclass(frozen=True, slots=True)
class Store:
    """The goods by their part, the most traded first, and the steps from one to the next."""

    traded: tuple[Good, ...]
    made: tuple[Good, ...]
    uses: tuple[Good, ...]
    steps: tuple[Transformation, ...]

    @property
    def goods(self) -> tuple[Good, ...]:
        """All goods."""
        return self.traded + self.made + self.uses


def store(size: Size, naming: Naming) -> Store:
    """All goods of a case: eight in ten are traded, the others made of them or a use of what is made."""
    chance = stream(size.seed, "store")
    made = size.goods // 8
    uses = size.goods // 16
    traded = tuple(_good(chance, naming, "rows") for _ in range(size.goods - made - uses))
    outcome = tuple(_good(chance, naming, "made") for _ in range(made))
    ends = tuple(_use(chance, naming) for _ in range(uses))
    return Store(traded, outcome, ends, tuple(_steps(chance, traded, outcome, ends)))


def _good(chance: Random, naming: Naming, rows: str) -> Good:
    ware = chance.choice(words.wares(rows))
    key, name = naming.good(ware.noun)
    return Good(id=key, kind=ware.kind, name=name, codes=(Commodity(code=ware.code),) if ware.code else ())


def _use(chance: Random, naming: Naming) -> Good:
    key, name = naming.use(chance.choice(words.uses()))
    return Good(id=key, kind="use", name=name)


def _steps(
    chance: Random, traded: tuple[Good, ...], made: tuple[Good, ...], uses: tuple[Good, ...]
) -> list[Transformation]:
    """Every made good is made of one to four traded ones; every use is of one or two made goods."""
    pairs = [
        ("made-into", one, outcome)
        for outcome in made
        for one in chance.sample(traded, min(len(traded), chance.randint(1, 4)))
    ]
    pairs += [
        ("used-for", one, end) for end in uses for one in chance.sample(made, min(len(made), chance.randint(1, 2)))
    ]
    return [
        Transformation(id=f"step-{number:05}", kind=kind, input=one.id, output=other.id)
        for number, (kind, one, other) in enumerate(pairs, 1)
    ]


def described(store: Store) -> Iterator[Saying]:
    """A sentence on each good and on each step from one to the next."""
    for good in store.goods:
        heading = f", heading {good.codes[0].code}" if good.codes else ""
        if good.kind == "use":
            topic, words = f"What is used for [{good.id}]", f"Much of what is traded ends in [{good.id}]."
        else:
            topic = f"Who buys and sells [{good.id}]"
            words = f"Trade statistics count [{good.id}] as goods of their own{heading}."
        yield Saying(topic, words, (Remark(good.id, words, reliability="C", credibility=2),))
    for step in store.steps:
        words = f"[{step.input}] {'go into' if step.kind == 'made-into' else 'are used for'} [{step.output}]."
        yield Saying(
            f"What becomes of [{step.input}]", words, (Remark(step.id, words, reliability="C", credibility=3),)
        )
