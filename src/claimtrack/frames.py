"""Tables as data frames of pandas or polars, either loaded when it is first asked for."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import Any

from claimtrack.errors import UsageError

LIBRARIES = ("pandas", "polars")
_DAYS = frozenset({"first_day", "last_day"})
_TRUTHS = frozenset({"derived_id", "complete", "suggested"})
_FIGURES = frozenset({"paraphrase", "similarity"})
_NUMBERS = frozenset({"line"})


def frame(columns: Sequence[str], rows: Sequence[Sequence[Any]], library: str) -> Any:
    """A data frame with these columns: days as dates, truth values as such, figures as floats, all else as texts.

    A cell in which nothing stands is missing (None, NaT, null). Raises UsageError for a library that is neither
    "pandas" nor "polars", or is not installed.
    """
    if library not in LIBRARIES:
        raise UsageError(f"frames are made by {' or '.join(LIBRARIES)}, not by “{library[:60]}”")
    try:
        made_by = import_module(library)
    except ImportError:
        raise UsageError(f"{library} is not installed: pip install 'claimtrack[{library}]'") from None
    cells = {name: [_value(name, row[at]) for row in rows] for at, name in enumerate(columns)}
    return _pandas(made_by, cells) if library == "pandas" else _polars(made_by, cells)


def _value(name: str, value: Any) -> Any:
    if name in _TRUTHS:
        return bool(value)
    return date.fromisoformat(value) if name in _DAYS and value else value


def _pandas(pandas: Any, cells: dict[str, list[Any]]) -> Any:
    # days to the second: in nanoseconds, the year 1 would not fit
    kinds = dict.fromkeys(_DAYS, "datetime64[s]") | dict.fromkeys(_TRUTHS, "bool")
    kinds |= dict.fromkeys(_FIGURES, "float64") | dict.fromkeys(_NUMBERS, "int64")
    return pandas.DataFrame({name: pandas.Series(own, dtype=kinds.get(name, "object")) for name, own in cells.items()})


def _polars(polars: Any, cells: dict[str, list[Any]]) -> Any:
    kinds = dict.fromkeys(_DAYS, polars.Date) | dict.fromkeys(_TRUTHS, polars.Boolean)
    kinds |= dict.fromkeys(_FIGURES, polars.Float64) | dict.fromkeys(_NUMBERS, polars.Int64)
    return polars.DataFrame(cells, schema={name: kinds.get(name, polars.String) for name in cells})
