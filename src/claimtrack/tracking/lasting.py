"""What a divergence rests on that no other claim can take from it."""

from collections.abc import Callable, Sequence
from functools import cache

from claimtrack.claim import Claim, Issue, Ledger, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Finding, Verdict
from claimtrack.tracking.comparer import Pair
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import relate, standing_of


def lasting(finding: Finding, part: Ledger, grounds: Grounds) -> Sequence[Pair]:
    """Pairs of claims each of which keeps two sides apart as long as both are there, whatever else of `part` is not.

    Of current claims that state the issue themselves, of speakers whose claims all do and all speak for the same sides:
    leaving something out brings superseded claims back, and claims without an issue to another one, and either can end
    what another claim says. It leaves no pair uncompared. None where a person's judgements have a part in it, for they
    reach from claim to claim; nor where stated positions may come to outrank wordings; nor for another verdict.
    """
    issue = part.issue(finding.issue)
    if finding.verdict is not Verdict.DIVERGE or issue is None:
        return ()
    if any(one.word is not Word.UNSURE for one in part.judgements):
        return ()
    if finding.basis is Basis.COMPUTED and _may_be_outranked(finding, part):
        return ()
    diverge = _by_wording(grounds) if finding.basis is Basis.COMPUTED else _by_standing(issue)
    moving = _moving(part)
    held = {claim.id: claim for claim in part.claims if claim.about == finding.issue and claim.speaker not in moving}
    left, right = ([held[one] for one in view.claims if one in held] for view in finding.sides)
    return tuple((one.id, other.id) for one in left for other in right if one != other and diverge(one, other))


def _moving(part: Ledger) -> set[str]:
    """Speakers of whom leaving something out may bring a claim to an issue, or who do not always speak for one side."""
    replaced = {old for claim in part.claims for old in claim.supersedes}
    sides: dict[str, tuple[str, ...]] = {}
    return {
        claim.speaker
        for claim in part.claims
        if claim.id in replaced or not claim.about or sides.setdefault(claim.speaker, claim.sides) != claim.sides
    }


def _by_wording(grounds: Grounds) -> Callable[[Claim, Claim], bool]:
    return lambda left, right: grounds.opposed(left.id, right.id)


def _by_standing(issue: Issue) -> Callable[[Claim, Claim], bool]:
    exclude = cache(lambda mine, yours: relate(issue, mine, yours)[0] is Relation.DIVERGE)

    def diverge(left: Claim, right: Claim) -> bool:
        mine, yours = standing_of(left), standing_of(right)
        return mine is not None and yours is not None and exclude(mine, yours)

    return diverge


def _may_be_outranked(finding: Finding, part: Ledger) -> bool:
    """Has each side a claim that states a position?"""
    stated = {side for claim in part.claims if standing_of(claim) is not None for side in claim.sides}
    return stated.issuperset(finding.between)
