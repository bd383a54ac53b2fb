"""CT503 said-after-print: a claim is dated after the source in which it was read.

Why: nobody can print what has not been said; one of the two dates is mistyped.

Passes when the date said does not lie wholly after the source's date; fails when it does.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT503"
NAME = "said-after-print"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each claim said after its source was published."""
    for claim in ledger.claims:
        printed = claim.source.date
        if claim.date is not None and printed is not None and printed.before(claim.date):
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.WARNING,
                message=f"{claim.id}: said on {claim.date}, but its source is of {printed}",
                place=claim.place,
                help="correct the `date` of the claim or of the source",
            )
