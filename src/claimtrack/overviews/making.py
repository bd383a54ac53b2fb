"""How a report came about: what was judged, what was computed, on what verdicts and links rest."""

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from claimtrack.finding import Basis, LinkBy, Verdict
from claimtrack.report import Report

_WITHOUT_BASIS = (Verdict.ONE_SIDED, Verdict.UNKNOWN)


@frozen(kw_only=True)
class Making:
    """The figures of how a report was made; each counts things that the report holds."""

    bases: Mapping[Basis, int]
    """Verdicts of two sides that both speak, by what they rest on."""
    otherwise: int
    """Verdicts that the wordings alone would have given otherwise."""
    links: Mapping[LinkBy, int]


def making_of(report: Report) -> Making:
    """Count what verdicts and links rest on."""
    both_speak = [finding for finding in report.findings if finding.verdict not in _WITHOUT_BASIS]
    bases = Counter(finding.basis for finding in both_speak)
    links = Counter(link.by for link in report.links)
    return Making(
        bases={basis: bases[basis] for basis in Basis},
        otherwise=sum(finding.computed is not None for finding in both_speak),
        links={by: links[by] for by in LinkBy},
    )
