"""A report as one line for each finding."""

import claimtrack as ct


def render(report: ct.Report) -> str:
    """Issue, sides and verdict, a tab between."""
    return "".join(f"{one.issue}\t{' '.join(one.between)}\t{one.verdict}\n" for one in report.findings)
