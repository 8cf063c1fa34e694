"""A small made-up trade for the tests of the generator's parts."""

from functools import cache

from explorer.generate.cast import Cast, cast
from explorer.generate.chance import stream
from explorer.generate.naming import Naming
from explorer.generate.size import Size
from explorer.generate.store import Store, store
from explorer.generate.trade import Deal, trade

SIZE = Size(actors=200, goods=40, flows=1_000, seed=7)


@cache
def people() -> Cast:
    return cast(SIZE, Naming(stream(SIZE.seed, "names")))


@cache
def wares() -> Store:
    return store(SIZE, Naming(stream(SIZE.seed, "wares")))


@cache
def deals() -> tuple[Deal, ...]:
    return tuple(trade(SIZE, people(), wares()))
