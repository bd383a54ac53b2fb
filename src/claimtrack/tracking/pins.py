"""Pinned conclusions beside what is found, and which claim or judgement broke those that no longer hold."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field

from claimtrack.claim import Claim, Expectation, Ledger
from claimtrack.finding import Finding, Pinned
from claimtrack.tracking.findings import Outline
from claimtrack.tracking.fragility import Outlined, Walker, claims_of, successor
from claimtrack.tracking.lasting import lasting
from claimtrack.tracking.parts import Parts, without
from claimtrack.tracking.sides import SidePair

_WORK = 200_000
"""Claims walked again for one conclusion: beyond it only those on the issue are, and then nobody is blamed."""
_ALL_WORK = 4_000_000
"""Claims and compared pairs walked again for all conclusions: beyond it nobody is blamed for a further one."""

Asked = Mapping[str, frozenset[SidePair]]
"""By issue the sides whose finding is asked for."""


@define
class Work:
    """What was walked again for all conclusions so far: claims and compared pairs."""

    spent: int = 0


def pinned(
    expectations: Iterable[Expectation],
    findings: Sequence[Finding],
    parts: Callable[[], Parts],
    walker: Callable[[Asked], Walker],
    work: Work,
) -> Iterator[Pinned]:
    """Each conclusion beside each finding that it speaks of; `parts` is asked for where one is broken.

    A claim broke it if it would hold without that claim; where none did, a judgement may have, or several claims
    together, the latest of which none can be spared. Tried on the part of the ledger that the issue is in: n claims and
    judgements, at most 3 n walks of n claims, each walked once for all conclusions, and none of those after which a
    divergence lasts.
    """
    by_issue: dict[str, list[Finding]] = {}
    for finding in findings:
        by_issue.setdefault(finding.issue, []).append(finding)
    met: list[tuple[Pinned, Finding | None]] = []
    for expected in expectations:
        meant = _telling(expected, [one for one in by_issue.get(expected.issue, ()) if _is_meant(expected, one)])
        met += [(_beside(expected, finding), finding) for finding in meant or (None,)]
    trial: _Trial | None = None
    for one, beside in met:
        if beside is None or one.holds:
            yield one
            continue
        trial = trial or _Trial(parts=parts(), walker=walker(_asked(met)), work=work)
        yield evolve(one, broken_by=tuple(trial.breakers(one.expected, beside)))


def _asked(met: Iterable[tuple[Pinned, Finding | None]]) -> Asked:
    found: dict[str, frozenset[SidePair]] = {}
    for one, finding in met:
        if finding is not None and not one.holds:
            found[finding.issue] = found.get(finding.issue, frozenset()) | {finding.between}
    return found


def _is_meant(expected: Expectation, finding: Finding) -> bool:
    return not expected.between or set(expected.between) == set(finding.between)


def _telling(expected: Expectation, findings: Sequence[Finding]) -> Sequence[Finding]:
    """Where only who is split is pinned, one finding of each of these sides: the others say the same of it."""
    if expected.verdict or expected.between:
        return findings
    first: dict[str, Finding] = {}
    for finding in findings:
        for side in expected.split:
            if side in finding.between:
                first.setdefault(side, finding)
    return list({one.id: one for one in first.values()}.values())


def _beside(expected: Expectation, finding: Finding | Outline | None) -> Pinned:
    if finding is None:
        return Pinned(expected=expected)
    return Pinned(
        expected=expected,
        between=finding.between,
        verdict=str(finding.verdict),
        split=finding.split,
        rests_on=finding.because[0] if isinstance(finding, Finding) and finding.because else None,
    )


@define
class _Part:
    """A part of the ledger that is walked again without something; what comes out is kept for every conclusion."""

    ledger: Ledger
    walk: Callable[[Ledger], Outlined]
    work: Work
    _found: dict[tuple[frozenset[str], int], Outlined] = field(factory=dict, init=False)

    def then(self, claims: Iterable[str] = (), judgement: int = -1) -> Outlined:
        """What is found without some claims, and without those judgements that say what that one of the part says."""
        key = frozenset(claims), judgement
        if key not in self._found:
            left = without(self.ledger, key[0])
            if judgement >= 0:
                gone = left.judgements[judgement]
                left = evolve(left, judgements=tuple(one for one in left.judgements if one != gone))
            found = self._found[key] = self.walk(left)
            self.work.spent += len(found.claims) + found.compared
        return self._found[key]


@define
class _Trial:
    """Leaves out of the parts of a ledger one thing after another, to see without which a conclusion would hold."""

    parts: Parts
    walker: Walker
    work: Work
    _parts: dict[tuple[str, ...], _Part] = field(factory=dict, init=False)
    """By the claims in them."""

    def breakers(self, expected: Expectation, finding: Finding) -> Sequence[str]:
        """Without any one of which the conclusion would hold; nothing where there is none, or it is too much work."""
        part = self._part(finding) if self.work.spent <= _ALL_WORK else None
        if part is None:
            return ()
        given = part.ledger
        ends = expected.verdict not in ("", finding.verdict)
        kept = lasting(finding, given, self.parts.grounds) if ends else ()

        def would_hold(claims: Sequence[str] = (), judgement: int = -1) -> bool:
            gone = frozenset(claims)
            if judgement < 0 and any(one not in gone and other not in gone for one, other in kept):
                return False
            then = part.then(gone, judgement)
            return _beside(expected, successor(finding, then.findings, then.claims)).holds

        latest_first = [claim.id for claim in sorted(given.claims, key=_known_by, reverse=True)]
        claims = [claim for claim in latest_first if would_hold([claim])]
        judgements = [
            f"the judgement on {given.judgements[number].left} and {given.judgements[number].right}"
            for number in reversed(range(len(given.judgements)))
            if not claims and would_hold(judgement=number)
        ]
        return claims or judgements or _together(latest_first, would_hold)

    def _part(self, finding: Finding) -> _Part | None:
        """The part that the issue is in, else the claims on it alone; None where there are none, or too many."""
        root = self.parts.on(finding.issue, claims_of(finding))
        if not root:
            return None
        ledger = self.parts.of(root)
        if _is_much(ledger):
            ledger = self.parts.own(finding.issue, claims_of(finding))
        if _is_much(ledger):
            return None
        key = tuple(claim.id for claim in ledger.claims)
        if key not in self._parts:
            self._parts[key] = _Part(ledger, self.walker(ledger), self.work)
        return self._parts[key]


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
