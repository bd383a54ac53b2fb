"""The report as text for a terminal: 80 columns, in colour only where asked for."""

import io

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrack.claim import Claim
from claimtrack.evidence import Comparison, Contrast, Evidence, Span
from claimtrack.finding import Finding, Link, Proof, Shift, Verdict
from claimtrack.renderers.phrases import (
    BASES,
    SIGNS,
    VERDICTS,
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
    for verdict, word in VERDICTS.items():
        found = [finding for finding in report.findings if finding.verdict is verdict]
        if not found:
            continue
        page.heading(f"{SIGNS[verdict]} {word} ({len(found)})", _STYLE[verdict])
        for finding in found:
            _finding(page, report, finding)
    _positions(page, report)
    _suggestions(page, report)
    _alone(page, report)
    _problems(page, report)
    return page.text()


class _Page:
    """A console that writes into memory; the only place that knows how rich is asked."""

    def __init__(self, *, color: bool, width: int) -> None:
        self._out = io.StringIO()
        self.color = color
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def text(self) -> str:
        """All lines so far, without blanks at their ends."""
        lines = self._out.getvalue().splitlines()
        return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"

    def blank(self) -> None:
        self._console.print()

    def heading(self, words: str, style: str = "bold") -> None:
        self.blank()
        self._console.print(Text(words, style=style))
        self._console.print(Text("-" * min(len(words), WIDTH), style="dim"))

    def line(self, words: str | Text, indent: int = 0) -> None:
        self._console.print(Padding(words if isinstance(words, Text) else Text(words), (0, 0, 0, indent)))

    def table(self, table: Table) -> None:
        self._console.print(table)


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
    for side in report.sides:
        table.add_column(shown(side.name), overflow="ellipsis", no_wrap=True)
    for finding in report.findings:
        cells = [
            shown("\n".join(side_words(finding, side.id))) if side.id in finding.between else ""
            for side in report.sides
        ]
        verdict = Text(f"{SIGNS[finding.verdict]} {finding.verdict}", style=_STYLE[finding.verdict])
        if finding.split:
            verdict.append("\n  split: " + ", ".join(finding.split), style="magenta")
        table.add_row(Text(shown(finding.issue)), verdict, *(Text(cell) for cell in cells))
    page.table(table)


def _finding(page: _Page, report: Report, finding: Finding) -> None:
    page.blank()
    page.line(Text(shown(finding.question), style="bold"))
    page.line(_standing(report, finding))
    for proof in proofs_to_show(finding):
        _proof(page, report, proof)
    if not finding.because:
        for claim_id in dict.fromkeys(claim for view in finding.sides for claim in view.claims):
            _claim(page, report, report.claims[claim_id], ())
    for side, positions in held_alone(report, finding):
        page.line(f"{side_name(report, side)} alone: {shown('; '.join(positions))}", 2)
    for split in finding.splits:
        page.line(Text(f"{side_name(report, split.side)} is split:", style="magenta"), 2)
        for proof in split.because:
            _proof(page, report, proof)
    if finding.course:
        page.line("Over time:", 2)
        for shift in finding.course:
            page.line(_shift(report, shift), 4)
    if finding.note:
        page.line(f"Note: {shown(finding.note)}", 2)


def _standing(report: Report, finding: Finding) -> Text:
    between = " and ".join(side_name(report, side) for side in finding.between)
    line = Text(f"{finding.issue}: {between}: ", style="dim")
    line.append(str(finding.verdict), style=_STYLE[finding.verdict])
    if finding.verdict not in (Verdict.ONE_SIDED, Verdict.UNKNOWN):
        line.append(f", {BASES[finding.basis]}")
    if finding.computed is not None:
        line.append(f"; the wordings alone would give {finding.computed}")
    for view in finding.sides:
        if not view.claims:
            line.append(f"; {side_name(report, view.side)}: {view.silence}")
    return line


def _proof(page: _Page, report: Report, proof: Proof) -> None:
    left, right = report.claims[proof.left], report.claims[proof.right]
    page.line(Text(f"{proof.relation}: {shown(proof.rule)}", style="italic"), 2)
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
    if claim.quote:
        words = Text("“").append_text(words).append("”")
    page.line(words, 4)
    page.line(Text(f"— {shown(attribution(report, claim))}", style="dim"), 6)
    page.line(Text(f"{claim.place.path}:{claim.place.line} {claim.id}", style="dim"), 6)
    if claim.note:
        page.line(Text(f"note: {shown(claim.note)}", style="dim"), 6)


def marked_words(text: str, spans: tuple[Span, ...]) -> Text:
    """The text with the spans between asterisks, so that the marks show without colour too."""
    words = Text()
    for piece, marked in segments(text, spans):
        words.append(f"*{shown(piece)}*" if marked else shown(piece), style=_MARK if marked else "")
    return words


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
        page.line(Text(f"{sides}{since}: {', '.join(position.claims)}", style="dim"), 4)


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
    page.line(Text("A  ").append_text(left))
    page.line(Text("B  ").append_text(right))
    page.line(Text("   *differs*  [stands on this side alone]", style="dim"))
    page.blank()
    page.line(Text(f"{found.relation}: {shown(found.reason)}", style="bold"))
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


def _two_marks(found: Comparison) -> tuple[Text, Text]:
    """Both wordings: the words of contrasts between asterisks, words without a counterpart in brackets."""
    left, right = found.alone
    return (
        _marked_twice(found.left, marked_spans([c.left_span for c in found.contrasts], left)),
        _marked_twice(found.right, marked_spans([c.right_span for c in found.contrasts], right)),
    )


def _marked_twice(text: str, spans: tuple[tuple[Span, bool], ...]) -> Text:
    words, at = Text(), 0
    for (start, end), differs in spans:
        words.append(shown(text[at:start]))
        piece = shown(text[start:end])
        words.append(f"*{piece}*" if differs else f"[{piece}]", style=_MARK if differs else "dim")
        at = end
    return words.append(shown(text[at:]))


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
