"""A case that is made ready answers everything from memory."""

import pytest

from explorer.case.check import check
from explorer.session.ready import ready
from tests.small_case import small_case


def test_everything_is_worked_out_and_said() -> None:
    case = small_case()
    report = check(case)
    before = set(case.__dict__)
    said: list[str] = []
    ready(case, report, said.append)
    kept = set(case.__dict__) - before
    wanted = ("naming", "traits", "findable", "contradictions", "headline", "dated")
    assert all(any(key.endswith(f".{name}") for key in kept) for name in wanted)
    assert {"found", "lost"} <= set(report.__dict__)
    assert len(said) == len(set(said)) >= len(wanted)


def test_it_stops_when_nobody_waits_any_more() -> None:
    case = small_case()

    class StopError(Exception):
        pass

    def stop(_: str) -> None:
        raise StopError

    with pytest.raises(StopError):
        ready(case, check(case), stop)
    assert not any(key.endswith(".headline") for key in case.__dict__)
