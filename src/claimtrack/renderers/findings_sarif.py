"""Findings that were asked to fail as SARIF 2.1.0, at the claims that carry them."""

from collections.abc import Collection, Iterator, Sequence

from claimtrack.finding import Finding, Proof
from claimtrack.problem import Level, Rule
from claimtrack.renderers.json_values import Json
from claimtrack.renderers.phrases import BASES, side_name
from claimtrack.renderers.problems.sarif import location, log, rule_of
from claimtrack.report import Report

_WHY = {
    "agree": "The sides hold the same position, and nothing diverges.",
    "partial": "What the sides say is compatible, but not the same.",
    "diverge": "Some current claim of one side cannot hold beside some current claim of the other.",
    "one-sided": "Only one side speaks to the issue.",
    "unknown": "Neither side speaks to the issue.",
    "split": "Current claims of one side cannot both hold.",
    "problems": "The ledger has errors.",
}


def render(report: Report, wanted: Collection[str]) -> str:
    """One result for each verdict, split and error that `wanted` names; the other claims of a proof are related."""
    names = [name for name in _WHY if name in wanted]
    rules = [Rule(code=name, name=name, level=Level.ERROR, why=_WHY[name]) for name in names]
    results = [_result(names, *one) for one in _results(report, wanted)]
    return log([rule_of(rule) for rule in rules], results)


_Told = tuple[str, str, str, Sequence[Json]]
"""What failed, its fingerprint, the message, and where."""


def _results(report: Report, wanted: Collection[str]) -> Iterator[_Told]:
    splits: dict[tuple[str, str], None] = {}
    for finding in report.findings:
        if str(finding.verdict) in wanted:
            yield (
                str(finding.verdict),
                finding.id,
                _words(report, finding),
                _claims_at(report, finding, finding.because),
            )
        for split in finding.splits:
            key = (finding.issue, split.side)
            if "split" in wanted and key not in splits:
                splits[key] = None
                told = f"{finding.question} {side_name(report, split.side)} is split: {split.because[0].rule}"
                yield "split", ":".join(key), told, _claims_at(report, finding, split.because)
    if "problems" in wanted:
        for problem in report.errors():
            yield "problems", problem.code, f"{problem.code}: {problem.message}", [location(problem.place)]


def _words(report: Report, finding: Finding) -> str:
    sides = " and ".join(side_name(report, side) for side in finding.between)
    because = f", {BASES[finding.basis]}: {finding.because[0].rule}" if finding.because else ""
    return f"{finding.question} {sides}: {finding.verdict}{because}"


def _claims_at(report: Report, finding: Finding, proofs: Sequence[Proof]) -> Sequence[Json]:
    """The places of the claims of a proof, or of the claims on the issue where nothing is to be proved."""
    ids = [claim for proof in proofs[:1] for claim in (proof.left, proof.right)]
    ids = ids or [claim for view in finding.sides for claim in view.claims]
    return [location(report.claims[claim].text_place) for claim in dict.fromkeys(ids)]


def _result(names: Sequence[str], rule: str, key: str, words: str, places: Sequence[Json]) -> Json:
    found: Json = {
        "ruleId": rule,
        "ruleIndex": names.index(rule),
        "level": "error",
        "message": {"text": words},
        "partialFingerprints": {"finding/v1": key},
    }
    if places:
        found["locations"] = [places[0]]
    if places[1:]:
        found["relatedLocations"] = [{"id": number, **place} for number, place in enumerate(places[1:], 1)]
    return found
