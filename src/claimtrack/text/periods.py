"""A date or a period as an interval of days."""

from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

LEAP = 2000
"""The year in which dates without a year are compared."""
ANY_DAY = date(2000, 1, 5)
"""The day beside which "next week" is read where nobody knows the day of speaking: in the midst of the first week of a
month, so that yesterday and tomorrow are of this week, and last week may be of this month or the last."""


class Period(NamedTuple):
    """Days named in a text: first and last, whether a year is known, and which tokens name them."""

    first: date
    last: date
    dated: bool
    start: int
    end: int
    anchored: bool = True
    """Is the day known beside which it was told? If not, it only compares with another such."""

    def excludes(self, other: "Period") -> bool:
        """Is there no day that both allow?"""
        if self.anchored != other.anchored:
            return False
        mine, yours = _comparable(self, other)
        return mine[1] < yours[0] or yours[1] < mine[0]

    def same(self, other: "Period") -> bool:
        """Do both name the same days?"""
        if self.anchored != other.anchored:
            return False
        mine, yours = _comparable(self, other)
        return mine == yours


def _comparable(a: Period, b: Period) -> tuple[tuple[date, date], tuple[date, date]]:
    if a.dated and b.dated:
        return (a.first, a.last), (b.first, b.last)
    return _yearless(a), _yearless(b)


def _yearless(one: Period) -> tuple[date, date]:
    if one.last.year > one.first.year or (one.last - one.first).days >= 364:
        return date(LEAP, 1, 1), date(LEAP, 12, 31)
    return one.first.replace(year=LEAP), one.last.replace(year=LEAP)


@lru_cache(maxsize=4096)
def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
