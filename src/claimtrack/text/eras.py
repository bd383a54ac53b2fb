"""Decades, centuries, seasons, quarters and halves of a year, as intervals of days."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claimtrack.text.ordinals import ORDINALS, ordinal
from claimtrack.text.periods import LEAP, Period, month_end
from claimtrack.when import When

_TENS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70}
_TENS |= {"eighties": 80, "nineties": 90}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""First and last month; winter has days of two years, and is told of by no interval of one."""
_BEFORE_A_SEASON = frozenset(["in", "of", "this", "by", "since", "until", "during", "early", "late", "mid"])
_FIGURES = {f"q{number}": number for number in range(1, 5)}
_LAST = frozenset(["last", "final"])
ERA_WORDS = ORDINALS.union(_TENS, _SEASONS, _FIGURES, _LAST)
"""Words that may tell one."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_PARTS = {"early": (0.0, 0.5), "mid": (0.3, 0.7), "late": (0.5, 1.0)}
"""Shares of a decade or century, with room: nobody knows where "late" begins."""
_LAST_CENTURY = 21
_LAST_HUNDRED = 2000
"""From here on "the 2000s" are ten years; "the 1900s" are a hundred."""


class _Years(NamedTuple):
    first: int
    last: int


def era_at(forms: Sequence[str], at: int, said: When | None) -> Period | None:
    """The decade, century, season, quarter or half of a year that is told at a token; None where none is.

    Seasons are those of the northern half of the earth. Blind to winters, and to "the sixties" of another century.
    """
    return _decade(forms, at) or _century(forms, at) or _season(forms, at, said) or _part_of_year(forms, at, said)


@lru_cache(maxsize=4096)
def is_decade(form: str) -> bool:
    """ "1960s", and "1500s" for a century; "1000s" may be thousands."""
    told = len(form) == 5 and form.endswith("0s") and form[:4].isdecimal() and form[0] in "12"
    return told and form != "1000s"


def _decade(forms: Sequence[str], at: int) -> Period | None:
    form = forms[at]
    if is_decade(form):
        first = int(form[:4])
        last = first + (99 if first % 100 == 0 and first < _LAST_HUNDRED else 9)
        return _of_years(forms, _Years(first, last), at, at + 1)
    if form in _TENS and at and forms[at - 1] == "the":
        return _of_years(forms, _Years(1900 + _TENS[form], 1909 + _TENS[form]), at, at + 1)
    return None


def _century(forms: Sequence[str], at: int) -> Period | None:
    """ "the 19th century", "early twentieth-century"."""
    end = at + 1 + (forms[at + 1 : at + 2] == ["-"])
    if forms[end : end + 1] != ["century"] or forms[end + 1 : end + 2] in (["bc"], ["bce"]):
        return None
    number, begin = ordinal(forms, at)
    if not 1 < number <= _LAST_CENTURY:
        return None
    return _of_years(forms, _Years(100 * (number - 1), 100 * number - 1), begin, end + 1)


def _of_years(forms: Sequence[str], years: _Years, start: int, end: int) -> Period:
    """The years, or their early, middle or late part where that stands before them."""
    before = start - 1 - (start > 1 and forms[start - 1] == "-")
    if before >= 0 and forms[before] in _PARTS:
        low, high = _PARTS[forms[before]]
        length = years.last - years.first
        years = _Years(years.first + int(low * length), years.first + round(high * length))
        start = before
    return Period(date(years.first, 1, 1), date(years.last, 12, 31), True, start, end)


def _season(forms: Sequence[str], at: int, said: When | None) -> Period | None:
    """ "in the spring", "summer 2021", "the autumn of 2021"."""
    months = _SEASONS.get(forms[at])
    if months is None:
        return None
    year, end = _year_after(forms, at + 1)
    article = at > 0 and forms[at - 1] == "the"
    before = forms[at - 1 - article] if at > article else ""
    if not year and (before not in _BEFORE_A_SEASON or (forms[at] == "fall" and not article)):
        return None
    return _of_months(months, year, said, (at, end))


def _part_of_year(forms: Sequence[str], at: int, said: When | None) -> Period | None:
    """ "the third quarter of 2021", "Q3", "the first half of the year"."""
    number, begin = _FIGURES.get(forms[at], 0), at
    end = at + 1
    months = 3
    if not number:
        end += forms[at + 1 : at + 2] == ["-"]
        what = forms[end] if end < len(forms) else ""
        months, end = (3, end + 1) if what == "quarter" else (6, end + 1)
        if what in ("quarter", "half"):
            number, begin = (12 // months, at) if forms[at] in _LAST else ordinal(forms, at)
    if not 1 <= number <= 12 // months:
        return None
    year, after = _year_after(forms, end)
    if forms[at] in _LAST and not year and list(forms[end : end + 3]) != ["of", "the", "year"]:
        return None  # "last quarter" is another one each time
    if list(forms[end : end + 3]) == ["of", "the", "year"]:
        after = end + 3
    elif not year and (months == 6 or forms[end : end + 1] == ["of"]):
        return None
    return _of_months((months * (number - 1) + 1, months * number), year, said, (begin, after))


def _year_after(forms: Sequence[str], at: int) -> tuple[int, int]:
    """The year that stands here, be it behind "of", and the token after it; 0 and this token where none does."""
    place = at + (forms[at : at + 1] == ["of"])
    form = forms[place] if place < len(forms) else ""
    if len(form) == 4 and form.isdecimal() and _FIRST_YEAR <= int(form) <= _LAST_YEAR:
        return int(form), place + 1
    return 0, at


def _of_months(months: tuple[int, int], year: int, said: When | None, span: tuple[int, int]) -> Period:
    known = year or (said.first.year if said is not None else 0)
    shown = known or LEAP
    return Period(date(shown, months[0], 1), month_end(shown, months[1]), bool(known), *span)
