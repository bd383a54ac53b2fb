"""The exact join: every two texts whose cosine is at or above a cutoff, without comparing all pairs."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread
from claimtrack.matching.join.groups import heads_of
from claimtrack.matching.join.texts import Prepared, prepare
from claimtrack.matching.join.tile import Tile, search_tile, tiles, together
from claimtrack.matching.join.verify import Found
from claimtrack.matching.masses import DIGITS, cosines
from claimtrack.matching.rows import Rows

MAX_MEMORY = 1 << 30
"""Bytes."""
_BYTES_A_HEAD = 512
"""What a tile takes while it is searched, measured, over its heads."""
_TILES = 8
"""An executor gets at least so many tiles, where there are texts enough for each to be worth its way."""
_WORTH_ITS_WAY = 1 << 16
_UNDER_WAY = 16
_PARTS = 10**DIGITS
"""Scores are whole multiples of one over this."""
_SCORE_BITS = _PARTS.bit_length()
_WORD_BITS = 63


class Pairs(NamedTuple):
    """Two positions and their score each, sorted by left and then right; left < right."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    score: NDArray[np.float64]


def join(
    rows: Rows,
    mass: NDArray[np.float64],
    cutoff: float,
    *,
    executor: Executor | None = None,
    max_memory: int = MAX_MEMORY,
    progress: Callable[[int, int], None] | None = None,
) -> Pairs:
    """Every two texts whose score is at or above `cutoff`, exactly those.

    `mass`: of each word, in whole numbers. The work is cut into tiles, each searched within about `max_memory` bytes
    beside what holds the texts and the pairs found. Tiles are independent: with an `executor` they run there, and the
    result is the same to the bit; one that fails there is searched here. `progress` is told how many tiles are done,
    and how many there are.
    """
    prepared = prepare(rows, mass)
    texts = prepared.texts
    heads = heads_of(texts, cutoff)
    at_most = max(1, max_memory // _BYTES_A_HEAD)
    if executor is not None:
        at_most = min(at_most, max(_WORTH_ITS_WAY, -(-len(heads) // _TILES)))
    cut = list(tiles(texts, heads, cutoff, at_most))
    found = []
    for done, part in enumerate(_searched(cut, executor), 1):
        found.append(part)
        if progress is not None:
            progress(done, len(cut))
    return _told(prepared, _greatest(_in_order(*together(found))))


def _searched(cut: Sequence[Tile], executor: Executor | None) -> Iterator[Found]:
    if executor is None:
        yield from map(search_tile, cut)
        return
    under_way: deque[tuple[Tile, Future[Found]]] = deque()
    try:
        for tile in cut:
            under_way.append((tile, _submitted(tile, executor)))
            if len(under_way) == _UNDER_WAY:
                yield _result(*under_way.popleft())
        while under_way:
            yield _result(*under_way.popleft())
    finally:
        for _, future in under_way:
            future.cancel()


def _submitted(tile: Tile, executor: Executor) -> Future[Found]:
    try:
        return executor.submit(search_tile, tile)
    except Exception as error:  # noqa: BLE001
        # a pool that has lost a worker takes nothing more
        lost: Future[Found] = Future()
        lost.set_exception(error)
        return lost


def _result(tile: Tile, future: Future[Found]) -> Found:
    """What a tile gave; where the executor lost it, it is searched here, and an error of its own is raised again."""
    try:
        return future.result()
    except Exception:  # noqa: BLE001
        return search_tile(tile)


def _told(prepared: Prepared, found: Pairs) -> Pairs:
    """Pairs of wordings as pairs of positions, those of one wording among them, in order."""
    members, begin, size = prepared.members, prepared.groups[:-1], np.diff(prepared.groups)
    first = members[begin]
    several = np.flatnonzero((size[found.left] > 1) | (size[found.right] > 1))
    once = np.ones(len(found.left), bool)
    once[several] = False
    a, b = found.left[several], found.right[several]
    nth, which = spread(np.zeros(len(a), np.int64), size[a] * size[b])
    a, b = a[which], b[which]
    place = np.arange(len(members))
    later, alike = spread(place + 1, np.repeat(prepared.groups[1:], size) - place - 1)
    same = np.ones(len(alike))
    one = np.concatenate([first[found.left[once]], members[begin[a] + nth // size[b]], members[alike]])
    other = np.concatenate([first[found.right[once]], members[begin[b] + nth % size[b]], members[later]])
    score = np.concatenate([found.score[once], found.score[several][which], cosines(same, same, same)])
    return _in_order(np.minimum(one, other), np.maximum(one, other), score)


def _in_order(left: NDArray[np.int64], right: NDArray[np.int64], score: NDArray[np.float64]) -> Pairs:
    """Sorted by left, right and score; as one number each where the three fit into 63 bits."""
    bits = int(right.max(initial=0)).bit_length()
    if 2 * bits + _SCORE_BITS > _WORD_BITS:
        order = np.lexsort((score, right, left))
        return Pairs(left[order], right[order], score[order])
    key = (left << bits | right) << _SCORE_BITS | np.rint(score * _PARTS).astype(np.int64)
    key.sort()
    parts = (key & ((1 << _SCORE_BITS) - 1)) / _PARTS
    key >>= _SCORE_BITS
    return Pairs(key >> bits, key & ((1 << bits) - 1), parts)


def _greatest(pairs: Pairs) -> Pairs:
    """Of sorted pairs each once, with the greatest of its scores: the last."""
    left, right, score = pairs
    last = np.ones(len(left), bool)
    last[:-1] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    return Pairs(left[last], right[last], score[last])
