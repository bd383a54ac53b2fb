"""Pinned conclusions beside what is found, and which claim or judgement broke those that no longer hold."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from claimtrack.claim import Claim, Expectation, Ledger
from claimtrack.finding import Finding, Pinned
from claimtrack.report import Report
from claimtrack.tracking.fragility import claims_of, successor
from claimtrack.tracking.parts import Parts, without

_WORK = 200_000
"""Claims walked again for one conclusion: beyond it nobody is blamed."""


def pinned(
    expectations: Iterable[Expectation],
    findings: Sequence[Finding],
    parts: Callable[[], Parts],
    again: Callable[[Ledger], Report],
) -> Iterator[Pinned]:
    """Each conclusion beside each finding that it speaks of; `parts` is asked for where one is broken.

    A claim broke it if it would hold without that claim; where none did, a judgement may have. Tried on the part of the
    ledger that the issue is in: n claims and judgements, n walks of n claims.
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
    if (len(part.claims) + len(part.judgements)) * len(part.claims) > _WORK:
        return ()

    def would_hold(ledger: Ledger) -> bool:
        return _beside(expected, successor(finding, again(ledger))).holds

    latest_first = sorted(part.claims, key=_known_by, reverse=True)
    claims = [claim.id for claim in latest_first if would_hold(without(part, [claim.id]))]
    return claims or [
        f"the judgement on {one.left} and {one.right}"
        for one in reversed(part.judgements)
        if would_hold(evolve(part, judgements=tuple(other for other in part.judgements if other is not one)))
    ]


def _known_by(claim: Claim) -> tuple[str, str]:
    return ("" if claim.known_by is None else claim.known_by.last.isoformat(), claim.id)
