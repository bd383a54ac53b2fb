"""The report as text for a terminal: 80 columns, in colour only where asked for."""

from collections.abc import Sequence

from claimtrack.finding import Finding, Link
from claimtrack.quantity import quantity
from claimtrack.renderers.finding_text import STYLE, write_finding
from claimtrack.renderers.lines import Piece
from claimtrack.renderers.page import WIDTH, Column, Page
from claimtrack.renderers.phrases import (
    MOST_COLUMNS,
    SIGNS,
    VERDICTS,
    filter_words,
    holders,
    shows_pairs,
    side_name,
    side_words,
    stated_texts,
)
from claimtrack.renderers.pinned_words import broken_pins, pinned_title, pinned_words
from claimtrack.renderers.problem_line import problem_line
from claimtrack.renderers.voices_text import write_ascriptions, write_reprints
from claimtrack.report import Report


def render(report: Report, *, color: bool = False, width: int = WIDTH) -> str:
    """The whole report; words that differ stand between asterisks, and bold where `color` is on."""
    page = Page(color=color, width=width)
    page.heading(report.title or "Claims")
    page.line(_summary(report))
    filters = filter_words(report)
    if filters:
        page.line(f"Filters: {filters}.")
    _pinned(page, report)
    for note in report.notes:
        page.line(f"Note: {note}")
    _matrix(page, report)
    if shows_pairs(report):
        page.blank()
        page.line("In two wordings, *marked* words differ; [these] stand on one side alone.", style="dim")
    texts = stated_texts(report)
    for verdict, word in VERDICTS.items():
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if not found:
            continue
        page.heading(f"{SIGNS[verdict]} {word} ({len(found)})", STYLE[verdict])
        for finding in found:
            write_finding(page, report, finding, texts)
    _positions(page, report)
    write_ascriptions(page, report)
    write_reprints(page, report)
    _suggestions(page, report)
    _alone(page, report)
    _problems(page, report)
    return page.text()


def _pinned(page: Page, report: Report) -> None:
    broken = broken_pins(report)
    if report.pinned:
        page.line(f"{pinned_title(report)}.", style="bold red" if broken else "")
    for one in broken:
        page.line(f"≠ {pinned_words(one)}", 2)
        page.line(f"{one.expected.place.path}:{one.expected.place.line}", 6, "dim")
        if one.expected.because:
            page.line(f"pinned because: {one.expected.because}", 6, "dim")


def _summary(report: Report) -> str:
    counts = report.counts
    as_of = f"As of {report.as_of}: " if report.as_of else ""
    verdicts = ", ".join(f"{counts.verdicts[verdict]} {word}" for verdict, word in VERDICTS.items())
    return (
        f"{as_of}{quantity(counts.claims, 'claim')} by {quantity(counts.speakers, 'speaker')} of "
        f"{quantity(counts.sides, 'side')} on "
        f"{quantity(counts.issues, 'issue')}. {verdicts}; {counts.splits} split. "
        f"{quantity(counts.links, 'link')}, {counts.suggestions:,} to judge, {quantity(counts.problems, 'problem')}."
    )


def _matrix(page: Page, report: Report) -> None:
    if not report.findings:
        return
    page.blank()
    one_each = len(report.sides) <= MOST_COLUMNS
    names = [side.name for side in report.sides] if one_each else ["one side", "the other"]
    columns = (Column("issue", most=24, least=16), Column("verdict", least=11), *map(Column, names))
    page.table(columns, [_row(report, finding, one_each=one_each) for finding in report.findings[:_MOST_ROWS]])
    rest = len(report.findings) - _MOST_ROWS
    if rest > 0:
        page.line(f"… and {rest:,} more, told below")


def _row(report: Report, finding: Finding, *, one_each: bool) -> list[str | Sequence[Piece]]:
    """Issue, verdict, and what each side says: in its own column, or behind its name."""
    told = {side: "\n".join(side_words(report, finding, side)) for side in finding.between}
    if one_each:
        cells = [told.get(side.id, "") for side in report.sides]
    else:
        cells = [f"{side_name(report, side)}: {words}" for side, words in told.items()]
    style = STYLE[finding.verdict]
    verdict = [(f"{SIGNS[finding.verdict]} {finding.verdict}", style)]
    if finding.split:
        verdict.append(("\n  split: " + ", ".join(finding.split), f"{style} magenta"))
    return [finding.issue, verdict, *cells]


_MOST_ROWS = 1_000


def _positions(page: Page, report: Report) -> None:
    held = [position for position in report.positions if position.stated or len(position.claims) > 1]
    if not held:
        return
    page.heading(f"Positions held ({len(held)} stated or shared, of {len(report.positions)})")
    for position in held:
        held_by = ", ".join(holders(report, position))
        since = f" since {position.since}" if position.since else ""
        page.line(f"{position.issue}: {position.text}")
        page.line(f"{held_by}{since}: {', '.join(position.claims)}", 4, "dim")


def _suggestions(page: Page, report: Report) -> None:
    if not report.suggestions:
        return
    page.heading(f"Links for a person to judge ({len(report.suggestions)})")
    for link in report.suggestions[:_MOST_SUGGESTIONS]:
        page.line(_suggestion(link))
    rest = len(report.suggestions) - _MOST_SUGGESTIONS
    if rest > 0:
        page.line(f"… and {rest} more: see --format json")


_MOST_SUGGESTIONS = 15


def _suggestion(link: Link) -> str:
    return f"{link.left}  {link.right}  paraphrase {link.paraphrase:.2f}, {link.relation}"


def _alone(page: Page, report: Report) -> None:
    if report.alone:
        page.heading(f"Claims without an issue that nothing else speaks to ({len(report.alone)})")
        page.line(", ".join(report.alone))


def _problems(page: Page, report: Report) -> None:
    if not report.problems:
        return
    page.heading(f"Problems ({len(report.problems)})", "bold red" if report.errors() else "bold")
    for problem in report.problems:
        page.line(problem_line(problem))
