"""Dates as people give them: intervals of days that keep the precision that was given."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import total_ordering

from attrs import frozen

from claimtrack.errors import UsageError

EARLIEST = date.min
LATEST = date.max

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-[Qq]([1-4])")
_YEAR = re.compile(r"([0-9]{4})")
_SHORTEST = 4
"""Characters of an end of a range, be it a year."""
_PART = re.compile(r"(early|mid|late) ([0-9]{4})-([0-9]{2})")
FORMS = "write 2021-09-30, 2021-09, 2021 or a range 2021-09-28/2021-09-30"
"""What is said of a text in no form of a date."""
_SHOWN = 60
"""Characters of a text that is no date, as what is said of it shows them."""


class Precision(StrEnum):
    """How exactly a date was given."""

    DAY = "day"
    RANGE = "range"
    PART = "part"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OPEN = "open"


@total_ordering
@frozen(kw_only=True, order=False)
class When:
    """An interval of days, both ends included, with the precision and the text that a person gave.

    Ordered by first day, last day, text. Two dates that overlap may be one day: ask `before`,
    `within` and `overlaps`, not the order.
    """

    first: date
    last: date
    precision: Precision
    text: str
    approximate: bool = False

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, When):
            return NotImplemented
        return (self.first, self.last, self.text) < (other.first, other.last, other.text)

    def before(self, other: "When") -> bool:
        """Does this lie wholly before the other?"""
        return self.last < other.first

    def within(self, other: "When") -> bool:
        """Does the other contain all of this?"""
        return other.first <= self.first and self.last <= other.last

    def overlaps(self, other: "When") -> bool:
        """Is there a day that both allow?"""
        return self.first <= other.last and other.first <= self.last


def day(given: date) -> When:
    """The one day `given`, as an interval."""
    return When(first=given, last=given, precision=Precision.DAY, text=given.isoformat())


def parse_when(text: str) -> When:
    """Read a date that a person typed in a file.

    Understands `2021-09-30`, `2021-09`, `2021`, `2021-Q3`, `early|mid|late 2021-09`, ranges `a/b`, open
    ranges `../b` and `a/..`, and a trailing `~` for about (the notation follows EDTF, ISO 8601-2:2019).
    Thirds of a month are days 1-10, 11-20 and 21 to the end.

    Raises ValueError with a sentence for the user when the text is no such date, UsageError for what is no text.
    """
    if not isinstance(text, str):
        raise UsageError(f"a date is wanted as a text, and this is none: {type(text).__name__}")
    bare = text.strip()
    approximate = bare.endswith("~")
    body = bare.removesuffix("~").rstrip()
    first, last, precision = _range(body) if "/" in body else _single(body)
    if last < first:
        raise ValueError(f"{bare[:_SHOWN]!r} ends before it begins")
    return When(first=first, last=last, precision=precision, text=bare, approximate=approximate)


def _range(body: str) -> tuple[date, date, Precision]:
    left, _, right = (part.strip() for part in body.partition("/"))
    if any(len(part) < _SHORTEST and part != ".." for part in map(str.strip, body.split("/"))):
        raise _refused(body)
    if left == ".." and right == "..":
        raise ValueError("a range needs at least one end")
    first = EARLIEST if left == ".." else _single(left)[0]
    last = LATEST if right == ".." else _single(right)[1]
    return first, last, Precision.OPEN if ".." in (left, right) else Precision.RANGE


def _single(body: str) -> tuple[date, date, Precision]:
    if found := _DAY.fullmatch(body):
        only = _date(int(found[1]), int(found[2]), int(found[3]))
        return only, only, Precision.DAY
    if found := _MONTH.fullmatch(body):
        year, month = int(found[1]), int(found[2])
        return _date(year, month, 1), _month_end(year, month), Precision.MONTH
    if found := _QUARTER.fullmatch(body):
        year, month = int(found[1]), 3 * int(found[2])
        return _date(year, month - 2, 1), _month_end(year, month), Precision.QUARTER
    if found := _YEAR.fullmatch(body):
        year = int(found[1])
        return _date(year, 1, 1), _date(year, 12, 31), Precision.YEAR
    if found := _PART.fullmatch(body):
        return (*third_of_month(int(found[2]), int(found[3]), found[1]), Precision.PART)
    raise _refused(body)


def _refused(body: str) -> ValueError:
    shown = body[:_SHOWN]
    return ValueError(f"{shown!r} is not a date: {FORMS}")


def third_of_month(year: int, month: int, part: str) -> tuple[date, date]:
    """First and last day of the `early`, `mid` or `late` third of a month."""
    if part == "early":
        return _date(year, month, 1), _date(year, month, 10)
    if part == "mid":
        return _date(year, month, 11), _date(year, month, 20)
    return _date(year, month, 21), _month_end(year, month)


def _month_end(year: int, month: int) -> date:
    _date(year, month, 1)
    return _date(year, month, monthrange(year, month)[1])


def _date(year: int, month: int, day_of_month: int) -> date:
    if year < 1:
        raise ValueError(f"there is no year {year:04}")
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02}: months go from 01 to 12")
    days = monthrange(year, month)[1]
    if not 1 <= day_of_month <= days:
        raise ValueError(f"{year:04}-{month:02} has {days} days, not {day_of_month:02}")
    return date(year, month, day_of_month)
