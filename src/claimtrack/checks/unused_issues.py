"""CT504 unused-issue: nothing is about an issue.

Why: an issue without claims is a typing error or a plan that was forgotten.

Passes when at least one claim is ``about`` it; fails when none is.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT504"
NAME = "unused-issue"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each declared issue that no claim is about."""
    used = {claim.about for claim in ledger.claims}
    for issue in ledger.issues:
        if issue.id not in used:
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.NOTE,
                message=f"no claim is about the issue “{issue.id}”",
                place=issue.place,
                help="add claims with `about:`, or take the issue out",
            )
