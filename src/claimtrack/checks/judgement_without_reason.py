"""CT403 judgement-without-reason: a judgement says neither who judged nor why.

Why: whoever reads it later cannot tell whether to trust it.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    judgements: [{same: [x, y], by: me, because: one sentence}]

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    judgements: [{same: [x, y]}]
"""

from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT403"
NAME = "judgement-without-reason"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each judgement without `by` or without `because`."""
    for judgement in ledger.judgements:
        missing = [key for key, value in (("by", judgement.by), ("because", judgement.because)) if not value]
        if missing:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"this judgement does not say {' and '.join(f'`{key}`' for key in missing)}",
                place=judgement.place,
                help="add who judged and why, in a sentence",
            )
