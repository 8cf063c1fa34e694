"""A finding is a value: it can be listed, compared and gathered, and nothing changes it afterwards."""

from dataclasses import FrozenInstanceError

import pytest

from explorer.case.finding import Finding


def test_without_a_word_about_it_a_finding_only_warns() -> None:
    assert Finding("quote-moved", "quotes > q1", "stands elsewhere").severity == "warning"


def test_the_same_findings_are_one() -> None:
    found = [Finding("a", "flows > f", "x", "broken"), Finding("a", "flows > f", "x", "broken")]
    assert len(set(found)) == 1
    assert found[0] != Finding("a", "flows > f", "x")  # how bad it is belongs to it


def test_a_finding_stays_as_it_was_found() -> None:
    found = Finding("a", "flows > f", "x")
    with pytest.raises(FrozenInstanceError):
        found.severity = "broken"  # type: ignore[misc]  # that it is refused is the test
    assert found.severity == "warning"
