"""CT501 no-url: a claim's source has no address.

Why: a reader who doubts a claim wants to see where it was read.

Passes when the claim or its sheet gives ``source: {url: …}``; fails when neither does.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT501"
NAME = "no-url"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each claim whose source has no URL."""
    for claim in ledger.claims:
        if not claim.source.url:
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.NOTE,
                message=f"{claim.id}: its source has no `url`",
                place=claim.place,
                help="add it under `source:`, of the claim or of the sheet",
            )
