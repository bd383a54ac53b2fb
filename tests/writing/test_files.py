"""Files under edit: one writer at a time, whole or not at all, whatever the system refuses."""

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claimtrack import files
from claimtrack.errors import UsageError, WritingError
from claimtrack.files import clear_leftovers, edit, locked
from claimtrack.settings import Limits
from claimtrack.writing.text_file import edit_text

OLD, NEW = b"title: old\n", b"title: new, and longer than the old one\n"
CALLS = ("open", "fsync", "replace", "close", "stat", "chmod", "access", "scandir", "listdir")


@pytest.fixture
def place(tmp_path):
    """A file with old content."""
    path = tmp_path / "sheet.yaml"
    path.write_bytes(OLD)
    return path


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


class Failing:
    """A system call that fails at one of its calls."""

    def __init__(self, real, at, error, *, done=False):
        self.real, self.at, self.error, self.done, self.count = real, at, error, done, 0

    def __call__(self, *args, **kwargs):
        self.count += 1
        if self.count == self.at:
            if self.done:  # the system closes a file even where it says that something went wrong
                self.real(*args)
            raise self.error
        return self.real(*args, **kwargs)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "I/O error"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("at", range(1, 6))
def test_a_system_call_that_fails_leaves_the_old_file_or_the_new_one(place, monkeypatch, name, at, error):
    """Nothing lost, no other exception, and no temporary file after the next edit."""
    with monkeypatch.context() as patched:
        failing = Failing(getattr(os, name), at, error, done=name == "close")
        patched.setattr(os, name, failing)
        try:
            done = edit(place, lambda held: NEW)
        except (WritingError, KeyboardInterrupt):
            done = None
    assert place.read_bytes() in ((NEW,) if done else (OLD, NEW))
    edit(place, lambda held: held + b"# next\n")
    assert leftovers(place.parent) == []


@pytest.mark.parametrize("error", [OSError(errno.EIO, "I/O error"), OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("name", ["write", "flush", "close"])
def test_a_write_that_fails_leaves_the_old_file(place, monkeypatch, name, error):
    """A full disk is noticed before the new file takes the place."""
    real = io.open

    class File(io.FileIO):
        def write(self, data):
            if name == "write":
                raise error
            return super().write(data)

        def flush(self):
            if name == "flush" and self.writable() and not self.closed:
                raise error
            super().flush()

        def close(self):
            was_open = not self.closed
            super().close()
            if name == "close" and was_open and self.mode != "rb":
                raise error

    monkeypatch.setattr(io, "open", lambda path, mode="r", *rest: File(path, "x") if mode == "xb" else real(path, mode))
    with pytest.raises((WritingError, KeyboardInterrupt)):
        edit(place, lambda held: NEW)
    monkeypatch.undo()
    assert place.read_bytes() == OLD
    edit(place, lambda held: NEW)
    assert leftovers(place.parent) == []


def test_a_refusal_names_file_and_reason(place, monkeypatch):
    """A clear word, and that the file is as it was."""
    monkeypatch.setattr(os, "fsync", Failing(os.fsync, 1, OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(
        WritingError, match=r"sheet\.yaml could not be written: No space left on device; it is as it was"
    ):
        edit(place, lambda held: NEW)


def test_what_a_change_raises_leaves_the_file(place):
    """And comes through."""

    def change(held):
        raise UsageError("no")

    with pytest.raises(UsageError, match="no"):
        edit(place, change)
    assert place.read_bytes() == OLD


def test_nothing_is_written_where_nothing_changes(place):
    """None, or the same bytes."""
    before = place.stat().st_ino
    assert not edit(place, lambda held: None)
    assert not edit(place, lambda held: OLD)
    assert place.stat().st_ino == before


def test_permissions_and_links_stay(place, tmp_path):
    """The file behind a link is changed, the link stays one."""
    place.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(place.name)
    assert edit(link, lambda held: NEW)
    assert link.is_symlink()
    assert place.read_bytes() == NEW
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_the_owner_stays_where_the_system_allows_it(place, monkeypatch):
    """And where it does not, the edit is made all the same."""
    asked = []

    def chown(path, user, group):
        asked.append((user, group))
        raise PermissionError

    real = Path.stat
    monkeypatch.setattr(os, "chown", chown)
    monkeypatch.setattr(Path, "stat", lambda self, **more: Stat(real(self, **more), self == place))
    assert edit(place, lambda held: NEW)
    assert asked == [(4321, 4321)]
    assert place.read_bytes() == NEW


class Stat:
    """What the system says of a file, with another owner."""

    def __init__(self, real, other):
        self.st_mode = real.st_mode
        self.st_uid, self.st_gid = (4321, 4321) if other else (real.st_uid, real.st_gid)


def test_what_an_editor_saved_meanwhile_is_not_lost(place):
    """Somebody who knows of no lock writes between our reading and our writing: the change is made of what is there."""
    seen = []

    def change(held):
        if not seen:
            place.write_bytes(b"title: theirs\n")
        seen.append(held)
        return held + b"# ours\n"

    assert edit(place, change)
    assert seen == [OLD, b"title: theirs\n"]
    assert place.read_bytes() == b"title: theirs\n# ours\n"


def test_a_file_that_changes_all_the_time_is_left_alone(place):
    """After some tries."""
    count = iter(range(100))

    def change(held):
        place.write_bytes(b"title: %d\n" % next(count))
        return NEW

    with pytest.raises(WritingError, match="another program"):
        edit(place, change)
    assert b"title: 4" in place.read_bytes()
    assert leftovers(place.parent) == []


def test_a_read_only_file_is_not_replaced(place, monkeypatch):
    """Who made it so did not want it changed, though the folder would allow it."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(WritingError, match="read-only"):
        edit(place, lambda held: NEW)
    assert place.read_bytes() == OLD


def test_a_lock_that_cannot_be_had_is_named(place):
    """After the patience is over; the file is left alone."""
    with locked(place.parent), pytest.raises(WritingError, match="another process has been writing here"):
        edit(place, lambda held: NEW, patience=0.05)
    assert place.read_bytes() == OLD


def test_a_folder_that_cannot_be_locked_is_named(place, monkeypatch):
    """Some file systems have no locks."""
    import fcntl

    monkeypatch.setattr(fcntl, "flock", Failing(fcntl.flock, 1, OSError(errno.ENOLCK, "No locks available")))
    with pytest.raises(WritingError, match="cannot be locked: No locks available"):
        edit(place, lambda held: NEW)


def test_a_missing_folder_is_named(tmp_path):
    """Not made."""
    with pytest.raises(WritingError, match="could not be written"):
        edit(tmp_path / "no" / "x.yaml", lambda held: NEW)


def test_leftovers_of_killed_edits_go_and_nothing_else_does(place, tmp_path):
    """Only names that an edit of a ledger's file gives."""
    stale = [".sheet.yaml.0123456789abcdef.tmp", "." + "ü" * 50 + ".0123456789abcdef.tmp"]
    kept = [".index.bin.0123456789abcdef.tmp", ".sheet.yaml.0123.tmp", "x.tmp", ".sheet.yaml.swp"]
    for name in (*stale, *kept):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / ".folder.yaml.0123456789abcdef.tmp").mkdir()
    clear_leftovers(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert not names & set(stale)
    assert set(kept) <= names


def test_a_long_name_is_edited_too(tmp_path):
    """The temporary file's name stays within what the system allows."""
    place = tmp_path / ("ü" * 100 + "." + "y" * 40 + ".yaml")
    assert edit(place, lambda held: NEW)
    assert place.read_bytes() == NEW


def test_edits_of_many_threads_follow_one_another(place):
    """None is lost."""
    threads = [
        threading.Thread(target=lambda: [edit(place, lambda held: held + b"#\n") for _ in range(5)]) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert place.read_bytes() == OLD + b"#\n" * 20


def test_edits_of_two_processes_follow_one_another(place):
    """None is lost."""
    code = f"""
from claimtrack.files import edit
for _ in range(10):
    edit({str(place)!r}, lambda held: held + b"#\\n")
"""
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [one.wait() for one in running] == [0, 0]
    assert place.read_bytes() == OLD + b"#\n" * 20


def test_what_is_no_ledger_file_is_refused(tmp_path, monkeypatch):
    """A pipe, a dangling link, another encoding, too many bytes."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"title: caf\xe9\n")
    for name, message in (("pipe", "no ordinary file"), ("link", "no ordinary file"), ("latin", "not UTF-8")):
        with pytest.raises(UsageError, match=message):
            edit_text(str(tmp_path / f"{name}.yaml"), lambda held: "x")
    monkeypatch.setattr("claimtrack.writing.text_file._LIMITS", Limits(bytes=3))
    (tmp_path / "big.yaml").write_bytes(OLD)
    with pytest.raises(UsageError, match="larger"):
        edit_text(str(tmp_path / "big.yaml"), lambda held: "x")


@pytest.mark.parametrize("name", ["a\0b", "a\0b/c", "\ud800"])
def test_a_name_that_no_file_can_have_is_refused(name, tmp_path):
    """By every way of writing."""
    for write in (
        lambda path: files.edit(path, lambda _: b"x"),
        lambda path: files.put(path, b"x"),
        lambda path: files.new_folder(path, {}),
    ):
        with pytest.raises(WritingError, match="no file can have such a name"):
            write(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_looked_into_is_not_written(tmp_path, monkeypatch):
    """With the system's own words."""

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.Path, "iterdir", refuse)
    with pytest.raises(WritingError, match="Permission denied"):
        files.new_folder(tmp_path, {})
