"""Reading row by row gives what reading as a whole gives, or nothing."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import assets
from explorer.case import stream
from explorer.case.case import Case
from explorer.case.file import dump, parse, read
from explorer.case.stream import streamed

ARTICLE = assets.resource("cases/stoltenberg-china.json")
CONTENT = ARTICLE.read_bytes()


class _Drops(io.BytesIO):
    """Gives a few bytes at a time, whatever is asked for."""

    def __init__(self, content: bytes, drop: int) -> None:
        super().__init__(content)
        self.drop = drop

    def read(self, size: int | None = -1, /) -> bytes:
        del size
        return super().read(self.drop)


def _read(content: bytes, drop: int = 4_096) -> Case | None:
    return streamed(_Drops(content, drop), lambda _: None)


def _with(**fields: object) -> bytes:
    return json.dumps({**json.loads(CONTENT), **fields}).encode()


@pytest.mark.parametrize("drop", [1_021, 70_000, len(CONTENT) + 1])
def test_the_article_is_read_alike_wherever_it_is_cut(drop: int) -> None:
    assert _read(CONTENT, drop) == read(ARTICLE)


def test_it_is_read_in_any_order_of_tables_and_with_any_spaces() -> None:
    raw = json.loads(CONTENT)
    turned = {"format": raw.pop("format"), "version": raw.pop("version"), **dict(reversed(raw.items()))}
    for indent in (None, 7):
        made = _read(json.dumps(turned, indent=indent).encode())
        assert made is not None
        assert dump(made) == dump(read(ARTICLE))
    assert _read(b"\xef\xbb\xbf" + CONTENT) == read(ARTICLE)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"{", b"{}", CONTENT[:-30], CONTENT + b"x", CONTENT[:500] + b"\xff" + CONTENT[501:],
        _with(version=0), _with(version=True), _with(version=2), _with(format="other"), _with(actors={}),
        _with(more=[]), _with(actors=[{"name": "no id"}]), _with(actors=[1]), _with(title="\u202e"),
        _with(actors=json.loads(CONTENT)["actors"] * 2), _with(notes=[{"id": "china", "text": "an id of an actor"}]),
        _with(figures=[{"id": "f", "kind": "count", "name": "n", "unit": "u", "low": float("nan")}]),
        CONTENT.replace(b'"title":', b'"title": "twice", "title":', 1),
        CONTENT.replace(b'"kind": "state"', b'"kind": "state", "kind": "state"', 1),
        CONTENT.replace(b'"actors": [', b'"actors": [],\n  "actors": [', 1),
        b'{"format": "sanctions-explorer-case", "version": 1, "title": ' + b"[" * 100_000,
    ],
)  # fmt: skip
def test_whatever_is_unusual_is_left_to_a_closer_look(content: bytes) -> None:
    assert _read(content) is None


@given(st.data())
def test_a_changed_byte_never_makes_another_case(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(CONTENT) - 1))
    changed = CONTENT[:at] + bytes([data.draw(st.integers(0, 255))]) + CONTENT[at + 1 :]
    made = _read(changed, 65_536)
    if made is not None:
        assert dump(made) == dump(parse(changed, "changed"))


def test_progress_grows_and_may_stop_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_EVERY", 10)
    told: list[int] = []
    assert streamed(_Drops(CONTENT, 8_192), told.append) is not None
    assert told == sorted(told)
    assert told[-1] > len(CONTENT) / 2

    class StopError(Exception):
        pass

    def stop(_: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        streamed(_Drops(CONTENT, 8_192), stop)


def test_a_large_file_is_read_through_it_and_a_broken_one_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from explorer.case import file

    monkeypatch.setattr(file, "LARGE", 1_000)
    shares: list[int] = []
    assert dump(read(ARTICLE, shares.append)) == dump(read(ARTICLE))
    assert shares
    assert 0 <= min(shares) <= max(shares) <= 100
    broken = tmp_path / "broken.json"
    broken.write_bytes(CONTENT.replace(b'"kind": "state"', b'"kind": 7', 1))
    with pytest.raises(file.CaseError, match="kind"):
        read(broken)
