"""Chance: the same every time, the first drawn most, shares as asked for."""

from collections import Counter

from explorer.generate.chance import Hubs, stream, weighed


def test_a_stream_is_known_by_seed_and_part() -> None:
    # The numbers themselves: another Python or machine must not make another case.
    chance = stream(1, "names")
    assert [chance.randrange(1000) for _ in range(4)] == [169, 286, 87, 854]
    assert stream(1, "names").random() != stream(1, "trade").random()
    assert stream(1, "names").random() != stream(2, "names").random()


def test_the_first_are_drawn_far_more_often() -> None:
    chance = stream(1, "hubs")
    hubs = Hubs(range(100))
    counts = Counter(hubs.pick(chance) for _ in range(5_000))
    assert counts[0] > 5 * counts[20] > 0
    assert set(counts) <= set(range(100))


def test_shares_are_kept() -> None:
    chance = stream(1, "shares")
    counts = Counter(weighed(chance, (("often", 90), ("never", 0), ("seldom", 10))) for _ in range(2_000))
    assert counts["never"] == 0
    assert 0.86 < counts["often"] / 2_000 < 0.94
