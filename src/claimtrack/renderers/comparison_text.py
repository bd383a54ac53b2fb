"""Two wordings one above the other as text, with every reason for what they come to."""

from collections.abc import Iterable, Sequence

from claimtrack.evidence import Comparison, Contrast, Evidence
from claimtrack.renderers.lines import Piece
from claimtrack.renderers.marking import ALONE, DIFFERS, Marked, marked_pair
from claimtrack.renderers.page import MARK, WIDTH, Column, Page


def render_comparison(found: Comparison, *, color: bool = False, width: int = WIDTH) -> str:
    """Two wordings one above the other, what differs and what stands alone marked, and every reason for the verdict."""
    page = Page(color=color, width=width)
    left, right = marked_pair(found)
    page.pieces([("A  ", ""), *marked_words(left)])
    page.pieces([("B  ", ""), *marked_words(right)])
    page.pieces([("   *differs*  [stands on this side alone]", "dim")])
    page.blank()
    page.line(f"{found.relation}: {found.reason}", style="bold")
    page.line(f"paraphrase {found.paraphrase:.2f}, similarity {found.similarity:.2f}")
    answers = [
        f"{found.left[slice(*one.left_span)]} ~ {found.right[slice(*one.right_span)]} ({one.by})"
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
        _signals(page, found.signals)
    return page.text()


def marked_words(pieces: Iterable[Marked]) -> list[Piece]:
    """A wording: what differs between asterisks, what stands alone in brackets, so that it shows without colour too."""
    return [_marked(words, mark) for words, mark in pieces]


def _marked(words: str, mark: str) -> Piece:
    if mark == DIFFERS:
        return f"*{words}*", MARK
    return (f"[{words}]", "dim") if mark == ALONE else (words, "")


def contrast_line(contrast: Contrast) -> str:
    """Kind, weight, the words on both sides and the reason."""
    kind = f"{contrast.kind}{' (contrary)' if contrast.contrary else ''}"
    weight = f" {contrast.weight:+.2f}" if contrast.weight else ""
    words = f": {contrast.left} | {contrast.right}" if contrast.left or contrast.right else ""
    return f"{kind}{weight}{words}: {contrast.reason}"


def _signals(page: Page, signals: Iterable[Evidence]) -> None:
    """The signals by group, each with what it adds in all, those that weigh most first."""
    groups: dict[str, list[Evidence]] = {}
    for one in sorted(signals, key=lambda one: (-abs(one.weight), one.name)):
        groups.setdefault(one.group, []).append(one)
    totals = {group: sum(one.weight for one in ones) for group, ones in groups.items()}
    rows: list[Sequence[str | Sequence[Piece]]] = []
    for group in sorted(groups, key=lambda group: (-abs(totals[group]), group)):
        rows.append(([(group, "bold")], "", [(f"{totals[group]:+.2f}", "bold")], ""))
        rows += [(f"  {one.name}", f"{one.value:.2f}", f"{one.weight:+.2f}", one.reason) for one in groups[group]]
    page.table(_COLUMNS, rows)


_COLUMNS = (
    Column("signal"),
    Column("value", right=True),
    Column("weight", right=True),
    Column("what it tells", overflow="fold"),
)
