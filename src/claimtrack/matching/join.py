"""The exact join: every two texts whose cosine is at or above a cutoff, without comparing all pairs.

Words stand rare first. P(x) is the shortest prefix of x whose remainder is shorter than s, for a chosen s below the
cutoff t. Where x·y >= t, the prefixes alone give P(x)·P(y) >= cos φ · cos(φ + α), with φ = asin s and α = acos t; so
only pairs of prefixes at or above that are looked at, refined by the remainder of the pair itself, and verified whole
(prefix filtering after Chaudhuri, Ganti & Kaushik 2006 and Bayardo, Ma & Srikant 2007, for weighted vectors).
"""

import math
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor
from typing import NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from claimtrack.matching.weights import UNIT, scores

_PREFIX_SHARE = 0.85
"""s as a share of the cutoff; from .6 to .9 the cost is flat."""
_TILE_COLUMNS = 1 << 17
_TILE_PRODUCTS = 1 << 23
"""Products of two prefix words that one tile may make; bounds its memory, whatever the texts."""
_VERIFIED_AT_ONCE = 1 << 17
_SLACK = 1e-5
_WAITING = 8


class Pairs(NamedTuple):
    """Two positions and their score each, sorted by left and then right; left < right."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    score: NDArray[np.float64]


class Prefixes(NamedTuple):
    """The rare beginning of each vector, how long its remainder is, and the last column it reaches."""

    matrix: sp.csr_matrix
    remainder: NDArray[np.float64]
    last: NDArray[np.int64]
    least: float
    """The least product of two prefixes that a pair at the cutoff can have."""


class Tile(NamedTuple):
    """A part of the work that needs nothing of the others: rows against columns."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


def join(matrix: sp.csr_matrix, cutoff: float, executor: Executor | None = None) -> Pairs:
    """Every pair of rows whose cosine, to six places, is at or above `cutoff`; exactly those.

    Tiles are independent: with an `executor` they run there, and the result is the same to the bit.
    """
    bound = cutoff - _SLACK
    prefixes = _prefixes(matrix, bound)
    found = list(_run(matrix, prefixes, bound, cutoff, executor))
    left, right, score = (np.concatenate([part[k] for part in found]) if found else np.empty(0) for k in range(3))
    order = np.lexsort((right, left))
    return Pairs(left[order].astype(np.int64), right[order].astype(np.int64), score[order].astype(np.float64))


def _run(
    matrix: sp.csr_matrix, prefixes: Prefixes, bound: float, cutoff: float, executor: Executor | None
) -> Iterator[Pairs]:
    for tiles in _columns_of_tiles(prefixes.matrix):
        first, last = tiles[0].first_column, tiles[0].last_column
        transposed = prefixes.matrix[first:last].T.tocsr()
        if executor is None:
            for tile in tiles:
                yield _tile(matrix, prefixes, transposed, tile, (bound, cutoff))
            continue
        waiting = deque(
            executor.submit(_tile, matrix, prefixes, transposed, tile, (bound, cutoff)) for tile in tiles[:_WAITING]
        )
        for tile in tiles[_WAITING:]:
            yield waiting.popleft().result()
            waiting.append(executor.submit(_tile, matrix, prefixes, transposed, tile, (bound, cutoff)))
        for one in waiting:
            yield one.result()


def _prefixes(matrix: sp.csr_matrix, cutoff: float) -> Prefixes:
    s = max(cutoff, _SLACK) * _PREFIX_SHARE
    data = matrix.data / UNIT
    indptr = matrix.indptr.astype(np.int64)
    before = np.zeros(len(data) + 1)
    np.cumsum(data * data, out=before[1:])
    end = np.repeat(before[indptr[1:]], np.diff(indptr))
    kept = end - before[:-1] >= s * s - _SLACK * _SLACK
    kept_before = np.zeros(len(data) + 1, np.int64)
    np.cumsum(kept, out=kept_before[1:])
    starts = kept_before[indptr]
    sizes = np.diff(starts)
    cut = indptr[:-1] + sizes
    remainder = np.sqrt(np.maximum(before[indptr[1:]] - before[cut], 0.0))
    last = np.full(len(sizes), -1, np.int64)
    last[sizes > 0] = matrix.indices[cut[sizes > 0] - 1]
    phi, alpha = math.asin(min(1.0, float(remainder.max(initial=0.0)))), math.acos(min(1.0, max(cutoff, 0.0)))
    least = max(0.0, math.cos(phi) * math.cos(phi + alpha)) - _SLACK
    short = sp.csr_matrix((data[kept], matrix.indices[kept], starts), shape=matrix.shape)
    return Prefixes(short, remainder, last, least)


def _columns_of_tiles(prefixes: sp.csr_matrix) -> Iterator[list[Tile]]:
    """Tiles over the pairs with row <= column, column block by column block, each of bounded work."""
    rows = prefixes.shape[0]
    for first in range(0, rows, _TILE_COLUMNS):
        last = min(rows, first + _TILE_COLUMNS)
        block = prefixes[first:last]
        per_word = np.bincount(block.indices, minlength=prefixes.shape[1])
        inside = prefixes[:last]
        products = np.zeros(len(inside.indices) + 1)
        np.cumsum(per_word[inside.indices], out=products[1:])
        ends = products[inside.indptr]
        yield [Tile(a, b, first, last) for a, b in _spans(ends, last)]


def _spans(work_before: NDArray[np.float64], rows: int) -> Iterator[tuple[int, int]]:
    """Runs of rows whose work is bounded; a single row may go beyond it."""
    at = 0
    while at < rows:
        beyond = int(np.searchsorted(work_before, work_before[at] + _TILE_PRODUCTS, side="right")) - 1
        upto = min(rows, max(at + 1, beyond))
        yield at, upto
        at = upto


def _tile(
    matrix: sp.csr_matrix, prefixes: Prefixes, transposed: sp.csr_matrix, tile: Tile, cutoffs: tuple[float, float]
) -> Pairs:
    """The pairs of one tile: the product of the prefixes, the bound of each pair, the whole product."""
    bound, cutoff = cutoffs
    product = prefixes.matrix[tile.first_row : tile.last_row] @ transposed
    likely = np.flatnonzero(product.data >= prefixes.least)
    left = np.searchsorted(product.indptr, likely, side="right") - 1 + tile.first_row
    right = product.indices[likely].astype(np.int64) + tile.first_column
    partial = product.data[likely]
    above = right > left
    left, right, partial = left[above].astype(np.int64), right[above], partial[above]
    shorter = np.where(prefixes.last[left] <= prefixes.last[right], prefixes.remainder[left], prefixes.remainder[right])
    rest = np.sqrt(np.maximum(0.0, 1.0 - partial * partial / np.maximum(1e-9, 1.0 - shorter * shorter)))
    possible = partial + shorter * rest >= bound - _SLACK
    left, right = left[possible], right[possible]
    score = _exact(matrix, left, right)
    at_least = score >= cutoff
    return Pairs(left[at_least], right[at_least], score[at_least])


def _exact(matrix: sp.csr_matrix, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    found = np.empty(len(left))
    for at in range(0, len(left), _VERIFIED_AT_ONCE):
        part = slice(at, at + _VERIFIED_AT_ONCE)
        products = matrix[left[part]].multiply(matrix[right[part]])
        found[part] = np.asarray(products.sum(axis=1)).ravel()
    return scores(found)
