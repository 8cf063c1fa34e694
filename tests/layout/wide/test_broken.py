"""Broken columns: a list too long for the sheet stands in several columns side by side, lanes and groups in order."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.layout.model import Block, Sketch
from explorer.layout.picture import Options
from explorer.layout.wide.broken import broken
from explorer.layout.wide.level import ranks
from explorer.layout.wide.plan import Plan, planned
from tests.layout.sketches import joined

_OPTIONS = Options()
_LANES = ("left", "right")


def _trade(suppliers: int, recipients: int, groups: int = 0) -> Sketch:
    blocks = [Block(f"s{i}", 120.0, 40.0, "left", f"g{i % groups}" if groups else None) for i in range(suppliers)]
    blocks += [Block(f"r{i}", 120.0, 40.0, "right") for i in range(recipients)]
    lines = [f"s{i}>r{i * i % recipients}" for i in range(suppliers)]
    titles = {f"g{i}": f"Group {i}" for i in range(groups)}
    return Sketch(tuple(blocks), joined(*lines), (), _LANES, {}, titles)


def _broken(plan: Plan) -> list[int]:
    return [int(rank) for rank in broken(plan, ranks(plan), _OPTIONS)]


def test_what_fits_is_left_as_it_is() -> None:
    plan = planned(_trade(20, 20))
    whole = ranks(plan)
    assert broken(plan, whole, _OPTIONS) is whole


def test_a_crowded_column_is_broken_into_columns_of_about_the_same_height() -> None:
    plan = planned(_trade(200, 10))
    rank = np.array(_broken(plan))
    assert set(rank[200:].tolist()) == {int(rank.max())}
    counts = np.bincount(rank[:200])
    assert len(counts) > 2
    assert counts.max() - counts.min() <= 2


def test_the_sheet_is_at_last_as_wide_as_high() -> None:
    plan = planned(_trade(500, 400))
    counts = np.bincount(_broken(plan))
    assert len(counts) * (120 + _OPTIONS.channel) >= counts.max() * (40 + _OPTIONS.gap)


@pytest.mark.parametrize(("suppliers", "recipients"), [(200, 10), (10, 200), (300, 300)])
def test_lanes_stay_one_after_the_other_and_no_column_is_empty(suppliers: int, recipients: int) -> None:
    plan = planned(_trade(suppliers, recipients))
    rank = _broken(plan)
    assert max(rank[:suppliers]) < min(rank[suppliers:])
    assert sorted(set(rank)) == list(range(max(rank) + 1))


def test_lines_inside_a_lane_still_lead_from_rank_to_rank() -> None:
    sketch = _trade(200, 200)
    chain = joined(*(f"s{a}>s{b}" for a, b in pairwise(range(0, 200, 10))))
    plan = planned(replace(sketch, wires=(*sketch.wires, *(replace(w, id=f"c{w.id}") for w in chain))))
    rank, whole = np.array(_broken(plan)), ranks(plan)
    before, after = whole[plan.target] - whole[plan.source], rank[plan.target] - rank[plan.source]
    assert (np.sign(before) == np.sign(after)).all()


def test_hubs_stand_on_the_side_to_which_the_lines_lead() -> None:
    sketch = _trade(200, 50)
    more = joined(*(f"s0>r{i}" for i in range(50)))
    plan = planned(replace(sketch, wires=(*sketch.wires, *(replace(w, id=f"m{w.id}") for w in more))))
    rank = _broken(plan)
    assert rank[0] == max(rank[:200]) > 1


def test_groups_are_torn_only_where_a_column_ends() -> None:
    plan = planned(_trade(200, 10, groups=8))
    rank = _broken(plan)
    columns = [sorted({rank[i] for i in range(200) if i % 8 == group}) for group in range(8)]
    assert all(spread[-1] - spread[0] == len(spread) - 1 for spread in columns)
    assert sum(len(spread) - 1 for spread in columns) < len(set(rank[:200]))
