"""The cast: as many as asked for, each with a part and, but for leagues, a home."""

from collections import Counter

from explorer.case.kinds import vocabulary
from explorer.generate.cast import mixed
from explorer.generate.chance import stream
from tests.generate.scene import SIZE, people


def test_everybody_is_there_once() -> None:
    everyone = [actor.id for actor in people().everyone()]
    assert len(everyone) == len(set(everyone)) == SIZE.actors
    assert set(people().called) == set(everyone)


def test_kinds_are_known_and_countries_are_of_few_and_many() -> None:
    actors = list(people().everyone())
    assert {actor.kind for actor in actors} <= set(vocabulary("actor"))
    assert all(actor.country for actor in actors if actor not in people().issuers)
    counts = Counter(actor.country for actor in people().makers)
    assert counts.most_common(1)[0][1] > 3 * min(counts.values())


def test_mixed_parts_hold_everybody() -> None:
    rows = mixed(stream(1, "mix"), people().makers, people().traders)
    assert sorted(actor.id for actor in rows) == sorted(actor.id for actor in people().makers + people().traders)
