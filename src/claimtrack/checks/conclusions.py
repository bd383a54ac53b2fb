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

from collections.abc import Iterable, Iterator, Sequence

from claimtrack.claim import Expectation
from claimtrack.finding import Finding, Proof
from claimtrack.problem import Level, Problem

CODE = "CT301"
NAME = "broken-conclusion"
LEVEL = Level.ERROR


def check_expectations(expectations: Iterable[Expectation], findings: Sequence[Finding]) -> Iterator[Problem]:
    """One problem for each pinned conclusion that the findings do not bear out."""
    by_issue: dict[str, list[Finding]] = {}
    for finding in findings:
        by_issue.setdefault(finding.issue, []).append(finding)
    for expected in expectations:
        matching = [finding for finding in by_issue.get(expected.issue, ()) if _is_meant(expected, finding)]
        seen = " (as of " + str(expected.as_of) + ")" if expected.as_of else ""
        if not matching:
            sides = f" between {' and '.join(expected.between)}" if expected.between else ""
            yield _problem(expected, f"nothing is found on “{expected.issue}”{sides}{seen}", "")
        for finding in matching:
            yield from _compare(expected, finding, seen)


def _is_meant(expected: Expectation, finding: Finding) -> bool:
    return not expected.between or set(expected.between) == set(finding.between)


def _compare(expected: Expectation, finding: Finding, seen: str) -> Iterator[Problem]:
    if expected.verdict and expected.verdict != finding.verdict:
        yield _problem(
            expected,
            f"“{expected.issue}” was pinned as {expected.verdict}, but is {finding.verdict}{seen}",
            _cause(finding.because),
        )
    missing = [side for side in expected.split if side in finding.between and side not in finding.split]
    for side in missing:
        yield _problem(expected, f"{side} was pinned as split on “{expected.issue}”, but is not{seen}", "")


def _cause(proofs: Sequence[Proof]) -> str:
    if not proofs:
        return ""
    first = proofs[0]
    return f"it rests on {first.left} and {first.right} ({first.basis}: {first.rule})"


def _problem(expected: Expectation, message: str, cause: str) -> Problem:
    advice = "run `claimtrack report` on the issue; then change the pinned verdict, or the claim that broke it"
    return Problem(
        code=CODE,
        name=NAME,
        level=LEVEL,
        message=f"{message}; {cause}" if cause else message,
        place=expected.place,
        help=advice,
    )
