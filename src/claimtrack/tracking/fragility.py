"""What a verdict hangs on: the claims, documents, outlets and utterances without which it would be another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from attrs import define, field

from claimtrack.claim import Claim, Ledger, is_made
from claimtrack.finding import Finding, Fragility, Support, SupportKind
from claimtrack.progress import Progress, counted
from claimtrack.tracking.findings import Outline
from claimtrack.tracking.parts import Parts, without
from claimtrack.voices import Reprint


class Outlined(NamedTuple):
    """What a walk comes to, without any proof."""

    claims: Sequence[str]
    """The claims looked at, in ledger order."""
    findings: Sequence[Outline]
    compared: int = 0
    """Pairs of claims that it went through."""


Walker = Callable[[Ledger], Callable[[Ledger], Outlined]]
"""For a part of the ledger what walks it again without some of its claims, with all that is known of it already."""
TRYING = "leaving claims out"
_WORK = 500_000
"""Claims walked again in all: beyond it the verdicts of the largest parts are not tried."""
_PART_WORK = 100_000
"""The same for one part: beyond it its issues are walked one by one."""
NOTHING = "nothing"
"""The verdict on an issue that is gone."""


class State(NamedTuple):
    """What a finding says, as far as leaving something out may change it."""

    verdict: str
    split: tuple[str, ...]


_Found = TypeVar("_Found", Finding, Outline)


def state_of(finding: Finding | Outline | None) -> State:
    """The verdict and who is split; NOTHING where there is no finding any more."""
    return State(NOTHING, ()) if finding is None else State(str(finding.verdict), finding.split)


def successor(finding: Finding, found: Iterable[_Found], claims: Iterable[str]) -> _Found | None:
    """The finding of another walk, that looked at `claims`, on the same issue and sides.

    An issue that was made of links is named after its earliest claim; it is known again by the first of its claims that
    is still there.
    """
    same = [one for one in found if one.between == finding.between]
    declared = next((one for one in same if one.issue == finding.issue), None)
    if declared is not None or not is_made(finding.issue):
        return declared
    own = claims_of(finding)
    left = next((claim for claim in claims if claim in own), "")
    return next((one for one in same if left in claims_of(one)), None)


def claims_of(finding: Finding | Outline) -> frozenset[str]:
    """All claims of the two sides on the issue."""
    if isinstance(finding, Outline):
        return finding.claims
    return frozenset(claim for view in finding.sides for claim in (*view.claims, *view.earlier))


def fragilities(
    findings: Sequence[Finding], parts: Parts, chains: Iterable[Reprint], walker: Walker, progress: Progress
) -> tuple[Fragility, ...]:
    """For every finding what it hangs on.

    Each claim, document, outlet and utterance is left out once, and the part of the ledger that it is in is walked
    again: in a part of n claims at most 4 n walks of n claims, in the whole ledger the sum of their squares. What would
    bring back a superseded claim is tried on the whole ledger, because nothing is known yet of what that one resembles.
    In a part that is too large for that, each issue is walked by itself, as if its claims resembled no others.
    """
    by_part: dict[str, list[Finding]] = {}
    for finding in findings:
        root = parts.on(finding.issue, claims_of(finding))
        if root:
            by_part.setdefault(root, []).append(finding)
    reviving, plain = _units(parts.ledger.claims, chains)
    trial = _Trial(walker)
    trial.leave_out(parts.ledger, findings, reviving)
    ledgers = {root: parts.of(root) for root in by_part}
    smallest_first = sorted(by_part, key=lambda root: (len(ledgers[root].claims), root))
    for root in counted(smallest_first, len(by_part), TRYING, progress):
        inside = plain.inside(ledgers[root].claims)
        if len(inside) * len(ledgers[root].claims) <= _PART_WORK:
            trial.leave_out(ledgers[root], by_part[root], inside)
            continue
        for issue, own in _by_issue(by_part[root]).items():
            ledger = parts.own(issue, frozenset().union(*map(claims_of, own)))
            trial.leave_out(ledger, own, plain.inside(ledger.claims), whole=False)
    return tuple(trial.fragility(finding) for finding in findings)


def _by_issue(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.issue, []).append(finding)
    return found


Names = Sequence[tuple[SupportKind, str]]


@define
class _Trial:
    """Leaves claims out and keeps what becomes of the verdicts."""

    walker: Walker
    spent: int = 0
    _hangs: dict[str, list[Support]] = field(factory=dict, init=False)
    _untried: set[str] = field(factory=set, init=False)
    _alone: set[str] = field(factory=set, init=False)

    def leave_out(
        self,
        ledger: Ledger,
        findings: Sequence[Finding],
        units: Mapping[frozenset[str], Names],
        *,
        whole: bool = True,
    ) -> None:
        """Leave each unit out of a ledger, unless that is too much work by now; `whole`: no verdict reaches beyond."""
        if not whole:
            self._alone.update(finding.id for finding in findings)
        self.spent += len(units) * len(ledger.claims)
        if units and self.spent > _WORK:
            self._untried.update(finding.id for finding in findings)
            return
        walk = self.walker(ledger)
        was = [(finding, state_of(finding), claims_of(finding)) for finding in findings]
        for claims, names in units.items():
            then = walk(without(ledger, claims))
            for finding, state, own in was:
                becomes = state_of(successor(finding, then.findings, then.claims))
                if becomes != state:
                    bearing = claims & own or claims
                    told = [_support(kind, name, bearing, becomes) for kind, name in names]
                    self._hangs.setdefault(finding.id, []).extend(told)

    def fragility(self, finding: Finding) -> Fragility:
        """What was found of one finding."""
        if finding.id in self._untried:
            return Fragility(finding=finding.id, tried=False)
        hangs_on = tuple(sorted(self._hangs.get(finding.id, ()), key=_order))
        return Fragility(finding=finding.id, hangs_on=hangs_on, whole=finding.id not in self._alone)


def _support(kind: SupportKind, name: str, claims: frozenset[str], becomes: State) -> Support:
    return Support(kind=kind, name=name, claims=tuple(sorted(claims)), after=becomes.verdict, split=becomes.split)


def _order(one: Support) -> tuple[int, str]:
    return (list(SupportKind).index(one.kind), one.name)


@define
class _Units:
    """What may be left out, by kind and name, and for each claim what it belongs to."""

    sets: dict[tuple[SupportKind, str], set[str]] = field(factory=dict)
    of: dict[str, list[tuple[SupportKind, str]]] = field(factory=dict)

    def add(self, unit: tuple[SupportKind, str], claim: str) -> None:
        """One more claim of a unit."""
        self.sets.setdefault(unit, set()).add(claim)
        self.of.setdefault(claim, []).append(unit)

    def inside(self, claims: Iterable[Claim]) -> Mapping[frozenset[str], Names]:
        """The units as far as they lie in some claims, each set once with everything that it is."""
        found: dict[tuple[SupportKind, str], set[str]] = {}
        for claim in claims:
            for unit in self.of.get(claim.id, ()):
                found.setdefault(unit, set()).add(claim.id)
        return _by_set(found)


def _by_set(units: Mapping[tuple[SupportKind, str], set[str]]) -> Mapping[frozenset[str], Names]:
    found: dict[frozenset[str], list[tuple[SupportKind, str]]] = {}
    for unit, members in units.items():
        found.setdefault(frozenset(members), []).append(unit)
    return found


def _units(claims: Sequence[Claim], chains: Iterable[Reprint]) -> tuple[Mapping[frozenset[str], Names], _Units]:
    """Every unit: first those that would bring back a superseded claim, then the others."""
    units = _Units()
    for claim in claims:
        units.add((SupportKind.CLAIM, claim.id), claim.id)
        document = claim.source.url or claim.source.title
        for kind, name in ((SupportKind.SOURCE, document), (SupportKind.OUTLET, claim.source.publisher)):
            if name:
                units.add((kind, name), claim.id)
    for chain in chains:
        for member in chain.claims:
            units.add((SupportKind.ORIGIN, chain.fullest), member)
    replacing = {claim.id for claim in claims if claim.supersedes}
    reviving = {unit: members for unit, members in units.sets.items() if members & replacing}
    plain = _Units()
    for unit, members in units.sets.items():
        if unit not in reviving:
            for member in sorted(members):
                plain.add(unit, member)
    return _by_set(reviving), plain
