"""JSON Lines: every record of a ledger a line, and the links and findings behind them."""

import json
from collections.abc import Iterator

from claimtrack.claim import Ledger
from claimtrack.exporting.records import Plain, records_of
from claimtrack.finding import Finding
from claimtrack.renderers.json_values import link_json, proof_line_json
from claimtrack.renderers.shown import escaped
from claimtrack.report import Report


def export(ledger: Ledger, report: Report) -> str:
    """Lines of JSON, each with its kind under `record` and else the keys of the ledger's files.

    A claim also says under `path` and `line` where it stands. `link` and `finding` are what was found in the ledger;
    importing passes them over and finds them anew.
    """
    return "".join(_line(kind, values) for kind, values in _all(ledger, report))


def _all(ledger: Ledger, report: Report) -> Iterator[tuple[str, Plain]]:
    for kind, values in records_of(ledger):
        if kind == "claim":
            claim = ledger.claim(values["id"])
            values |= {"path": claim.place.path, "line": claim.place.line} if claim is not None else {}
        yield kind, values
    for link in (*report.links, *report.suggestions):
        yield "link", {**link_json(link), "suggested": link.suggested}
    for finding in report.findings:
        yield "finding", _finding(finding)


def _finding(finding: Finding) -> Plain:
    return {
        "id": finding.id,
        "issue": finding.issue,
        "question": finding.question,
        "between": list(finding.between),
        "verdict": str(finding.verdict),
        "basis": str(finding.basis),
        "split": list(finding.split),
        "because": [proof_line_json(proof) for proof in finding.because],
    }


def _line(kind: str, values: Plain) -> str:
    return escaped(json.dumps({"record": kind, **values}, ensure_ascii=False, allow_nan=False)) + "\n"
