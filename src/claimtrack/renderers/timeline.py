"""Claims in time, by issue or by speaker, with what each changed: as text, JSON and CSV."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.cells import joined
from claimtrack.claim import Claim, Stance
from claimtrack.finding import Shift
from claimtrack.renderers.as_csv import render as render_csv
from claimtrack.renderers.json_values import Json, dumps
from claimtrack.renderers.page import WIDTH, Page
from claimtrack.renderers.phrases import said_when, said_where, side_name, speaker_name
from claimtrack.report import Report
from claimtrack.when import EARLIEST, LATEST

_COLUMNS = (
    *("date", "first", "last", "precision", "issue", "side", "speaker", "position", "stance", "change", "from"),
    *("why", "id", "text", "publisher", "url", "path", "line", "superseded_by"),
)
CORRECTION = "correction"
"""What a claim that supersedes another does to it."""
_STYLES = {"reversal": "bold red", CORRECTION: "magenta"}


class Change(NamedTuple):
    """What a claim did to an earlier one: narrowing, widening, reversal, shift or correction."""

    kind: str
    earlier: str
    why: str


class Entry(NamedTuple):
    """One claim in its place in time."""

    claim: Claim
    issue: str
    changes: tuple[Change, ...]
    superseded_by: tuple[str, ...] = ()


def entries(report: Report, shown_claims: Collection[str]) -> tuple[Entry, ...]:
    """The claims of the report that are to be shown, by their first day, then last; undated ones at the end."""
    issues = {
        claim: finding.issue
        for finding in report.findings
        for view in finding.sides
        for claim in (*view.claims, *view.earlier)
    }
    changes = _changes(report)
    said = {**report.claims, **report.superseded}
    replaced: dict[str, tuple[str, ...]] = {}
    for claim in said.values():
        for old in claim.supersedes:
            replaced[old] = (*replaced.get(old, ()), claim.id)
    found = [
        Entry(claim, issues.get(claim.id, claim.about), tuple(changes.get(claim.id, ())), replaced.get(claim.id, ()))
        for claim in said.values()
        if claim.id in shown_claims
    ]
    return tuple(sorted(found, key=_moment))


def _moment(entry: Entry) -> tuple[str, str, str]:
    when = entry.claim.known_by
    days = ("9999-99", "") if when is None else (when.first.isoformat(), when.last.isoformat())
    return (*days, entry.claim.id)


def _changes(report: Report) -> Mapping[str, Sequence[Change]]:
    shifts: dict[Shift, None] = {shift: None for finding in report.findings for shift in finding.course}
    found: dict[str, dict[Change, None]] = {}
    for claim in (*report.claims.values(), *report.superseded.values()):
        for old in claim.supersedes:
            found.setdefault(claim.id, {})[Change(CORRECTION, old, f"replaces {old}")] = None
    for shift in shifts:
        found.setdefault(shift.later, {})[Change(str(shift.kind), shift.earlier, shift.reason)] = None
    return {claim: tuple(told) for claim, told in found.items()}


def render_text(
    report: Report, told: Sequence[Entry], *, by: str = "issue", color: bool = False, width: int = WIDTH
) -> str:
    """A heading for each issue (or speaker), and below it a claim for each line of dates."""
    page = Page(color=color, width=width)
    for heading, group in _groups(report, told, by):
        page.heading(heading)
        for entry in group:
            _line(page, report, entry, by)
    if not told:
        page.line("no claim stands under these filters")
    return page.text()


def _groups(report: Report, told: Sequence[Entry], by: str) -> Iterator[tuple[str, Sequence[Entry]]]:
    groups: dict[str, list[Entry]] = {}
    for entry in told:
        groups.setdefault(entry.claim.speaker if by == "speaker" else entry.issue, []).append(entry)
    questions = {finding.issue: finding.question for finding in report.findings}
    for key, group in groups.items():
        if by == "speaker":
            yield speaker_name(report, key), group
        elif key:
            yield f"{questions.get(key, key)} ({key})", group
    if by == "issue" and "" in groups:
        yield "Without an issue", groups[""]


def _line(page: Page, report: Report, entry: Entry, by: str) -> None:
    claim = entry.claim
    sides = " and ".join(side_name(report, side) for side in claim.sides) or "no side"
    what = entry.issue or "no issue" if by == "speaker" else speaker_name(report, claim.speaker)
    page.pieces([(f"{said_when(claim)}  ", "bold"), (f"{sides} · {what}", ""), (f"  {claim.id}", "dim")], 2)
    position = _position(claim)
    page.line(f"{position}: {claim.text}" if position else claim.text, 6)
    for change in entry.changes:
        words = change.why if change.kind == CORRECTION else f"{change.why}, after {change.earlier}"
        page.pieces([(f"{change.kind}: ", _STYLES.get(change.kind, "bold")), (words, "")], 8)
    if entry.superseded_by:
        page.line(f"superseded by {', '.join(entry.superseded_by)}", 8, _STYLES[CORRECTION])
    where = said_where(claim)
    if where:
        page.line(f"— {where}", 8, "dim")


def _position(claim: Claim) -> str:
    if not claim.holds:
        return ""
    return claim.holds if claim.stance is Stance.AFFIRMS else f"{claim.holds} ({claim.stance})"


def render_json(report: Report, told: Sequence[Entry]) -> str:
    """Every claim with its interval of days and its changes."""
    return dumps({"claimtrack": 1, "as_of": report.as_of, "timeline": [_json(entry) for entry in told]})


def _json(entry: Entry) -> Json:
    row = _row(entry)
    kept: Json = {key: row[key] for key in _COLUMNS if key not in ("side", "change", "from", "why", "superseded_by")}
    changes = [{"kind": one.kind, "earlier": one.earlier, "why": one.why} for one in entry.changes]
    return {
        **kept,
        "sides": list(entry.claim.sides),
        "changes": changes,
        "superseded_by": list(entry.superseded_by),
    }


def as_csv(told: Sequence[Entry]) -> str:
    """A line for each claim; several changes of one have a semicolon between."""
    return render_csv(_COLUMNS, map(_row, told))


def _row(entry: Entry) -> Json:
    claim = entry.claim
    when = claim.known_by
    return {
        "date": "" if when is None else str(when),
        "first": "" if when is None or when.first == EARLIEST else when.first.isoformat(),
        "last": "" if when is None or when.last == LATEST else when.last.isoformat(),
        "precision": "" if when is None else str(when.precision),
        "issue": entry.issue,
        "side": joined(claim.sides),
        "speaker": claim.speaker,
        "position": claim.holds,
        "stance": str(claim.stance) if claim.holds else "",
        "change": joined(one.kind for one in entry.changes),
        "from": joined(one.earlier for one in entry.changes),
        "why": joined(one.why for one in entry.changes),
        "id": claim.id,
        "text": claim.text,
        "publisher": claim.source.publisher,
        "url": claim.source.url,
        "path": claim.place.path,
        "line": claim.place.line,
        "superseded_by": joined(entry.superseded_by),
    }
