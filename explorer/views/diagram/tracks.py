"""Tracks: every piece of the sheet once for each stroke in which lines run over it, and how many do.

In go pieces, lines and the stroke of each, out come numbers of tracks. Imports numpy, so only large scenes load it.
Must not know Qt, nor what a stroke looks like.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from explorer.views.diagram.pieces import Flags, Ints, Pieces


@dataclass(frozen=True, eq=False)
class Tracks:
    """The piece, the stroke, the first line and the number of lines of every track, in the order of the pieces.

    `run` is how far along that line a piece with dashes begins.
    """

    pieces: Pieces
    strokes: int
    piece: NDArray[np.int32]
    stroke: NDArray[np.int16]
    line: NDArray[np.int32]
    count: NDArray[np.int32]
    run: NDArray[np.float32]

    @classmethod
    def of(cls, pieces: Pieces, lines: Ints, stroke: Ints, broken: Flags) -> Self:
        """The tracks of some lines; `stroke` is that of every line, `broken` tells which strokes have dashes."""
        places, owner = pieces.places(lines)
        piece, mine = pieces.of_line[places], stroke[owner]
        keys = piece.astype(np.int64) * len(broken) + mine
        _, first, count = np.unique(keys, return_index=True, return_counts=True)
        run = np.zeros(len(first), np.float32)
        dashed = broken[mine[first]]
        if dashed.any():
            run[dashed] = _runs(pieces, piece, owner, broken[mine])[first[dashed]]
        return cls(
            pieces, len(broken), piece[first], mine[first].astype(np.int16), owner[first].astype(np.int32),
            count.astype(np.int32), run,
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.piece)

    def touching(self, left: float, top: float, right: float, bottom: float) -> Ints:
        """The tracks that can reach a rectangle of the sheet, those of one stroke together."""
        if len(self) < len(self.pieces):
            b = self.pieces.bounds[self.piece]
            found: Ints = np.flatnonzero(
                (b[:, 0] <= right) & (b[:, 2] >= left) & (b[:, 1] <= bottom) & (b[:, 3] >= top)
            )
        else:
            found = self._over(self.pieces.touching(left, top, right, bottom))
        # Of 16 bits, so that they are sorted by counting: that is ten times as fast.
        return found[np.argsort(self.stroke[found], kind="stable")]

    def merged(self, group: Ints) -> Self:
        """The same with strokes put together: `group` is the number of the group of every stroke. Dashes are lost."""
        into = group[self.stroke]
        keys = self.piece.astype(np.int64) * len(group) + into
        _, first, number = np.unique(keys, return_index=True, return_inverse=True)
        count = np.bincount(number.reshape(-1), weights=self.count).astype(np.int32)
        run = np.zeros(len(first), np.float32)
        return type(self)(
            self.pieces, len(group), self.piece[first], into[first].astype(np.int16), self.line[first], count, run
        )

    def without(self, some: Self) -> Flags:
        """Which tracks are left when some of their lines are taken away."""
        left = self.count.copy()
        left[np.searchsorted(self._keys(), some._keys())] -= some.count
        return left > 0

    def _over(self, pieces: Ints) -> Ints:
        if len(pieces) == len(self.pieces):
            return np.arange(len(self))
        begin, end = np.searchsorted(self.piece, pieces), np.searchsorted(self.piece, pieces, side="right")
        counts = end - begin
        nth = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        made: Ints = np.repeat(begin, counts) + nth
        return made

    def _keys(self) -> NDArray[np.int64]:
        return self.piece.astype(np.int64) * self.strokes + self.stroke


def _runs(pieces: Pieces, piece: Ints, owner: Ints, dashed: Flags) -> NDArray[np.float32]:
    """How far along its line each piece of the dashed lines begins; nought on all others."""
    at = np.flatnonzero(dashed)
    known, number = np.unique(piece[at], return_inverse=True)
    length = pieces.lengths(known)[number.reshape(-1)]
    before, line = np.cumsum(length) - length, owner[at]
    opens = np.flatnonzero(np.r_[True, line[1:] != line[:-1]])
    run = np.zeros(len(piece), np.float32)
    run[at] = before - np.repeat(before[opens], np.diff(np.r_[opens, len(line)]))
    return run
