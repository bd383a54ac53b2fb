"""What a page says first: the divergences between sides and within them, each in one line."""

from collections.abc import Sequence

from attrs import frozen

from claimtrack.claim import Claim
from claimtrack.finding import Finding, Proof, Verdict
from claimtrack.overviews.matrix import Row
from claimtrack.overviews.placing import Placing, placing_of
from claimtrack.report import Report

MOST_LEADS = 10
"""Lines up to which a page says all that diverges at its head."""


@frozen(kw_only=True)
class Lead:
    """One divergence: of two sides with what each holds, or of one side (`side`) with who contradicts whom."""

    issue: str
    question: str
    between: tuple[str, str]
    held: tuple[tuple[str, str], ...] = ()
    side: str = ""
    against: tuple[str, str] = ("", "")
    """The speakers of the two claims that cannot both hold, for one side."""


def leads_of(report: Report, rows: Sequence[Row]) -> tuple[Lead, ...]:
    """All divergences, then all splits, in the order of the ledger."""
    placing = placing_of(report)
    between = [
        _divergence(report, finding, placing)
        for row in rows
        for finding in row.findings
        if finding.verdict is Verdict.DIVERGE
    ]
    within = [_split(report, row, side) for row in rows for side in row.splits]
    return (*between, *within)


def _divergence(report: Report, finding: Finding, placing: Placing) -> Lead:
    proof = finding.because[0]
    held = tuple(
        (side, _held(report.claims[claim], placing))
        for side, claim in zip(finding.between, (proof.left, proof.right), strict=True)
    )
    return Lead(issue=finding.issue, question=finding.question, between=finding.between, held=held)


def _held(claim: Claim, placing: Placing) -> str:
    """How a claim of the proof stands to a stated position, else its own words."""
    held = placing.held.get(claim.id)
    return held.text if held is not None and held.stated and claim.holds else claim.text


def _split(report: Report, row: Row, side: str) -> Lead:
    finding, proof = _first_proof(row, side)
    speakers = (report.claims[proof.left].speaker, report.claims[proof.right].speaker)
    return Lead(issue=row.issue.id, question=finding.question, between=finding.between, side=side, against=speakers)


def _first_proof(row: Row, side: str) -> tuple[Finding, Proof]:
    return next(
        (finding, split.because[0]) for finding in row.findings for split in finding.splits if split.side == side
    )
