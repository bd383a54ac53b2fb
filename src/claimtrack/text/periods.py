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
    bound: str = ""
    """What the days bound: "by" (no later), "until" (it ended), "since" (it began), "from" (no earlier), or nothing."""
    denied: str = ""
    """The word of a bound that is denied: "before" of "not before June", which is "from June" as a bound."""
    told: tuple[int, int] = (0, 0)
    """The tokens that name them with their bound; (0, 0) where there is none."""

    def excludes(self, other: "Period") -> bool:
        """Is there no day that both allow?"""
        if self.anchored != other.anchored:
            return False
        mine, yours = _comparable(self, other)
        if mine[1] < yours[0]:
            return not _has_room(self, other)
        return yours[1] < mine[0] and not _has_room(other, self)

    def same(self, other: "Period") -> bool:
        """Do both name the same days, and bound the same by them?

        What has been since 2012 began in 2012; what is to be by 2012 need not be in 2012.
        """
        if self.anchored != other.anchored or (self.bound != other.bound and not _bound_alike(self.bound, other.bound)):
            return False
        mine, yours = _comparable(self, other)
        return mine == yours

    @property
    def tokens(self) -> tuple[int, int]:
        """The tokens that name them, those of a bound among them."""
        return self.told if self.bound else (self.start, self.end)


_WAYS = {"by": -1, "until": -1, "since": 1, "from": 1}
"""Bounds before which there is room, and those after which."""


def _bound_alike(bound: str, other: str) -> bool:
    if bound and other:
        return _WAYS[bound] == _WAYS[other]
    return (bound or other) in ("since", "until")


def _has_room(early: Period, late: Period) -> bool:
    """May what is told of the one be of days of the other, which lies wholly behind it?

    Of two deadlines ("by 2030", "by 2035") or two days on which something ended one alone is meant.
    """
    if early.bound == late.bound:
        return False
    if (early.bound, late.bound) == ("until", "since"):
        return True  # it ended, and began again
    return _WAYS.get(early.bound) == 1 or _WAYS.get(late.bound) == -1


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
