"""Gates: at the side where most lines are, the outermost with the uppermost words, ticks on ports only."""

from explorer.layout.gate import places
from explorer.layout.model import Block, Box, Fence, GatePlace, Route, Sketch

_BOX = Box("a", 100.0, 200.0, 120.0, 60.0)


def _line(key: str, x: float, y: float, *, into: bool = False) -> Route:
    far = (x + 200.0 if x > 150 else x - 200.0, y)
    ends = (far, (x, y)) if into else ((x, y), far)
    return Route(key, "b" if into else "a", "a" if into else "b", (ends[0], ends[0], ends[1], ends[1]))


def _gates(*fences: Fence, lines: tuple[Route, ...] = ()) -> tuple[GatePlace, ...]:
    return places(Sketch((Block("a", 120, 60),), (), fences), {"a": _BOX}, lines)


def _fence(key: str, *wires: str) -> Fence:
    return Fence(key, "a", frozenset(wires), 90.0, 17.0)


def test_a_gate_stands_beside_the_box_across_its_lines() -> None:
    lines = (_line("w1", 220.0, 215.0), _line("w2", 220.0, 240.0))
    (gate,) = _gates(_fence("g", "w1", "w2"), lines=lines)
    assert gate.x == 230.0
    assert gate.ticks == (215.0, 240.0)
    assert gate.top < 200.0
    assert gate.bottom > 240.0


def test_a_gate_on_what_arrives_stands_at_the_left() -> None:
    (gate,) = _gates(_fence("g", "w"), lines=(_line("w", 100.0, 220.0, into=True),))
    assert gate.x == 90.0
    assert gate.ticks == (220.0,)


def test_lines_at_the_other_side_get_no_tick() -> None:
    lines = (_line("w1", 220.0, 215.0), _line("w2", 220.0, 225.0), _line("w3", 100.0, 230.0, into=True))
    (gate,) = _gates(_fence("g", "w1", "w2", "w3"), lines=lines)
    assert gate.ticks == (215.0, 225.0)


def test_a_line_that_the_measure_does_not_hit_gets_no_tick() -> None:
    lines = (_line("w1", 220.0, 215.0), _line("w2", 220.0, 225.0))
    (gate,) = _gates(_fence("g", "w2"), lines=lines)
    assert gate.ticks == (225.0,)


def test_gates_stand_apart_and_the_outermost_has_the_uppermost_words() -> None:
    one, other = _gates(_fence("g1", "w"), _fence("g2", "w"), lines=(_line("w", 220.0, 220.0),))
    assert one.x > other.x > _BOX.right
    assert one.label.y + one.label.height <= other.label.y
    assert other.label.y + other.label.height <= _BOX.y


def test_a_gate_without_lines_has_words_and_no_tick() -> None:
    (gate,) = _gates(_fence("g"))
    assert gate.ticks == ()
    assert gate.label.x == _BOX.x
