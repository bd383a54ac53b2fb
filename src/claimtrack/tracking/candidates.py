"""Which pairs of claims are worth comparing: what persons put together, and the look-alikes of the rest."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from attrs import frozen

from claimtrack.claim import Claim, Judgement
from claimtrack.comparing.word_weights import shipped_weights
from claimtrack.progress import Progress, counted, silent
from claimtrack.settings import Settings
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

    Claims about different declared issues are not paired. An issue of more than `settings.issue_pairs_limit`
    claims is searched for look-alikes instead of being paired in full, each issue by its own index, so that claims of
    other issues change nothing in it. Of look-alikes (by the cosine of the shipped word weights), all from
    `settings.candidate_sure` on are taken, and below it the `settings.candidates_per_claim` likest of each claim: at
    most so many times the claims.
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
            pairs.update(found)
            passed_over += over
    if len(loose) * len(claims) <= _FEW:
        pairs.update(_look_alikes_of_few(loose, claims, comparer))
    else:
        progress(SEARCHING, 0, 0)
        found, over = _look_alikes(claims, comparer, loose=True)
        pairs.update(found)
        passed_over += over
    return Candidates(pairs=tuple(sorted(pairs)), notes=_notes(passed_over, settings))


def _notes(passed_over: int, settings: Settings) -> tuple[str, ...]:
    if not passed_over:
        return ()
    note = (
        f"{passed_over:,} pairs of claims that share some words were not compared: below a likeness of "
        f"{settings.candidate_sure:g} each claim is compared with the {settings.candidates_per_claim} likest only"
    )
    return (note,)


_FEW = 50_000
"""Pairs up to which word by word is cheaper than to load numpy and scipy."""


def _look_alikes_of_few(loose: Iterable[Claim], claims: Iterable[Claim], comparer: Comparer) -> Iterator[Pair]:
    """Pairs of a loose claim and any other at or above the cutoff, by the cosine of their shipped word weights."""
    weights = shipped_weights()
    words = {claim.id: {word.key for word in comparer.features(claim.id).words} for claim in (*loose, *claims)}
    norms = {claim_id: math.fsum(weights.of(key) ** 2 for key in keys) for claim_id, keys in words.items()}
    for one in loose:
        for other in claims:
            shared = math.fsum(weights.of(key) ** 2 for key in words[one.id] & words[other.id])
            norm = math.sqrt(norms[one.id] * norms[other.id])
            if one.id != other.id and norm and shared / norm >= comparer.settings.candidate_cutoff:
                yield pair_of(one.id, other.id)


def _look_alikes(claims: Sequence[Claim], comparer: Comparer, *, loose: bool = False) -> tuple[set[Pair], int]:
    """Pairs that an index finds, and how many it found beyond them; `loose`: only those of a claim without issue.

    The index finds; what is taken of that is decided by the two wordings alone, so that other claims, which change the
    weights of words in the index, change nothing in it.
    """
    import numpy as np

    from claimtrack.matching import ClaimIndex

    settings = comparer.settings
    index = ClaimIndex(claim.text for claim in claims)
    # where `pairs` takes it, add: progress=lambda done, total: progress(SEARCHING, done, total)
    found = index.pairs(cutoff=settings.candidate_cutoff)
    left, right = found.left, found.right
    if loose:
        free = np.array([not claim.about for claim in claims])
        asked = free[left] | free[right]
        left, right = left[asked], right[asked]
    likeness = _likeness(claims, left, right, comparer)
    alike = likeness >= settings.candidate_cutoff
    left, right, likeness = left[alike], right[alike], likeness[alike]
    taken = _likest(left, right, likeness, settings)
    ids = [claim.id for claim in claims]
    pairs = {pair_of(ids[a], ids[b]) for a, b in zip(left[taken].tolist(), right[taken].tolist(), strict=True)}
    return pairs, len(left) - len(pairs)


_AT_ONCE = 1 << 17
"""Pairs whose likeness is worked out together."""


def _likeness(
    claims: Sequence[Claim], left: "NDArray[np.int64]", right: "NDArray[np.int64]", comparer: Comparer
) -> "NDArray[np.float64]":
    """Of each pair of positions, the cosine of the shipped word weights, to six places."""
    import numpy as np
    import scipy.sparse as sp

    weights = shipped_weights()
    columns: dict[str, int] = {}
    indptr, indices, data = [0], [], []
    paired = set(left.tolist()) | set(right.tolist())
    for at, claim in enumerate(claims):
        if at in paired:
            keys = sorted({word.key for word in comparer.features(claim.id).words})
            own = [weights.of(key) for key in keys]
            norm = math.sqrt(math.fsum(weight * weight for weight in own)) or 1.0
            indices += [columns.setdefault(key, len(columns)) for key in keys]
            data += [weight / norm for weight in own]
        indptr.append(len(indices))
    matrix = sp.csr_matrix((data, indices, indptr), shape=(len(claims), max(1, len(columns))), dtype=np.float64)
    found = np.zeros(len(left))
    for at in range(0, len(left), _AT_ONCE):
        part = slice(at, at + _AT_ONCE)
        found[part] = np.asarray(matrix[left[part]].multiply(matrix[right[part]]).sum(axis=1)).ravel()
    return np.round(found, 6)


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
