"""The matrix of issues and sides: one row an issue, what each side holds, what every two come to."""

from collections.abc import Sequence

from attrs import frozen

from claimtrack.claim import Issue
from claimtrack.finding import Finding, SideView, Verdict
from claimtrack.report import Report

WEIGHT = (Verdict.DIVERGE, Verdict.PARTIAL, Verdict.AGREE, Verdict.ONE_SIDED, Verdict.UNKNOWN)
"""The verdicts, the one that a reader must see first at the front."""


MOST_ROWS = 300
"""Rows up to which a matrix is shown whole; beyond it, issues to which one side or none speaks are folded."""
_FOLDED = (Verdict.ONE_SIDED, Verdict.UNKNOWN)


@frozen(kw_only=True)
class Row:
    """One issue with the verdicts on it; `sides` are in the order of the report, those that it has a finding on."""

    issue: Issue
    findings: tuple[Finding, ...]
    sides: tuple[SideView, ...]
    verdict: Verdict
    """The weightiest of the verdicts."""
    splits: tuple[str, ...]

    def speaking(self) -> tuple[str, ...]:
        """The sides that speak to the issue."""
        return tuple(view.side for view in self.sides if view.claims)


@frozen(kw_only=True)
class Topic:
    """Rows under one topic of the ledger; empty for those without."""

    name: str
    rows: tuple[Row, ...]


def rows_of(report: Report) -> tuple[Row, ...]:
    """One row for each issue that has a finding, in the order of the ledger."""
    by_issue: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_issue.setdefault(finding.issue, []).append(finding)
    return tuple(_row(report, issue, by_issue[issue.id]) for issue in report.issues if issue.id in by_issue)


def folded(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows to show at once, and those to fold away where there are many."""
    if len(rows) <= MOST_ROWS:
        return tuple(rows), ()
    shown = [row for row in rows if row.verdict not in _FOLDED or row.splits]
    return tuple(shown), tuple(row for row in rows if row.verdict in _FOLDED and not row.splits)


def topics_of(rows: Sequence[Row]) -> tuple[Topic, ...]:
    """The rows by topic, topics in the order in which they first come."""
    by_topic: dict[str, list[Row]] = {}
    for row in rows:
        by_topic.setdefault(row.issue.topic, []).append(row)
    return tuple(Topic(name=name, rows=tuple(found)) for name, found in by_topic.items())


def _row(report: Report, issue: Issue, findings: Sequence[Finding]) -> Row:
    views = {view.side: view for finding in findings for view in finding.sides}
    return Row(
        issue=issue,
        findings=tuple(findings),
        sides=tuple(views[side.id] for side in report.sides if side.id in views),
        verdict=min((finding.verdict for finding in findings), key=WEIGHT.index),
        splits=tuple(dict.fromkeys(side for finding in findings for side in finding.split)),
    )
