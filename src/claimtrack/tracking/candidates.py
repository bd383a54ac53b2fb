"""Which pairs of claims are worth comparing: what persons put together, and the look-alikes of the rest."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field, frozen

from claimtrack.claim import Claim, Judgement
from claimtrack.progress import Progress, counted, silent
from claimtrack.quantity import quantity
from claimtrack.settings import Settings
from claimtrack.text.word_weights import shipped_weights
from claimtrack.tracking.comparer import Comparer, Pair, pair_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEARCHING = "searching for look-alikes"


@frozen(kw_only=True)
class Candidates:
    """The pairs to compare, sorted, and a sentence where a limit kept others out."""

    pairs: tuple[Pair, ...]
    notes: tuple[str, ...] = ()


_FEW = 50_000
"""Pairs up to which to try each is cheaper than to load numpy."""
_LEAST = 1e-6
"""The least likeness that there is."""


class _Table(NamedTuple):
    """Every two claims of an issue that are look-alikes; of those without one (""), with all others."""

    ids: Sequence[str]
    left: "NDArray[np.int64]"
    right: "NDArray[np.int64]"
    likeness: "NDArray[np.float64]"


@define
class LookAlikes:
    """The look-alikes among some claims, found once: of a part of them, they are those that are in it.

    That holds because two claims are look-alikes by their wordings alone, so that no other claim changes that.
    """

    claims: Sequence[Claim]
    comparer: Comparer
    _weights: dict[str, tuple[set[str], int]] = field(factory=dict, init=False)
    _tables: dict[str, _Table] = field(factory=dict, init=False)
    _few: Sequence[Pair] | None = field(default=None, init=False)

    def of_few(self, loose: Sequence[Claim], claims: Sequence[Claim]) -> Iterable[Pair]:
        """Pairs of a loose claim and any other of some claims, each two tried; numpy is not loaded for that."""
        all_loose = [claim for claim in self.claims if not claim.about]
        if len(all_loose) * len(self.claims) > _FEW:
            return self._tried(loose, claims)
        if self._few is None:
            self._few = tuple(self._tried(all_loose, self.claims))
        there = {claim.id for claim in claims}
        return [pair for pair in self._few if pair[0] in there and pair[1] in there]

    def _tried(self, loose: Iterable[Claim], claims: Sequence[Claim]) -> Iterator[Pair]:
        for one in loose:
            keys, whole = self._weighed(one)
            for other in claims:
                others, their_whole = self._weighed(other)
                shared = sum(map(_mass, keys & others))
                product = float(whole) * float(their_whole)
                likeness = round(shared / math.sqrt(product) * 1e6) / 1e6 if shared else 0.0
                if one.id != other.id and likeness and likeness >= self.comparer.settings.candidate_cutoff:
                    yield pair_of(one.id, other.id)

    def _weighed(self, claim: Claim) -> tuple[set[str], int]:
        found = self._weights.get(claim.id)
        if found is None:
            keys = self._keys_of(claim)
            found = self._weights[claim.id] = keys, sum(map(_mass, keys))
        return found

    def _keys_of(self, claim: Claim) -> set[str]:
        return set(self.comparer.features(claim.id).keys)

    def likest(self, claims: Sequence[Claim], about: str, progress: Progress = silent) -> tuple[set[Pair], int]:
        """Those look-alikes of some claims that are to be compared, and how many there are beyond them.

        `about`: the issue of the claims; "" for all claims there are, of which pairs with a loose one are asked for.
        """
        import numpy as np

        table = self._table(about, progress)
        there = {claim.id for claim in claims}
        left, right, likeness = table.left, table.right, table.likeness
        if len(there) < len(table.ids):
            is_there = np.array([one in there for one in table.ids], bool)
            asked = is_there[left] & is_there[right]
            left, right, likeness = left[asked], right[asked], likeness[asked]
        taken = _likest(left, right, likeness, self.comparer.settings)
        ids = table.ids
        pairs = {pair_of(ids[a], ids[b]) for a, b in zip(left[taken].tolist(), right[taken].tolist(), strict=True)}
        return pairs, len(left) - len(pairs)

    def _table(self, about: str, progress: Progress) -> _Table:
        if about in self._tables:
            return self._tables[about]
        import numpy as np

        from claimtrack.matching.sets import pairs_of_sets

        claims = [claim for claim in self.claims if claim.about == about] if about else self.claims
        left, right, likeness = pairs_of_sets(
            (self._keys_of(claim) for claim in claims),
            _mass,
            max(self.comparer.settings.candidate_cutoff, _LEAST),
            progress=lambda done, total: progress(SEARCHING, done, total),
        )
        if not about:
            free = np.array([not claim.about for claim in claims], bool)
            asked = free[left] | free[right]
            left, right, likeness = left[asked], right[asked], likeness[asked]
        self._tables[about] = _Table([claim.id for claim in claims], left, right, likeness)
        return self._tables[about]


def _mass(key: str) -> int:
    """The square of a word's shipped weight in whole numbers, so that sums are exact in any order."""
    return round(shipped_weights().of(key) ** 2 * (1 << 20))


def candidates(
    claims: Sequence[Claim],
    judgements: Iterable[Judgement],
    comparer: Comparer,
    progress: Progress = silent,
    known: LookAlikes | None = None,
) -> Candidates:
    """The pairs worth comparing: judged ones, pairs inside an issue, and look-alikes of claims without one.

    Claims about different declared issues are not paired. An issue of more than `settings.issue_pairs_limit` claims is
    searched for look-alikes instead of being paired in full. Of look-alikes (by the cosine of the shipped word
    weights), all from `settings.candidate_sure` on are taken, and below it the `settings.candidates_per_claim` likest
    of each claim: at most so many times the claims. Where there is an encoder, as many that it finds the likest.
    `known`: the look-alikes of a ledger of which `claims` are a part, where it is asked of many parts of one.
    """
    likes = known or LookAlikes(claims, comparer)
    settings = comparer.settings
    there = {claim.id for claim in claims}
    pairs = {pair_of(j.left, j.right) for j in judgements if {j.left, j.right} <= there and j.left != j.right}
    by_issue: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_issue[claim.about].append(claim)
    loose = by_issue.pop("", [])
    passed_over = 0
    for members in counted(by_issue.values(), len(by_issue), SEARCHING, progress):
        if len(members) <= settings.issue_pairs_limit:
            pairs.update(pair_of(a.id, b.id) for a, b in combinations(members, 2))
        else:
            found, over = likes.likest(members, members[0].about)
            pairs.update(found, _alike_in_meaning(members, comparer))
            passed_over += over
    if len(loose) * len(claims) <= _FEW:
        pairs.update(likes.of_few(loose, claims))
    else:
        progress(SEARCHING, 0, 0)
        found, over = likes.likest(claims, "", progress)
        pairs.update(found)
        passed_over += over
    pairs.update(_alike_in_meaning(claims, comparer, loose=True))
    return Candidates(pairs=tuple(sorted(pairs)), notes=_notes(passed_over, settings))


def _notes(passed_over: int, settings: Settings) -> tuple[str, ...]:
    if not passed_over:
        return ()
    note = (
        f"{quantity(passed_over, 'pair')} of claims that share some words {'was' if passed_over == 1 else 'were'} not "
        f"compared: below a likeness of "
        f"{settings.candidate_sure:g} each claim is compared with the {settings.candidates_per_claim} likest only"
    )
    return (note,)


def _alike_in_meaning(claims: Sequence[Claim], comparer: Comparer, *, loose: bool = False) -> Iterator[Pair]:
    """Pairs that an encoder finds alike; none without one. `loose`: only those of a claim without an issue."""
    if comparer.meanings is None or (loose and all(claim.about for claim in claims)):
        return
    settings = comparer.settings
    texts = [claim.text for claim in claims]
    for a, b in comparer.meanings.likest(texts, settings.meaning_cutoff, settings.candidates_per_claim):
        if not (loose and claims[a].about and claims[b].about):
            yield pair_of(claims[a].id, claims[b].id)


def _likest(
    left: "NDArray[np.int64]", right: "NDArray[np.int64]", score: "NDArray[np.float64]", settings: Settings
) -> "NDArray[np.bool_]":
    """Which pairs are compared: from `candidate_sure` on all, below it those among the likest of either claim.

    Ranks count scores, not claims, and only scores below `candidate_sure`: a copy of a claim is as like to every other
    as the claim itself, so that it takes nobody's place.
    """
    import numpy as np

    taken = score >= settings.candidate_sure
    below = np.flatnonzero(~taken)
    if not len(below):
        return taken
    claim = np.concatenate([left[below], right[below]])
    pair = np.concatenate([below, below])
    order = np.lexsort((-score[pair], claim))
    claim, pair = claim[order], pair[order]
    first = np.append(True, claim[1:] != claim[:-1])
    step = first | np.append(True, score[pair[1:]] != score[pair[:-1]])
    level = np.cumsum(step)
    rank = level - np.maximum.accumulate(np.where(first, level, 0))
    taken[pair[rank < settings.candidates_per_claim]] = True
    return taken
