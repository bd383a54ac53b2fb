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
_FEW = 200
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
def _table_of_vectors() -> tuple[NDArray[np.int8], NDArray[np.float64]]:
    """A vector for each known stem, then those for words that are not known, in whole numbers; and how long each is."""
    known = _table("related.npy")
    dimensions = known.shape[1]
    # RandomState's stream is frozen by numpy's promise, so these are the same everywhere
    bits = np.frombuffer(np.random.RandomState(_SEED).bytes(_UNKNOWN * dimensions // 8), np.uint8)
    unknown = np.unpackbits(bits).reshape(_UNKNOWN, dimensions).astype(np.int8) * 2 - 1
    table = np.vstack([known, unknown])
    return table, np.sqrt((table.astype(np.float32) ** 2).sum(1, dtype=np.float64))


@cache
def _whole() -> NDArray[np.float32]:
    """For each of these rows its vector of length 1, then its kinds."""
    table, lengths = _table_of_vectors()
    vectors = table / lengths[:, None]
    kinds = np.vstack(
        [_table("kinds.npy").astype(np.float32) / _OF_ONE, np.tile(np.array(_OF_UNKNOWN, np.float32), (_UNKNOWN, 1))]
    )
    return np.hstack([vectors, kinds], dtype=np.float32, casting="same_kind")


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
    if len(left) * len(right) > _FEW:
        near = _cosines(left, right)
        return near.max(1).tolist(), near.max(0).tolist()
    try:
        cells = [list(map(_NEAR[one].__getitem__, right)) for one in left]
    except KeyError:
        cells = _NEAR.learn(left, right)
    return list(map(max, cells)), list(map(max, zip(*cells, strict=True)))


class _Near(dict[str, dict[str, float]]):
    """How near words are that were asked for before: in most pairs of a ledger all were, and numpy is slow to begin."""

    size = 0

    def learn(self, left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
        if self.size >= _MOST_NEAR:
            self.clear()
            self.size = 0
        self.size += len(left) * len(right)
        cells: list[list[float]] = _cosines(left, right).tolist()
        for one, row in zip(left, cells, strict=True):
            self.setdefault(one, {}).update(zip(right, row, strict=True))
        return cells


_MOST_NEAR = 200_000
_NEAR = _Near()


def _cosines(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """The same figure for two words whatever stands beside them, for products of whole numbers are summed exactly."""
    rows = list(map(_ROWS.__getitem__, [*left, *right]))
    table, lengths = _table_of_vectors()
    both, long, here = table.take(rows, 0).astype(np.float32), lengths.take(rows), len(left)
    cosines: NDArray[np.float64] = both[:here].dot(both[here:].T) / np.multiply.outer(long[:here], long[here:])
    return cosines
