"""One file's text while it is read: turns offsets into places and collects what is wrong."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import TypeAlias

from claimtrack.problem import Place, Problem, Rule, covers

_EXCERPT = 300
_IGNORE = re.compile(r"#[ ]?claimtrack: ignore\[([\w ,]{1,200})\]")

Hint: TypeAlias = str | Callable[[], str]
"""What to do about a problem; a function where it costs to find out."""


class Page:
    """A text with its path; offsets count characters from 0, lines end at a line feed."""

    __slots__ = ("_blamed", "_ignored", "_starts", "beyond", "limit", "path", "problems", "text")

    def __init__(self, path: str, text: str, *, limit: int = 100) -> None:
        self.path = path
        self.text = text
        self.limit = limit
        self.problems: list[Problem] = []
        self.beyond = 0
        """Problems found after the limit was reached; they are counted only."""
        self._blamed: set[int] = set()
        self._starts: list[int] | None = None
        self._ignored: Mapping[int, tuple[str, ...]] | None = None

    @property
    def ignored(self) -> Mapping[int, tuple[str, ...]]:
        """By line, the codes that `# claimtrack: ignore[CT501]` names at its end, or on a line of its own above."""
        if self._ignored is None:
            self._ignored = dict(_ignored(self.text)) if "claimtrack: ignore" in self.text else {}
        return self._ignored

    def place(self, offset: int) -> Place:
        """Line and column of an offset."""
        starts = self._starts
        if starts is None:
            lengths = [len(line) + 1 for line in self.text.split("\n")]
            starts = self._starts = list(accumulate(lengths, initial=0))
        line = bisect_right(starts, offset)
        return Place(path=self.path, line=line, column=offset - starts[line - 1] + 1)

    def line_at(self, offset: int) -> str:
        """The line in which an offset lies, without its line break, cut to what can be shown."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return self.text[start : min(end, start + _EXCERPT)].rstrip("\r")

    def report(self, rule: Rule, offset: int, message: str, hint: Hint = "") -> None:
        """Note a problem at an offset; beyond the limit it is only counted, and no hint is worked out."""
        self._blamed.add(offset)
        if self.ignored and not rule.stays and covers(self.ignored.get(self.place(offset).line, ()), rule.code):
            return
        if len(self.problems) >= self.limit:
            self.beyond += 1
            return
        place = self.place(offset)
        told = hint if isinstance(hint, str) else hint()
        self.problems.append(rule.at(place, message, hint=told, excerpt=self.line_at(offset)))

    def blamed(self, offset: int) -> bool:
        """Was a problem already noted at this very place?"""
        return offset in self._blamed


def _ignored(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    above: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        found = _IGNORE.search(line)
        codes = tuple(found[1].replace(",", " ").split()) if found else ()
        if codes or above:
            yield number, (*codes, *above)
        above = codes if line.lstrip().startswith("#") else ()
