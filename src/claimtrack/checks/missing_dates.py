"""CT502 no-date: neither the claim nor its source is dated.

Why: an undated claim is in no order with the others, and is left out wherever a date is asked for. A claim with a
`note` has explained itself.

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
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT502"
NAME = "no-date"
LEVEL = Level.NOTE


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each claim without any date and without a note; reading tells of a date that is none."""
    for claim in ledger.claims:
        if claim.known_by is None and not claim.note and not claim.date_unread:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: neither the claim nor its source has a `date`",
                place=claim.place,
                help="a month or a year will do; or say in a `note` why there is none",
            )
