"""CT505 unused-speaker: a declared speaker says nothing.

Why: a speaker without claims is a typing error or a plan that was forgotten.

Passes when at least one claim is theirs; fails when none is.
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT505"
NAME = "unused-speaker"


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each declared speaker without a claim."""
    used = {claim.speaker for claim in ledger.claims}
    for speaker in ledger.speakers:
        if speaker.id not in used:
            yield Problem(
                code=CODE,
                name=NAME,
                level=Level.NOTE,
                message=f"the speaker “{speaker.id}” makes no claim",
                place=speaker.place,
                help="add claims with `speaker:`, or take the speaker out",
            )
