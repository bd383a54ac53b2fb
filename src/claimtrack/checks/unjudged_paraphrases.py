"""CT404 unjudged-paraphrase: two claims are put together by a score that nobody has judged.

Why: a verdict may rest on that score. A judgement, or the position that each of the two holds, settles it for good.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, text: The second round of the talks was held in Geneva.}
      - {id: y, speaker: t, text: The second round of talks was held in Geneva.}
    judgements: [{same: [x, y], by: me, because: one sentence}]

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    source: {url: u, date: 2024-01-02}
    claims:
      - {id: x, speaker: s, text: The second round of the talks was held in Geneva.}
      - {id: y, speaker: t, text: The second round of talks was held in Geneva.}
"""

from collections.abc import Iterable, Iterator

from claimtrack.claim import Claim, Ledger
from claimtrack.finding import Link, LinkBy
from claimtrack.problem import Level, Problem

CODE = "CT404"
NAME = "unjudged-paraphrase"
LEVEL = Level.NOTE


def check_links(ledger: Ledger, links: Iterable[Link]) -> Iterator[Problem]:
    """One note for each pair that a score alone holds together, at the later of the two in the files."""
    for link in links:
        left, right = ledger.claim(link.left), ledger.claim(link.right)
        if link.by is not LinkBy.SCORE or left is None or right is None or _is_stated(left, right):
            continue
        first, second = sorted((left, right), key=lambda claim: claim.place)
        if not ledger.ignores(CODE, second.place):
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{second.id} looks like {first.id} at {first.place} (paraphrase {link.paraphrase:.2f}),"
                " and nobody has judged the two",
                place=second.place,
                help="run `claimtrack review`, or write the judgement",
            )


def _is_stated(left: Claim, right: Claim) -> bool:
    """Does each say which position it holds?"""
    return bool(left.holds and right.holds)
