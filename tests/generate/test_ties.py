"""Ties: companies belong to at most one group, by a kind that says so."""

from collections import Counter

from explorer.case.kinds import vocabulary
from explorer.generate.ties import ties
from tests.generate.scene import SIZE, people


def test_a_company_belongs_to_one_group_at_most() -> None:
    rows = [relation for relation, _ in ties(SIZE, people())]
    owned = [row for row in rows if vocabulary("relation")[row.kind].belongs]
    assert owned
    assert max(Counter(row.subject for row in owned).values()) == 1
    assert {row.object for row in owned} <= {actor.id for actor in people().groups}


def test_every_spokesperson_speaks_for_somebody() -> None:
    speaking = [relation.subject for relation, _ in ties(SIZE, people()) if relation.kind == "office"]
    assert sorted(speaking) == sorted(actor.id for actor in people().officials)
