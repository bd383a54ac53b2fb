"""How much two words are about one thing: vectors of stems that come with claimtrack, made from WordNet 3.0.

Made by `benchmarks/quality/related.py`, which says how. numpy and the table load when the first wording is looked at.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@cache
def vectors() -> NDArray[np.float32]:
    """One vector of length 1 for each row: those of the known stems, then those for words that are not known."""
    with (files("claimtrack.text") / "related.npy").open("rb") as file:
        known = np.load(file, allow_pickle=False).astype(np.float32)
    known /= np.linalg.norm(known, axis=1, keepdims=True)
    dimensions = known.shape[1]
    # RandomState's stream is frozen by numpy's promise, so these are the same everywhere
    bits = np.frombuffer(np.random.RandomState(_SEED).bytes(_UNKNOWN * dimensions // 8), np.uint8)
    unknown = np.unpackbits(bits).reshape(_UNKNOWN, dimensions).astype(np.float32) * 2 - 1
    return np.vstack([known, unknown / np.sqrt(np.float32(dimensions))])


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


def theme_of(keys: Sequence[str], weights: Sequence[float]) -> NDArray[np.float32]:
    """What a wording is about: its words' vectors, each times its weight, summed, at length 1 (0 without words)."""
    if not keys:
        return np.zeros(vectors().shape[1], np.float32)
    rows = _ROWS
    total = np.array(weights, np.float32) @ vectors().take([rows[key] for key in keys], 0)
    length = math.sqrt(total @ total)
    return total / length if length else total


def nearest(left: Sequence[str], right: Sequence[str]) -> tuple[list[float], list[float]]:
    """For each word of both lists, how near the nearest one of the other list is: the cosine of the two, −1 to 1."""
    known, rows = vectors(), _ROWS
    near = known.take([rows[key] for key in left], 0) @ known.take([rows[key] for key in right], 0).T
    if near.size > _FEW:
        return near.max(1).tolist(), near.max(0).tolist()
    cells: list[list[float]] = near.tolist()
    return list(map(max, cells)), list(map(max, zip(*cells, strict=True)))
