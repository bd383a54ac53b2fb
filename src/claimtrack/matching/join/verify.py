"""Candidates of the join: a rough bound on what two texts share first, then the exact sum."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread
from claimtrack.matching.join.texts import Texts
from claimtrack.matching.masses import cosines

Candidates = tuple[NDArray[np.int32], NDArray[np.int32]]
"""Pairs of texts worth a look; some may come more than once."""
Sketches = tuple[NDArray[np.float32], ...]

_BUCKETS = ((32, 9),)
_MORE_BUCKETS = ((64, 9), (128, 16))
"""How many buckets, and which bits of a word's hash deal it."""
_LOW = 0.5
"""Below this cutoff a second sketch pays."""
_ROUGH_AT_ONCE = 1 << 11
_EXACT_AT_ONCE = 1 << 14
_SKETCHED_AT_ONCE = 1 << 16
_LIKELY_AT_ONCE = 1 << 22
_SLACK = 1 - 1e-4
"""More than float32 may lose in a sketch; every pair is verified in whole numbers."""


class Found(NamedTuple):
    """Pairs of wordings, by their numbers, with their scores."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    score: NDArray[np.float64]


def sketches(texts: Texts, cutoff: float) -> Sketches:
    """Each text's mass dealt out to a few buckets by word: texts × buckets, once or twice, the smaller first.

    Two texts share at most, bucket by bucket, the lesser mass.
    """
    dealt = _BUCKETS if cutoff >= _LOW else _MORE_BUCKETS
    return tuple(_sketch(texts, buckets, shift) for buckets, shift in dealt)


def _sketch(texts: Texts, buckets: int, shift: int) -> NDArray[np.float32]:
    bucket = ((np.arange(len(texts.mass)) * 2_654_435_761) >> shift) % buckets
    dealt = np.empty((len(texts), buckets), np.float32)
    for at in range(0, len(texts), _SKETCHED_AT_ONCE):
        upto = min(len(texts), at + _SKETCHED_AT_ONCE)
        places = slice(texts.starts[at], texts.starts[upto])
        words = texts.words[places]
        cell = (texts.row[places] - at).astype(np.int64) * buckets + bucket[words]
        sums = np.bincount(cell, weights=texts.mass[words], minlength=(upto - at) * buckets)
        dealt[at:upto] = sums.reshape(upto - at, buckets)
    return dealt


def verified(texts: Texts, sketched: Sketches, candidates: Iterable[Candidates], cutoff: float) -> Iterator[Found]:
    """The candidates that are at or above the cutoff, a bounded number at a time, each once among those."""
    waiting: list[NDArray[np.int64]] = []
    for left, right in candidates:
        for sketch in sketched:
            likely = _may_share_enough(texts, sketch, left, right, cutoff)
            left, right = left[likely], right[likely]
        waiting.append(left.astype(np.int64) * len(texts) + right)
        if sum(map(len, waiting)) >= _LIKELY_AT_ONCE:
            yield _held(texts, waiting, cutoff)
            waiting = []
    if waiting:
        yield _held(texts, waiting, cutoff)


def _may_share_enough(
    texts: Texts, sketch: NDArray[np.float32], left: NDArray[np.int32], right: NDArray[np.int32], cutoff: float
) -> NDArray[np.bool_]:
    most = np.empty(len(left), np.float32)
    ones = np.ones(sketch.shape[1], np.float32)
    for at in range(0, len(left), _ROUGH_AT_ONCE):
        some = slice(at, at + _ROUGH_AT_ONCE)
        lesser = sketch[left[some]]
        np.minimum(lesser, sketch[right[some]], out=lesser)
        np.dot(lesser, ones, out=most[some])
    enough: NDArray[np.bool_] = most >= cutoff * _SLACK * texts.norm[left] * texts.norm[right]
    return enough


def _held(texts: Texts, codes: list[NDArray[np.int64]], cutoff: float) -> Found:
    every = np.sort(np.concatenate(codes))
    once = np.ones(len(every), bool)
    np.not_equal(every[1:], every[:-1], out=once[1:])
    left, right = np.divmod(every[once], len(texts))
    score = cosines(_shared(texts, left, right), texts.total[left], texts.total[right])
    held = score >= cutoff
    return Found(texts.number[left[held]], texts.number[right[held]], score[held])


def _shared(texts: Texts, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """The mass of the words that two texts share: whole numbers, so that the sums are exact."""
    lengths = np.diff(texts.starts)
    bits = len(texts.mass).bit_length()
    parts = [np.empty(0)]
    for at in range(0, len(left), _EXACT_AT_ONCE):
        a, b = left[at : at + _EXACT_AT_ONCE], right[at : at + _EXACT_AT_ONCE]
        here, of_left = spread(texts.starts[a], lengths[a])
        there, of_right = spread(texts.starts[b], lengths[b])
        keys = np.concatenate([of_left << bits | texts.words[here], of_right << bits | texts.words[there]])
        keys.sort(kind="stable")  # two rising runs: timsort merges them
        both = keys[1:][keys[1:] == keys[:-1]]
        mass = texts.mass[both & ((1 << bits) - 1)]
        parts.append(np.bincount(both >> bits, weights=mass, minlength=len(a)).astype(np.float64, copy=False))
    return np.concatenate(parts)
