"""Something wrong in a user's file, with its place and code: a value, never raised."""

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

UNREADABLE = "CT0"
"""Codes that begin so are about files as such."""


class Level(StrEnum):
    """How grave a problem is: an error stops `check`, a warning wants a look, a note is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen(kw_only=True, order=True)
class Place:
    """A position in a file; line and column count from 1, 0 where only the file is known."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}"


@frozen(kw_only=True)
class Problem:
    """One fault: `code` and `name` are stable, `message` says what was found and wanted, `help` what to do."""

    code: str
    name: str
    level: Level
    message: str
    place: Place
    help: str = ""
    excerpt: str = field(default="", repr=False)
    """The line of the file that the place points into, for display; empty where there is none."""

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order by place, then code: the same for any order in which files were read."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)


@frozen(kw_only=True)
class Rule:
    """What one code stands for: why it is a problem, and an example of each kind.

    `bad` is a file in which the rule finds its problem, `good` the same file put right; both are empty
    where no text can show it (bytes that are not text, a folder that is missing).
    """

    code: str
    name: str
    level: Level
    why: str
    bad: str = ""
    good: str = ""

    @property
    def stays(self) -> bool:
        """Can nobody choose to ignore it? So it is where a file could not be read as it stands."""
        return self.code.startswith(UNREADABLE) and self.level is Level.ERROR

    def at(self, place: Place, message: str, *, hint: str = "", excerpt: str = "") -> Problem:
        """A problem of this kind at a place."""
        return Problem(
            code=self.code, name=self.name, level=self.level, message=message, place=place, help=hint, excerpt=excerpt
        )


def covers(codes: Iterable[str], code: str) -> bool:
    """Is a code among these, or does it begin with one of them ("CT5" is all of upkeep)?"""
    return code.startswith(tuple(codes))
