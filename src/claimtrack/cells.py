"""Several values in one cell of a table."""

from collections.abc import Iterable


def joined(values: Iterable[str]) -> str:
    """Values with `; ` between; a backslash stands before a semicolon or backslash of their own."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def parted(cell: str) -> list[str]:
    """The values of a cell that `joined` made, or a person typed; spaces around a semicolon do not count."""
    found, here, escaped = [], "", False
    for char in cell:
        if escaped or char not in "\\;":
            here, escaped = here + char, False
        elif char == "\\":
            escaped = True
        else:
            found.append(here)
            here = ""
    found.append(here)
    return [one.removeprefix(" ") if number else one for number, one in enumerate(found)] if cell else []
