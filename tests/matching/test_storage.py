"""An index in a file: what is loaded is what was saved, and a file that is not whole is refused."""

import json
import os
import shutil
import struct
import tempfile
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import IndexFileError
from claimtrack.files import replaced
from claimtrack.matching import ClaimIndex, storage
from matching.corpora import CORPORA, TEXTS, claim, zipf

QUERIES = ["talks geneva", "w0 w3 w40", "a b c", "", "nowhere"]


def same(one: ClaimIndex, other: ClaimIndex, query: str = "talks") -> bool:
    """Do two indexes hold and find the same?"""
    return len(one) == len(other) and all(one.search(text, 50) == other.search(text, 50) for text in [query, *QUERIES])


@cache
def small_file() -> bytes:
    """A saved index, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        small().save(Path(folder, "i"))
        return Path(folder, "i").read_bytes()


@cache
def small() -> ClaimIndex:
    """The index that `small_file` holds."""
    return ClaimIndex(["talks in geneva", claim("c-1", "talks of café"), "a b c", ""])


def load(content: bytes) -> ClaimIndex:
    """The index of a file with this content."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "i").write_bytes(content)
        return ClaimIndex.load(Path(folder, "i"))


@given(texts=CORPORA, more=CORPORA, query=TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_loaded_index_is_the_saved_one(texts, more, query):
    """It finds the same, takes texts as the original does, and saves the same bytes."""
    index = ClaimIndex(texts)
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder, "one"))
        loaded = ClaimIndex.load(Path(folder, "one"))
        loaded.save(Path(folder, "two"))
        assert Path(folder, "one").read_bytes() == Path(folder, "two").read_bytes()
        assert same(index, loaded, query)
        index.add(more)
        loaded.add(more)
        assert same(index, loaded, query)
        loaded.save(Path(folder, "one"))
        assert same(ClaimIndex.load(Path(folder, "one")), ClaimIndex([*texts, *more]), query)


def test_a_loaded_index_joins_as_the_saved_one(tmp_path):
    """The same pairs to the bit."""
    index = ClaimIndex(zipf(60, 4))
    index.save(tmp_path / "i")
    for one, other in zip(index.pairs(0.4), ClaimIndex.load(tmp_path / "i").pairs(0.4), strict=True):
        assert one.tolist() == other.tolist()


def test_texts_added_since_a_search_are_saved_too(tmp_path):
    """The tail is built in first."""
    index = ClaimIndex(zipf(40, 4))
    index.search("w0")
    index.add(zipf(9, 5))
    index.save(tmp_path / "i")
    assert same(ClaimIndex.load(tmp_path / "i"), ClaimIndex(zipf(40, 4) + zipf(9, 5)))


def test_ids_of_claims_are_saved(tmp_path):
    """Also those of texts beside them and of claims added to a loaded index, and lone surrogates in them."""
    ClaimIndex([claim("c-7", "talks"), "talks", claim("\ud800", "talks")]).save(tmp_path / "i")
    loaded = ClaimIndex.load(tmp_path / "i")
    loaded.add([claim("é", "talks"), "talks"])
    loaded.save(tmp_path / "i")
    assert [hit.id for hit in ClaimIndex.load(tmp_path / "i").search("talks")] == ["c-7", "1", "\ud800", "é", "4"]


def test_positions_as_ids_take_no_room(tmp_path):
    """An index of texts stores no ids."""
    ClaimIndex(["talks"] * 100).save(tmp_path / "texts")
    ClaimIndex([claim(f"{at:09}", "talks") for at in range(100)]).save(tmp_path / "claims")
    assert (tmp_path / "claims").stat().st_size - (tmp_path / "texts").stat().st_size > 900


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_a_byte_changed_anywhere_is_found_or_changes_nothing(data):
    """The index is refused by name, or it is the one that was saved."""
    content = bytearray(small_file())
    content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        loaded = load(bytes(content))
    except IndexFileError:
        return
    assert same(loaded, small())


def test_a_file_cut_anywhere_is_refused(tmp_path):
    """Every length short of the whole one."""
    path = tmp_path / "i"
    path.write_bytes(small_file())
    for length in reversed(range(len(small_file()))):
        os.truncate(path, length)
        with pytest.raises(IndexFileError, match=r"cut short|no saved index"):
            ClaimIndex.load(path)


@given(content=st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_refused_by_name(content):
    """No other exception comes out, whether the bytes begin as an index does or not."""
    for beginning in (b"", small_file()[:8], small_file()[:20], small_file()[:100]):
        with pytest.raises(IndexFileError):
            load(beginning + content)


def test_a_header_that_says_nonsense_is_refused():
    """Also where its check sum is right."""
    for header in (b"[]", b"{}", b"{", b"\xff", b'{"arrays": [], "bytes": 0}', b'{"arrays": [{}], "bytes": 0}'):
        start = struct.pack("<8sIII", small_file()[:8], 1, len(header), zlib.crc32(header))
        with pytest.raises(IndexFileError, match="damaged in its header"):
            load(start + header)


def rewritten(content: bytes, name: str, change) -> bytes:
    """A saved index with one array changed and every check sum right."""
    _, _, length, _ = struct.unpack("<8sIII", content[:20])
    header, body = json.loads(content[20 : 20 + length]), content[20 + length :]
    arrays = {}
    for entry in header["arrays"]:
        size = entry["length"] * np.dtype(entry["type"]).itemsize
        part = np.frombuffer(body[entry["offset"] : entry["offset"] + size], entry["type"])
        changed = change(part.copy()) if entry["name"] == name else part
        arrays[entry["name"]] = np.ascontiguousarray(changed, entry["type"])
    head = storage._head(arrays)
    out = bytearray(head)
    for array in arrays.values():
        out += bytes(-len(out) % 64) + array.tobytes()
    return bytes(out)


def put(at: int, value: int):
    """A change of one number."""

    def change(array):
        array[at] = value
        return array

    return change


CRAFTED = [
    ("vocabulary starts", put(0, 1)),
    ("vocabulary starts", put(1, 99)),
    ("vocabulary starts", lambda array: array[:-1]),
    ("vocabulary starts", lambda array: array[:0]),
    ("id starts", put(-1, 10**12)),
    ("id starts", put(1, -(2**63))),
    ("id starts", lambda array: array[[0, -1]]),
    ("ids", put(0, 0xFF)),
    ("id starts", put(1, 4)),
    ("document frequencies", put(0, 7)),
    ("document frequencies", lambda array: array[:-1]),
    ("words", put(0, 99)),
    ("words", put(0, -1)),
    ("words", lambda array: array[::-1]),
    ("word starts", put(1, 9)),
    ("word starts", lambda array: array[:0]),
    ("word starts", put(2, 5)),
    ("texts", put(0, 4)),
    ("texts", put(0, -1)),
    ("texts", put(0, 2)),
    ("texts", lambda array: array[::-1]),
    ("text starts", put(1, 0)),
    ("text starts", lambda array: array[:-1]),
]


@pytest.mark.parametrize(("name", "change"), CRAFTED)
def test_arrays_that_do_not_fit_together_are_refused(name, change):
    """Whoever made the file made the check sums right too."""
    crafted = rewritten(crafty_file(), name, change)
    assert rewritten(crafty_file(), name, lambda array: array) == crafty_file()
    with pytest.raises(IndexFileError, match=r"its [a-z ]+ do not fit the rest of it; build the index"):
        load(crafted)


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_a_number_changed_anywhere_is_refused_or_harmless(data):
    """With right check sums: a search or a join of what is loaded ends without an exception."""
    name = data.draw(st.sampled_from([*storage._TYPES][1:]))
    value = data.draw(st.integers(0, 255) if name == "ids" else st.integers(-2, 12))
    at = data.draw(st.integers(0, 3))
    try:
        loaded = load(rewritten(crafty_file(), name, put(at, value)))
    except IndexFileError:
        return
    for query in ["talks geneva", "café", "a b c"]:
        loaded.search(query, 50)
    loaded.add(["talks"])
    loaded.pairs(0.3)


def test_a_word_twice_and_a_header_that_lies_are_refused():
    """The vocabulary has each word once; types, offsets and lengths are those of the format."""
    double = rewritten(crafty_file(), "vocabulary", lambda array: np.full(len(array), 97, np.uint8))
    with pytest.raises(IndexFileError, match="has a word twice"):
        load(double)
    for key, value in (("type", "<f8"), ("offset", -64), ("length", -1), ("name", "else")):
        with pytest.raises(IndexFileError, match="damaged in its header"):
            load(with_entry(key, value))
    with pytest.raises(IndexFileError, match="cut short"):
        load(with_entry("length", 10**6))
    with pytest.raises(IndexFileError, match="damaged in its header"):
        load(with_entry())


def with_entry(key: str = "", value: object = None) -> bytes:
    """A saved index whose header says something else of its last array, or nothing at all."""
    content = crafty_file()
    _, _, length, _ = struct.unpack("<8sIII", content[:20])
    header = json.loads(content[20 : 20 + length])
    if key:
        header["arrays"][-1][key] = value
    else:
        header["arrays"].pop()
    told = json.dumps(header).encode()
    told += b" " * (length - len(told))
    return struct.pack("<8sIII", content[:8], 1, len(told), zlib.crc32(told)) + told + content[20 + length :]


@cache
def crafty_file() -> bytes:
    """A saved index whose texts share words and have ids of their own."""
    with tempfile.TemporaryDirectory() as folder:
        texts = [claim("c-1", "talks in geneva"), claim("é-2", "talks of café"), "a b talks", ""]
        ClaimIndex(texts).save(Path(folder, "i"))
        return Path(folder, "i").read_bytes()


def test_a_refusal_says_which_file_why_and_what_to_do(tmp_path):
    """Not an index, another version, damaged, missing, a folder, a pipe."""
    path = tmp_path / "claims.index"
    damaged, other_version = bytearray(small_file()), bytearray(small_file())
    damaged[-1] ^= 1
    other_version[8] = 9
    for content, why in [
        (b"claims: []", "this is no saved index"),
        (b"", "this is no saved index"),
        (bytes(other_version), "the index is of version 9, and this claimtrack reads version 1"),
        (bytes(damaged), "the file is damaged in its text starts"),
        (small_file()[:-1], "the file is cut short"),
    ]:
        path.write_bytes(content)
        with pytest.raises(IndexFileError) as refusal:
            ClaimIndex.load(path)
        assert str(refusal.value) == f"{path}: {why}; build the index from its texts again and save it"
    with pytest.raises(IndexFileError, match="cannot be read: No such file"):
        ClaimIndex.load(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(IndexFileError, match="this is no file"):
            ClaimIndex.load(place)


def test_an_index_that_cannot_be_written_is_refused_by_name(tmp_path):
    """The message says where."""
    with pytest.raises(IndexFileError, match=r"nowhere.*cannot be written: No such file"):
        small().save(tmp_path / "nowhere" / "i")
    with pytest.raises(IndexFileError, match="cannot be written"):
        small().save(tmp_path)


@pytest.mark.parametrize("raised", [RuntimeError, KeyboardInterrupt])
def test_a_write_that_fails_leaves_the_old_content_and_nothing_else(tmp_path, raised):
    """Whatever is raised while the file is written."""
    place = tmp_path / "file"
    place.write_bytes(b"old")

    def interrupted():
        with replaced(place) as file:
            file.write(b"half of the new")
            raise raised

    with pytest.raises(raised):
        interrupted()
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_replaced_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    """The new content stands where the link points."""
    place, link = tmp_path / "file", tmp_path / "link"
    place.write_bytes(b"old")
    place.chmod(0o640)
    link.symlink_to(place)
    with replaced(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == 0o640


def test_saving_over_the_file_that_was_loaded_is_safe(tmp_path):
    """The loaded arrays stay what they were."""
    ClaimIndex(zipf(80, 1)).save(tmp_path / "i")
    loaded = ClaimIndex.load(tmp_path / "i")
    shutil.copy(tmp_path / "i", tmp_path / "before")
    loaded.add(["w0 w1"])
    loaded.save(tmp_path / "i")
    assert same(loaded, ClaimIndex([*zipf(80, 1), "w0 w1"]))
    assert same(ClaimIndex.load(tmp_path / "before"), ClaimIndex(zipf(80, 1)))
