"""Two wordings one above the other as text, with every reason for what they come to."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from claimtrack.evidence import Comparison, Contrast, Evidence
from claimtrack.renderers.lines import Piece
from claimtrack.renderers.marking import ALONE, DIFFERS, Marked, marked_pair
from claimtrack.renderers.page import MARK, WIDTH, Page
from claimtrack.renderers.shown import shown


def render_comparison(found: Comparison, *, color: bool = False, width: int = WIDTH) -> str:
    """Two wordings one above the other, what differs and what stands alone marked, and every reason for the verdict."""
    page = Page(color=color, width=width)
    left, right = marked_pair(found)
    page.pieces([("A  ", ""), *marked_words(left)])
    page.pieces([("B  ", ""), *marked_words(right)])
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


def marked_words(pieces: Iterable[Marked]) -> list[Piece]:
    """A wording: what differs between asterisks, what stands alone in brackets, so that it shows without colour too."""
    return [_marked(shown(words), mark) for words, mark in pieces]


def _marked(words: str, mark: str) -> Piece:
    if mark == DIFFERS:
        return f"*{words}*", MARK
    return (f"[{words}]", "dim") if mark == ALONE else (words, "")


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
