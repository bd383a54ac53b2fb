"""Words of users made fit for Markdown: shown, never obeyed."""

import re
from collections.abc import Iterable

from claimtrack.renderers.shown import shown

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~$&@!])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    one_line = " ".join(shown(text).split())
    return _LEADING.sub(r"\1\\\2\3", _ACTIVE.sub(r"\\\1", one_line))


def row(cells: Iterable[str]) -> str:
    """One row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"
