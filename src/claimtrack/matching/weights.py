"""Each text as a unit vector of rare words: binary IDF weights in whole numbers, so that sums are exact anywhere."""

from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from claimtrack.matching.tokens import Tokens

UNIT = 1 << 24
"""A weight of 1.0. Products stay below 2**48, so that float64 sums of them are exact in any order."""
_SQUARE = float(UNIT) * UNIT
_DIGITS = 6


class Weights(NamedTuple):
    """The vectors of all texts and what is needed to weigh another text the same way."""

    matrix: sp.csr_matrix
    """Texts × words, whole numbers up to UNIT as float64; words in order of rarity, the rarest first."""
    rank: NDArray[np.int32]
    """Word number → column."""
    idf: NDArray[np.float64]
    """Column → weight before scaling: ln(1 + N / df) (Spärck Jones 1972)."""
    unseen: float
    """The weight before scaling of a word that no text has."""


def weigh(tokens: Tokens, vocabulary_size: int) -> Weights:
    """Vectors of length one from the words of each text; a word counts once however often it stands there."""
    texts = len(tokens.lengths)
    rows = np.repeat(np.arange(texts, dtype=np.int64), tokens.lengths)
    keys = _distinct(rows * max(1, vocabulary_size) + tokens.words)
    rows, words = keys // max(1, vocabulary_size), keys % max(1, vocabulary_size)
    df = np.bincount(words, minlength=vocabulary_size)
    order = np.argsort(df, kind="stable")
    rank = np.empty(vocabulary_size, np.int32)
    rank[order] = np.arange(vocabulary_size, dtype=np.int32)
    idf = np.log1p(texts / np.maximum(df[order], 1))
    columns = rank[words]
    indptr = np.zeros(texts + 1, np.int64)
    np.cumsum(np.bincount(rows, minlength=texts), out=indptr[1:])
    by_rank = np.lexsort((columns, rows))
    columns = columns[by_rank]
    data = _unit_rows(idf[columns], indptr)
    matrix = sp.csr_matrix((data, columns, indptr), shape=(texts, vocabulary_size))
    matrix.has_sorted_indices = True
    return Weights(matrix, rank, idf, float(np.log1p(texts)))


def query_vector(
    weights: Weights, words: NDArray[np.int32], unknown: int
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Columns and whole-number weights of one more text; `unknown` words lengthen its vector and match nothing."""
    columns = np.unique(weights.rank[words]) if len(words) else np.empty(0, np.int32)
    idf = weights.idf[columns]
    # summed as the rows of the index are, one after the other: another order may differ in the last bit
    known = np.bincount(np.zeros(len(idf), np.int64), weights=idf * idf, minlength=1)[0]
    norm = float(np.sqrt(known + unknown * weights.unseen**2))
    if norm == 0.0:
        return columns[:0], np.empty(0)
    return columns, np.rint(idf / norm * UNIT)


def scores(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sums of products of weights as cosines, 0.0 to 1.0, to six places: the sums are exact, in any order."""
    return np.minimum(np.round(sums / _SQUARE, _DIGITS), 1.0)


def _distinct(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sorted and each once; sort and mask, since `np.unique` is slower on large arrays."""
    keys.sort()
    if not len(keys):
        return keys
    first = np.empty(len(keys), bool)
    first[0] = True
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    return keys[first]


def _unit_rows(values: NDArray[np.float64], indptr: NDArray[np.int64]) -> NDArray[np.float64]:
    counts = np.diff(indptr)
    rows = np.repeat(np.arange(len(counts)), counts)
    norms = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(counts)))
    return np.rint(values / norms[rows] * UNIT)
