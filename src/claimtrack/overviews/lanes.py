"""Timelines: claims as marks on lanes (the positions of an issue, the issues of a speaker), dates as intervals."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from attrs import frozen

from claimtrack.claim import Claim, Issue, standing_words
from claimtrack.finding import Shift
from claimtrack.overviews.placing import Placing, placing_of
from claimtrack.report import Report
from claimtrack.when import EARLIEST, LATEST, When

_Thing = TypeVar("_Thing")
MOST_LANES = 12
"""Lanes drawn of one timeline; the others, with fewer claims, are counted."""


@frozen(kw_only=True)
class Mark:
    """Claims of the same sides and date on one lane; `when` is None where no date is known."""

    claims: tuple[str, ...]
    sides: tuple[str, ...]
    when: When | None
    published: bool = False
    """True where only the day of publication is known."""
    superseded: bool = False


@frozen(kw_only=True)
class Lane:
    """One row of a timeline: a position or an issue, with its marks in time."""

    id: str
    label: str
    depth: int = 0
    """How many wider positions it narrows, one above the other."""
    marks: tuple[Mark, ...]


@frozen(kw_only=True)
class Correction:
    """A claim that takes back an earlier one."""

    earlier: str
    later: str


@frozen(kw_only=True)
class Timeline:
    """Lanes under one scale of days, with the changes between marks."""

    id: str
    first: date | None
    last: date | None
    lanes: tuple[Lane, ...]
    shifts: tuple[Shift, ...] = ()
    corrections: tuple[Correction, ...] = ()
    lanes_left_out: int = 0

    def undated(self) -> bool:
        """Is there a mark without a date?"""
        return any(mark.when is None for lane in self.lanes for mark in lane.marks)


def issue_timelines(report: Report) -> Mapping[str, Timeline]:
    """For each issue that somebody speaks to, its positions as lanes, in the order of the ledger."""
    placing = placing_of(report)
    moved = shifts_by_issue(report)
    by_issue = _grouped((placing.issue_of(claim), claim) for claim in _everything(report))
    return {
        issue: _timeline(report, issue, _position_rows(placing, issue, claims), moved.get(issue, ()))
        for issue, claims in by_issue.items()
        if issue
    }


def speaker_timelines(report: Report) -> Mapping[str, Timeline]:
    """For each speaker the issues spoken to as lanes, in the order of the ledger; who spoke most comes first."""
    placing = placing_of(report)
    own = _grouped(
        (shift.speaker, shift) for shifts in shifts_by_issue(report).values() for shift in shifts if shift.speaker
    )
    by_speaker = _grouped((claim.speaker, claim) for claim in _everything(report))
    return {
        speaker: _timeline(report, speaker, _issue_rows(placing, by_speaker[speaker]), own.get(speaker, ()))
        for speaker in sorted(by_speaker, key=lambda one: (-len(by_speaker[one]), one))
    }


def shifts_by_issue(report: Report) -> Mapping[str, tuple[Shift, ...]]:
    """The changes over time on each issue, each told once however many findings name it."""
    found: dict[str, dict[tuple[str, str, str], Shift]] = {}
    for finding in report.findings:
        for shift in finding.course:
            found.setdefault(finding.issue, {}).setdefault((shift.side, shift.earlier, shift.later), shift)
    return {issue: tuple(shifts.values()) for issue, shifts in found.items()}


def movements_of(report: Report) -> tuple[tuple[str, Shift], ...]:
    """Every change with its issue, in the order in which the later claims were said."""
    found = [(issue, shift) for issue, shifts in shifts_by_issue(report).items() for shift in shifts]

    def moment(one: tuple[str, Shift]) -> tuple[date, date]:
        when = report.claims[one[1].later].known_by
        return (when.first, when.last) if when is not None else (LATEST, LATEST)

    return tuple(sorted(found, key=moment))


def corrections_of(report: Report, claims: Iterable[Claim]) -> tuple[Correction, ...]:
    """What among these claims takes back an earlier one that the report knows."""
    known = report.claims.keys() | report.superseded.keys()
    return tuple(
        Correction(earlier=old, later=claim.id) for claim in claims for old in claim.supersedes if old in known
    )


def _everything(report: Report) -> Iterable[Claim]:
    return (*report.claims.values(), *report.superseded.values())


def _grouped(pairs: Iterable[tuple[str, _Thing]]) -> dict[str, list[_Thing]]:
    found: dict[str, list[_Thing]] = {}
    for key, thing in pairs:
        found.setdefault(key, []).append(thing)
    return found


_Row = tuple[str, str, int, Sequence[Claim]]
"""Id, label, depth and claims of a lane to be."""


def _position_rows(placing: Placing, issue_id: str, claims: Iterable[Claim]) -> Sequence[_Row]:
    """The positions held on an issue: those declared in their order, then those that claims made."""
    issue = placing.issues.get(issue_id)
    declared = {position.id: index for index, position in enumerate(issue.positions)} if issue is not None else {}
    by_position: dict[str, list[Claim]] = {}
    labels: dict[str, str] = {}
    for claim in claims:
        held = placing.held.get(claim.id)
        stated = issue.position(claim.holds) if issue is not None and held is None else None
        attitude = claim.stance.attitude
        label = claim.text if stated is None else standing_words(claim.stance.verb, attitude, stated.text)
        row = held.id if held is not None else attitude.of(claim.holds) if claim.holds else claim.id
        labels.setdefault(row, label if held is None else held.text)
        by_position.setdefault(row, []).append(claim)
    order = sorted(by_position, key=lambda row: declared.get(row.partition(":")[0], len(declared)))
    return [(row, labels[row], _depth(issue, row), by_position[row]) for row in order]


def _depth(issue: Issue | None, row: str) -> int:
    """How many wider positions stand above one; a circle ends where it began."""
    seen: list[str] = []
    here = issue.position(row) if issue is not None else None
    while issue is not None and here is not None and here.narrows and here.narrows not in seen:
        seen.append(here.narrows)
        here = issue.position(here.narrows)
    return len(seen)


def _issue_rows(placing: Placing, claims: Iterable[Claim]) -> Sequence[_Row]:
    by_issue = _grouped((placing.issue_of(claim), claim) for claim in claims)
    place = {issue: index for index, issue in enumerate(placing.issues)}
    return [
        (issue, placing.question(issue) if issue else "on no issue", 0, by_issue[issue])
        for issue in sorted(by_issue, key=lambda one: place.get(one, len(place)))
    ]


def _timeline(report: Report, name: str, rows: Sequence[_Row], shifts: Sequence[Shift]) -> Timeline:
    drawn = rows
    if len(rows) > MOST_LANES:
        weightiest = sorted(range(len(rows)), key=lambda index: (-len(rows[index][3]), index))[:MOST_LANES]
        drawn = [rows[index] for index in sorted(weightiest)]
    lanes = tuple(_lane(report, row) for row in drawn)
    shown = {claim for lane in lanes for mark in lane.marks for claim in mark.claims}
    days = [day for lane in lanes for mark in lane.marks if mark.when for day in (mark.when.first, mark.when.last)]
    days = [day for day in days if day not in (EARLIEST, LATEST)]
    taken_back = corrections_of(report, (claim for row in drawn for claim in row[3]))
    return Timeline(
        id=name,
        first=min(days, default=None),
        last=max(days, default=None),
        lanes=lanes,
        shifts=tuple(one for one in shifts if {one.earlier, one.later} <= shown),
        corrections=tuple(one for one in taken_back if {one.earlier, one.later} <= shown),
        lanes_left_out=len(rows) - len(drawn),
    )


def _lane(report: Report, row: _Row) -> Lane:
    name, label, depth, claims = row
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        when = claim.known_by
        span = (when.first, when.last, when.approximate) if when is not None else None
        alike.setdefault((span, claim.sides, claim.date is None, claim.id in report.superseded), []).append(claim)
    marks = [_mark(report, group) for group in alike.values()]
    return Lane(id=name, label=label, depth=depth, marks=tuple(sorted(marks, key=_in_time)))


def _mark(report: Report, claims: Sequence[Claim]) -> Mark:
    first = claims[0]
    return Mark(
        claims=tuple(claim.id for claim in claims),
        sides=first.sides,
        when=first.known_by,
        published=first.date is None and first.source.date is not None,
        superseded=first.id in report.superseded,
    )


def _in_time(mark: Mark) -> tuple[bool, date, date, tuple[str, ...]]:
    when = mark.when
    return (when is not None, when.first if when else EARLIEST, when.last if when else EARLIEST, mark.claims)
