"""Lines of words in styles, wrapped to a width: what a terminal page is made of, without a console."""

import re
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

Piece = tuple[str, str]
"""Some words and the names of their styles, blank between."""

_CODES = {"bold": "1", "dim": "2", "italic": "3", "underline": "4", "red": "31", "green": "32", "yellow": "33"}
_CODES["magenta"] = "35"
_WORD = re.compile(r"\A\s*+\S++\s*+|\S++\s*+")
"""A word with the blanks behind it, the first with those before it too: nowhere are blanks looked at twice."""
_NARROW = re.compile("[ -~¡-¬®-˿Ͱ-ҁ‐-‧→≠≈]*")
"""Characters of one column each, so that a length is a width."""


def wrapped(pieces: Sequence[Piece], width: int, indent: int = 0, *, color: bool = False) -> Iterator[str]:
    """The lines of `pieces`, at most `width` columns with `indent` blanks before each; linear in the words.

    Broken between words; a word that is wider than a line is broken where the line ends.
    """
    plain = "".join(words for words, _ in pieces)
    margin = " " * indent
    at = 0
    for line in plain.split("\n"):
        begins = [at, *(at + offset for offset in _breaks(line, max(1, width - indent)))]
        for begin, end in zip(begins, [*begins[1:], at + len(line)], strict=True):
            yield margin + (_styled(pieces, begin, end) if color else plain[begin:end])
        at += len(line) + 1


def _breaks(line: str, width: int) -> list[int]:
    """Where a line that is too wide is broken."""
    if len(line) <= width and _NARROW.fullmatch(line):
        return []
    wide = len if _NARROW.fullmatch(line) else cell_len
    found: list[int] = []
    used = 0
    for word in _WORD.finditer(line):
        start, words = word.start(), word.group()
        bare = wide(words.rstrip())
        if bare <= width - used:
            used += wide(words)
        elif bare > width:
            chopped = chop_cells(words, width)
            for part in chopped:
                if start:
                    found.append(start)
                start += len(part)
            used = wide(chopped[-1])
        elif used and start:
            found.append(start)
            used = wide(words)
    return found


def _styled(pieces: Sequence[Piece], begin: int, end: int) -> str:
    """The words from `begin` to `end`, the styled ones between the codes of a terminal (ECMA-48, SGR)."""
    found = []
    at = 0
    for words, style in pieces:
        part = words[max(0, begin - at) : max(0, end - at)]
        at += len(words)
        if part and style:
            codes = ";".join(_CODES[name] for name in style.split())
            found.append(f"\x1b[{codes}m{part}\x1b[0m")
        else:
            found.append(part)
    return "".join(found)
