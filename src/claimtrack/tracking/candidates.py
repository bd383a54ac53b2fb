"""Which pairs of claims are worth comparing: what persons put together, and the look-alikes of the rest."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

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


def candidates(
    claims: Sequence[Claim], judgements: Iterable[Judgement], comparer: Comparer, progress: Progress = silent
) -> Candidates:
    """The pairs worth comparing: judged ones, pairs inside an issue, and look-alikes of claims without one.

    Claims about different declared issues are not paired. An issue of more than `settings.issue_pairs_limit` claims is
    searched for look-alikes instead of being paired in full. Of look-alikes (by the cosine of the shipped word
    weights), all from `settings.candidate_sure` on are taken, and below it the `settings.candidates_per_claim` likest
    of each claim: at most so many times the claims. Where there is an encoder, as many that it finds the likest.
    """
    settings = comparer.settings
    known = {claim.id for claim in claims}
    pairs = {pair_of(j.left, j.right) for j in judgements if {j.left, j.right} <= known and j.left != j.right}
    by_issue: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_issue[claim.about].append(claim)
    loose = by_issue.pop("", [])
    passed_over = 0
    for members in counted(by_issue.values(), len(by_issue), SEARCHING, progress):
        if len(members) <= settings.issue_pairs_limit:
            pairs.update(pair_of(a.id, b.id) for a, b in combinations(members, 2))
        else:
            found, over = _look_alikes(members, comparer)
            pairs.update(found, _alike_in_meaning(members, comparer))
            passed_over += over
    if len(loose) * len(claims) <= _FEW:
        pairs.update(_look_alikes_of_few(loose, claims, comparer))
    else:
        progress(SEARCHING, 0, 0)
        found, over = _look_alikes(claims, comparer, progress, loose=True)
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


_FEW = 50_000
"""Pairs up to which to try each is cheaper than to load numpy."""
_LEAST = 1e-6
"""The least likeness that there is."""


def _look_alikes_of_few(loose: Iterable[Claim], claims: Iterable[Claim], comparer: Comparer) -> Iterator[Pair]:
    """Pairs of a loose claim and any other that are look-alikes, each two tried; numpy is not loaded for that."""
    keys = {claim.id: _keys(claim, comparer) for claim in (*loose, *claims)}
    whole = {claim_id: sum(map(_mass, own)) for claim_id, own in keys.items()}
    for one in loose:
        for other in claims:
            shared = sum(map(_mass, keys[one.id] & keys[other.id]))
            product = float(whole[one.id]) * float(whole[other.id])
            likeness = round(shared / math.sqrt(product) * 1e6) / 1e6 if shared else 0.0
            if one.id != other.id and likeness and likeness >= comparer.settings.candidate_cutoff:
                yield pair_of(one.id, other.id)


def _keys(claim: Claim, comparer: Comparer) -> set[str]:
    return {word.key for word in comparer.features(claim.id).words}


def _mass(key: str) -> int:
    """The square of a word's shipped weight in whole numbers, so that sums are exact in any order."""
    return round(shipped_weights().of(key) ** 2 * (1 << 20))


def _look_alikes(
    claims: Sequence[Claim], comparer: Comparer, progress: Progress = silent, *, loose: bool = False
) -> tuple[set[Pair], int]:
    """Look-alikes that are to be compared, and how many there are beyond them; `loose`: only those of a loose claim.

    Two claims are look-alikes by their wordings alone, so that no other claim changes that.
    """
    import numpy as np

    from claimtrack.matching.sets import pairs_of_sets

    settings = comparer.settings
    found = pairs_of_sets(
        (_keys(claim, comparer) for claim in claims),
        _mass,
        max(settings.candidate_cutoff, _LEAST),
        progress=lambda done, total: progress(SEARCHING, done, total),
    )
    left, right, likeness = found
    if loose:
        free = np.array([not claim.about for claim in claims])
        asked = free[left] | free[right]
        left, right, likeness = left[asked], right[asked], likeness[asked]
    taken = _likest(left, right, likeness, settings)
    ids = [claim.id for claim in claims]
    pairs = {pair_of(ids[a], ids[b]) for a, b in zip(left[taken].tolist(), right[taken].tolist(), strict=True)}
    return pairs, len(left) - len(pairs)


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
