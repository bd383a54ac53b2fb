"""CT406 judged-wording-changed: a claim no longer has the wording on which it was judged.

Why: an id that a person gave stays when the wording changes, and the judgement with it; `of` holds fingerprints of the
two wordings as they were, written by `judge` and `review`. The judgement still counts. A pair that was judged anew on
the wordings as they are is settled.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, text: The round is now.}
      - {id: y, speaker: t, about: when, text: It is held now.}
    judgements:
      - {same: [x, y], by: me, because: one sentence, of: [28899acb, b1af4b3f]}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, text: The round is now.}
      - {id: y, speaker: t, about: when, text: It is held in a year.}
    judgements:
      - {same: [x, y], by: me, because: one sentence, of: [28899acb, b1af4b3f]}
"""

from collections.abc import Iterator

from claimtrack.claim import Judgement, Ledger
from claimtrack.problem import Level, Problem
from claimtrack.text.fingerprint import fingerprint

CODE = "CT406"
NAME = "judged-wording-changed"
LEVEL = Level.WARNING


def check(ledger: Ledger) -> Iterator[Problem]:
    """One problem for each judgement whose claims do not have the wordings that it was given on."""
    changed = {one.place: those for one in ledger.judgements if one.of and (those := changed_since(ledger, one))}
    if not changed:
        return
    settled = {_pair(one) for one in ledger.judgements if one.of and one.place not in changed}
    for judgement in ledger.judgements:
        names = changed.get(judgement.place, ())
        if names and _pair(judgement) not in settled:
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"the wording of {' and '.join(names)} has changed since this was judged",
                place=judgement.place,
                help="judge the two anew, or take out `of` where nothing of weight has changed",
            )


def changed_since(ledger: Ledger, judgement: Judgement) -> tuple[str, ...]:
    """The claims of a judgement whose wording is another than the one that was judged; none where that is not known."""
    pairs = zip((judgement.left, judgement.right), judgement.of, strict=False)
    claims = ((ledger.claim(name), known) for name, known in pairs)
    return tuple(claim.id for claim, known in claims if claim is not None and fingerprint(claim.text) != known)


def _pair(judgement: Judgement) -> frozenset[str]:
    return frozenset((judgement.left, judgement.right))
