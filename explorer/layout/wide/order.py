"""Order: the place of every item in its rank, from several starts and all that makes them better.

In go a weft and perhaps the order of the picture before, out come places. The same weft gives the same places on every
machine: starts are shuffled by a formula of our own. Must not know coordinates.
"""

import numpy as np
from numpy.typing import NDArray

from explorer.layout.picture import Options
from explorer.layout.wide.exchange import MOST, exchanged
from explorer.layout.wide.plan import Flags, Floats, Ints
from explorer.layout.wide.sift import sifted
from explorer.layout.wide.sweep import Side, crossings, sides, swept
from explorer.layout.wide.weft import Weft

#: Items times starts that are worth the wait, and at most so many starts.
_EFFORT = 8_000
_STARTS = 24
_TURNS = 8
#: So many of the starts that begin best are sifted; items times passes that are worth the wait.
_FINALISTS = 4
_SIFTING = 14_000
_PASSES = 10
#: A graph with so few items has its neighbours exchanged in all starts, which finds better finalists.
_SMALL = 200
_EXCHANGES = 2


def ordered(weft: Weft, options: Options, given: Ints | None = None, free: Flags | None = None) -> Ints:
    """The place of every item. With `given` places only `free` items look for better ones."""
    before, after = sides(weft)
    if given is not None:
        place = given.copy()
        for turn in range(2 if free is not None and free.any() else 0):
            sifted(weft, place, before, after, backwards=turn % 2 == 1, free=free)
        return place
    count = len(weft.block)
    starts = 1 if options.quick else max(1, min(_STARTS, _EFFORT // count))
    places = swept(weft, _starts(weft, starts), before, after, _TURNS // (2 if options.quick else 1), options.pulse)
    small = count <= _SMALL and starts * int(np.diff(weft.strand_first).max(initial=0)) ** 2 <= MOST
    for turn in range(_EXCHANGES if small and not options.quick else 0):
        exchanged(weft, places, before, after, backwards=turn % 2 == 1)
    passes = 0 if options.quick else min(_PASSES, max(1, _SIFTING // count))
    finalists = 2 if small else max(1, min(_FINALISTS, _EFFORT // (3 * count)))
    fewest = np.argsort(crossings(weft, places), kind="stable")[:finalists]
    best = np.stack([_better(weft, places[i].copy(), before, after, passes, options) for i in fewest.tolist()])
    chosen = best[np.lexsort((_climbs(weft, best), crossings(weft, best)))[0]]
    return _upright(weft, chosen)


def _better(weft: Weft, place: Ints, before: list[Side], after: list[Side], passes: int, options: Options) -> Ints:
    for turn in range(passes):
        options.pulse()
        if not sifted(weft, place, before, after, backwards=turn % 2 == 1):
            break
    return place


def _starts(weft: Weft, count: int) -> Ints:
    """Places by start: as the sketch has it, the same upside down, and shuffled ones; groups stay together."""
    items = len(weft.block)
    number = np.arange(items, dtype=np.uint64)
    rank = weft.rank
    made = np.empty((count, items), np.int64)
    shift = np.repeat(weft.first[:-1], np.diff(weft.first))
    for start in range(count):
        if start < 2:
            turned = 1 - 2 * start
            key, group = turned * np.arange(items), turned * weft.group
        else:
            key, group = _scattered(number, start), _scattered(weft.group.astype(np.uint64), start)
        order = np.lexsort((key, group, rank))
        made[start, order] = np.arange(items)
        made[start] -= shift
    return made


def _scattered(number: NDArray[np.uint64], start: int) -> Ints:
    """Numbers in an order that has nothing to do with their size: a multiplicative hash, the same everywhere."""
    mixed = (number + np.uint64(start * 0x9E3779B9)) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.asarray((mixed >> np.uint64(33)).astype(np.int64))


def _climbs(weft: Weft, place: Ints) -> Floats:
    """How far all strands climb, in shares of their ranks: of orders with as many crossings the calmest one wins."""
    counts = np.diff(weft.first)[weft.rank]
    share = (place + 0.5) / counts
    return np.asarray(np.round(np.abs(share[:, weft.left] - share[:, weft.right]).sum(axis=1), 3))


def _upright(weft: Weft, place: Ints) -> Ints:
    """Of an order and its mirror image, which cross alike, take the one with what most hangs on in the upper half."""
    counts = np.diff(weft.first)[weft.rank]
    degree = np.bincount(weft.left, minlength=len(place)) + np.bincount(weft.right, minlength=len(place))
    weight = np.where(weft.block >= 0, degree * degree, 0)
    # In whole numbers, so that no rounding decides.
    if int((weight * (2 * place + 1 - counts)).sum()) > 0:
        return counts - 1 - place
    return place
