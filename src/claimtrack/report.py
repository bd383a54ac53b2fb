"""Everything that a page may print of a tracked ledger: counted, in a fixed order, with its sources."""

from collections.abc import Mapping

from attrs import field, frozen

from claimtrack.claim import Claim, Issue, Judgement, Side, Speaker
from claimtrack.finding import Finding, Fragility, HeldPosition, Link, Pinned, Verdict
from claimtrack.problem import Level, Problem
from claimtrack.settings import Settings
from claimtrack.view import View
from claimtrack.voices import Ascription, Reprint


@frozen(kw_only=True)
class Counts:
    """How many of each thing the report shows; each equals the rows of its detail."""

    claims: int
    speakers: int
    sides: int
    issues: int
    positions: int
    links: int
    suggestions: int
    splits: int
    problems: int
    verdicts: Mapping[Verdict, int]


@frozen(kw_only=True)
class Report:
    """What the sides come to, with proof; made by `track`, printed by the renderers."""

    title: str
    as_of: str
    """The date asked for, as it was written (`early 2021-09`), or the last on which anything in the report was said: a
    day (ISO 8601), or what is known of it (`2021-09`); "" if none."""
    view: View
    sides: tuple[Side, ...]
    speakers: Mapping[str, Speaker]
    claims: Mapping[str, Claim]
    """The claims looked at, by id, in ledger order."""
    findings: tuple[Finding, ...]
    positions: tuple[HeldPosition, ...]
    links: tuple[Link, ...]
    suggestions: tuple[Link, ...]
    """Pairs worth a person's judgement, likest first."""
    ascriptions: tuple[Ascription, ...] = ()
    """What sides say that others hold, beside the words of these."""
    pinned: tuple[Pinned, ...] = ()
    """The conclusions that the ledger pins, in its order, each beside what is found."""
    fragility: tuple[Fragility, ...] = ()
    """What each verdict hangs on, one for each finding where `track` was asked for it."""
    reprints: tuple[Reprint, ...] = ()
    """Utterances that several documents tell of, with what each version dropped or changed."""
    alone: tuple[str, ...] = ()
    """Claims without an issue that nothing else speaks to."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out, and limits that were reached."""
    issues: tuple[Issue, ...] = ()
    """The questions looked at, in the order of the findings; those made of alike claims are called `like-`…"""
    superseded: Mapping[str, Claim] = field(factory=dict)
    """Claims that a later one corrects: they count for no verdict, but belong to the course of things."""
    judgements: tuple[Judgement, ...] = ()
    """Persons' words on two of the claims looked at."""
    told_whole: Mapping[str, frozenset[str]] = field(factory=dict)
    """For each side, the events of which a source of that side is in the ledger whole."""
    settings: Settings = field(factory=Settings)
    compared: int = 0
    """Pairs of claims whose wordings were compared."""
    files: int = 0
    """Files that were read."""
    counts: Counts = field(init=False)
    _sides_by_id: Mapping[str, Side] = field(init=False, repr=False, eq=False)

    _fragility_by_id: Mapping[str, Fragility] = field(init=False, repr=False, eq=False)

    @_fragility_by_id.default
    def _index_fragility(self) -> Mapping[str, Fragility]:
        return {one.finding: one for one in self.fragility}

    @counts.default
    def _count(self) -> Counts:
        verdicts = dict.fromkeys(Verdict, 0)
        for finding in self.findings:
            verdicts[finding.verdict] += 1
        return Counts(
            claims=len(self.claims),
            speakers=len({claim.speaker for claim in self.claims.values()}),
            sides=len(self.sides),
            issues=len({finding.issue for finding in self.findings}),
            positions=len(self.positions),
            links=len(self.links),
            suggestions=len(self.suggestions),
            splits=len(self.splits()),
            problems=len(self.problems),
            verdicts=verdicts,
        )

    @_sides_by_id.default
    def _index_sides(self) -> Mapping[str, Side]:
        return {side.id: side for side in self.sides}

    def hangs_on(self, finding: Finding) -> Fragility | None:
        """What the verdict of a finding hangs on; None where nobody asked."""
        return self._fragility_by_id.get(finding.id)

    def side(self, side_id: str) -> Side | None:
        """The side of that id, or None."""
        return self._sides_by_id.get(side_id)

    def splits(self) -> tuple[tuple[str, str], ...]:
        """Issue and side of every split, each once."""
        found = {(finding.issue, split.side): None for finding in self.findings for split in finding.splits}
        return tuple(found)

    def errors(self) -> tuple[Problem, ...]:
        """The problems at error level."""
        return tuple(problem for problem in self.problems if problem.level is Level.ERROR)
