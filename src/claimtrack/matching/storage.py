"""Storage: an index in one file of named arrays, mapped into memory when it is read.

The file: eight bytes that say what it is; version, length and CRC-32 of the header, four bytes each; the header in
JSON; the arrays, each at a multiple of 64 bytes. All numbers are little-endian. The header has of each array its name,
type, length, offset and CRC-32, and how many bytes they take together.
"""

import json
import os
import stat
import struct
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.errors import IndexFileError
from claimtrack.files import replaced
from claimtrack.matching.fitting import misfit
from claimtrack.matching.ids import Ids, packed, pieces
from claimtrack.matching.postings import Postings
from claimtrack.matching.rows import Rows
from claimtrack.matching.tokens import Vocabulary

_MAGIC = b"\x93CLAIMIX"
_VERSION = 1
_START = struct.Struct("<8sIII")
_ALIGNED = 64
_TYPES = {
    "vocabulary": "|u1",
    "vocabulary starts": "<i8",
    "ids": "|u1",
    "id starts": "<i8",
    "document frequencies": "<i8",
    "words": "<i4",
    "word starts": "<i8",
    "texts": "<i4",
    "text starts": "<i8",
}
Arrays = dict[str, NDArray[Any]]


class Stored(NamedTuple):
    """What of an index is kept; all else follows from it."""

    vocabulary: Vocabulary
    ids: Ids
    df: NDArray[np.int64]
    rows: Rows
    postings: Postings


def write_index(path: str | os.PathLike[str], stored: Stored) -> None:
    """Write an index to `path`; the file is there whole or not at all. Raises IndexFileError."""
    vocabulary, vocabulary_starts = packed(stored.vocabulary)
    ids, id_starts = stored.ids.packed(len(stored.rows.starts) - 1)
    found = (vocabulary, vocabulary_starts, ids, id_starts, stored.df, *stored.rows, *stored.postings)
    arrays = {
        name: np.ascontiguousarray(array, dtype) for (name, dtype), array in zip(_TYPES.items(), found, strict=True)
    }
    try:
        with replaced(path) as file:
            head = _head(arrays)
            file.write(head)
            at = len(head)
            for array in arrays.values():
                gap = -at % _ALIGNED
                file.write(bytes(gap))
                file.write(array.data)
                at += gap + array.nbytes
    except OSError as error:
        raise IndexFileError(f"{os.fspath(path)}: cannot be written: {error.strerror or error}") from error


def read_index(path: str | os.PathLike[str]) -> Stored:
    """The index that `write_index` wrote, its large arrays mapped and read-only. Raises IndexFileError."""
    try:
        arrays = _read(path)
        stored = _stored(arrays)
    except OSError as error:
        raise _refused(path, f"cannot be read: {error.strerror or error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise _refused(path, "the file is damaged in its header") from error
    except _RefusalError as refusal:
        raise _refused(path, str(refusal)) from None
    return stored


class _RefusalError(Exception):
    """Why a file is not read."""


def _refused(path: str | os.PathLike[str], why: str) -> IndexFileError:
    return IndexFileError(f"{os.fspath(path)}: {why}; build the index from its texts again and save it")


def _head(arrays: Arrays) -> bytes:
    """The beginning of the file; offsets are counted from the end of the header, rounded up."""
    entries, at = [], 0
    for name, array in arrays.items():
        at += -at % _ALIGNED
        described = {"name": name, "type": _TYPES[name], "length": len(array), "offset": at}
        entries.append({**described, "crc32": zlib.crc32(array.data)})
        at += array.nbytes
    header = json.dumps({"arrays": entries, "bytes": at}).encode("ascii")
    header += b" " * (-(_START.size + len(header)) % _ALIGNED)
    return _START.pack(_MAGIC, _VERSION, len(header), zlib.crc32(header)) + header


def _read(path: str | os.PathLike[str]) -> Arrays:
    status = Path(path).stat()
    if not stat.S_ISREG(status.st_mode):
        raise _RefusalError("this is no file")
    size = status.st_size
    with Path(path).open("rb") as file:
        start = file.read(_START.size)
        if start[:8] != _MAGIC[: len(start)] or not start:
            raise _RefusalError("this is no saved index")
        if len(start) < _START.size:
            raise _RefusalError("the file is cut short")
        _, version, length, crc = _START.unpack(start)
        if version != _VERSION:
            raise _RefusalError(f"the index is of version {version}, and this claimtrack reads version {_VERSION}")
        if size < _START.size + length:
            raise _RefusalError("the file is cut short")
        header = file.read(length)
    if zlib.crc32(header) != crc:
        raise _RefusalError("the file is damaged in its header")
    described = json.loads(header)
    if size < _START.size + length + described["bytes"]:
        raise _RefusalError("the file is cut short")
    whole = np.asarray(np.memmap(path, np.uint8, mode="r"))[_START.size + length :]
    return {entry["name"]: _array(whole, entry) for entry in described["arrays"]}


def _array(whole: NDArray[np.uint8], entry: dict[str, Any]) -> NDArray[Any]:
    if entry["type"] != _TYPES[entry["name"]] or entry["offset"] < 0 or entry["length"] < 0:
        raise _RefusalError("the file is damaged in its header")
    dtype = np.dtype(entry["type"])
    part = whole[entry["offset"] : entry["offset"] + entry["length"] * dtype.itemsize]
    if len(part) != entry["length"] * dtype.itemsize:
        raise _RefusalError("the file is cut short")
    if zlib.crc32(part.data) != entry["crc32"]:
        raise _RefusalError(f"the file is damaged in its {entry['name']}")
    return part.view(dtype)


def _stored(arrays: Arrays) -> Stored:
    missing = _TYPES.keys() - arrays.keys()
    if missing:
        raise _RefusalError("the file is damaged in its header")
    odd = misfit(arrays)
    if odd:
        raise _RefusalError(f"its {odd} do not fit the rest of it")
    vocabulary = Vocabulary(pieces(arrays["vocabulary"], arrays["vocabulary starts"]))
    if len(vocabulary) != len(arrays["document frequencies"]):
        raise _RefusalError("its vocabulary has a word twice")
    return Stored(
        vocabulary,
        Ids(arrays["ids"], arrays["id starts"]),
        np.array(arrays["document frequencies"]),
        Rows(arrays["words"], arrays["word starts"]),
        Postings(arrays["texts"], arrays["text starts"]),
    )
