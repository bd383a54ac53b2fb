"""The whole proof of a verdict as JSON."""

from collections.abc import Sequence

from claimtrack.finding import Finding
from claimtrack.renderers.as_json import finding_json
from claimtrack.renderers.json_values import Json, claim_json, dumps, proof_json, signals_json
from claimtrack.renderers.voices_json import ascription_json, fragility_json, reprint_json
from claimtrack.report import Report


def render_explanation(report: Report, findings: Sequence[Finding]) -> str:
    """Everything that the verdicts of some findings of one issue rest on, every signal and claim among it."""
    issues = {finding.issue for finding in findings}
    return dumps(
        {
            "claimtrack": 1,
            "as_of": report.as_of,
            "findings": [_finding(report, finding) for finding in findings],
            "claims": [claim_json(report.claims[claim]) for claim in _claims(report, findings)],
            "ascriptions": [ascription_json(one) for one in report.ascriptions if one.issue in issues],
            "reprints": [reprint_json(one) for one in report.reprints if one.issue in issues],
            "notes": list(report.notes),
        }
    )


def _finding(report: Report, finding: Finding) -> Json:
    fragility = report.hangs_on(finding)
    because = [{**proof_json(proof), "signals": signals_json(proof.comparison)} for proof in finding.because]
    return {
        **finding_json(finding),
        "because": because,
        "fragility": None if fragility is None else fragility_json(fragility),
    }


def _claims(report: Report, findings: Sequence[Finding]) -> Sequence[str]:
    named = {claim for finding in findings for view in finding.sides for claim in (*view.claims, *view.earlier)}
    return [claim for claim in report.claims if claim in named]
