"""CT512 stance-alone: a claim has a stance, but holds no position that it could be a stance to.

Why: `stance:` says how a claim stands to the position under `holds:`. Without that it decides nothing: who writes
`denies` alone has stated no denial, and only the wordings are compared. `affirms`, which stands for nothing written, is
passed over.

Passes::

    sides: {a: A}
    speakers: {s: {name: S, side: a}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, about: when, holds: now, stance: denies, text: The round is not now.}
      - {id: y, speaker: s, about: when, holds: later, text: It is held later.}

Fails::

    sides: {a: A}
    speakers: {s: {name: S, side: a}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, about: when, stance: denies, text: The round is not now.}
      - {id: y, speaker: s, about: when, holds: later, text: It is held later.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger, Stance
from claimtrack.problem import Level, Problem

CODE = "CT512"
NAME = "stance-alone"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each claim with a stance and without a position; none while an error may have lost the latter."""
    if any(problem.level is Level.ERROR for problem in ledger.problems):
        return
    for claim in ledger.claims:
        if claim.stance is not Stance.AFFIRMS and not claim.holds:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: the stance “{claim.stance}” is to no position, and decides nothing",
                place=claim.place,
                help="add `holds:` with a position of the issue, or take the stance out",
            )
