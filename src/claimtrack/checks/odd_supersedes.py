"""CT509 odd-supersedes: a claim supersedes one on another issue, of another side, or of a later date.

Why: what is superseded is left out of every verdict, so a wrong id in `supersedes` silences another claim. A correction
is on the issue of the claim that it replaces, speaks for one of its sides, and is not dated before it. Dates that may
be one day pass, and so does a claim without a date, or one that was on no issue.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
      - {id: z, speaker: s, about: when, date: 2024-01-03, holds: later, supersedes: x, text: The round is later.}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
      - {id: z, speaker: s, about: when, date: 2024-01-03, holds: later, supersedes: y, text: The round is later.}
"""

from collections.abc import Iterator

from claimtrack.claim import Claim, Ledger
from claimtrack.problem import Level, Problem

CODE = "CT509"
NAME = "odd-supersedes"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each way in which a claim does not fit one that it supersedes."""
    claims = {claim.id: claim for claim in ledger.claims}
    for claim in ledger.claims:
        for name in claim.supersedes:
            old = claims.get(name)
            for what, hint in _misfits(claim, old) if old is not None else ():
                yield Problem(
                    code=CODE,
                    name=NAME,
                    level=LEVEL,
                    message=f"{claim.id} supersedes {name}, which {what}",
                    place=claim.place,
                    help=f"{hint}, or correct the id in `supersedes`: {name} is left out of every verdict",
                )


def _misfits(claim: Claim, old: Claim) -> Iterator[tuple[str, str]]:
    """In what an older claim differs from its correction, and what to do about it."""
    if old.about and old.about != claim.about:
        other = f"not “{claim.about}”" if claim.about else "while this one names no issue"
        yield f"is about “{old.about}”, {other}", "correct `about`"
    if claim.sides and old.sides and not set(claim.sides) & set(old.sides):
        yield f"“{old.speaker}” said for another side", "correct the speaker"
    if claim.known_by is not None and old.known_by is not None and claim.known_by.before(old.known_by):
        yield f"is of {old.known_by}, and so later than {claim.known_by}", "correct the date"
