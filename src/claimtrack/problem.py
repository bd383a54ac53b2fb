"""Something wrong in a user's file, with its place and code: a value, never raised."""

from enum import StrEnum

from attrs import field, frozen


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
