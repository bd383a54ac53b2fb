"""Words in another's mouth and reprints as Markdown."""

from claimtrack.renderers.markdown_words import code, escaped, row
from claimtrack.renderers.phrases import attribution, said_where
from claimtrack.renderers.voices import (
    BORNE_SIGNS,
    altered,
    ascribed_words,
    ascriptions_title,
    in_order,
    origin_words,
    own_words,
    reprints_title,
    unaltered_words,
    version_words,
)
from claimtrack.report import Report


def ascriptions_lines(report: Report) -> list[str]:
    """The table of what sides say of others, the disputed first; nothing where there is none."""
    if not report.ascriptions:
        return []
    lines = ["", f"## {ascriptions_title(report)}", "", "| | said | by | own words |", "|---|---|---|---|"]
    for one in in_order(report):
        claim = report.claims[one.claim]
        cells = (
            f"{BORNE_SIGNS[one.borne]} {one.borne}",
            f"{code(claim.id)} {escaped(ascribed_words(report, one))}",
            escaped(attribution(report, claim)),
            escaped(own_words(report, one)),
        )
        lines.append(row(cells))
    return lines


def reprints_lines(report: Report) -> list[str]:
    """A list for each utterance of which a version says more or less than the fullest; nothing where there is none."""
    if not report.reprints:
        return []
    lines = ["", f"## {reprints_title(report)}"]
    for one in altered(report):
        fullest = report.claims[one.fullest]
        lines += ["", f"**{escaped(origin_words(report, one))}**", ""]
        lines.append(f"- {code(fullest.id)} {escaped(said_where(fullest))}, the fullest: {escaped(fullest.text)}")
        for version in one.versions:
            claim = report.claims[version.claim]
            told = "; ".join(version_words(version))
            lines.append(f"- {code(claim.id)} {escaped(said_where(claim))}: {escaped(told)}")
    rest = unaltered_words(report)
    return [*lines, "", escaped(rest)] if rest else lines
