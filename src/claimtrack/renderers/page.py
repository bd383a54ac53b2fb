"""A page of text in the making: lines at a width, styled where colour is wanted; knows rich and nothing of claims."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from claimtrack.renderers.lines import Piece, wrapped

WIDTH = 80
MARK = "bold underline"
"""The style of marked words."""


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
        self.blank()
        self.line(words, style=style)
        self.line("-" * min(len(words), WIDTH), style="dim")

    def line(self, words: str, indent: int = 0, style: str = "") -> None:
        """Words in one style, wrapped."""
        self.pieces([(words, style)], indent)

    def pieces(self, pieces: Sequence[Piece], indent: int = 0) -> None:
        """Words in several styles, wrapped."""
        self._lines.extend(wrapped(pieces, self.width, indent, color=self.color))

    def table(self, table: Table) -> None:
        """A table as wide as the page."""
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
