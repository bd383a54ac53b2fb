"""What stands in one cell of a table: one value as text, or several."""

import csv
import re
from collections.abc import Iterable, Iterator

_ESCAPED = re.compile(r"\\([;\\])")


def table_fault(error: csv.Error) -> str:
    """What is wrong in a table, in words of its own where Python's tell of its reader and not of the file."""
    told = str(error)
    if told == "unexpected end of data":
        return "a quotation mark that opens here is never closed"
    if "expected after" in told:
        return "a quotation mark inside a cell is written twice, and the cell between two"
    return told


def as_text(value: object) -> str:
    """A value as text; empty for None."""
    return "" if value is None else str(value)


def joined(values: Iterable[str]) -> str:
    """Values with `; ` between, so that `parted` gives them back.

    A backslash stands before a semicolon or backslash of their own, and before a blank with which one begins or ends.
    """
    return "; ".join(map(_guarded, values))


def _guarded(value: str) -> str:
    text = value.replace("\\", "\\\\").replace(";", "\\;")
    if len(text) > 1 and text[-1].isspace():
        text = f"{text[:-1]}\\{text[-1]}"
    return f"\\{text}" if text[:1].isspace() else text


def parted(cell: str) -> list[str]:
    """The values of a cell that `joined` made, or a person typed; blanks around a semicolon do not count.

    A backslash is itself, but before a semicolon, before another one, and before a blank at either end of a value. What
    is empty is no value.
    """
    return [value for part in _parts(cell) if (value := _value(part))]


def _parts(cell: str) -> Iterator[str]:
    """What stands between the semicolons that have no backslash before them."""
    start, escaped = 0, False
    for at, char in enumerate(cell):
        if char == ";" and not escaped:
            yield cell[start:at]
            start = at + 1
        escaped = char == "\\" and not escaped
    yield cell[start:]


def _value(part: str) -> str:
    text = part.lstrip()
    bare = text.rstrip()
    blank = ""
    if len(bare) < len(text) and (len(bare) - len(bare.rstrip("\\"))) % 2:
        bare, blank = bare[:-1], text[len(bare)]
    if bare[:1] == "\\" and bare[1:2].isspace():
        bare = bare[1:]
    return _ESCAPED.sub(r"\1", bare) + blank
