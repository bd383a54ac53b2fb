"""What words are about and of what kind they are: tables of stems that come with claimtrack.

Made from WordNet 3.0, GloVe and PPDB by `benchmarks/quality/related.py`, which says how. numpy and the tables load when
the first wording is looked at.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

_UNKNOWN = 4_096
"""Rows for words that the table does not know: each has one by its spelling, about nothing else."""
_SEED = 20210908
_MOST = 50_000
_FEW = 150
"""Figures up to which Python finds the greatest sooner than numpy does."""
_PART = re.compile(r"[^_]+")


@cache
def _places() -> dict[str, int]:
    words = (files("claimtrack.text") / "related.txt").read_text(encoding="utf-8").split()
    return {word: at for at, word in enumerate(words)}


class Kinds(NamedTuple):
    """What share of the uses of a word is of each kind, 0 to 1."""

    thing: float
    deed: float
    trait: float
    place: float
    """Of its uses as a thing those that name a place."""


_OF_UNKNOWN = Kinds(0.6, 0.2, 0.15, 0.0)
_OF_ONE = 100
"""What the table of kinds has for a share of 1."""


class About(NamedTuple):
    """What a wording is about, and the weight of its words of each kind."""

    theme: NDArray[np.float32]
    """A vector of length 1; 0 where it has no word."""
    things: float
    deeds: float
    traits: float


@cache
def _whole() -> NDArray[np.float32]:
    """A row for each known stem, then those for words that are not known: a vector of length 1, then its kinds."""
    known = _table("related.npy").astype(np.float32)
    known /= np.linalg.norm(known, axis=1, keepdims=True)
    dimensions = known.shape[1]
    # RandomState's stream is frozen by numpy's promise, so these are the same everywhere
    bits = np.frombuffer(np.random.RandomState(_SEED).bytes(_UNKNOWN * dimensions // 8), np.uint8)
    unknown = np.unpackbits(bits).reshape(_UNKNOWN, dimensions).astype(np.float32) * 2 - 1
    kinds = np.vstack(
        [_table("kinds.npy").astype(np.float32) / _OF_ONE, np.tile(np.array(_OF_UNKNOWN, np.float32), (_UNKNOWN, 1))]
    )
    return np.hstack([np.vstack([known, unknown / np.sqrt(np.float32(dimensions))]), kinds])


def vectors() -> NDArray[np.float32]:
    """One vector of length 1 for each row: those of the known stems, then those for words that are not known."""
    return _whole()[:, :_KINDS_FROM]


_KINDS_FROM = -len(Kinds._fields)
"""The column from which a row has its kinds."""


def _table(name: str) -> NDArray[np.int8]:
    with (files("claimtrack.text") / name).open("rb") as file:
        table: NDArray[np.int8] = np.load(file, allow_pickle=False)
    return table


class _Rows(dict[str, int]):
    """The row of each key asked for so far; a dictionary, for it is asked some ten times in each comparison."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        places = _places()
        row = places.get(key)
        if row is None and "_" in key:
            row = next((places[part] for part in reversed(_PART.findall(key)) if part in places), None)
        if row is None:
            row = len(places) + crc32(key.encode("utf-8", "surrogatepass")) % _UNKNOWN
        self[key] = row
        return row


_ROWS = _Rows()


def row_of(key: str) -> int:
    """The row of a stem; of a phrase joined by underscores that of its last word that the table knows."""
    return _ROWS[key]


def is_word(key: str) -> bool:
    """Does WordNet have this stem? A word that it does not have is most often a name."""
    return key in _places() and _KINDS_OF[key] != _KINDS_OF[_NO_WORD]


_NO_WORD = "\0"
"""Stands for every word that no table has."""


class _KindsOf(dict[str, Kinds]):
    """The kinds of each key asked for so far, like its row."""

    def __missing__(self, key: str) -> Kinds:
        if len(self) >= _MOST:
            self.clear()
        found = self[key] = Kinds(*_whole()[_ROWS[key], _KINDS_FROM:].tolist())
        return found


_KINDS_OF = _KindsOf()


def kinds_of(key: str) -> Kinds:
    """The kinds of a stem; of a phrase joined by underscores those of its last word that the table knows."""
    return _KINDS_OF[key]


def kinds_of_all(keys: Sequence[str]) -> Iterable[Kinds]:
    """Those of several."""
    return map(_KINDS_OF.__getitem__, keys)


def about(keys: Sequence[str], weights: Sequence[float]) -> About:
    """What a wording of these words is about: their vectors, and their kinds, each times its weight, summed."""
    if not keys:
        return About(np.zeros(vectors().shape[1], np.float32), 0.0, 0.0, 0.0)
    # dot: half the cost of @ for arrays as small as these
    total = np.array(weights, np.float32).dot(_whole().take(list(map(_ROWS.__getitem__, keys)), 0))
    theme = total[:_KINDS_FROM]
    length = math.sqrt(theme.dot(theme))
    things, deeds, traits, _ = total[_KINDS_FROM:].tolist()
    return About(theme / length if length else theme, things, deeds, traits)


def nearest(left: Sequence[str], right: Sequence[str]) -> tuple[list[float], list[float]]:
    """For each word of both lists, how near the nearest one of the other list is: the cosine of the two, −1 to 1."""
    known, rows = _whole(), _ROWS
    both = known.take(list(map(rows.__getitem__, [*left, *right])), 0)[:, :_KINDS_FROM]
    near = both[: len(left)] @ both[len(left) :].T
    if near.size > _FEW:
        return near.max(1).tolist(), near.max(0).tolist()
    cells: list[list[float]] = near.tolist()
    return list(map(max, cells)), list(map(max, zip(*cells, strict=True)))
