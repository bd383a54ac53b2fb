"""How much two words are about one thing: vectors of stems that come with claimtrack, made from WordNet 3.0.

Made by `benchmarks/quality/related.py`, which says how. numpy and the table load when the first wording is looked at.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
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


@lru_cache(maxsize=50_000)
def row_of(key: str) -> int:
    """The row of a stem; of a phrase joined by underscores that of its last word that the table knows."""
    places = _places()
    row = places.get(key)
    if row is None and "_" in key:
        row = next((places[part] for part in reversed(_PART.findall(key)) if part in places), None)
    return row if row is not None else len(places) + crc32(key.encode("utf-8", "surrogatepass")) % _UNKNOWN


def theme_of(keys: Sequence[str], weights: Sequence[float]) -> NDArray[np.float32]:
    """What a wording is about: its words' vectors, each times its weight, summed, at length 1 (0 without words)."""
    if not keys:
        return np.zeros(vectors().shape[1], np.float32)
    total = np.asarray(weights, np.float32) @ vectors()[[row_of(key) for key in keys]]
    length = float(np.sqrt(total @ total))
    return total / length if length else total


def related(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float32]:
    """How much each word of one list and each of another are about one thing: −1 to 1, a row for each on the left."""
    known = vectors()
    return known[[row_of(key) for key in left]] @ known[[row_of(key) for key in right]].T
