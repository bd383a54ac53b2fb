"""CT504 unused-issue: nothing is about an issue.

Why: an issue without claims is a typing error or a plan that was forgotten.

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
      - {id: x, speaker: s, text: The round is now.}
      - {id: y, speaker: t, text: It is held now.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT504"
NAME = "unused-issue"
LEVEL = Level.NOTE


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each declared issue that no claim is about; none while claims may be missing for an error."""
    if any(problem.level is Level.ERROR for problem in ledger.problems):
        return
    used = {claim.about for claim in ledger.claims}
    for issue in ledger.issues:
        if issue.id not in used:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"no claim is about the issue “{issue.id}”",
                place=issue.place,
                help="add claims with `about:`, or take the issue out",
            )
