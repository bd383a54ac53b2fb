"""CT302 stance-against-wording: a claim's stance says one thing, its cue and wording another.

Why: `stance:` is what decides the verdict, and it is `affirms` where nothing is written. A claim whose cue is a denial,
whose wording denies nothing and whose stance affirms has lost its denial on the way; so has a confirmation that is said
to deny. Only claims that hold a position are looked at, and only English cues.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, cue: denied, stance: denies, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, cue: denied, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
"""

import re
from collections.abc import Iterator

from claimtrack.claim import Claim, Ledger, Stance
from claimtrack.problem import Level, Problem

CODE = "CT302"
NAME = "stance-against-wording"
LEVEL = Level.WARNING

_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w{0,3}|refut\w{1,3}|disavow\w{0,3}|repudiat\w{1,3}|rul\w{1,3} out)\b", re.I
)
_CONSENT = re.compile(
    r"\b(?:(?:re)?affirm\w{0,3}|confirm\w{0,3}|agreed?|admit\w{0,3}|acknowledg\w{1,3}|endors\w{1,3})\b", re.I
)
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|neither|nor|nobody|nothing|without|cannot|false|untrue)\b|n['’]t\b", re.I
)
_FOR = frozenset({Stance.AFFIRMS, Stance.EXPECTS})
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.DECLINES})


def check(ledger: Ledger) -> Iterator[Problem]:
    """One warning for each claim with a position whose cue contradicts its stance, with no negation to explain it."""
    for claim in ledger.claims:
        if claim.holds and _contradicts(claim):
            yield Problem(
                code=CODE,
                name=NAME,
                level=LEVEL,
                message=f"{claim.id}: the cue is “{claim.cue[:40]}”, but the stance is {claim.stance}",
                place=claim.place,
                help="correct `stance:`, or say in the wording what was denied",
            )


def _contradicts(claim: Claim) -> bool:
    if not claim.cue or _NEGATION.search(claim.cue) or _NEGATION.search(claim.text):
        return False
    if claim.stance in _FOR:
        return _DENIAL.search(claim.cue) is not None
    return claim.stance in _AGAINST and _CONSENT.search(claim.cue) is not None
