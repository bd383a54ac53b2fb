"""Candidates of the join: texts that share words gather in groups, and large groups are split by the next shared word.

Two texts x and y of masses W(x) and W(y) are alike enough where the mass of the words they share is at least
t · √(W(x) · W(y)). If a word at places j and k is the rarest that x and y share, they share at most the lesser of what
follows there in x and in y: what is left of each bounds the norm √W that the other can have (prefix and size filters
for weighted sets: Chaudhuri, Ganti & Kaushik 2006; Bayardo, Ma & Srikant 2007). Where a group is too large to be looked
through pair by pair, it is split by the word that is shared next, where the same bound holds with all that lies between
taken away, and so on (adaptive prefixes: Wang, Li & Feng 2012).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, stable_order
from claimtrack.matching.join.texts import Texts
from claimtrack.matching.join.verify import Candidates

WIDER = 1 + 1e-9
"""Bounds are widened by more than float64 may lose; every pair is verified in whole numbers."""
_PER_CHILD = 2.0
"""What it costs to carry a text into a smaller group, over what it costs to look at a pair."""
_PAYS = 0.8
"""A split pays where it leaves at most this share of a group's pairs; so splits end, some hundred deep at most."""
_ROUNDS = 2
"""How often texts without a partner are taken out; what is left is found out pair by pair."""
_CHILDREN_AT_ONCE = 1 << 19
_PAIRS_AT_ONCE = 1 << 18
_RANGES_AT_ONCE = 1 << 13


class Group(NamedTuple):
    """Texts that share the same words so far, group after group, in each by growing norm."""

    place: NDArray[np.int64]
    """Where in `Texts.words` the word stands that was shared last."""
    group: NDArray[np.int64]
    known: NDArray[np.float64]
    """Mass of the words shared before it."""
    last: NDArray[np.int32]
    """The word shared before it, or -1."""

    def only(self, kept: NDArray[Any]) -> "Group":
        """Some of them, in their order."""
        return Group(self.place[kept], self.group[kept], self.known[kept], self.last[kept])


def heads_of(texts: Texts, cutoff: float) -> NDArray[np.int64]:
    """The places of words that can be the rarest of a pair at the cutoff, word after word, each by growing norm."""
    lengths = np.diff(texts.starts)
    rest = np.repeat(texts.ends, lengths) - texts.before[:-1]
    # a partner's norm is at least the cutoff times one's own
    heads = np.flatnonzero(rest * WIDER >= np.repeat(cutoff * cutoff * texts.total, lengths))
    return heads[stable_order(texts.words[heads], len(texts.mass))]


def candidates(texts: Texts, heads: NDArray[np.int64], cutoff: float) -> Iterator[Candidates]:
    """Pairs of texts of which the rarest shared word stands at `heads`; all that reach the cutoff, and some more."""
    words = texts.words[heads]
    yield from _inside(
        texts, Group(heads, words.astype(np.int64), np.zeros(len(heads)), np.full_like(words, -1)), cutoff
    )


def _inside(texts: Texts, group: Group, cutoff: float) -> Iterator[Candidates]:
    members = _Members(texts, group, cutoff)
    if not len(members.place):
        return
    for smaller in members.split():
        yield from _inside(texts, smaller, cutoff)
    yield from members.pairs()


class _Members:
    """The texts of some groups that have a partner there, and what each allows of the other."""

    def __init__(self, texts: Texts, given: Group, cutoff: float) -> None:
        self._texts = texts
        self._cutoff = cutoff
        given = given.only(_accompanied(given.group))
        row = texts.row[given.place]
        norm = texts.norm[row]
        reach = (given.known + texts.rest(given.place, row)) / (cutoff * norm) * WIDER
        kept = _with_partners(given.group, norm, reach, cutoff)
        self.place, of, self._known, self._last = given.only(kept)
        self._row, self._norm, self._reach = row[kept], norm[kept], reach[kept]
        self._first, self._size = _begins(of)
        self._group = np.repeat(np.arange(len(self._first)), self._size)
        self._least = _least_partner(self._norm, self._first, self._size, cutoff)
        self._count = _followers(self._group, self._norm, self._reach)
        self._was_split = np.zeros(len(self._first), bool)
        self._enough: list[tuple[NDArray[np.int64], NDArray[np.float64]]] = []

    def split(self) -> Iterator[Group]:
        """Smaller groups of those too large to be looked through, where that pays."""
        pairs = np.add.reduceat(self._count, self._first)
        large = pairs > 2 * _PER_CHILD * self._size
        at = np.flatnonzero(large[self._group])
        children = self._children(at)
        per_group = np.bincount(self._group[at], weights=children, minlength=len(pairs))
        chosen = (large & (pairs > _PER_CHILD * per_group))[self._group[at]]
        at, children = at[chosen], children[chosen]
        for some in _runs(children, _CHILDREN_AT_ONCE, self._group[at]):
            yield self._split_some(at[some], children[some])

    def pairs(self) -> Iterator[Candidates]:
        """Pairs of texts that may be at the cutoff, without those that smaller groups give."""
        words, place = self._texts.words, self.place
        before = np.where(place > self._texts.starts[self._row], words[place - 1], np.int32(-1))
        # where the words before are one and the same, a rarer shared word gives the pair
        beside = np.where(before == self._last, np.int32(-1), before)
        count = np.where(self._was_split[self._group], 0, self._count)
        yield from _enumerated(count, self._row, self._norm, self._reach, beside)
        for at, known in self._enough:
            yield from self._pairs_that_share_no_more(at, known)

    def _children(self, at: NDArray[np.int64]) -> NDArray[np.int64]:
        """Of each, how many later words a partner can share next."""
        texts, place, row = self._texts, self.place[at], self._row[at]
        needed = self._needed(at) - self._known[at] - texts.mass[texts.words[place]]
        # before[p] <= limit is: what follows from place p on is at least what is needed
        limit = texts.ends[row] - np.maximum(np.ceil(needed).astype(np.int64), 0)
        return _count_up_to(texts.before, place + 1, texts.starts[row + 1], limit)

    def _needed(self, at: NDArray[np.int64]) -> NDArray[np.float64]:
        """The mass that each must share with the lightest partner."""
        needed: NDArray[np.float64] = self._cutoff * self._norm[at] * self._least[at] / WIDER
        return needed

    def _split_some(self, at: NDArray[np.int64], children: NDArray[np.int64]) -> Group:
        texts = self._texts
        parents, parent = np.unique(self._group[at], return_inverse=True)
        word = texts.words[self.place[at]]
        known = self._known[at] + texts.mass[word]
        place, which = spread(self.place[at] + 1, children)
        order = stable_order(texts.words[place], len(texts.mass))
        order = order[stable_order(parent[which[order]], len(parents))]
        which, place = which[order], place[order]
        of, words = parent[which], texts.words[place]
        new = np.ones(len(place), bool)
        new[1:] = (of[1:] != of[:-1]) | (words[1:] != words[:-1])
        sizes = np.diff(np.flatnonzero(new), append=len(place))
        left = np.bincount(of[new], weights=sizes * (sizes - 1.0), minlength=len(parents))
        pays = left <= _PAYS * self._size[parents] * (self._size[parents] - 1.0)
        self._was_split[parents[pays]] = True
        enough = pays[parent] & (known >= self._needed(at))
        self._enough.append((at[enough], known[enough]))
        kept = pays[of]
        return Group(place[kept], np.cumsum(new)[kept], known[which[kept]], word[which[kept]])

    def _pairs_that_share_no_more(self, at: NDArray[np.int64], known: NDArray[np.float64]) -> Iterator[Candidates]:
        """Of groups that were split, the pairs for which the words shared so far are enough."""
        row, norm, after = self._row[at], self._norm[at], self.place[at] + 1
        words = self._texts.words
        inside = after < self._texts.starts[row + 1]
        beside = np.where(inside, words[np.minimum(after, len(words) - 1)], np.int32(-1))
        reach = known / (self._cutoff * norm) * WIDER
        yield from _enumerated(_followers(self._group[at], norm, reach), row, norm, reach, beside)


def _begins(group: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each group begins, and its size."""
    new = np.ones(len(group), bool)
    np.not_equal(group[1:], group[:-1], out=new[1:])
    first = np.flatnonzero(new)
    return first, np.diff(first, append=len(group))


def _accompanied(group: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of them are not alone in their group."""
    same = np.zeros(len(group) + 1, bool)
    np.equal(group[1:], group[:-1], out=same[1 : len(group)])
    accompanied: NDArray[np.bool_] = same[1:] | same[:-1]
    return accompanied


def _with_partners(
    group: NDArray[np.int64], norm: NDArray[np.float64], reach: NDArray[np.float64], cutoff: float
) -> NDArray[np.int64]:
    """Those that another of their group may pair with."""
    kept = np.arange(len(group))
    for _ in range(_ROUNDS):
        first, size = _begins(group[kept])
        able = reach[kept] >= _least_partner(norm[kept], first, size, cutoff)
        if able.all():
            break
        kept = kept[able]
        kept = kept[_accompanied(group[kept])]
    return kept


def _least_partner(
    norm: NDArray[np.float64], first: NDArray[np.int64], size: NDArray[np.int64], cutoff: float
) -> NDArray[np.float64]:
    """Of each, a norm that no partner in its group is below."""
    least = np.repeat(norm[first], size)
    least[first] = norm[np.minimum(first + 1, len(norm) - 1)]
    partner: NDArray[np.float64] = np.maximum(least, cutoff / WIDER * norm)
    return partner


def _followers(group: NDArray[np.int64], norm: NDArray[np.float64], reach: NDArray[np.float64]) -> NDArray[np.int64]:
    """Of each, how many of its group that follow it are within reach."""
    step = 2.0 * float(norm.max(initial=0.0)) + 1.0
    # one rising line of norms, group after group
    ends = np.searchsorted(group * step + norm, group * step + np.minimum(reach, step - 1.0), side="right")
    followers: NDArray[np.int64] = np.maximum(ends - np.arange(1, len(group) + 1), 0)
    return followers


def _count_up_to(
    rising: NDArray[np.int64], low: NDArray[np.int64], high: NDArray[np.int64], limit: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of each range from `low` up to `high` of rising numbers, how many are at most `limit`.

    Bisection of a few ranges at a time: what one step has read is near when the next needs it.
    """
    count = np.empty(len(low), np.int64)
    for at in range(0, len(low), _RANGES_AT_ONCE):
        some = slice(at, at + _RANGES_AT_ONCE)
        least, most, bound = low[some].copy(), high[some].copy(), limit[some]
        for _ in range(int((most - least).max(initial=0)).bit_length()):
            middle = (least + most) >> 1
            within = (rising[middle] <= bound) & (middle < most)
            least = np.where(within, middle + 1, least)
            most = np.where(within, most, middle)
        count[some] = least - low[some]
    return count


def _enumerated(
    count: NDArray[np.int64],
    row: NDArray[np.int32],
    norm: NDArray[np.float64],
    reach: NDArray[np.float64],
    beside: NDArray[np.int32],
) -> Iterator[Candidates]:
    """Each with the `count` that follow it, where norms allow it and the words beside are not one and the same."""
    at = np.flatnonzero(count)
    for some in _runs(count[at], _PAIRS_AT_ONCE):
        here, counts = at[some], count[at[some]]
        right, _ = spread(here + 1, counts)
        word = np.repeat(beside[here], counts)
        fit = np.repeat(norm[here], counts) <= reach[right]
        fit &= (word != beside[right]) | (word < 0)
        yield np.repeat(row[here], counts)[fit], row[right[fit]]


def _runs(work: NDArray[np.int64], at_once: int, whole: NDArray[np.int64] | None = None) -> Iterator[slice]:
    """Slices of bounded work, or of one; what is equal in `whole` stays together."""
    done = np.cumsum(work)
    at = 0
    while at < len(work):
        already = int(done[at - 1]) if at else 0
        upto = max(at + 1, int(np.searchsorted(done, already + at_once, side="right")))
        if whole is not None and upto < len(whole):
            begin = int(np.searchsorted(whole, whole[upto]))
            upto = begin if begin > at else int(np.searchsorted(whole, whole[at], side="right"))
        yield slice(at, upto)
        at = upto
