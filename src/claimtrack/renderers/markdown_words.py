"""Words of users made fit for Markdown: shown, never obeyed."""

import re
from collections.abc import Iterable

from claimtrack.renderers.shown import shown

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$&@!])")
_NO_CODE = frozenset("`|")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    one_line = " ".join(shown(text).split())
    return _LEADING.sub(r"\1\\\2\3", _ACTIVE.sub(r"\\\1", one_line))


def code(name: str) -> str:
    """An id or a place between backticks; escaped instead where it holds what would end them, or a cell of a table."""
    one_line = " ".join(shown(name).split())
    return f"`{one_line}`" if one_line and not set(one_line) & _NO_CODE else escaped(name)


def row(cells: Iterable[str]) -> str:
    """One row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"
