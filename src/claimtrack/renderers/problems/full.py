"""Each problem with the line that it points into and a caret under the place; for people."""

import unicodedata
from collections.abc import Sequence

from claimtrack.problem import Problem
from claimtrack.renderers.problems.counted import MOST, last_line
from claimtrack.renderers.shown import shown

_WIDTH = 100
"""Characters of a line that are shown."""
_BEFORE = 60
"""Characters kept before the place in a longer line."""
_WIDE = frozenset("WF")


def render(problems: Sequence[Problem]) -> str:
    """The problems in order; ends with counts."""
    return "".join(_one(problem) for problem in problems[:MOST]) + last_line(problems)


def _one(problem: Problem) -> str:
    lines = [f"{problem.level}: {problem.message} [{problem.code} {problem.name}]", f"  --> {problem.place}"]
    lines = [_line(line) for line in lines]
    if problem.excerpt and 0 < problem.place.column <= len(problem.excerpt) + 1:
        lines += _excerpt(problem)
    if problem.help:
        lines.append(_line(f"  help: {problem.help}"))
    return "\n".join(lines) + "\n\n"


def _line(text: str) -> str:
    return shown(text).replace("\n", "<U+000A>").replace("\t", " ")


def _excerpt(problem: Problem) -> list[str]:
    number = str(problem.place.line)
    at = problem.place.column - 1
    start = max(0, at - _BEFORE) if len(problem.excerpt) > _WIDTH else 0
    before = _line(problem.excerpt[start:at])
    rest = _line(problem.excerpt[at : start + _WIDTH])
    pad = " " * len(number)
    cut = "…" if start else ""
    caret = " " * _columns(cut + before) + "^"
    return [f"{pad} |", f"{number} | {cut}{before}{rest}".rstrip(), f"{pad} | {caret}"]


def _columns(text: str) -> int:
    """Cells that a text takes on a screen: two for wide characters, none for marks on others (UAX #11)."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in _WIDE) for c in text)
