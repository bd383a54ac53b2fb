"""CT505 unused-speaker: a declared speaker says nothing.

Why: a speaker without claims is a typing error or a plan that was forgotten.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: s, about: when, holds: now, text: It is held now.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT505"
NAME = "unused-speaker"
LEVEL = Level.NOTE


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each declared speaker without a claim; none while claims may be missing for an error."""
    if any(problem.level is Level.ERROR for problem in ledger.problems):
        return
    used = {claim.speaker for claim in ledger.claims}
    for speaker in ledger.speakers:
        if speaker.id not in used:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"the speaker “{speaker.id}” makes no claim",
                place=speaker.place,
                help="add claims with `speaker:`, or take the speaker out",
            )
