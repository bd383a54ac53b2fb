"""What a divergence rests on that no other claim can take from it."""

from collections.abc import Callable, Sequence
from functools import cache

from claimtrack.claim import Claim, Issue, Ledger, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Finding, Verdict
from claimtrack.tracking.comparer import Pair, pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import relate, standing_of


def lasting(finding: Finding, part: Ledger, grounds: Grounds) -> Sequence[Pair]:
    """Pairs of claims each of which keeps two sides apart as long as both are there, whatever else of `part` is not.

    Of current claims that state the issue themselves, of speakers of whom no further claim can come to it: leaving
    something out brings superseded claims back, and claims without an issue to another one. It leaves no pair
    uncompared. Where the divergence is one of wordings it lasts only if nothing that a person said can come to outrank
    it. None for a finding that is no divergence.
    """
    issue = part.issue(finding.issue)
    if finding.verdict is not Verdict.DIVERGE or issue is None:
        return ()
    if finding.basis is not Basis.COMPUTED:
        diverge = _by_person(issue, grounds)
    elif _may_be_outranked(finding, part):
        return ()
    else:

        def diverge(left: Claim, right: Claim) -> bool:
            return grounds.opposed(left.id, right.id)

    replaced = {old for claim in part.claims for old in claim.supersedes}
    moving = {claim.speaker for claim in part.claims if claim.id in replaced or not claim.about}
    held = {claim.id: claim for claim in part.claims if claim.about == finding.issue and claim.speaker not in moving}
    left, right = ([held[one] for one in view.claims if one in held] for view in finding.sides)
    return tuple((one.id, other.id) for one in left for other in right if one != other and diverge(one, other))


def _by_person(issue: Issue, grounds: Grounds) -> Callable[[Claim, Claim], bool]:
    standings = cache(lambda left, right: relate(issue, left, right)[0] is Relation.DIVERGE)

    def diverge(left: Claim, right: Claim) -> bool:
        judged = grounds.judged.get(pair_of(left.id, right.id))
        if judged is not None and judged.word is Word.DIFFERENT and judged.relation == Relation.DIVERGE:
            return True
        mine, yours = standing_of(left), standing_of(right)
        return mine is not None and yours is not None and standings(mine, yours)

    return diverge


def _may_be_outranked(finding: Finding, part: Ledger) -> bool:
    """Could it come to matter what persons said: is there a judgement, or a stated standing on either side?"""
    if any(one.word is not Word.UNSURE for one in part.judgements):
        return True
    stated = {side for claim in part.claims if standing_of(claim) is not None for side in claim.sides}
    return stated.issuperset(finding.between)
