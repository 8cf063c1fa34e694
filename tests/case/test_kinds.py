"""The vocabulary: every file is read, every kind of the article is in it, an unknown kind is shown by its id."""

import pytest

from explorer.case.kinds import VOCABULARIES, VOCABULARY_OF_TABLE, kind, vocabulary
from tests.article import article


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_vocabulary_has_kinds_with_words(name: str) -> None:
    rows = vocabulary(name)
    assert rows
    assert all(row.id == key and row.label and row.plural for key, row in rows.items())
    labels = [row.label for row in rows.values()]
    assert len(labels) == len(set(labels))


def test_every_kind_of_the_article_is_known() -> None:
    case = article()
    unknown = [
        key for key, element in case.elements.items()
        if element.kind not in vocabulary(VOCABULARY_OF_TABLE[case.table_of[key]])
    ]  # fmt: skip
    assert unknown == []
    assert {step.status for row in case.measures.values() for step in row.history} <= set(vocabulary("status"))


def test_an_unknown_kind_is_shown_by_its_id() -> None:
    row = kind("actor", "pirate-state")
    assert (row.label, row.icon, row.colour) == ("pirate-state", "dot", "ink")


def test_an_unknown_vocabulary_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match="no vocabulary 'weather'; there are actor"):
        vocabulary("weather")


def test_what_binds_somebody_ranks_above_what_is_talked_about() -> None:
    ranks = {key: row.rank for key, row in vocabulary("status").items()}
    assert ranks["in-force"] > ranks["announced"] > 0 > ranks["under-discussion"] > ranks["lifted"]
