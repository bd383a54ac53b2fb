"""The report as JSON: strict, in a fixed order; keys may be added in later versions, never renamed."""

from claimtrack.finding import Finding, HeldPosition, Shift, SideView
from claimtrack.renderers.json_values import Json, claim_json, dumps, link_json, problem_json, proof_json
from claimtrack.renderers.voices_json import ascription_json, fragility_json, pinned_json, reprint_json
from claimtrack.report import Counts, Report
from claimtrack.view import View


def render(report: Report) -> str:
    """The whole report as one JSON object, two spaces a level, with a final newline."""
    return dumps(
        {
            "claimtrack": 1,
            "title": report.title,
            "as_of": report.as_of,
            "filters": _filters(report.view),
            "counts": _counts(report.counts),
            "findings": map(finding_json, report.findings),
            "positions": map(_position, report.positions),
            "links": map(link_json, report.links),
            "suggestions": map(link_json, report.suggestions),
            "pinned": map(pinned_json, report.pinned),
            "fragility": map(fragility_json, report.fragility),
            "ascriptions": map(ascription_json, report.ascriptions),
            "reprints": map(reprint_json, report.reprints),
            "alone": list(report.alone),
            "claims": map(claim_json, report.claims.values()),
            "problems": map(problem_json, report.problems),
            "notes": list(report.notes),
        }
    )


def _filters(view: View) -> Json:
    days = {"as_of": view.as_of, "since": view.since, "until": view.until}
    names = {"sides": view.sides, "speakers": view.speakers, "issues": view.issues}
    return {
        **{key: None if day is None else str(day) for key, day in days.items()},
        **{key: list(given) for key, given in names.items()},
    }


def _counts(counts: Counts) -> Json:
    return {
        "claims": counts.claims,
        "speakers": counts.speakers,
        "sides": counts.sides,
        "issues": counts.issues,
        "positions": counts.positions,
        "links": counts.links,
        "suggestions": counts.suggestions,
        "splits": counts.splits,
        "problems": counts.problems,
        "verdicts": {str(verdict): number for verdict, number in counts.verdicts.items()},
    }


def finding_json(finding: Finding) -> Json:
    """What two sides come to on an issue, with its proof."""
    return {
        "id": finding.id,
        "issue": finding.issue,
        "question": finding.question,
        "verdict": str(finding.verdict),
        "between": list(finding.between),
        "basis": str(finding.basis),
        "computed_verdict": None if finding.computed is None else str(finding.computed),
        "sides": {view.side: _side(view) for view in finding.sides},
        "split": list(finding.split),
        "because": [proof_json(proof) for proof in finding.because],
        "splits": [
            {"side": split.side, "because": [proof_json(proof) for proof in split.because]} for split in finding.splits
        ],
        "course": [_shift(shift) for shift in finding.course],
        "note": finding.note,
    }


def _side(view: SideView) -> Json:
    return {
        "claims": list(view.claims),
        "positions": list(view.positions),
        "earlier": list(view.earlier),
        "state": str(view.silence),
    }


def _shift(shift: Shift) -> Json:
    return {
        "side": shift.side,
        "speaker": shift.speaker,
        "earlier": shift.earlier,
        "later": shift.later,
        "kind": str(shift.kind),
        "reason": shift.reason,
        "basis": str(shift.basis),
    }


def _position(position: HeldPosition) -> Json:
    return {
        "id": position.id,
        "issue": position.issue,
        "text": position.text,
        "claims": list(position.claims),
        "sides": list(position.sides),
        "stated": position.stated,
        "since": None if position.since is None else str(position.since),
        "former": list(position.former),
    }
