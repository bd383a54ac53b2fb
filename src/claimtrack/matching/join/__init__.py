"""The exact join: every two texts whose cosine is at or above a cutoff, without comparing all pairs."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, stable_order
from claimtrack.matching.join.groups import heads_of
from claimtrack.matching.join.texts import Prepared, prepare
from claimtrack.matching.join.tile import Tile, search_tile, tiles, together
from claimtrack.matching.join.verify import Found
from claimtrack.matching.masses import cosines
from claimtrack.matching.rows import Rows

MAX_MEMORY = 1 << 30
"""Bytes."""
_BYTES_A_HEAD = 512
"""What a tile takes while it is searched, measured, over its heads."""
_TILES = 8
"""An executor gets at least so many tiles, where there are texts enough for each to be worth its way."""
_WORTH_ITS_WAY = 1 << 16
_UNDER_WAY = 16


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
    return _told(prepared, _greatest(together(found), len(texts)))


def _searched(cut: Sequence[Tile], executor: Executor | None) -> Iterator[Found]:
    if executor is None:
        yield from map(search_tile, cut)
        return
    under_way: deque[tuple[Tile, Future[Found]]] = deque()
    try:
        for tile in cut:
            under_way.append((tile, executor.submit(search_tile, tile)))
            if len(under_way) == _UNDER_WAY:
                yield _result(*under_way.popleft())
        while under_way:
            yield _result(*under_way.popleft())
    finally:
        for _, future in under_way:
            future.cancel()


def _result(tile: Tile, future: Future[Found]) -> Found:
    """What a tile gave; where the executor lost it, it is searched here, and an error of its own is raised again."""
    try:
        return future.result()
    except Exception:  # noqa: BLE001
        return search_tile(tile)


def _greatest(found: Found, size: int) -> Found:
    """Each pair once, with the greatest of its scores, in order."""
    order = stable_order(found.right, size)
    order = order[stable_order(found.left[order], size)]
    left, right, score = found.left[order], found.right[order], found.score[order]
    new = np.ones(len(left), bool)
    new[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    best = np.maximum.reduceat(score, np.flatnonzero(new)) if len(score) else score
    return Found(left[new], right[new], best)


def _told(prepared: Prepared, found: Found) -> Pairs:
    """Pairs of wordings as pairs of positions, those of one wording among them."""
    members, begin, size = prepared.members, prepared.groups[:-1], np.diff(prepared.groups)
    nth, which = spread(np.zeros(len(found.left), np.int64), size[found.left] * size[found.right])
    a, b = found.left[which], found.right[which]
    ones, others = members[begin[a] + nth // size[b]], members[begin[b] + nth % size[b]]
    place = np.arange(len(members))
    later, alike = spread(place + 1, np.repeat(prepared.groups[1:], size) - place - 1)
    same = np.ones(len(alike))
    left = np.concatenate([np.minimum(ones, others), members[alike]])
    right = np.concatenate([np.maximum(ones, others), members[later]])
    score = np.concatenate([found.score[which], cosines(same, same, same)])
    size_of_all = int(members.max(initial=0)) + 1
    order = stable_order(right, size_of_all)
    order = order[stable_order(left[order], size_of_all)]
    return Pairs(left[order], right[order], score[order])
