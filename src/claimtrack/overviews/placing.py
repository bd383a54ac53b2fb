"""Where each claim of a report belongs: its issue and the position that it holds."""

from collections.abc import Mapping

from attrs import frozen

from claimtrack.claim import Claim, Issue
from claimtrack.finding import HeldPosition
from claimtrack.report import Report


@frozen(kw_only=True)
class Placing:
    """Issues and positions by id, and the held position of each claim."""

    issues: Mapping[str, Issue]
    held: Mapping[str, HeldPosition]
    """By claim id; a claim that speaks to no issue is not in it."""

    def question(self, issue_id: str) -> str:
        """The question of an issue; its id where there is none."""
        issue = self.issues.get(issue_id)
        return issue.question if issue is not None and issue.question else issue_id

    def issue_of(self, claim: Claim) -> str:
        """The issue that a claim speaks to, or ""."""
        held = self.held.get(claim.id)
        return held.issue if held is not None else claim.about


def placing_of(report: Report) -> Placing:
    """Look up once what several overviews ask for."""
    return Placing(
        issues={issue.id: issue for issue in report.issues},
        held={claim: position for position in report.positions for claim in position.claims},
    )
