"""A part of the join that needs nothing of the others: the pairs whose rarest shared word lies in a range of words."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread
from claimtrack.matching.join.groups import candidates
from claimtrack.matching.join.texts import Texts, texts_of
from claimtrack.matching.join.verify import Found, Sketches, sketches, verified


@frozen(kw_only=True, eq=False)
class Tile:
    """Some texts, and the places of the words in question, word after word.

    In one process tiles share their texts; to another process only the ends of its own texts travel, from the first
    word in question on.
    """

    texts: Texts
    heads: NDArray[np.int64]
    cutoff: float
    sketched: Sketches

    def __reduce__(self) -> tuple[object, ...]:
        return _unpacked, (*_ends(self.texts, self.heads), self.cutoff)


def search_tile(tile: Tile) -> Found:
    """The pairs at or above the cutoff; one that shares rarer words too may be told with too low a score, or not.

    The tile of its rarest shared word tells it right, so that the greatest score of a pair is its own.
    """
    found = list(verified(tile.texts, tile.sketched, candidates(tile.texts, tile.heads, tile.cutoff), tile.cutoff))
    return together(found)


def together(found: list[Found]) -> Found:
    """One after the other."""
    if not found:
        return Found(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0))
    return Found(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def tiles(texts: Texts, heads: NDArray[np.int64], cutoff: float, at_most: int) -> Iterator[Tile]:
    """Cut the join at words, into tiles of at most so many heads; a word of more is a tile by itself."""
    sketched = sketches(texts, cutoff)
    words = texts.words[heads]
    at = 0
    while at < len(heads):
        upto = at + at_most
        if upto < len(heads):
            begin = int(np.searchsorted(words, words[upto]))
            upto = begin if begin > at else int(np.searchsorted(words, words[at], side="right"))
        yield Tile(texts=texts, heads=heads[at:upto], cutoff=cutoff, sketched=sketched)
        at = upto


def _ends(texts: Texts, heads: NDArray[np.int64]) -> tuple[NDArray[np.generic], ...]:
    """The ends of texts from the first of their heads on, and the heads among them; words count from the rarest."""
    row = texts.row[heads]
    begin = np.full(len(texts), len(texts.words), np.int64)
    np.minimum.at(begin, row, heads)
    kept = np.flatnonzero(begin < len(texts.words))
    lengths = texts.starts[kept + 1] - begin[kept]
    places, _ = spread(begin[kept], lengths)
    rarest = texts.words[heads].min(initial=np.int32(len(texts.mass)))
    starts = np.zeros(len(kept) + 1, np.int64)
    np.cumsum(lengths, out=starts[1:])
    moved = starts[np.searchsorted(kept, row)] + heads - begin[row]
    return texts.words[places] - rarest, starts, texts.total[kept], texts.mass[rarest:], texts.number[kept], moved


def _unpacked(
    words: NDArray[np.int32],
    starts: NDArray[np.int64],
    total: NDArray[np.float64],
    mass: NDArray[np.int64],
    number: NDArray[np.int64],
    heads: NDArray[np.int64],
    cutoff: float,
) -> Tile:
    texts = texts_of(words, starts, total, mass, number)
    return Tile(texts=texts, heads=heads, cutoff=cutoff, sketched=sketches(texts, cutoff))
