"""CT501 no-url: a claim's source has no address.

Why: a reader who doubts a claim wants to see where it was read. The sheet's `source:` counts for all of its claims.

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
    source: {publisher: Gazette}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem
from claimtrack.sources import lacking

CODE = "CT501"
NAME = "no-url"
LEVEL = Level.NOTE


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each source without a URL, or claim without a source."""
    for place, claims in lacking(ledger, CODE, lambda claim: not claim.source.url):
        message = f"{claims[0].id}: its source has no `url`"
        if len(claims) > 1:
            message = f"{len(claims):,} claims: their source has no `url`"
        yield Problem(
            code=CODE,
            name=NAME,
            level=LEVEL,
            message=message,
            place=place,
            help="add it under `source:`, of the claim or of the sheet",
        )
