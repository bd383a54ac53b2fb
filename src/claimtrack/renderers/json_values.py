"""Strict JSON, and the values that several JSON pages have in them."""

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

from claimtrack.claim import Claim
from claimtrack.evidence import Comparison, Contrast
from claimtrack.finding import Link, Proof
from claimtrack.problem import Problem
from claimtrack.renderers.shown import escaped

Json = dict[str, Any]


def dumps(value: Any) -> str:
    """Strict JSON text (no NaN) that keeps every script readable, with a final newline.

    As `json.dumps` with an indent of two, and several times faster; iterators are lists, and are not held whole. What
    a screen would obey or hide, and halves of characters, are written as escapes.
    """
    return escaped(_written(value, "\n")) + "\n"


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


def proof_json(proof: Proof) -> Json:
    """Two claims beside one another, by which rule, with every contrast."""
    return {
        **proof_line_json(proof),
        "similarity": figure(proof.comparison.similarity),
        "contrasts": [contrast_json(contrast) for contrast in proof.comparison.contrasts],
    }


def proof_line_json(proof: Proof) -> Json:
    """The same in brief: the claims, the relation and by which rule."""
    return {
        "left": proof.left,
        "right": proof.right,
        "relation": str(proof.relation),
        "basis": str(proof.basis),
        "rule": proof.rule,
        "paraphrase": figure(proof.comparison.paraphrase),
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


def figure(value: float) -> float:
    """A figure to four places, so that the last bits of an arithmetic never show."""
    return round(value, 4) + 0.0
