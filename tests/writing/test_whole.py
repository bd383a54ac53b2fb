"""A whole ledger written anew: how it is spread over files, and how files come to be there."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack import files
from claimtrack.claim import Source
from claimtrack.errors import UsageError, WritingError
from claimtrack.files import new_folder, put
from claimtrack.writing import whole
from claimtrack.writing.whole import sheets_of, texts_of
from strategies import without_places

LEDGER = """\
speakers: {s: {name: S}}
claims:
  - {speaker: s, text: one, source: {publisher: Post, date: 2021-01-01, url: a}}
  - {speaker: s, text: two, source: {publisher: Post, date: 2021-01-01, url: b}}
  - {speaker: s, text: three, source: {publisher: Post 2, date: 2021-01-01}}
  - {speaker: s, text: four, date: 2022}
  - {speaker: s, text: five, source: {url: c, complete: true}}
"""


def test_each_source_has_its_sheet():
    """Named after its date and publisher, with a number where that name is taken."""
    assert sorted(texts_of(ct.ledger_of(LEDGER))) == [
        "2021-01-01-post-2-2.yaml",
        "2021-01-01-post-2.yaml",
        "2021-01-01-post.yaml",
        "2022-claims.yaml",
        "ledger.yaml",
        "undated-claims.yaml",
    ]


def test_with_very_many_sources_there_is_a_sheet_for_each_year(monkeypatch):
    """Each claim then says its source itself, and the ledger is the same."""
    monkeypatch.setattr(whole, "SHEETS", 2)
    ledger = ct.ledger_of(LEDGER)
    pages = texts_of(ledger)
    assert sorted(pages) == ["2021.yaml", "2022.yaml", "ledger.yaml", "undated.yaml"]
    assert without_places(ct.ledger_of(pages)) == without_places(ledger)


def test_sheets_for_sources_have_names_of_their_own():
    """Sources of one day and publisher, and a publisher that is called like a numbered one."""
    sources = [Source(publisher=name, url=url) for name, url in (("P", "1"), ("P 2", "2"), ("P", "3"), ("P 2", "4"))]
    assert len(sheets_of(sources)) == 4


def test_a_new_folder_is_there_whole_or_not_at_all(tmp_path, monkeypatch):
    """An error of the disk leaves neither the folder nor anything beside it."""
    wanted = {"a": "1", "b": "2"}

    def broken(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(WritingError, match="No space left"):
        new_folder(tmp_path / "new", wanted)
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    new_folder(tmp_path / "new", wanted)
    assert {path.name: path.read_text() for path in (tmp_path / "new").iterdir()} == wanted


def test_an_empty_folder_is_filled_and_a_full_one_left(tmp_path):
    """A folder with something in it, or a file, is not touched."""
    (tmp_path / "empty").mkdir()
    new_folder(tmp_path / "empty", {"a": "1"})
    with pytest.raises(UsageError, match="nothing was touched"):
        new_folder(tmp_path / "empty", {"b": "2"})
    assert [path.name for path in (tmp_path / "empty").iterdir()] == ["a"]
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="nothing was touched"):
        new_folder(tmp_path / "file", {"b": "2"})


def test_the_folder_that_one_stands_in_is_filled_and_stays(tmp_path, monkeypatch):
    """A shell or another program that stands in it stands in it still; it has the rights that it had."""
    folder = tmp_path / "here"
    folder.mkdir(mode=0o750)
    before = folder.stat()
    monkeypatch.chdir(folder)
    new_folder(".", {"a": "1", "b": "2"})
    assert {path.name: path.read_text() for path in Path.cwd().iterdir()} == {"a": "1", "b": "2"}
    after = folder.stat()
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert [path.name for path in tmp_path.iterdir()] == ["here"]


def test_an_empty_folder_is_filled_whole_or_stays_empty(tmp_path, monkeypatch):
    """Where the disk fails while files are written, and while they take their places."""

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WritingError, match="No space left"):
        new_folder(tmp_path, {"a": "1", "b": "2"})
    assert list(tmp_path.iterdir()) == []

    def broken(self: Path, target: Path, real=Path.replace) -> None:
        if target == tmp_path / "b":
            raise OSError(5, "Input/output error")
        real(self, target)

    monkeypatch.undo()
    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(WritingError, match="Input/output error"):
        new_folder(tmp_path, {"a": "1", "b": "2"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_which_something_comes_to_be_meanwhile_is_left(tmp_path, monkeypatch):
    """Another program's file stays, and nothing comes beside it."""
    (tmp_path / "new").mkdir()
    real = Path.mkdir

    def overtaken(self: Path, *given: object, **more: object) -> None:
        real(self, *given, **more)
        (tmp_path / "new" / "a").write_text("theirs")

    monkeypatch.setattr(Path, "mkdir", overtaken)
    with pytest.raises(UsageError, match="is there already and holds a; nothing was touched"):
        new_folder(tmp_path / "new", {"a": "1", "b": "2"})
    assert {path.name: path.read_text() for path in (tmp_path / "new").iterdir()} == {"a": "theirs"}


def test_a_folder_that_cannot_be_made_is_told(tmp_path, monkeypatch):
    """Where a file stands in the way, and where the rename fails."""
    (tmp_path / "file").write_text("")
    with pytest.raises(WritingError, match="could not be written"):
        new_folder(tmp_path / "file" / "inner", {"a": "1"})

    def broken(self: Path, target: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(WritingError, match="Input/output error"):
        new_folder(tmp_path / "new", {"a": "1"})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_that_is_put_replaces_the_old_one_whole(tmp_path, monkeypatch):
    """Text or bytes; where it cannot be written the old one stays."""
    path = tmp_path / "inner" / "x"
    put(path, "one")
    put(path, b"two")
    assert path.read_bytes() == b"two"

    def broken(folder: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(files, "_take_over", lambda place, beside: broken(beside))
    with pytest.raises(WritingError, match="Read-only"):
        put(path, "three")
    assert path.read_bytes() == b"two"
    assert [one.name for one in path.parent.iterdir()] == ["x"]


def test_what_is_put_into_a_pipe_or_a_device_is_written_there(tmp_path):
    """Neither is replaced by a file; what refuses is told."""
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as pool:
        got = pool.submit((tmp_path / "pipe").read_bytes)
        put(tmp_path / "pipe", "one")
        assert got.result() == b"one"
    assert (tmp_path / "pipe").is_fifo()
    put(os.devnull, "one")
    assert Path(os.devnull).is_char_device()
    if Path("/dev/full").exists():
        with pytest.raises(WritingError, match="/dev/full could not be written: No space left"):
            put("/dev/full", "one")
