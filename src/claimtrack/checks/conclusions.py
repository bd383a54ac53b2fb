"""CT301 broken-conclusion: a pinned conclusion no longer holds.

Why: an analyst publishes that the sides diverge and pins it with `expect:`. When a new claim, a judgement or an edited
wording changes that verdict, whoever edits should hear of it at once. The claims that carry the new verdict are named.

Passes::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    expect: [{issue: when, between: [a, b], verdict: agree}]

Fails::

    sides: {a: A, b: B}
    speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
    issues: {when: {question: When?, positions: {now: Now, later: Later}}}
    date: 2024-01-02
    source: {url: u}
    claims:
      - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
      - {id: y, speaker: t, about: when, holds: now, text: It is held now.}
    expect: [{issue: when, between: [a, b], verdict: diverge}]
"""

from collections.abc import Iterable, Iterator

from claimtrack.claim import Expectation
from claimtrack.finding import Pinned, Proof
from claimtrack.problem import Level, Problem

CODE = "CT301"
NAME = "broken-conclusion"
LEVEL = Level.ERROR
_MOST = 3


def check_pinned(pinned: Iterable[Pinned]) -> Iterator[Problem]:
    """One problem for each way in which a pinned conclusion is not borne out."""
    for one in pinned:
        expected = one.expected
        seen = f" (as of {expected.as_of})" if expected.as_of else ""
        if not one.verdict:
            sides = f" between {' and '.join(expected.between)}" if expected.between else ""
            yield _problem(expected, f"nothing is found on “{expected.issue}”{sides}{seen}", [])
        elif not one.verdict_holds:
            told = f"“{expected.issue}” was pinned as {expected.verdict}, but is {one.verdict}{seen}"
            yield _problem(expected, told, [*_rests_on(one.rests_on), *_broken_by(one.broken_by)])
        for side in one.no_longer_split:
            told = f"{side} was pinned as split on “{expected.issue}”, but is not{seen}"
            yield _problem(expected, told, _broken_by(one.broken_by))


def _rests_on(proof: Proof | None) -> list[str]:
    return [f"it rests on {proof.left} and {proof.right} ({proof.basis}: {proof.rule})"] if proof is not None else []


def _broken_by(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    rest = f", or any of {len(names) - _MOST} more" if len(names) > _MOST else ""
    return [f"without {' or '.join(names[:_MOST])}{rest} it would hold"]


def _problem(expected: Expectation, message: str, causes: list[str]) -> Problem:
    advice = "run `claimtrack explain` on the issue; then change the pinned verdict, or the claim that broke it"
    return Problem(
        code=CODE,
        name=NAME,
        level=LEVEL,
        message="; ".join((message, *causes)),
        place=expected.place,
        help=advice,
    )
