"""A page of text in the making: lines at a width, styled where colour is wanted; knows rich and nothing of claims.

Whatever is put on a page is escaped here, and nowhere else: a screen obeys the page's own styles alone.
"""

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console, OverflowMethod
from rich.table import Table
from rich.text import Text

from claimtrack.renderers.lines import Piece, wrapped
from claimtrack.renderers.shown import shown

WIDTH = 80
_GAP = 2
"""Blanks between the columns of a table."""
MARK = "bold underline"
"""The style of marked words."""


class Column(NamedTuple):
    """A column of a table: its head, and how its cells are set; broken where `overflow` says how, else in one line.

    `least` is what it keeps of its width where the columns are cut to fit the page.
    """

    head: str
    right: bool = False
    most: int | None = None
    overflow: OverflowMethod | None = None
    least: int = 0


class Page:
    """Lines in the making; the only place that knows of styles and of rich."""

    def __init__(self, *, color: bool, width: int) -> None:
        self._lines: list[str] = []
        self.color = color
        self.width = width

    def text(self) -> str:
        """All lines so far, without blanks at their ends."""
        return "\n".join(line.rstrip() for line in self._lines).strip("\n") + "\n"

    def blank(self) -> None:
        """An empty line."""
        self._lines.append("")

    def heading(self, words: str, style: str = "bold") -> None:
        """Words with a rule below them."""
        words = shown(words)
        self.blank()
        self.line(words, style=style)
        self.line("-" * min(len(words), self.width), style="dim")

    def line(self, words: str, indent: int = 0, style: str = "") -> None:
        """Words in one style, wrapped."""
        self.pieces([(words, style)], indent)

    def pieces(self, pieces: Sequence[Piece], indent: int = 0) -> None:
        """Words in several styles, wrapped."""
        safe = [(shown(words), style) for words, style in pieces]
        self._lines.extend(wrapped(safe, self.width, indent, color=self.color))

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[str | Sequence[Piece]]]) -> None:
        """A table as wide as the page; a cell is words, or words in several styles."""
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold", expand=False)
        cells = [[_cell(words) for words in row] for row in rows]
        for one, most in zip(columns, self._widths(columns, cells), strict=True):
            table.add_column(
                _cell(one.head),
                justify="right" if one.right else "left",
                max_width=most,
                overflow=one.overflow or "ellipsis",
                no_wrap=one.overflow is None,
            )
        for row in cells:
            table.add_row(*row)
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

    def _widths(self, columns: Sequence[Column], cells: Sequence[Sequence[Text]]) -> Sequence[int | None]:
        """How wide each column may be: where not all have what they want, the widest are cut alike."""
        most = [one.most for one in columns]
        if any(one.overflow for one in columns):
            return most
        wanted = [max(map(_columns, (_cell(one.head), *(row[at] for row in cells)))) for at, one in enumerate(columns)]
        wanted = [wide if limit is None else min(wide, limit) for wide, limit in zip(wanted, most, strict=True)]
        room = self.width - _GAP * (len(columns) - 1)
        widths = [min(wide, one.least) for wide, one in zip(wanted, columns, strict=True)]
        if sum(wanted) <= room or sum(widths) > room:
            return most
        for _ in range(room - sum(widths)):
            widths[min((at for at in range(len(widths)) if widths[at] < wanted[at]), key=widths.__getitem__)] += 1
        return widths


def _columns(cell: Text) -> int:
    """Columns of a screen that the widest line of a cell takes."""
    return max((cell_len(line) for line in cell.plain.split("\n")), default=0)


def _cell(words: str | Sequence[Piece]) -> Text:
    pieces = [(words, "")] if isinstance(words, str) else words
    return Text.assemble(*((shown(some), style) for some, style in pieces))
