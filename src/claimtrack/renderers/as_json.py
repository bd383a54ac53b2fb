"""The report as JSON: strict, in a fixed order; keys may be added in later versions, never renamed."""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

from claimtrack.claim import Claim
from claimtrack.evidence import Alteration, Comparison, Contrast
from claimtrack.finding import Ascription, Finding, Fragility, HeldPosition, Link, Proof, Reprint, Shift, SideView
from claimtrack.problem import Problem
from claimtrack.renderers.shown import escaped
from claimtrack.report import Counts, Report

Json = dict[str, Any]


def render(report: Report) -> str:
    """The whole report as one JSON object, two spaces a level, with a final newline."""
    return dumps(
        {
            "claimtrack": 1,
            "title": report.title,
            "as_of": report.as_of,
            "counts": _counts(report.counts),
            "findings": map(finding_json, report.findings),
            "positions": map(_position, report.positions),
            "links": map(link_json, report.links),
            "suggestions": map(link_json, report.suggestions),
            "fragility": map(fragility_json, report.fragility),
            "ascriptions": map(ascription_json, report.ascriptions),
            "reprints": map(reprint_json, report.reprints),
            "alone": list(report.alone),
            "claims": map(claim_json, report.claims.values()),
            "problems": map(problem_json, report.problems),
            "notes": list(report.notes),
        }
    )


def dumps(value: Any) -> str:
    """Strict JSON text (no NaN) that keeps every script readable, with a final newline.

    As `json.dumps` with an indent of two, and several times faster; iterators are lists, and are not held whole. What
    a screen would obey or hide, and halves of characters, are written as escapes.
    """
    text = _written(value, "\n")
    return (text if text.isascii() and "\x7f" not in text else escaped(text)) + "\n"


def _written(value: Any, margin: str) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + "  "
    if isinstance(value, dict):
        rows = [f"{encode_basestring(key)}: {_written(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{(',' + inner).join(rows)}{margin}}}" if rows else "{}"
    if isinstance(value, list | Iterator):
        rows = [_written(item, inner) for item in value]
        return f"[{inner}{(',' + inner).join(rows)}{margin}]" if rows else "[]"
    return json.dumps(value, allow_nan=False)


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


def proof_json(proof: Proof) -> Json:
    """Two claims beside one another, by which rule, with every contrast."""
    return {
        "left": proof.left,
        "right": proof.right,
        "relation": str(proof.relation),
        "basis": str(proof.basis),
        "rule": proof.rule,
        "paraphrase": figure(proof.comparison.paraphrase),
        "similarity": figure(proof.comparison.similarity),
        "contrasts": [contrast_json(contrast) for contrast in proof.comparison.contrasts],
    }


def ascription_json(one: Ascription) -> Json:
    """Words in another's mouth, and whether that other bears them out."""
    return {
        "claim": one.claim,
        "side": one.side,
        "issue": one.issue,
        "position": one.position,
        "borne": str(one.borne),
        "basis": str(one.basis),
        "own": list(one.own),
        "later": one.later,
        "because": [proof_json(proof) for proof in one.because],
    }


def fragility_json(one: Fragility) -> Json:
    """What a verdict hangs on, with the verdict that there would be without it."""
    return {
        "finding": one.finding,
        "tried": one.tried,
        "hangs_on": [
            {
                "kind": str(support.kind),
                "name": support.name,
                "claims": list(support.claims),
                "after": support.after,
                "split": list(support.split),
            }
            for support in one.hangs_on
        ],
    }


def reprint_json(one: Reprint) -> Json:
    """An utterance in several documents, and what each version drops, adds and changes beside the fullest."""
    return {
        "issue": one.issue,
        "basis": str(one.basis),
        "fullest": one.fullest,
        "versions": [
            {
                "claim": version.claim,
                "alterations": [_alteration(alteration) for alteration in version.alterations],
                "lacks": list(version.lacks),
                "adds": list(version.adds),
                "judged": version.judged,
            }
            for version in one.versions
        ],
    }


def _alteration(one: Alteration) -> Json:
    return {
        "kind": str(one.kind),
        "fate": str(one.fate),
        "fuller": one.fuller,
        "retold": one.retold,
        "fuller_span": list(one.fuller_span),
        "retold_span": list(one.retold_span),
        "reason": one.reason,
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
    }


def link_json(link: Link) -> Json:
    """One link: the pair, its relation, the figures and who put it together."""
    return {
        "left": link.left,
        "right": link.right,
        "relation": str(link.relation),
        "paraphrase": figure(link.paraphrase),
        "similarity": figure(link.similarity),
        "by": str(link.by),
        "because": link.because,
    }


def claim_json(claim: Claim) -> Json:
    """One claim with its source and its place in the files."""
    return {
        "id": claim.id,
        "speaker": claim.speaker,
        "sides": list(claim.sides),
        "date": None if claim.date is None else str(claim.date),
        "about": claim.about,
        "holds": claim.holds,
        "stance": str(claim.stance),
        "cue": claim.cue,
        "form": None if claim.form is None else str(claim.form),
        "via": list(claim.via),
        "event": claim.event,
        "supersedes": list(claim.supersedes),
        "reports": {
            one.side: {"issue": one.issue, "holds": one.holds, "stance": str(one.stance)} for one in claim.reports
        },
        "note": claim.note,
        "text": claim.text,
        "quote": claim.quote,
        "source": {
            "publisher": claim.source.publisher,
            "title": claim.source.title,
            "url": claim.source.url,
            "date": None if claim.source.date is None else str(claim.source.date),
            "language": claim.source.language,
            "complete": claim.source.complete,
        },
        "path": claim.place.path,
        "line": claim.place.line,
        "column": claim.place.column,
    }


def problem_json(problem: Problem) -> Json:
    """One problem with its code and place."""
    return {
        "code": problem.code,
        "name": problem.name,
        "level": str(problem.level),
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "help": problem.help,
    }


def contrast_json(contrast: Contrast) -> Json:
    """One contrast with the words and their spans on both sides."""
    return {
        "kind": str(contrast.kind),
        "left": contrast.left,
        "right": contrast.right,
        "left_span": list(contrast.left_span),
        "right_span": list(contrast.right_span),
        "reason": contrast.reason,
        "contrary": contrast.contrary,
    }


def comparison_json(comparison: Comparison) -> Json:
    """Two wordings beside one another, with every signal and contrast."""
    return {
        "left": comparison.left,
        "right": comparison.right,
        "relation": str(comparison.relation),
        "paraphrase": figure(comparison.paraphrase),
        "similarity": figure(comparison.similarity),
        "contrasts": [contrast_json(contrast) for contrast in comparison.contrasts],
        "signals": signals_json(comparison),
        "reason": comparison.reason,
    }


def signals_json(comparison: Comparison) -> list[Json]:
    """Every signal with its value and what it weighs."""
    return [
        {"name": one.name, "value": figure(one.value), "weight": figure(one.weight), "reason": one.reason}
        for one in comparison.signals
    ]


def figure(value: float) -> float:
    """A figure to four places, so that the last bits of an arithmetic never show."""
    return round(value, 4) + 0.0
