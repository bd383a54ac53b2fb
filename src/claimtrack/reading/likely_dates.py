"""The day that a person may have meant by a date that is none, for "did you mean"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from claimtrack.when import FORMS, parse_when

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_FORM = "a day is written 2021-09-30, a month 2021-09, a year 2021"
_RANGE = "a range is written 2021-09-28/2021-09-30, the earlier day first"
_PIECES = re.compile(r"\d+|[^\W\d_]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?\Z", re.ASCII)
_BETWEEN = re.compile(r"(\d{4}-\d\d(?:-\d\d)?) *(?:-|\.\.|to|until) *(\d{4}-\d\d(?:-\d\d)?)", re.ASCII)
_FILLERS = frozenset({"st", "nd", "rd", "th", "of"})
_LONGEST = 40
_YEAR = 4
_MONTH_NAME = 3
"""Letters from which a month is known by its beginning."""


def date_hint(written: str, said: str = "") -> str:
    """What to write for a date that is none: the days that it may mean, or how one is written if that is not `said`."""
    found = likely_dates(written)
    if found:
        return f"did you mean {' or '.join(f'“{one}”' for one in found)}?"
    if FORMS in said:
        return ""
    return _RANGE if written.count("/") == 1 and written.count("-") > 1 else _FORM


def likely_dates(written: str) -> tuple[str, ...]:
    """The dates that a text may mean, ISO 8601, likeliest first; of a day that its month has not, those beside it.

    Behind the year comes the month, where there is such a one. Dashes of any length stand for hyphens, and a time of
    the day is left off. Two dates with a dash or "to" between are a range.
    """
    written = _TIME.sub("", _DASHES.sub("-", written))
    if between := _BETWEEN.fullmatch(written.strip().casefold()):
        return _range_of(f"{between[1]}/{between[2]}")
    pieces = [one for one in _PIECES.findall(written.casefold()) if one not in _FILLERS]
    if len(written) > _LONGEST or not written.isascii():
        return ()
    numbers = [one for one in pieces if one.isdecimal()]
    words = [one for one in pieces if not one.isdecimal()]
    if len(words) == 1:
        return _with_month(numbers, _month(words[0]))
    return () if words else _of_numbers(numbers)


def _range_of(written: str) -> tuple[str, ...]:
    """The range, where it is one."""
    try:
        return (str(parse_when(written)),)
    except ValueError:
        return ()


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 where it is none."""
    if len(word) < _MONTH_NAME:
        return 0
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _with_month(numbers: Sequence[str], month: int) -> tuple[str, ...]:
    years = [one for one in numbers if len(one) == _YEAR]
    days = [one for one in numbers if len(one) < _YEAR]
    if not month or len(years) != 1 or len(days) > 1:
        return ()
    return _days(years[0], str(month), days[0]) if days else _month_of(years[0], str(month))


def _of_numbers(numbers: Sequence[str]) -> tuple[str, ...]:
    match [len(one) for one in numbers]:
        case [8]:
            (one,) = numbers
            return _days(one[:4], one[4:6], one[6:])
        case [4, 1 | 2, 1 | 2]:
            year, month, day = numbers
            return _days(year, month, day) or _days(year, day, month)
        case [1 | 2, 1 | 2, 4]:
            day, month, year = numbers
        case [4, 1 | 2]:
            return _month_of(numbers[0], numbers[1])
        case [1 | 2, 4]:
            return _month_of(numbers[1], numbers[0])
        case _:
            return ()
    return tuple(dict.fromkeys((*_days(year, month, day), *_days(year, day, month))))


def _month_of(year: str, month: str) -> tuple[str, ...]:
    return (f"{year}-{int(month):02}",) if int(year) and 1 <= int(month) <= len(_MONTHS) else ()


def _days(year: str, month: str, day: str) -> tuple[str, ...]:
    """The day of these numbers; where the month is too short for it, its last day and the next month's first."""
    if not _month_of(year, month) or not 1 <= int(day) <= 31:
        return ()
    first = date(int(year), int(month), 1)
    length = monthrange(first.year, first.month)[1]
    if int(day) <= length:
        return (first.replace(day=int(day)).isoformat(),)
    return (first.replace(day=length).isoformat(), (first + timedelta(days=length)).isoformat())
