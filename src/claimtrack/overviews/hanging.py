"""Which verdicts hang on something: those that one outlet carries, and those that one claim or utterance does."""

from attrs import frozen

from claimtrack.finding import Finding, Fragility, SupportKind, Verdict
from claimtrack.report import Report

_ONE_SIDE = (Verdict.ONE_SIDED, Verdict.UNKNOWN)


@frozen(kw_only=True)
class Hanging:
    """A verdict that would be another without one thing."""

    finding: Finding
    fragility: Fragility
    outlets: tuple[str, ...]
    """The outlets without any one of which it would be another."""

    @property
    def of_both(self) -> bool:
        """Is it a verdict on what both sides say?"""
        return self.finding.verdict not in _ONE_SIDE


def hanging_of(report: Report) -> tuple[Hanging, ...]:
    """The verdicts that hang on anything, those first that hang on one outlet and tell of both sides."""
    found = [
        Hanging(finding=finding, fragility=fragility, outlets=_outlets(fragility))
        for finding in report.findings
        if (fragility := report.hangs_on(finding)) is not None and fragility.hangs_on
    ]
    return tuple(sorted(found, key=lambda one: (not one.of_both, not one.outlets)))


def _outlets(fragility: Fragility) -> tuple[str, ...]:
    return tuple(one.name for one in fragility.hangs_on if one.kind is SupportKind.OUTLET)
