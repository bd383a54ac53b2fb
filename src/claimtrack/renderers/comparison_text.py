"""Two wordings one above the other as text, with every reason for what they come to."""

from rich.table import Table
from rich.text import Text

from claimtrack.evidence import Comparison, Contrast, Evidence, Span
from claimtrack.renderers.lines import Piece
from claimtrack.renderers.page import MARK, WIDTH, Page
from claimtrack.renderers.phrases import marked_spans
from claimtrack.renderers.shown import shown


def render_comparison(found: Comparison, *, color: bool = False, width: int = WIDTH) -> str:
    """Two wordings one above the other, what differs and what stands alone marked, and every reason for the verdict."""
    page = Page(color=color, width=width)
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
            page.line(contrast_line(contrast))
    if found.signals:
        page.heading("signals")
        page.table(signals_table(found.signals))
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
        words += [(shown(text[at:start]), ""), (f"*{piece}*", MARK) if differs else (f"[{piece}]", "dim")]
        at = end
    return [*words, (shown(text[at:]), "")]


def contrast_line(contrast: Contrast) -> str:
    """Kind, weight, the words on both sides and the reason."""
    kind = f"{contrast.kind}{' (contrary)' if contrast.contrary else ''}"
    weight = f" {contrast.weight:+.2f}" if contrast.weight else ""
    words = f": {shown(contrast.left)} | {shown(contrast.right)}" if contrast.left or contrast.right else ""
    return f"{kind}{weight}{words}: {shown(contrast.reason)}"


def signals_table(signals: tuple[Evidence, ...]) -> Table:
    """The signals by group, each with what it adds in all, those that weigh most first."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("signal", no_wrap=True)
    table.add_column("value", justify="right")
    table.add_column("weight", justify="right")
    table.add_column("what it tells", overflow="fold")
    groups: dict[str, list[Evidence]] = {}
    for one in sorted(signals, key=lambda one: (-abs(one.weight), one.name)):
        groups.setdefault(one.group, []).append(one)
    totals = {group: sum(one.weight for one in ones) for group, ones in groups.items()}
    for group in sorted(groups, key=lambda group: (-abs(totals[group]), group)):
        table.add_row(Text(group, "bold"), "", Text(f"{totals[group]:+.2f}", "bold"), "")
        for one in groups[group]:
            table.add_row(f"  {one.name}", f"{one.value:.2f}", f"{one.weight:+.2f}", Text(shown(one.reason)))
    return table
