"""CT502 no-date: neither the claim nor its source is dated.

Why: an undated claim is in no order with the others, and is left out wherever a date is asked for.

Passes when the claim has a ``date``, or its source one; a claim with a ``note`` has explained itself and
passes too. Fails when all three are missing.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT502"
NAME = "no-date"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each claim without any date and without a note."""
    for claim in ledger.claims:
        if claim.known_by is None and not claim.note:
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.NOTE,
                message=f"{claim.id}: neither the claim nor its source has a `date`",
                place=claim.place,
                help="a month or a year will do; or say in a `note` why there is none",
            )
