"""CT402 position-against-judgement: two claims are judged the same, but stated to hold different positions.

Why: both are a person's word, and they cannot both be right. Claims that belong to two issues conflict in the same way;
a claim that states no position conflicts with none.

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
      - {id: y, speaker: t, about: when, holds: later, text: It is held now.}
    judgements: [{same: [x, y], by: me, because: one sentence}]
"""

from collections.abc import Iterator

from claimtrack.claim import Claim, Ledger, Word
from claimtrack.problem import Level, Problem

CODE = "CT402"
NAME = "position-against-judgement"
LEVEL = Level.ERROR


def check(ledger: Ledger) -> Iterator[Problem]:
    """One problem for each judgement of sameness that the stated issues or positions contradict."""
    for judgement in ledger.judgements:
        left, right = ledger.claim(judgement.left), ledger.claim(judgement.right)
        if judgement.word is not Word.SAME or left is None or right is None:
            continue
        message = _conflict(left, right)
        if message:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{left.id} and {right.id} are judged the same, but {message}",
                place=judgement.place,
                help="change the judgement, or what the claims say that they hold",
            )


def _conflict(left: Claim, right: Claim) -> str:
    if left.about and right.about and left.about != right.about:
        return f"one is about “{left.about}”, the other about “{right.about}”"
    if left.holds and right.holds and left.holds != right.holds:
        return f"one holds “{left.holds}”, the other “{right.holds}”"
    return ""
