"""Each problem with the line that it points into and a caret under the place; for people."""

import unicodedata
from collections.abc import Sequence

from claimtrack.problem import Problem
from claimtrack.renderers.problems.counted import last_line, told
from claimtrack.renderers.shown import shown

WIDTH = 80
"""Cells of a screen that nothing is known of."""
_LEAST = 20
"""Cells of a line that are shown on the narrowest screen."""
_BEFORE = 0.6
"""The share of them that may stand before the place in a longer line, where what follows has need of the others."""
_WIDE = frozenset("WF")


def render(problems: Sequence[Problem], width: int = WIDTH) -> str:
    """The problems in order; ends with counts. Lines of files are cut to what `width` cells have room for."""
    return "".join(_one(problem, width) for problem in told(problems)) + last_line(problems)


def _one(problem: Problem, width: int) -> str:
    lines = [f"{problem.level}: {problem.message} [{problem.code} {problem.name}]", f"  --> {problem.place}"]
    lines = [_line(line) for line in lines]
    if problem.excerpt and 0 < problem.place.column <= len(problem.excerpt) + 1:
        lines += _excerpt(problem, width)
    if problem.help:
        lines.append(_line(f"  help: {problem.help}"))
    return "\n".join(lines) + "\n\n"


def _line(text: str) -> str:
    return shown(text).replace("\n", "<U+000A>").replace("\t", " ")


def _excerpt(problem: Problem, width: int) -> list[str]:
    number = str(problem.place.line)
    pad = " " * len(number)
    before, rest = _cut(problem.excerpt, problem.place.column - 1, max(_LEAST, width - len(f"{number} | ")))
    return [f"{pad} |", f"{number} | {before}{rest}".rstrip(), f"{pad} | {' ' * _columns(before)}^"]


def _cut(line: str, at: int, room: int) -> tuple[str, str]:
    """What is shown of a line before a place and from it on; “…” stands where it is cut to fit into `room` cells."""
    before, rest = _line(line[:at]), _line(line[at:])
    if _columns(before + rest) <= room:
        return before, rest
    before = _last(before, max(int(room * _BEFORE), room - max(1, _columns(rest))))
    return before, _last(rest[::-1], room - _columns(before))[::-1]


def _last(text: str, room: int) -> str:
    """The end of a text that fits into `room` cells, “…” before it where it is cut."""
    if _columns(text) <= room:
        return text
    start, cells = len(text), 1
    while start and (cells := cells + _columns(text[start - 1])) <= room:
        start -= 1
    return f"…{text[start:]}"


def _columns(text: str) -> int:
    """Cells that a text takes on a screen: two for wide characters, none for marks on others (UAX #11)."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in _WIDE) for c in text)
