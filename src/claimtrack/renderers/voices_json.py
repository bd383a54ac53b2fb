"""Words in another's mouth, reprints, pinned conclusions and what verdicts hang on, as JSON."""

from claimtrack.evidence import Alteration
from claimtrack.finding import Fragility, Pinned
from claimtrack.renderers.json_values import Json, proof_json
from claimtrack.voices import Ascription, Reprint


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


def pinned_json(one: Pinned) -> Json:
    """A pinned conclusion beside what is found, and what broke it."""
    expected = one.expected
    return {
        "issue": expected.issue,
        "between": list(one.between or expected.between),
        "expected": {"verdict": expected.verdict, "split": list(expected.split)},
        "found": {"verdict": one.verdict, "split": list(one.split)},
        "as_of": "" if expected.as_of is None else str(expected.as_of),
        "holds": one.holds,
        "broken_by": list(one.broken_by),
        "because": expected.because,
        "path": expected.place.path,
        "line": expected.place.line,
    }


def fragility_json(one: Fragility) -> Json:
    """What a verdict hangs on, with the verdict that there would be without it."""
    return {
        "finding": one.finding,
        "tried": one.tried,
        "whole": one.whole,
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
