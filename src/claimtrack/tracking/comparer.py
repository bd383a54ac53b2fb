"""Which pairs of claims are compared, and their comparisons, each worked out once."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import define, field

from claimtrack.claim import Claim, Judgement
from claimtrack.comparing import compare_features
from claimtrack.comparing.word_weights import shipped_weights
from claimtrack.evidence import Comparison
from claimtrack.features import Features, features_of
from claimtrack.settings import Settings

Pair = tuple[str, str]
"""Two claim ids, the lesser first."""


def pair_of(left: str, right: str) -> Pair:
    """The two ids in the order in which pairs are kept."""
    return (left, right) if left <= right else (right, left)


@define
class Comparer:
    """Comparisons of claims by id; features and comparisons are worked out when first asked for."""

    claims: Mapping[str, Claim]
    settings: Settings
    _features: dict[str, Features] = field(factory=dict, init=False)
    _comparisons: dict[Pair, Comparison] = field(factory=dict, init=False)

    def features(self, claim_id: str) -> Features:
        """What comparing sees of one claim."""
        if claim_id not in self._features:
            claim = self.claims[claim_id]
            self._features[claim_id] = features_of(claim.text, said=claim.known_by)
        return self._features[claim_id]

    def of(self, left: str, right: str) -> Comparison:
        """The comparison of two claims, left and right as asked for."""
        if (left, right) not in self._comparisons:
            self._comparisons[left, right] = compare_features(
                self.features(left), self.features(right), settings=self.settings
            )
        return self._comparisons[left, right]


def comparable(claims: Iterable[Claim], settings: Settings) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims short enough to be compared, and a note on those that are not."""
    given = tuple(claims)
    too_long = [claim.id for claim in given if len(claim.text) > settings.text_limit]
    fit = tuple(claim for claim in given if len(claim.text) <= settings.text_limit)
    if not too_long:
        return fit, ()
    return fit, (f"not compared, being longer than {settings.text_limit} characters: {', '.join(too_long)}",)


def candidates(claims: Sequence[Claim], judgements: Iterable[Judgement], comparer: Comparer) -> tuple[Pair, ...]:
    """The pairs worth comparing, sorted: judged ones, pairs inside an issue, and look-alikes of claims without one.

    Claims about different declared issues are not paired. An issue of more than `settings.issue_pairs_limit`
    claims is searched for look-alikes too, instead of being paired in full.
    """
    settings = comparer.settings
    known = {claim.id for claim in claims}
    pairs = {pair_of(j.left, j.right) for j in judgements if {j.left, j.right} <= known and j.left != j.right}
    by_issue: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_issue[claim.about].append(claim)
    loose = by_issue.pop("", [])
    for members in by_issue.values():
        if len(members) <= settings.issue_pairs_limit:
            pairs.update(pair_of(a.id, b.id) for a, b in combinations(members, 2))
        else:
            pairs.update(_look_alikes(members, settings))
    if len(loose) * len(claims) <= _FEW:
        pairs.update(_look_alikes_of_few(loose, claims, comparer))
    else:
        free = {claim.id for claim in loose}
        pairs.update(pair for pair in _look_alikes(claims, settings) if pair[0] in free or pair[1] in free)
    return tuple(sorted(pairs))


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


def _look_alikes(claims: Sequence[Claim], settings: Settings) -> set[Pair]:
    from claimtrack.matching import ClaimIndex

    found = ClaimIndex(claim.text for claim in claims).pairs(cutoff=settings.candidate_cutoff)
    return {
        pair_of(claims[left].id, claims[right].id)
        for left, right in zip(found.left.tolist(), found.right.tolist(), strict=True)
    }
