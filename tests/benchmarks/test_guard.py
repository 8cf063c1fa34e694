"""The guard ends with 1 if a ratio is above its bound, and says which."""

import pytest

from benchmarks.guard import Bound, main


def test_ratios_within_their_bounds_pass(capsys: pytest.CaptureFixture[str]) -> None:
    main([Bound("lines to boxes", lambda: 2.0, 2.0, "as many as there may be")])
    assert "kept" in capsys.readouterr().out


def test_a_ratio_above_its_bound_fails_after_all_were_told(capsys: pytest.CaptureFixture[str]) -> None:
    bounds = [Bound("worse", lambda: 2.01, 2.0, "a reason"), Bound("fine", lambda: 1.0, 2.0, "another")]
    with pytest.raises(SystemExit) as ended:
        main(bounds)
    assert ended.value.code == 1
    worse, fine = (line for line in capsys.readouterr().out.splitlines() if "reason" in line or "another" in line)
    assert "exceeded" in worse
    assert "kept" in fine
