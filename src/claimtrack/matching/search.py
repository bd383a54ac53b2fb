"""The search: the likest texts of a snapshot without looking at every posting.

The words of the query are taken heaviest first (MaxScore, Turtle & Flood 1995). A text that was not met yet shares only
the words still to come, of mass M; its cosine is at most M / sqrt(Wq · W), so it must be light, of mass W, to reach the
best scores known. As soon as that leaves few texts, those met and those light enough, they are scored exactly.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import totals
from claimtrack.matching.masses import cosines
from claimtrack.matching.rows import Rows, taken
from claimtrack.matching.snapshot import EXACT, Snapshot

_ROUNDING = 1e-6
"""Scores are rounded to six places: what is below another by less may be equal to it, and stand before it."""
_WORD_COST = 1.0
"""What a word of a text scored exactly costs, in postings."""
_LOOK_COST = 0.7
"""What a look at a text that was met costs, in postings of the next word: looks come when they can pay."""
_CALL_COST = 2000.0
"""What the calls of one step cost, in postings."""
_FIRST = 2000
"""So many of the texts met tell at first how good hits are."""


class Query(NamedTuple):
    """The words of a text that some text of the index has, and the mass of all its words."""

    words: NDArray[np.int32]
    """The heaviest first."""
    masses: NDArray[np.float64]
    mass: float


class Wanted(NamedTuple):
    """At most `limit` hits, none with a score below `cutoff`."""

    limit: int
    cutoff: float


class Found(NamedTuple):
    """Positions and their scores."""

    positions: NDArray[np.int64]
    scores: NDArray[np.float64]


def best(found: Found, wanted: Wanted) -> Found:
    """The wanted ones, best first, ties by position; none without a score."""
    positions, scores = found
    kept = np.flatnonzero((scores > 0.0) & (scores >= wanted.cutoff))
    positions, scores = positions[kept], scores[kept]
    if len(scores) > wanted.limit:
        least = np.partition(scores, len(scores) - wanted.limit)[len(scores) - wanted.limit]
        kept = np.flatnonzero(scores >= least)
        positions, scores = positions[kept], scores[kept]
    order = np.lexsort((positions, -scores))[: wanted.limit]
    return Found(positions[order], scores[order])


def masses_of(rows: Rows, word_mass: NDArray[np.float64]) -> NDArray[np.float64]:
    """The mass of each text, from its words."""
    return totals(word_mass[rows.words], rows.starts)


def scores_of(rows: Rows, mass: NDArray[np.float64], query: Query, vocabulary_size: int) -> NDArray[np.float64]:
    """The score of each text, from its words and its mass."""
    of_query = np.zeros(vocabulary_size)
    of_query[query.words] = query.masses
    return cosines(totals(of_query[rows.words], rows.starts), mass, query.mass)


def search(snapshot: Snapshot, query: Query, word_mass: NDArray[np.float64], wanted: Wanted, least: float) -> Found:
    """Among the texts of the snapshot all that can be hits, with their scores; `least`: a score that hits have."""
    if not len(query.words) or not snapshot.texts:
        return Found(np.empty(0, np.int64), np.empty(0))
    candidates = _Walk(snapshot, query, wanted.limit, max(wanted.cutoff, least)).candidates()
    rows = taken(snapshot.rows, candidates)
    mass = snapshot.mass[candidates] if snapshot.drift == EXACT else masses_of(rows, word_mass)
    return Found(candidates, scores_of(rows, mass, query, len(word_mass)))


class _Walk:
    """One walk through the postings of a query's words.

    Scores are compared as C² / W, the square of the cosine times the mass of the query.
    """

    def __init__(self, snapshot: Snapshot, query: Query, limit: int, least: float) -> None:
        self._snapshot = snapshot
        known = query.words < snapshot.words
        self._query = Query(query.words[known], query.masses[known], query.mass)
        self._limit = limit
        self._least = least * least * query.mass
        self._shared = np.zeros(snapshot.texts)
        self._met = [np.empty(0, np.intp)]
        self._count = 0

    def candidates(self) -> NDArray[np.int64]:
        """All texts that can be hits, each once."""
        starts = self._snapshot.postings.starts
        first, last = starts[self._query.words].tolist(), starts[self._query.words + 1].tolist()
        rest = np.cumsum(self._query.masses[::-1])[::-1].tolist()
        since = 0
        for at, mass in enumerate(self._query.masses.tolist()):
            length = last[at] - first[at]
            since += length
            if since > _CALL_COST + _LOOK_COST * self._count:
                if self._may_stop(rest[at], length):
                    return self._all(rest[at])
                since = 0
            # numpy is twice as fast with positions of its own kind, the cast included
            self._visit(self._snapshot.postings.texts[first[at] : last[at]].astype(np.intp), mass)
        self._look(0.0)
        return self._all(0.0)

    def _visit(self, texts: NDArray[np.intp], mass: float) -> None:
        before = self._shared.take(texts)
        self._shared[texts] = before + mass
        new = texts[before == 0.0]
        self._met.append(new)
        self._count += len(new)

    def _may_stop(self, rest: float, length: int) -> bool:
        """Is it cheaper to score what is left than to visit the next postings?"""
        self._look(rest)
        light = self._snapshot.up_to(self._heaviest(rest))
        words = len(self._snapshot.rows.words) / self._snapshot.texts
        return (self._count + light) * words * _WORD_COST <= length + _CALL_COST

    def _look(self, rest: float) -> None:
        """Learn from the texts met how good hits are at least, and forget those that cannot be any."""
        met = np.concatenate(self._met)
        shared, mass = self._shared.take(met), self._snapshot.mass.take(met)
        low = shared * shared / (mass * self._snapshot.drift.high)
        # the first were met through the heaviest words: what they reach leaves few to choose from
        self._raise_least(low[: _FIRST + self._limit])
        self._raise_least(low[low >= self._least])
        reach = shared + rest
        met = met[reach * reach >= mass * (self._bar() * self._snapshot.drift.low)]
        self._met, self._count = [met], len(met)

    def _raise_least(self, low: NDArray[np.float64]) -> None:
        """As many as are wanted reach this: hits are not below it."""
        if len(low) >= self._limit:
            self._least = max(self._least, float(np.partition(low, len(low) - self._limit)[len(low) - self._limit]))

    def _bar(self) -> float:
        """What C² / W must be at least, with room for the rounding of scores."""
        score = max(0.0, math.sqrt(self._least / self._query.mass) - _ROUNDING)
        return score * score * self._query.mass

    def _heaviest(self, rest: float) -> float:
        """The mass that a text sharing no more than `rest` may have at most."""
        bar = self._bar()
        return rest * rest / bar if bar else float("inf")

    def _all(self, rest: float) -> NDArray[np.int64]:
        met = np.concatenate(self._met)
        if not rest:
            return met
        heaviest = self._heaviest(rest)
        light = self._snapshot.lightest(self._snapshot.up_to(heaviest))
        light = light[self._snapshot.mass[light] * self._snapshot.drift.low <= heaviest]
        return np.concatenate([met, light[self._shared[light] == 0.0]])
