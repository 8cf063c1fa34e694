"""The judge of a drawing, the same for every engine: what crosses, what runs through what, how far things moved.

In goes picture JSON, out come counts. Knows geometry only and shares no code with any layout, so that no engine is
measured by its own ruler.

    from benchmarks import judge
    judge.verdict(picture)            # crossings, through, overlaps, length, size
    judge.drift(before, after)        # how stable a second picture is
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.meeting import crossing_pairs, entering_pairs, overlapping_pairs
from benchmarks.sheet import Floats, Ints, Sheet, read

#: Pixels that count as touching and not as overlapping.
TOUCH = 0.5
#: Two lines that share an end may meet as near to it as this without crossing.
_AT_END = 2.0


@dataclass(frozen=True)
class Verdict:
    """What a careful designer would count in a picture."""

    #: Points where two lines cross, but for the end that they share.
    crossings: int
    #: Pairs of lines that cross at least once.
    crossing_pairs: int
    #: Pairs of a line and a box that is neither of its ends.
    through: int
    box_overlaps: int
    #: Labels on a box or on another label.
    label_overlaps: int
    #: Pairs of a label and a line that is not its own.
    smeared: int
    length: float
    width: float
    height: float

    @property
    def aspect(self) -> float:
        """The width over the height."""
        return self.width / self.height if self.height else 0.0


@dataclass(frozen=True)
class Drift:
    """How a second picture differs from the first, for the boxes that are in both."""

    #: The mean way of a box over the diagonal of the first picture; nothing is aligned before.
    moved: float
    #: Of the pairs that share a column in both pictures, the part whose order from top to bottom changed.
    flips: float
    #: The part of the boxes that stand in another column.
    columns: float


def verdict(picture: Mapping[str, Any] | Sheet) -> Verdict:
    """Judge one picture."""
    sheet = picture if isinstance(picture, Sheet) else read(picture)
    segments, line = _segments(sheet)
    points, pairs = _crossings(sheet, segments, line)
    boxes, labels = sheet.boxes, sheet.labels
    return Verdict(
        points,
        pairs,
        len(_foreign(segments, line, boxes, sheet.sources, sheet.targets)),
        _twice(boxes),
        _twice(labels) + len(overlapping_pairs(labels, boxes, TOUCH)),
        _smeared(sheet, segments, line),
        float(np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]).sum()),
        *sheet.size,
    )


def drift(before: Mapping[str, Any] | Sheet, after: Mapping[str, Any] | Sheet) -> Drift:
    """Compare two pictures of nearly the same graph."""
    old, new = (picture if isinstance(picture, Sheet) else read(picture) for picture in (before, after))
    place = {key: i for i, key in enumerate(new.box_ids)}
    common = [(i, place[key]) for i, key in enumerate(old.box_ids) if key in place]
    if not common:
        return Drift(0.0, 0.0, 0.0)
    first, second = (np.array(rows, np.int64) for rows in zip(*common, strict=True))
    olds, news = old.boxes[first], new.boxes[second]
    way = np.hypot(*((news[:, :2] + news[:, 2:]) / 2 - (olds[:, :2] + olds[:, 2:]) / 2).T)
    return Drift(
        float(way.mean() / np.hypot(*old.size)),
        _flips(olds, news, old.stacks[first], new.stacks[second]),
        _changed(old.columns[first], new.columns[second]),
    )


def _segments(sheet: Sheet) -> tuple[Floats, Ints]:
    """The straight pieces of all lines, and the line of each."""
    count = np.diff(sheet.starts)
    line = np.repeat(np.arange(len(count)), count)
    inner = line[1:] == line[:-1]
    return np.concatenate([sheet.points[:-1][inner], sheet.points[1:][inner]], axis=1), line[1:][inner]


def _crossings(sheet: Sheet, segments: Floats, line: Ints) -> tuple[int, int]:
    if not len(segments):
        return 0, 0
    # Lines that run on top of each other, or meet in a bend, are moved apart by less than can be seen: then they cross
    # where they change sides, and nowhere else.
    nudge = np.random.default_rng(1).uniform(-1e-4, 1e-4, (len(sheet.sources), 2))
    nudged = segments + np.tile(nudge[line], 2)
    points, seen = 0, [np.zeros(0, np.int64)]
    for one, other, where in crossing_pairs(nudged, _strip(segments)):
        a, b = line[one], line[other]
        real = (a != b) & ~_at_common_end(sheet, a, b, where)
        points += int(real.sum())
        seen.append(np.unique(np.minimum(a, b)[real] * len(sheet.sources) + np.maximum(a, b)[real]))
    return points, len(np.unique(np.concatenate(seen)))


def _at_common_end(sheet: Sheet, a: Ints, b: Ints, where: Floats) -> np.ndarray[Any, np.dtype[np.bool_]]:
    begins, ends = sheet.points[sheet.starts[:-1]], sheet.points[sheet.starts[1:] - 1]
    near = np.zeros(len(a), bool)
    sides = ((sheet.sources, begins), (sheet.targets, ends))
    for box, tip in sides:
        for other_box, other_tip in sides:
            shared = box[a] == other_box[b]
            close = np.abs(tip[a] - where).max(axis=1) < _AT_END
            near |= shared & close & (np.abs(other_tip[b] - where).max(axis=1) < _AT_END)
    return near


def _strip(segments: Floats) -> float:
    """A width that cuts the segments into a few times as many pieces and leaves few of them beside each other."""
    return max(float(np.abs(segments[:, 2] - segments[:, 0]).sum()) / (3 * len(segments)), 1.0)


def _foreign(segments: Floats, line: Ints, areas: Floats, *own: Ints) -> Ints:
    """Pairs of a line and an area, given as line x areas + area, that has no business with it."""
    if not len(areas) or not len(segments):
        return np.zeros(0, np.int64)
    shrunk = areas + np.array([TOUCH, TOUCH, -TOUCH, -TOUCH])
    found = [np.zeros(0, np.int64)]
    for piece, area in entering_pairs(segments, shrunk, _strip(segments)):
        lines = line[piece]
        foreign = np.ones(len(piece), bool)
        for ends in own:
            foreign &= ends[lines] != area
        found.append(np.unique(lines[foreign] * len(areas) + area[foreign]))
    return np.unique(np.concatenate(found))


def _smeared(sheet: Sheet, segments: Floats, line: Ints) -> int:
    labels = sheet.labels
    pairs = _foreign(segments, line, labels)
    return int((sheet.label_lines[pairs % len(labels)] != pairs // len(labels)).sum()) if len(pairs) else 0


def _twice(areas: Floats) -> int:
    pairs = overlapping_pairs(areas, areas, TOUCH)
    return int((pairs[:, 0] < pairs[:, 1]).sum())


def _changed(old: Ints, new: Ints) -> float:
    """The part of the boxes whose column changed; a column that was left empty only moves the others up."""
    best = 0
    for shift in range(int(new.min() - old.max()), int(new.max() - old.min()) + 1):
        best = max(best, int((new - old == shift).sum()))
    return 1.0 - best / len(old)


def _flips(olds: Floats, news: Floats, old_stacks: Ints, new_stacks: Ints) -> float:
    both = old_stacks * (int(new_stacks.max()) + 1) + new_stacks
    flipped = total = 0
    for stack in np.unique(both):
        inside = both == stack
        before, after = (np.sign(np.subtract.outer(y, y)) for y in (olds[inside, 1], news[inside, 1]))
        flipped += int((before * after < 0).sum())
        total += int(inside.sum()) * (int(inside.sum()) - 1)
    return flipped / total if total else 0.0
