"""Pinned conclusions beside what is found, and which claim or judgement broke those that no longer hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from claimtrack.claim import Claim, Expectation, Ledger
from claimtrack.finding import Finding, Pinned
from claimtrack.report import Report
from claimtrack.tracking.fragility import claims_of, successor
from claimtrack.tracking.parts import Parts, without

_WORK = 200_000
"""Claims walked again for one conclusion: beyond it only those on the issue are, and then nobody is blamed."""


def pinned(
    expectations: Iterable[Expectation],
    findings: Sequence[Finding],
    parts: Callable[[], Parts],
    again: Callable[[Ledger], Report],
) -> Iterator[Pinned]:
    """Each conclusion beside each finding that it speaks of; `parts` is asked for where one is broken.

    A claim broke it if it would hold without that claim; where none did, a judgement may have, or several claims
    together, the latest of which none can be spared. Tried on the part of the ledger that the issue is in: n claims and
    judgements, at most 3 n walks of n claims.
    """
    by_issue: dict[str, list[Finding]] = {}
    for finding in findings:
        by_issue.setdefault(finding.issue, []).append(finding)
    for expected in expectations:
        met = [one for one in by_issue.get(expected.issue, ()) if _is_meant(expected, one)]
        if not met:
            yield Pinned(expected=expected)
        for finding in met:
            one = _beside(expected, finding)
            yield one if one.holds else evolve(one, broken_by=tuple(_breakers(expected, finding, parts(), again)))


def _is_meant(expected: Expectation, finding: Finding) -> bool:
    return not expected.between or set(expected.between) == set(finding.between)


def _beside(expected: Expectation, finding: Finding | None) -> Pinned:
    if finding is None:
        return Pinned(expected=expected)
    return Pinned(
        expected=expected,
        between=finding.between,
        verdict=str(finding.verdict),
        split=finding.split,
        rests_on=finding.because[0] if finding.because else None,
    )


def _breakers(
    expected: Expectation, finding: Finding, parts: Parts, again: Callable[[Ledger], Report]
) -> Sequence[str]:
    root = parts.on(finding.issue, claims_of(finding))
    if not root:
        return ()
    part = parts.of(root)
    if _is_much(part):
        part = parts.own(finding.issue, claims_of(finding))
    if _is_much(part):
        return ()

    def would_hold(ledger: Ledger) -> bool:
        then = again(ledger)
        return _beside(expected, successor(finding, then.findings, then.claims)).holds

    latest_first = [claim.id for claim in sorted(part.claims, key=_known_by, reverse=True)]
    claims = [claim for claim in latest_first if would_hold(without(part, [claim]))]
    judgements = [
        f"the judgement on {one.left} and {one.right}"
        for one in reversed(part.judgements)
        if not claims and would_hold(evolve(part, judgements=tuple(other for other in part.judgements if other != one)))
    ]
    return claims or judgements or _together(latest_first, lambda some: would_hold(without(part, some)))


def _is_much(part: Ledger) -> bool:
    return 3 * (len(part.claims) + len(part.judgements)) * len(part.claims) > _WORK


_MOST_TOGETHER = 5
"""Claims that are blamed together; more would say no more than that much was said since."""


def _together(latest_first: Sequence[str], would_hold: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """The latest claims without all of which it would hold, none to spare; nothing where they are many."""
    enough = next((n for n in range(2, len(latest_first) + 1) if would_hold(latest_first[:n])), 0)
    needed = list(latest_first[:enough])
    for claim in latest_first[:enough]:
        rest = [one for one in needed if one != claim]
        if rest and would_hold(rest):
            needed = rest
    return [" and ".join(needed)] if 0 < len(needed) <= _MOST_TOGETHER else []


def _known_by(claim: Claim) -> tuple[str, str]:
    return ("" if claim.known_by is None else claim.known_by.last.isoformat(), claim.id)
