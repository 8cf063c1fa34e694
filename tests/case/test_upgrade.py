"""Older files are brought to today's shape."""

from explorer.case.upgrade import upgrade


def test_today_stays_as_it_is() -> None:
    raw = {"version": 1, "title": "x", "actors": [{"id": "a"}]}
    assert upgrade(raw) is raw


def test_the_draft_kept_rows_in_mappings() -> None:
    draft = {
        "version": 0,
        "title": "x",
        "actors": {"a": {"name": "A"}, "b": {"name": "B"}},
        "goods": [{"id": "g"}],
        "claims": {"c": 3},
        "about": {"not": "a table"},
    }
    assert upgrade(draft) == {
        "version": 1,
        "title": "x",
        "actors": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
        "goods": [{"id": "g"}],
        "claims": [3],
        "about": {"not": "a table"},
    }
    assert draft["version"] == 0
