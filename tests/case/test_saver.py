"""The saver leaves the old file or the new one, whole, whatever the system does under it.

Faults are planted where the program meets the system: in the calls of `os`, never in our own code.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.case.case import Case
from explorer.case.file import CaseError, read, write
from explorer.case.saver import save

OLD = b"the old file\x00\xff"
NEW = bytes(range(256)) * 40


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "case.json"
    path.write_bytes(OLD)
    path.chmod(0o640)
    return path


def _alone(path: Path) -> bool:
    return list(path.parent.iterdir()) == [path]


def _next_handle() -> int:
    handle = os.open(os.devnull, os.O_RDONLY)
    os.close(handle)
    return handle


def _failing(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("content", [b"", b"x", NEW, "Ö制😀".encode()])
def test_the_bytes_arrive(path: Path, content: bytes) -> None:
    save(content, path)
    assert path.read_bytes() == content
    assert _alone(path)


class TestShortWrites:
    @pytest.mark.parametrize("most", [1, 7, 4096, len(NEW) - 1])
    def test_what_was_not_taken_is_written_again(self, path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
        whole, taken = os.write, []

        def short(handle: int, content: memoryview) -> int:
            taken.append(whole(handle, content[:most]))
            return taken[-1]

        monkeypatch.setattr(os, "write", short)
        save(NEW, path)
        assert path.read_bytes() == NEW
        assert len(taken) == -(-len(NEW) // most)

    def test_a_disk_that_takes_a_part_and_then_no_more(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        whole, calls = os.write, []

        def full(handle: int, content: memoryview) -> int:
            calls.append(len(content))
            if len(calls) > 1:
                raise OSError(errno.ENOSPC, "No space left on device")
            return whole(handle, content[:100])

        monkeypatch.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space left"):
            save(NEW, path)
        assert calls == [len(NEW), len(NEW) - 100]
        assert path.read_bytes() == OLD
        assert _alone(path)


class TestFaults:
    """Whatever fails before the new file stands in the old one's place leaves the old one."""

    @pytest.mark.parametrize(
        ("call", "number"),
        [
            ("write", errno.EIO),
            ("fsync", errno.EIO),
            ("fsync", errno.ENOSPC),
            ("fchmod", errno.EPERM),
            ("close", errno.EDQUOT),
            ("rename", errno.EACCES),
        ],
    )
    @pytest.mark.parametrize("existed", [True, False], ids=["over a file", "a new file"])
    def test_an_error_of_the_system(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, existed: bool
    ) -> None:
        if not existed:
            path.unlink()
        names = {"rename": ("rename", "replace")}.get(call, (call,))
        closed = os.close
        with monkeypatch.context() as faults:
            for name in names:
                faults.setattr(os, name, _failing(number))
            if call == "close":  # the system closes, and tells only then that the bytes did not arrive
                faults.setattr(os, "close", lambda handle: (closed(handle), _failing(number)()))
            with pytest.raises(OSError) as caught:
                save(NEW, path)
        assert caught.value.errno == number
        assert list(path.parent.iterdir()) == ([path] if existed else [])
        assert not existed or (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (OLD, 0o640)

    def test_a_break_from_the_keyboard(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_: int) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "fsync", broken)
        with pytest.raises(KeyboardInterrupt):
            save(NEW, path)
        assert path.read_bytes() == OLD
        assert _alone(path)

    def test_the_first_error_is_told_when_tidying_fails_too(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "fsync", _failing(errno.EIO))
        monkeypatch.setattr(os, "unlink", _failing(errno.EROFS))
        with pytest.raises(OSError, match="Input/output error"):
            save(NEW, path)
        assert path.read_bytes() == OLD

    def test_a_folder_that_cannot_be_made_durable_is_no_failure(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Network file systems refuse it; by then the new file stands there, and "not saved" would be untrue."""
        real = os.fsync

        def refused_for_folders(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, "Invalid argument")
            real(handle)

        monkeypatch.setattr(os, "fsync", refused_for_folders)
        save(NEW, path)
        assert path.read_bytes() == NEW

    def test_no_handle_is_left_open(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The lowest free number is what the next file gets."""
        before = _next_handle()
        save(NEW, path)
        monkeypatch.setattr(os, "fsync", _failing(errno.EIO))
        for _ in range(3):
            with pytest.raises(OSError, match="Input/output error"):
                save(NEW, path)
        assert _next_handle() == before


def test_durable_before_it_takes_the_place_and_the_folder_after(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order is the promise: a name that is durable before its bytes leaves an empty file after a power cut."""
    seen: list[tuple[str, bytes]] = []
    real = os.fsync

    def watched(handle: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        seen.append((kind, path.read_bytes()))
        real(handle)

    monkeypatch.setattr(os, "fsync", watched)
    save(NEW, path)
    assert seen == [("file", OLD), ("folder", NEW)]


class TestModes:
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666, 0o400])
    def test_who_may_read_it_stays(self, path: Path, mode: int) -> None:
        path.chmod(mode)
        save(NEW, path)
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
    def test_a_new_file_gets_what_the_users_files_get(self, tmp_path: Path, mask: int, mode: int) -> None:
        before = os.umask(mask)
        try:
            save(NEW, tmp_path / "new.json")
            assert os.umask(mask) == mask  # asking for it changed nothing
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == mode

    def test_nobody_else_can_read_it_while_it_is_written(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path.chmod(0o600)
        modes: list[int] = []
        whole = os.write

        def watched(handle: int, content: memoryview) -> int:
            modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
            return whole(handle, content)

        monkeypatch.setattr(os, "write", watched)
        save(NEW, path)
        assert modes == [0o600]


class TestPlaces:
    @pytest.mark.parametrize("name", ["x" * 255, "ö" * 127, "😀" * 60 + ".json", "-rf.json", " a\nb .json"])
    def test_every_name_that_the_disk_takes(self, tmp_path: Path, name: str) -> None:
        """The file beside it needs a name too, which must not be too long where the file's own is not."""
        path = tmp_path / name
        save(NEW, path)
        assert path.read_bytes() == NEW
        assert _alone(path)

    def test_a_pipe_is_not_replaced(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(OSError, match="not an ordinary file"):
            save(NEW, pipe)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
        assert _alone(pipe)

    def test_another_name_of_the_old_file_keeps_the_old_bytes(self, path: Path) -> None:
        other = path.parent / "other.json"
        other.hardlink_to(path)
        save(NEW, path)
        assert (other.read_bytes(), path.read_bytes()) == (OLD, NEW)

    def test_a_relative_path(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(path.parent)
        save(NEW, Path("case.json"))
        assert path.read_bytes() == NEW
        assert _alone(path)


class TestLinks:
    """The door to the file follows links, so that a link stays one; see `case.file.write`."""

    def test_over_links_to_links(self, tmp_path: Path) -> None:
        target = tmp_path / "deep" / "case.json"
        target.parent.mkdir()
        target.write_bytes(OLD)
        target.chmod(0o604)
        (tmp_path / "one").symlink_to("deep/case.json")
        (tmp_path / "two").symlink_to(tmp_path / "one")
        write(Case(title="x"), tmp_path / "two")
        assert (tmp_path / "one").is_symlink()
        assert (tmp_path / "two").is_symlink()
        assert (read(target).title, stat.S_IMODE(target.stat().st_mode)) == ("x", 0o604)
        assert list(target.parent.iterdir()) == [target]

    def test_a_link_to_nothing_yet(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "new.json")
        write(Case(title="x"), tmp_path / "link")
        assert (tmp_path / "link").is_symlink()
        assert read(tmp_path / "new.json").title == "x"

    def test_a_link_that_leads_to_itself(self, tmp_path: Path) -> None:
        link = tmp_path / "link"
        link.symlink_to(link)
        with pytest.raises(CaseError, match="was not saved"):
            write(Case(title="x"), link)
        assert link.is_symlink()
        assert _alone(link)

    @pytest.mark.parametrize("call", ["fsync", "replace"])
    def test_a_fault_is_told_in_one_line_and_the_file_is_as_it_was(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, call: str
    ) -> None:
        monkeypatch.setattr(os, call, _failing(errno.EIO))
        with pytest.raises(CaseError) as caught:
            write(Case(title="x"), path)
        told = "was not saved: Input/output error; the file is as it was, save under another name"
        assert caught.value.problem == told
        assert path.read_bytes() == OLD
        assert _alone(path)
