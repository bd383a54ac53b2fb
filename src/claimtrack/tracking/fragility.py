"""What a verdict hangs on: the claims, documents, outlets and utterances without which it would be another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import define, field

from claimtrack.claim import Claim, Ledger
from claimtrack.finding import Finding, Fragility, Support, SupportKind
from claimtrack.progress import Progress, counted
from claimtrack.report import Report
from claimtrack.tracking.parts import Parts, without
from claimtrack.voices import Reprint

Again = Callable[[Ledger], Report]
"""Walks a part of the ledger again, with the comparisons that are there already."""
TRYING = "leaving claims out"
_WORK = 500_000
"""Claims walked again in all: beyond it the verdicts of the largest parts are not tried."""
NOTHING = "nothing"
"""The verdict on an issue that is gone."""


class State(NamedTuple):
    """What a finding says, as far as leaving something out may change it."""

    verdict: str
    split: tuple[str, ...]


def state_of(finding: Finding | None) -> State:
    """The verdict and who is split; NOTHING where there is no finding any more."""
    return State(NOTHING, ()) if finding is None else State(str(finding.verdict), finding.split)


def successor(finding: Finding, report: Report) -> Finding | None:
    """The finding of another walk on the same issue and sides.

    An issue that was made of links is named after its earliest claim; it is known again by the first of its claims that
    is still there.
    """
    same = [one for one in report.findings if one.between == finding.between]
    declared = next((one for one in same if one.issue == finding.issue), None)
    if declared is not None or not finding.issue.startswith("like-"):
        return declared
    own = claims_of(finding)
    left = next((claim for claim in report.claims if claim in own), "")
    return next((one for one in same if left in claims_of(one)), None)


def claims_of(finding: Finding) -> frozenset[str]:
    """All claims of the two sides on the issue."""
    return frozenset(claim for view in finding.sides for claim in (*view.claims, *view.earlier))


def fragilities(
    findings: Sequence[Finding], parts: Parts, chains: Iterable[Reprint], again: Again, progress: Progress
) -> tuple[Fragility, ...]:
    """For every finding what it hangs on.

    Each claim, document, outlet and utterance of a part is left out once, and that part alone is walked again: in a
    part of n claims at most 4 n walks of n claims, in the whole ledger the sum of their squares. What would bring back
    a superseded claim is tried on the whole ledger, because nothing is known yet of what that one resembles.
    """
    trial = _Trial(parts, tuple(chains), again)
    by_part: dict[str, list[Finding]] = {}
    for finding in findings:
        root = parts.on(finding.issue, claims_of(finding))
        if root:
            by_part.setdefault(root, []).append(finding)
    found: dict[str, Fragility] = {}
    for root, own in counted(sorted(by_part.items(), key=trial.smallest_first), len(by_part), TRYING, progress):
        found.update(trial.part(root, own))
    return tuple(found.get(finding.id, Fragility(finding=finding.id)) for finding in findings)


@define
class _Trial:
    parts: Parts
    chains: tuple[Reprint, ...]
    again: Again
    spent: int = 0
    _cut: dict[str, Ledger] = field(factory=dict, init=False)

    def smallest_first(self, entry: tuple[str, object]) -> tuple[int, str]:
        """By which parts are sorted: what is tried must not depend on the order of findings."""
        return (len(self._ledger(entry[0]).claims), entry[0])

    def _ledger(self, root: str) -> Ledger:
        if root not in self._cut:
            self._cut[root] = self.parts.of(root)
        return self._cut[root]

    def part(self, root: str, findings: Sequence[Finding]) -> Mapping[str, Fragility]:
        """The fragility of the findings of one part."""
        ledger = self._ledger(root)
        units = _units(ledger.claims, self.chains)
        self.spent += len(units) * len(ledger.claims)
        if self.spent > _WORK:
            return {finding.id: Fragility(finding=finding.id, tried=False) for finding in findings}
        hangs: dict[str, list[Support]] = {finding.id: [] for finding in findings}
        for claims, names in units.items():
            brings_back = any(claim.supersedes for claim in ledger.claims if claim.id in claims)
            then = self.again(without(self.parts.ledger if brings_back else ledger, claims))
            for finding in findings:
                becomes = state_of(successor(finding, then))
                if becomes != state_of(finding):
                    bearing = claims & claims_of(finding) or claims
                    hangs[finding.id] += [_support(kind, name, bearing, becomes) for kind, name in names]
        return {key: Fragility(finding=key, hangs_on=tuple(sorted(told, key=_order))) for key, told in hangs.items()}


def _support(kind: SupportKind, name: str, claims: frozenset[str], becomes: State) -> Support:
    return Support(kind=kind, name=name, claims=tuple(sorted(claims)), after=becomes.verdict, split=becomes.split)


def _order(one: Support) -> tuple[int, str]:
    return (list(SupportKind).index(one.kind), one.name)


def _units(
    claims: Sequence[Claim], chains: Iterable[Reprint]
) -> Mapping[frozenset[str], Sequence[tuple[SupportKind, str]]]:
    """What may be left out of some claims, each set of claims once with everything that it is."""
    sets: dict[tuple[SupportKind, str], set[str]] = {}
    known = {claim.id for claim in claims}
    for claim in claims:
        sets[SupportKind.CLAIM, claim.id] = {claim.id}
        document = claim.source.url or claim.source.title
        for kind, name in ((SupportKind.SOURCE, document), (SupportKind.OUTLET, claim.source.publisher)):
            if name:
                sets.setdefault((kind, name), set()).add(claim.id)
    for chain in chains:
        if known.issuperset(chain.claims):
            sets[SupportKind.ORIGIN, chain.fullest] = set(chain.claims)
    found: dict[frozenset[str], list[tuple[SupportKind, str]]] = {}
    for unit, members in sets.items():
        found.setdefault(frozenset(members), []).append(unit)
    return found
