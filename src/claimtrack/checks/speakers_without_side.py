"""CT511 no-side: claims of a speaker speak for no side.

Why: verdicts are between sides, so what is said for none counts for none. For an observer that may be meant: then have
the code ignored there. A claim's own `side:` counts, and so does that of the post held at its date. Asked only where
the ledger declares sides.

Passes::

    sides: {a: A}
    speakers: {s: {name: S, side: a}, t: {name: T}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, text: Talks go on.}
      - {id: y, speaker: t, side: a, text: They ended.}

Fails::

    sides: {a: A}
    speakers: {s: {name: S, side: a}, t: {name: T}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, text: Talks go on.}
      - {id: y, speaker: t, text: They ended.}
"""

from collections import Counter
from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.problem import Level, Problem

CODE = "CT511"
NAME = "no-side"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each speaker of whose claims some speak for no side; none while one may be lost by an error."""
    if not ledger.sides or any(problem.level is Level.ERROR for problem in ledger.problems):
        return
    without = Counter(claim.speaker for claim in ledger.claims if not claim.sides)
    for speaker in ledger.speakers:
        count = without[speaker.id]
        if count:
            said = f"{count:,} claims of “{speaker.id}” speak for no side and count for no verdict"
            alone = f"a claim of “{speaker.id}” speaks for no side and counts for no verdict"
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=said if count > 1 else alone,
                place=speaker.place,
                help="give it a `side:`, or a post with one that was held then",
            )
