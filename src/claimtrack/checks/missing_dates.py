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

from claimtrack.claim import Claim, Ledger
from claimtrack.problem import Level, Problem
from claimtrack.sources import lacking

CODE = "CT502"
NAME = "no-date"
LEVEL = Level.NOTE


def check(ledger: Ledger) -> Iterator[Problem]:
    """One note for each source without any date, or claim in a sheet of others.

    A claim with a note is left out, and one whose date is none: of that reading tells.
    """
    for place, claims in lacking(ledger, CODE, _is_undated):
        message = f"{claims[0].id}: neither the claim nor its source has a `date`"
        if len(claims) > 1:
            message = f"{len(claims):,} claims: neither they nor their source have a `date`"
        yield Problem(
            code=CODE,
            name=NAME,
            level=LEVEL,
            message=message,
            place=place,
            help="a month or a year will do; or say in a `note` why there is none",
        )


def _is_undated(claim: Claim) -> bool:
    return claim.known_by is None and not claim.note and not claim.date_unread
