"""The report as text for a terminal: 80 columns, in colour only where asked for."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimtrack.claim import Claim
from claimtrack.evidence import Comparison, Contrast, Evidence, Span
from claimtrack.finding import Finding, Link, Proof, Shift, Verdict
from claimtrack.renderers.lines import Piece, wrapped
from claimtrack.renderers.phrases import (
    BASES,
    MOST_COLUMNS,
    SIGNS,
    VERDICTS,
    StatedTexts,
    attribution,
    differing_spans,
    held_alone,
    marked_spans,
    proofs_to_show,
    said_when,
    segments,
    side_name,
    side_words,
    speaker_name,
    stated_texts,
)
from claimtrack.renderers.problem_line import problem_line
from claimtrack.renderers.shown import shown
from claimtrack.report import Report

WIDTH = 80
_STYLE = {
    Verdict.DIVERGE: "bold red",
    Verdict.PARTIAL: "yellow",
    Verdict.AGREE: "green",
    Verdict.ONE_SIDED: "dim",
    Verdict.UNKNOWN: "dim",
}
_MARK = "bold underline"


def render(report: Report, *, color: bool = False, width: int = WIDTH) -> str:
    """The whole report; words that differ stand between asterisks, and bold where `color` is on."""
    page = _Page(color=color, width=width)
    page.heading(shown(report.title) or "Claims")
    page.line(_summary(report))
    for note in report.notes:
        page.line(f"Note: {note}")
    _matrix(page, report)
    texts = stated_texts(report)
    for verdict, word in VERDICTS.items():
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if not found:
            continue
        page.heading(f"{SIGNS[verdict]} {word} ({len(found)})", _STYLE[verdict])
        for finding in found:
            _finding(page, report, finding, texts)
    _positions(page, report)
    _suggestions(page, report)
    _alone(page, report)
    _problems(page, report)
    return page.text()


class _Page:
    """Lines in the making; the only place that knows of styles and of rich."""

    def __init__(self, *, color: bool, width: int) -> None:
        self._lines: list[str] = []
        self.color = color
        self.width = width

    def text(self) -> str:
        """All lines so far, without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self._lines).strip("\n") + "\n"

    def blank(self) -> None:
        self._lines.append("")

    def heading(self, words: str, style: str = "bold") -> None:
        self.blank()
        self.line(words, style=style)
        self.line("-" * min(len(words), WIDTH), style="dim")

    def line(self, words: str, indent: int = 0, style: str = "") -> None:
        self.pieces([(words, style)], indent)

    def pieces(self, pieces: Sequence[Piece], indent: int = 0) -> None:
        self._lines.extend(wrapped(pieces, self.width, indent, color=self.color))

    def table(self, table: Table) -> None:
        out = io.StringIO()
        console = Console(
            file=out,
            width=self.width,
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            no_color=not self.color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        console.print(table)
        self._lines.extend(out.getvalue().splitlines())


def _summary(report: Report) -> str:
    counts = report.counts
    as_of = f"As of {report.as_of}: " if report.as_of else ""
    verdicts = ", ".join(f"{counts.verdicts[verdict]} {word}" for verdict, word in VERDICTS.items())
    return (
        f"{as_of}{counts.claims} claims by {counts.speakers} speakers of {counts.sides} sides on "
        f"{counts.issues} {'issue' if counts.issues == 1 else 'issues'}. {verdicts}; {counts.splits} split. "
        f"{counts.links} links, {counts.suggestions} to judge, {counts.problems} problems."
    )


def _matrix(page: _Page, report: Report) -> None:
    if not report.findings:
        return
    page.blank()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", expand=False)
    table.add_column("issue", overflow="ellipsis", no_wrap=True, max_width=24)
    table.add_column("verdict", no_wrap=True)
    one_each = len(report.sides) <= MOST_COLUMNS
    for name in [shown(side.name) for side in report.sides] if one_each else ["one side", "the other"]:
        table.add_column(name, overflow="ellipsis", no_wrap=True)
    for finding in report.findings[:_MOST_ROWS]:
        told = {side: shown("\n".join(side_words(finding, side))) for side in finding.between}
        if one_each:
            cells = [told.get(side.id, "") for side in report.sides]
        else:
            cells = [f"{shown(side_name(report, side))}: {words}" for side, words in told.items()]
        verdict = Text(f"{SIGNS[finding.verdict]} {finding.verdict}", style=_STYLE[finding.verdict])
        if finding.split:
            verdict.append("\n  split: " + ", ".join(finding.split), style="magenta")
        table.add_row(Text(shown(finding.issue)), verdict, *(Text(cell) for cell in cells))
    page.table(table)
    rest = len(report.findings) - _MOST_ROWS
    if rest > 0:
        page.line(f"… and {rest:,} more, told below")


_MOST_ROWS = 1_000


def _finding(page: _Page, report: Report, finding: Finding, texts: StatedTexts) -> None:
    page.blank()
    page.line(shown(finding.question), style="bold")
    page.pieces(_standing(report, finding))
    for proof in proofs_to_show(finding):
        _proof(page, report, proof)
    if not finding.because:
        for claim_id in dict.fromkeys(claim for view in finding.sides for claim in view.claims):
            _claim(page, report, report.claims[claim_id], ())
    for side, positions in held_alone(texts, finding):
        page.line(f"{side_name(report, side)} alone: {shown('; '.join(positions))}", 2)
    for split in finding.splits:
        page.line(f"{side_name(report, split.side)} is split:", 2, "magenta")
        for proof in split.because:
            _proof(page, report, proof)
    if finding.course:
        page.line("Over time:", 2)
        for shift in finding.course:
            page.line(_shift(report, shift), 4)
    if finding.note:
        page.line(f"Note: {shown(finding.note)}", 2)


def _standing(report: Report, finding: Finding) -> list[Piece]:
    between = " and ".join(side_name(report, side) for side in finding.between)
    rest = ""
    if finding.verdict not in (Verdict.ONE_SIDED, Verdict.UNKNOWN):
        rest += f", {BASES[finding.basis]}"
    if finding.computed is not None:
        rest += f"; the wordings alone would give {finding.computed}"
    for view in finding.sides:
        if not view.claims:
            rest += f"; {side_name(report, view.side)}: {view.silence}"
    verdict = (str(finding.verdict), _STYLE[finding.verdict])
    return [(f"{finding.issue}: {between}: ", "dim"), verdict, (rest, "dim")]


def _proof(page: _Page, report: Report, proof: Proof) -> None:
    left, right = report.claims[proof.left], report.claims[proof.right]
    page.line(f"{proof.relation}: {shown(proof.rule)}", 2, "italic")
    if left.id == right.id:
        _claim(page, report, left, ())
        return
    marked = differing_spans(proof.comparison)
    _claim(page, report, left, marked[0])
    _claim(page, report, right, marked[1])
    for contrast in proof.comparison.contrasts:
        told = f"{contrast.kind}: {contrast.reason}"
        if told != proof.rule:
            page.line(shown(told), 4)


def _claim(page: _Page, report: Report, claim: Claim, spans: tuple[Span, ...]) -> None:
    words = marked_words(claim.text, spans)
    page.pieces([("“", ""), *words, ("”", "")] if claim.quote else words, 4)
    page.line(f"— {shown(attribution(report, claim))}", 6, "dim")
    page.line(f"{claim.place.path}:{claim.place.line} {claim.id}", 6, "dim")
    if claim.note:
        page.line(f"note: {shown(claim.note)}", 6, "dim")


def marked_words(text: str, spans: tuple[Span, ...]) -> list[Piece]:
    """The text with the spans between asterisks, so that the marks show without colour too."""
    return [(f"*{shown(piece)}*", _MARK) if marked else (shown(piece), "") for piece, marked in segments(text, spans)]


def _shift(report: Report, shift: Shift) -> str:
    later = report.claims[shift.later]
    who = shown(speaker_name(report, later.speaker))
    own = " (the same speaker)" if shift.speaker else ""
    side = side_name(report, shift.side)
    return (
        f"{said_when(later)} {side}: {who}: {shift.kind} {shown(shift.reason)}{own} [{shift.earlier} → {shift.later}]"
    )


def _positions(page: _Page, report: Report) -> None:
    held = [position for position in report.positions if position.stated or len(position.claims) > 1]
    if not held:
        return
    page.heading(f"Positions held ({len(held)} stated or shared, of {len(report.positions)})")
    for position in held:
        sides = ", ".join(side_name(report, side) for side in position.sides)
        since = f" since {position.since}" if position.since else ""
        page.line(f"{position.issue}: {shown(position.text)}")
        page.line(f"{sides}{since}: {', '.join(position.claims)}", 4, "dim")


def _suggestions(page: _Page, report: Report) -> None:
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


def _alone(page: _Page, report: Report) -> None:
    if report.alone:
        page.heading(f"Claims without an issue that nothing else speaks to ({len(report.alone)})")
        page.line(", ".join(report.alone))


def _problems(page: _Page, report: Report) -> None:
    if not report.problems:
        return
    page.heading(f"Problems ({len(report.problems)})", "bold red" if report.errors() else "bold")
    for problem in report.problems:
        page.line(problem_line(problem))


def render_comparison(found: Comparison, *, color: bool = False, width: int = WIDTH) -> str:
    """Two wordings one above the other, what differs and what stands alone marked, and every reason for the verdict."""
    page = _Page(color=color, width=width)
    left, right = _two_marks(found)
    page.pieces([("A  ", ""), *left])
    page.pieces([("B  ", ""), *right])
    page.pieces([("   *differs*  [stands on this side alone]", "dim")])
    page.blank()
    page.line(f"{found.relation}: {shown(found.reason)}", style="bold")
    page.line(f"paraphrase {found.paraphrase:.2f}, similarity {found.similarity:.2f}")
    answers = [
        f"{shown(found.left[slice(*one.left_span)])} ~ {shown(found.right[slice(*one.right_span)])} ({one.by})"
        for one in found.alignment
        if one.by != "same"
    ]
    if answers:
        page.heading("words that answer to one another, beside the same ones")
        page.line(", ".join(answers))
    if found.contrasts:
        page.heading("contrasts")
        for contrast in found.contrasts:
            page.line(_contrast_line(contrast))
    if found.signals:
        page.heading("signals")
        page.table(_signals(found.signals))
    return page.text()


def _two_marks(found: Comparison) -> tuple[list[Piece], list[Piece]]:
    """Both wordings: the words of contrasts between asterisks, words without a counterpart in brackets."""
    left, right = found.alone
    return (
        _marked_twice(found.left, marked_spans([c.left_span for c in found.contrasts], left)),
        _marked_twice(found.right, marked_spans([c.right_span for c in found.contrasts], right)),
    )


def _marked_twice(text: str, spans: tuple[tuple[Span, bool], ...]) -> list[Piece]:
    words: list[Piece] = []
    at = 0
    for (start, end), differs in spans:
        piece = shown(text[start:end])
        words += [(shown(text[at:start]), ""), (f"*{piece}*", _MARK) if differs else (f"[{piece}]", "dim")]
        at = end
    return [*words, (shown(text[at:]), "")]


def _contrast_line(contrast: Contrast) -> str:
    kind = f"{contrast.kind}{' (contrary)' if contrast.contrary else ''}"
    weight = f" {contrast.weight:+.2f}" if contrast.weight else ""
    words = f": {shown(contrast.left)} | {shown(contrast.right)}" if contrast.left or contrast.right else ""
    return f"{kind}{weight}{words}: {shown(contrast.reason)}"


def _signals(signals: tuple[Evidence, ...]) -> Table:
    """The signals, those that weigh most first."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("signal", no_wrap=True)
    table.add_column("value", justify="right")
    table.add_column("weight", justify="right")
    table.add_column("what it tells", overflow="fold")
    for one in sorted(signals, key=lambda one: (-abs(one.weight), one.name)):
        table.add_row(one.name, f"{one.value:.2f}", f"{one.weight:+.2f}", Text(shown(one.reason)))
    return table
