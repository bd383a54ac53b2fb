"""Rows of a table (CSV, JSON Lines) as claims to add: each with the line on which it stands."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from claimtrack.cells import table_fault
from claimtrack.errors import UsageError
from claimtrack.quantity import quantity
from claimtrack.settings import Limits

_LIMITS = Limits()


class WrongRowsError(UsageError):
    """Rows that are refused: `faults` tells what is wrong with each, with its place, in the order of the rows."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults) + "; nothing was written")
        self.faults = tuple(faults)


def read_rows(path: str) -> tuple[tuple[int, Mapping[str, Any]], ...]:
    """The rows of a .csv or .jsonl file with their lines; raises UsageError for what is no such file.

    A CSV file names its columns in its first line, and separates them by commas, semicolons or tabs. Rows that are
    none are told all at once.
    """
    text = _text(path)
    kind = Path(path).suffix.lower()
    faults: list[str] = []
    if kind in (".jsonl", ".ndjson"):
        rows = tuple(_json_rows(text, path, faults))
    elif kind in (".csv", ".tsv"):
        rows = tuple(_csv_rows(text, path, faults))
    else:
        raise UsageError(f"{path}: rows are read from .csv, .tsv or .jsonl files")
    if len(faults) > 1:
        raise WrongRowsError(faults)
    if faults:
        raise UsageError(faults[0])
    return rows


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            data = file.read(_LIMITS.bytes + 1)
    except OSError as error:
        raise UsageError(f"{path} could not be read: {error.strerror}") from None
    except ValueError:
        raise UsageError(f"{path} could not be read: no file can have such a name") from None
    if len(data) > _LIMITS.bytes:
        raise UsageError(f"{path} is larger than {_LIMITS.bytes:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not UTF-8") from None


def _json_rows(text: str, path: str, faults: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line, object_pairs_hook=each_once, parse_constant=no_number)
        except RefusedError as error:
            faults.append(f"{path}:{number}: {error}")
        except (ValueError, RecursionError):
            faults.append(f"{path}:{number}: this line is no JSON")
        else:
            if isinstance(row, dict):
                yield number, row
            else:
                faults.append(f"{path}:{number}: a row is an object: {{…}}")


class RefusedError(ValueError):
    """What Python takes for JSON, and would lose or change; the text is fit to show to a user."""


def each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of its keys and values; raises RefusedError where a key stands twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RefusedError(f"the key “{twice([key for key, _ in pairs])[:60]}” stands twice in one object")
    return found


def no_number(word: str) -> Any:
    """Raise RefusedError: NaN and the like are no numbers of JSON."""
    raise RefusedError(f"{word} is no number of JSON")


def twice(names: Sequence[str]) -> str:
    """The first name that stands there already; "" where none does."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return ""


def _csv_rows(text: str, path: str, faults: list[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    before = 0
    try:
        names = [name.strip() for name in next(reader, [])]
        if again := twice([name for name in names if name]):
            raise UsageError(f"{path}:1: two columns have the name “{again[:60]}”")
        before = reader.line_num
        for row in reader:
            line, before = before + 1, reader.line_num
            if len(row) == len(names):
                if any(row):
                    yield line, {name: cell for name, cell in zip(names, row, strict=True) if name or cell}
            elif any(row):
                given = quantity(len(row), "field")
                faults.append(f"{path}:{line}: {given}, where the first line names {len(names)}")
    except csv.Error as error:
        faults.append(f"{path}:{before + 1}: {table_fault(error)}")
