"""What the join sees of the texts: each wording once, the lightest first, each a run of words, the rarest first."""

from typing import NamedTuple

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, stable_order, totals
from claimtrack.matching.rows import Rows

_BLOCK = 1 << 16


@frozen(kw_only=True, eq=False)
class Texts:
    """Texts by growing mass; a word's number is its rank, 0 the rarest.

    Words that no second text has are left out: they pair with nothing, and count in `total` alone.
    """

    words: NDArray[np.int32]
    """Text after text, ascending within each."""
    starts: NDArray[np.int64]
    total: NDArray[np.float64]
    """Of each text, the mass of all its words; never falling."""
    mass: NDArray[np.int64]
    """Of each word."""
    number: NDArray[np.int64]
    """Of each text, the position under which its pairs are told."""
    norm: NDArray[np.float64]
    """Of each text, the square root of `total`."""
    row: NDArray[np.int32]
    """Of each word in `words`, the text that it stands in."""
    ends: NDArray[np.int64]
    """Of each text, the mass of all words up to its end."""
    before: NDArray[np.int64]
    """Mass of all words before each place in `words`, and after the last: differences are masses of runs."""

    def __len__(self) -> int:
        return len(self.norm)

    def rest(self, places: NDArray[np.int64], row: NDArray[np.int32]) -> NDArray[np.float64]:
        """From each place in `words`, which stands in text `row`, the mass to the end of that text."""
        return (self.ends[row] - self.before[places]).astype(np.float64)


def texts_of(
    words: NDArray[np.int32],
    starts: NDArray[np.int64],
    total: NDArray[np.float64],
    mass: NDArray[np.int64],
    number: NDArray[np.int64],
) -> Texts:
    """`Texts` with what follows from the rest worked out."""
    before = np.zeros(len(words) + 1, np.int64)
    np.cumsum(mass[words], out=before[1:])
    row = np.repeat(np.arange(len(total), dtype=np.int32), np.diff(starts))
    return Texts(
        words=words,
        starts=starts,
        total=total,
        mass=mass,
        number=number,
        norm=np.sqrt(total),
        row=row,
        ends=before[starts[1:]],
        before=before,
    )


class Prepared(NamedTuple):
    """The texts to join, each wording once, and the texts that share it."""

    texts: Texts
    members: NDArray[np.int64]
    """Positions of all texts that have words, wording after wording."""
    groups: NDArray[np.int64]
    """Where in `members` each wording begins, and the end of the last; `Texts.number` counts these."""


def prepare(rows: Rows, mass: NDArray[np.float64]) -> Prepared:
    """Sort texts and words for the join; texts of the same words are joined once, as one."""
    whole = mass.astype(np.int64)
    total = totals(mass[rows.words], rows.starts)
    order = _by_mass(rows, total)
    first = _first_of_equals(rows, order, total)
    groups = np.append(np.flatnonzero(first), len(order))
    kept = order[first]
    rank, shared = _ranks(rows.words, whole)
    words, starts = _sorted_rows(rows, kept, rank, shared)
    by_rank = np.empty(len(whole), np.int64)
    by_rank[rank] = whole
    texts = texts_of(words, starts, total[kept], by_rank, np.arange(len(kept)))
    return Prepared(texts, order, groups)


def _by_mass(rows: Rows, total: NDArray[np.float64]) -> NDArray[np.int64]:
    """Texts with words by mass, those of equal words side by side, then by position."""
    sign = np.random.default_rng(0).integers(1 << 62, size=int(rows.words.max(initial=0)) + 1, dtype=np.int64)
    prints = np.zeros(len(rows.words) + 1, np.int64)
    np.cumsum(sign[rows.words], out=prints[1:])  # wraps around: differences stay exact
    finger = prints[rows.starts[1:]] - prints[rows.starts[:-1]]
    order = np.lexsort((finger, total))
    return order[total[order] > 0.0]


def _first_of_equals(rows: Rows, order: NDArray[np.int64], total: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Of each text in `order`: does it have other words than the one before it?"""
    lengths = np.diff(rows.starts)[order]
    first = np.ones(len(order), bool)
    likely = 1 + np.flatnonzero((total[order[1:]] == total[order[:-1]]) & (lengths[1:] == lengths[:-1]))
    here, which = spread(rows.starts[order[likely]], lengths[likely])
    there = here + np.repeat(rows.starts[order[likely - 1]] - rows.starts[order[likely]], lengths[likely])
    unlike = np.bincount(which[rows.words[here] != rows.words[there]], minlength=len(likely))
    first[likely[unlike == 0]] = False
    return first


def _ranks(words: NDArray[np.int32], mass: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Of each word its rank by rarity, and whether two texts have it."""
    by_rarity = np.argsort(-mass, kind="stable")
    rank = np.empty(len(mass), np.int32)
    rank[by_rarity] = np.arange(len(mass), dtype=np.int32)
    return rank, np.bincount(words, minlength=len(mass)) > 1


def _sorted_rows(
    rows: Rows, kept: NDArray[np.int64], rank: NDArray[np.int32], shared: NDArray[np.bool_]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    lengths = np.diff(rows.starts)[kept]
    parts, counts = [np.empty(0, np.int32)], [np.empty(0, np.int64)]
    for at in range(0, len(kept), _BLOCK):
        places, row = spread(rows.starts[kept[at : at + _BLOCK]], lengths[at : at + _BLOCK])
        words = rows.words[places]
        row, words = row[shared[words]], rank[words[shared[words]]]
        order = stable_order(words, len(rank))
        order = order[stable_order(row[order], _BLOCK)]
        parts.append(words[order])
        counts.append(np.bincount(row, minlength=len(lengths[at : at + _BLOCK])))
    starts = np.zeros(len(kept) + 1, np.int64)
    np.cumsum(np.concatenate(counts), out=starts[1:])
    return np.concatenate(parts), starts
