"""CT506 date-in-future: a claim, its source or a judgement is dated after today.

Why: nobody has said it yet; a year or a month is mistyped. A day's grace is given for other time zones. Today is the
day on which `check` runs, unless the environment says another in SOURCE_DATE_EPOCH.

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
    date: 2924-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
"""

import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Place, Problem
from claimtrack.when import When

CODE = "CT506"
NAME = "date-in-future"
LEVEL = Level.WARNING

_SECONDS = re.compile(r"[0-9]{1,11}")
_GRACE = timedelta(days=1)


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each date that lies wholly in the future; the one check that asks what day it is."""
    last = today() + _GRACE
    for claim in ledger.claims:
        yield from _judge(claim.id, "it is dated", claim.date, claim.place, last)
        yield from _judge(claim.id, "its source is dated", claim.source.date, claim.place, last)
    for judgement in ledger.judgements:
        yield from _judge("this judgement", "it is dated", judgement.on, judgement.place, last)


def today() -> date:
    """The day in UTC; that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(given), UTC) if _SECONDS.fullmatch(given) else datetime.now(UTC)
    return now.date()


def _judge(what: str, how: str, when: When | None, place: Place, last: date) -> Iterator[Problem]:
    if when is not None and when.first > last:
        yield Problem(
            code=CODE,
            name=NAME,
            level=LEVEL,
            message=f"{what}: {how} {when}, which is still to come",
            place=place,
            help="correct the date",
        )
