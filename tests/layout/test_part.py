"""Parts: what hangs together is one, what stood in one stays in one, a line between two of them joins neither."""

from hypothesis import given

from explorer.layout.layered import layered
from explorer.layout.model import Fence, Sketch, Wire
from explorer.layout.part import MOST_ACROSS, NEW, parts_of
from explorer.layout.picture import Picture
from tests.layout.sketches import joined, row, sketches
from tests.layout.webs import scattered, without

PAIRS = Sketch(row(*"abcd"), joined("a>b", "c>d"))


def _members(sketch: Sketch, previous: Picture | None = None, *, across: bool = True) -> list[tuple[str, int]]:
    parts, _ = parts_of(sketch, previous, across=across)
    return [("".join(block.id for block in part.blocks), number) for part, number in parts]


def _more(*pairs: str) -> Sketch:
    wires = tuple(Wire(f"new{i}", *pair.split(">")) for i, pair in enumerate(pairs))  # type: ignore[arg-type]  # two ends
    return Sketch(PAIRS.blocks, (*PAIRS.wires, *wires))


@given(sketches())
def test_every_box_and_line_is_in_one_part(sketch: Sketch) -> None:
    if sketch.blocks:
        parts, between = parts_of(sketch, None)
        assert between == ()
        assert sorted(b.id for part, _ in parts for b in part.blocks) == sorted(b.id for b in sketch.blocks)
        assert sorted(w.id for part, _ in parts for w in part.wires) == sorted(w.id for w in sketch.wires)
        assert sorted(f.id for part, _ in parts for f in part.fences) == sorted(f.id for f in sketch.fences)
        for part, number in parts:
            own = {block.id for block in part.blocks}
            assert all({wire.source, wire.target} <= own for wire in part.wires)
            assert number == NEW


def test_what_hangs_together_is_one_part_whichever_way_its_lines_run() -> None:
    assert _members(Sketch(row(*"abcdef"), joined("c>a", "c>e", "f>b"))) == [("ace", NEW), ("bf", NEW), ("d", NEW)]


def test_what_has_lanes_is_one_part() -> None:
    blocks = (*row("a", "b", lane="left"), *row("c", lane="right"))
    assert _members(Sketch(blocks, (), (), ("left", "right"))) == [("abc", NEW)]


def test_a_part_has_its_number_of_before_and_a_new_one_has_none() -> None:
    picture = layered(PAIRS)
    numbers = {box.id: box.part for box in picture.boxes}
    found = _members(Sketch((*PAIRS.blocks, *row("x")), PAIRS.wires), picture)
    assert found == [("ab", numbers["a"]), ("cd", numbers["c"]), ("x", NEW)]


def test_what_stood_in_one_part_stays_in_one_although_its_line_is_gone() -> None:
    picture = layered(PAIRS)
    assert [ids for ids, _ in _members(Sketch(PAIRS.blocks, PAIRS.wires[1:]), picture)] == ["ab", "cd"]


def test_a_few_new_lines_between_two_parts_leave_them_two() -> None:
    parts, between = parts_of(_more("b>c"), layered(PAIRS))
    assert ["".join(block.id for block in part.blocks) for part, _ in parts] == ["ab", "cd"]
    assert [wire.id for wire in between] == ["new0"]


def test_many_new_lines_between_two_parts_make_them_one() -> None:
    lines = ["b>c", "a>d", "b>d", "a>c"][: MOST_ACROSS + 1]
    parts, between = parts_of(_more(*lines), layered(PAIRS))
    assert [len(part.blocks) for part, _ in parts] == [4]
    assert between == ()


def test_asked_for_together_even_one_line_makes_them_one() -> None:
    assert [ids for ids, _ in _members(_more("b>c"), layered(PAIRS), across=False)] == ["abcd"]


def test_of_parts_that_become_one_the_larger_gives_its_number() -> None:
    sketch = Sketch(row(*"abcde"), joined("a>b", "c>d", "d>e"))
    picture = layered(sketch)
    more = Sketch(sketch.blocks, (*sketch.wires, *(Wire(f"n{i}", "a", key) for i, key in enumerate("cde"))))
    assert _members(more, picture) == [("abcde", picture.box_by_id["c"].part)]


def test_a_new_box_between_two_parts_belongs_to_the_first_of_them() -> None:
    picture = layered(PAIRS)
    sketch = Sketch((*PAIRS.blocks, *row("x")), (*PAIRS.wires, Wire("n", "b", "x"), Wire("m", "x", "c")))
    parts, between = parts_of(sketch, picture)
    assert [len(part.blocks) for part, _ in parts] == [3, 2]
    assert len(between) == 1


def test_a_gate_stands_across_the_lines_of_its_own_part() -> None:
    sketch = Sketch(row(*"abcd"), joined("a>b", "c>d"), (Fence("g", "a", frozenset({"0:a>b", "1:c>d"}), 9.0, 9.0),))
    parts, _ = parts_of(sketch, None)
    assert [[(fence.id, set(fence.wires)) for fence in part.fences] for part, _ in parts] == [[("g", {"0:a>b"})], []]


def test_many_parts_keep_their_numbers_when_some_are_gone() -> None:
    sketch = scattered(40)
    picture = layered(sketch)
    less = without(sketch, [block.id for block in sketch.blocks[::7]])
    parts, _ = parts_of(less, picture)
    old = picture.box_by_id
    assert len(parts) > 20
    for part, number in parts:
        assert {old[block.id].part for block in part.blocks} == {number}
