"""CT503 said-after-print: a claim is dated after the source in which it was read.

Why: nobody can print what has not been said; one of the two dates is mistyped. Dates that may be one day pass.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u, date: 2024-01}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u, date: 2023-12}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT503"
NAME = "said-after-print"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each claim said after its source was published."""
    for claim in ledger.claims:
        printed = claim.source.date
        if claim.date is not None and printed is not None and printed.before(claim.date):
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: said on {claim.date}, but its source is of {printed}",
                place=claim.place,
                help="correct the `date` of the claim or of the source",
            )
