"""Dates and periods named in a text, as intervals of days; relative ones against the day on which it was said."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from claimtrack.text.bounds import BOUNDS, NOT_COUNTED, TO_DAYS, from_to, opened
from claimtrack.text.eras import ERA_WORDS, era_at, is_decade
from claimtrack.text.ordinals import ordinal
from claimtrack.text.periods import ANY_DAY, LEAP, Period, month_end
from claimtrack.text.tokens import Tokens
from claimtrack.when import When

_MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTH = {name: number for number, name in enumerate(_MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items() if name != "may"} | {"sept": 9}
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_PARTS = {"end": "late", "late": "late", "close": "late", "beginning": "early", "start": "early", "early": "early"}
_PARTS |= {"middle": "mid", "mid": "mid"}
_STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1}
"""Weeks, months or years from that of the day of speaking."""
_DATE_WORDS = ERA_WORDS.union([*_MONTH, *_STEPS, "tomorrow", "yesterday"])
_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_PART_OF_YEAR = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}
"""First and last month, with room: nobody knows where "late" begins."""
MOST_PERIODS = 40
"""Dates that are read in one text; bounds the worst case."""
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_FIRST_BARE, _LAST_BARE = 1800, 2099
"""Numbers in between are years where nothing that could be counted follows."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def periods_of(tokens: Tokens, said: When | None, where: Iterable[int]) -> tuple[Period, ...]:
    """The dates and periods of a text, in order, none overlapping another; `where` are tokens that may begin one."""
    found: list[Period] = []
    after = 0
    for at in where:
        period = _period(tokens.forms, at, said) if at >= after else None
        if period is not None and period.start >= after:
            found.append(opened(period, tokens.forms) if period.start else period)
            after = period.end
            if len(found) > 1 and found[-2].end + 1 == found[-1].start:
                found[-2:] = from_to(found[-2], found[-1], tokens.forms)
            if len(found) == MOST_PERIODS:
                break
    return tuple(found)


def _period(forms: list[str], at: int, said: When | None) -> Period | None:
    return (
        _relative(forms, at, said) or _named(forms, at, said) or era_at(forms, at, said) or _in_words(forms, at, said)
    )


def _in_words(forms: list[str], at: int, said: When | None) -> Period | None:
    """ "the first of May", "the twenty-first of May"."""
    day, begin = ordinal(forms, at)
    if not day or forms[at + 1 : at + 2] != ["of"] or not set(forms[at + 2 : at + 3]) & _MONTH.keys():
        return None
    year = _year(forms, at + 3)
    return _day_of(forms[at + 2], day, year, (begin, at + 4 if year else at + 3), said)


def _relative(forms: list[str], at: int, said: When | None) -> Period | None:
    """ "next week", "in the coming week", "tomorrow"; where nobody knows the day of speaking, as from any day."""
    if said is not None and (said.last - said.first).days > 1:
        return None
    day = said.last if said is not None else ANY_DAY
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    found = _from(day, forms, at)
    return found if found is None or said is not None else found._replace(anchored=False)


def _from(day: date, forms: list[str], at: int) -> Period | None:
    """The days that are told beside a day."""
    word, ahead = forms[at], forms[at + 1] if at + 1 < len(forms) else ""
    if word == "tomorrow":
        return Period(day + timedelta(days=1), day + timedelta(days=1), True, at, at + 1)
    if word == "yesterday":
        return Period(day - timedelta(days=1), day - timedelta(days=1), True, at, at + 1)
    steps = _STEPS.get(word)
    if steps is None or (forms[at + 2 : at + 3] == ["of"] and _is_of_a_date(forms, at + 3)):
        return None
    ahead = ahead.removesuffix("'s")
    if ahead == "week":
        monday = day - timedelta(days=day.weekday()) + steps * _WEEK
        return Period(monday, monday + timedelta(days=6), True, at, at + 2)
    if ahead == "month":
        year, month = divmod(day.year * 12 + day.month - 1 + steps, 12)
        return Period(date(year, month + 1, 1), month_end(year, month + 1), True, at, at + 2)
    return _of_year(forms, at, day.year + steps)._replace(end=at + 2) if ahead == "year" else None


def _is_of_a_date(forms: list[str], at: int) -> bool:
    """ "the last week of May", "the last month of 2020", unlike "accused him last week of lying"."""
    return at < len(forms) and (forms[at] in ("the", "this") or may_begin_a_date(forms[at]))


def _named(forms: list[str], at: int, said: When | None) -> Period | None:
    word = forms[at]
    if word[0].isdigit():
        return _from_digits(forms, at, said)
    if word in _MONTH and (word != "may" or _is_month(forms, at)):
        return _from_month(forms, at, said)
    return None


def _from_digits(forms: list[str], at: int, said: When | None) -> Period | None:
    """ "28 July 2021", "28th of July", or a year alone after "in", "since", "until" and the like."""
    iso = _iso_day(forms, at)
    if iso is not None:
        return Period(iso, iso, True, at, at + 5)
    day = _day_number(forms[at])
    if day and (forms[at + 1 : at + 2] in _JOINTS or (at > 1 and [forms[at - 1]] in _JOINTS)):
        listed = _listed(forms, at, said)
        if listed is not None:
            return listed
    last, behind = _last_day(forms, at)
    ahead = behind + 1 if forms[behind : behind + 1] == ["of"] else behind
    if day and ahead < len(forms) and forms[ahead] in _MONTH:
        year = _year(forms, ahead + 1)
        found = _day_of(forms[ahead], day, year, (at, ahead + 2 if year else ahead + 1), said)
        if not last:
            return found
        return _lasting(found, last) if last > day and not _is_counting(forms, found) else None
    year = _year(forms, at)
    if _FIRST_BARE <= year <= _LAST_BARE and at and (_stands_alone(forms, at) or _follows_a_year(forms, at)):
        return _of_year(forms, at, year)
    before = forms[at - 1] if at else ""
    if year and (before in _BEFORE_A_YEAR or (before in _BEFORE_ONE_ALONE and _stands_alone(forms, at))):
        return _of_year(forms, at, year)
    return None


def _iso_day(forms: list[str], at: int) -> date | None:
    """ "2021-09-30"."""
    if len(forms[at]) != _YEAR or forms[at + 1 : at + 2] != ["-"] or forms[at + 3 : at + 4] != ["-"]:
        return None
    year, month, day = _year(forms, at), forms[at + 2], forms[at + 4] if at + 4 < len(forms) else ""
    if not (year and len(month) == len(day) == _TWO and month.isdecimal() and day.isdecimal()):
        return None
    if not 1 <= int(month) <= len(_MONTHS) or not 1 <= int(day) <= month_end(year, int(month)).day:
        return None
    return date(year, int(month), int(day))


_YEAR, _TWO = 4, 2
"""Figures of a year, and of a month or day."""


def _last_day(forms: list[str], at: int) -> tuple[int, int]:
    """The last day of "3 to 5 May" and the token after it; 0 and the next token where it is one day."""
    joint = forms[at + 1] if at + 1 < len(forms) else ""
    before = forms[max(0, at - 2) : at]
    between = before[-1:] == ["between"] or (before[:1] == ["between"] and before[-1] in _MONTH)
    if joint in TO_DAYS or (joint == "and" and between):
        day = _day_number(forms[at + 2]) if at + 2 < len(forms) else 0
        if day:
            return day, at + 3
    return 0, at + 1


def _listed(forms: list[str], at: int, said: When | None) -> Period | None:
    """The day of this token in "1, 2 and 3 May" or "May 1, 2 and 3"; None where it is in no such list, or the last."""
    month = _month_behind(forms, at)
    if month:
        return _day_of(forms[month], _day_number(forms[at]), _year(forms, month + 1), (at, at + 1), said)
    month = _month_ahead(forms, at)
    return _day_of(forms[month], _day_number(forms[at]), 0, (at, at + 1), said) if month >= 0 else None


def _month_behind(forms: list[str], at: int) -> int:
    """The month of a list of days of which this is one, not the last; 0 where there is none."""
    if at and forms[at - 1] not in _BEFORE_DAYS and not ([forms[at - 1]] in _JOINTS and _day_number(forms[at - 2])):
        return 0
    day, nth = 0, at
    for _ in range(_MOST_LISTED):
        following = _day_number(forms[nth]) if nth < len(forms) else 0
        if following <= day:
            return 0
        day = following
        ahead = nth + 2 if forms[nth + 1 : nth + 2] == ["of"] else nth + 1
        if ahead < len(forms) and forms[ahead] in _MONTH:
            return ahead if nth > at else 0
        nth = _behind_joint(forms, nth + 1)
    return 0


def _month_ahead(forms: list[str], at: int) -> int:
    """The month before a list of days that ends with "and" and a day, of which this is one, not the first; -1 if none.

    What is counted ("May 1, 2 and 3 people") is none of them.
    """
    day, nth = _day_number(forms[at]), at
    for _ in range(_MOST_LISTED):
        following = _behind_joint(forms, nth + 1)
        if following == nth + 1:
            break
        if following >= len(forms) or not _day_number(forms[following]):
            break
        nth = following
    if forms[nth + 1 : nth + 2] not in _ENDS_OR_GOES_ON or forms[nth - 1] not in ("and", "or"):
        return -1
    nth = at
    for _ in range(_MOST_LISTED):
        nth = _before_joint(forms, nth - 1)
        before = _day_number(forms[nth]) if nth > 0 else 0
        if not 0 < before < day:
            return -1
        if forms[nth - 1] in _MONTH:
            return nth - 1
        day = before
    return -1


def _behind_joint(forms: list[str], at: int) -> int:
    """The token behind a comma, "and" or both, or this one."""
    at += forms[at : at + 1] == [","]
    return at + (forms[at : at + 1] in (["and"], ["or"]))


def _before_joint(forms: list[str], at: int) -> int:
    """The token before a comma, "and" or both, or this one."""
    at -= at >= 0 and forms[at] in ("and", "or")
    return at - (at >= 0 and forms[at] == ",")


_JOINTS = ([","], ["and"], ["or"])
_BEFORE_DAYS = frozenset(["on", "the", "of", "both", "by", "since", "until"])
_MOST_LISTED = 8


def _is_counting(forms: list[str], found: Period | None) -> bool:
    """ "3-1 May 5": does a number that is no year follow the month?"""
    return found is not None and forms[found.end : found.end + 1] != [] and forms[found.end][0].isdigit()


def _lasting(one: Period | None, day: int) -> Period | None:
    """A day, and those that follow it up to this one of the same month."""
    if one is None or day > month_end(one.last.year, one.last.month).day:
        return one
    return one._replace(last=one.last.replace(day=day))


_BEFORE_A_YEAR = frozenset(["in", "since", "until", "before", "after"])
_BEFORE_ONE_ALONE = frozenset(["by", "of", "from", "for", "to"])
"""Words that stand before a year, and before a number of something ("a fleet of 1162 planes")."""


def _of_year(forms: list[str], at: int, year: int) -> Period:
    """A year, or its early, middle or late part ("the end of 2021")."""
    start, part = _part_before(forms, at)
    first, last = _PART_OF_YEAR.get(part, (1, 12))
    return Period(date(year, first, 1), month_end(year, last), True, start, at + 1)


def _from_month(forms: list[str], at: int, said: When | None) -> Period | None:
    """ "July 28, 2021", "end of September", "late September", "September 2021", "September"."""
    day = _day_number(forms[at + 1]) if at + 1 < len(forms) else 0
    if day:
        last, behind = _last_day(forms, at + 1)
        if last <= day or not (_year(forms, behind) or forms[behind : behind + 1] in _ENDS_OR_GOES_ON):
            last, behind = 0, at + 2  # "from May 3 to 5 June", "rose on May 9 to 20 percent"
        after = behind + 1 if forms[behind : behind + 1] == [","] and _year(forms, behind + 1) else behind
        year = _year(forms, after)
        found = _day_of(forms[at], day, year, (at, after + 1 if year else behind), said)
        return _lasting(found, last) if last else found
    month = _MONTH[forms[at]]
    year = _year(forms, at + 1)
    end = at + 2 if year else at + 1
    months = _months(forms, at, year, end, said)
    if months is not None:
        return months
    start, part = _part_before(forms, at)
    known = year or _nearest_year(said, month, 15)
    shown = known or LEAP
    first, last = _DAYS[part] if part else (1, 31)
    return Period(
        date(shown, month, first),
        min(date(shown, month, min(last, 28)) + timedelta(days=max(0, last - 28)), month_end(shown, month))
        if last > 28
        else date(shown, month, last),
        bool(known),
        start,
        end,
    )


def _months(forms: list[str], at: int, year: int, end: int, said: When | None) -> Period | None:
    """ "between July and September 2021", "July-September": the months as one period."""
    joint = forms[end] if end + 1 < len(forms) else ""
    between = at > 0 and forms[at - 1] == "between"
    last = _MONTH.get(forms[end + 1], 0) if joint in _TO_MONTHS or (joint == "and" and between) else 0
    if not last or (end + 2 < len(forms) and _day_number(forms[end + 2])):
        return None
    if forms[end + 2 : end + 3] == [","] and _year(forms, end + 3):
        return None  # "between September and March, 2004" may begin a year before
    until = _year(forms, end + 2)
    first = _MONTH[forms[at]]
    known = year or until or _nearest_year(said, first, 15)
    other = until or known
    if (known or LEAP, first) >= (other or LEAP, last):
        return None
    begin = at - 1 if between else at
    to = month_end(other or LEAP, last)
    return Period(date(known or LEAP, first, 1), to, bool(known), begin, end + 3 if until else end + 2)


_TO_MONTHS = frozenset(["-", "through"])


def _part_before(forms: list[str], at: int) -> tuple[int, str]:
    """Where "end of", "late", "the last days of" begins, and which part of the month it means."""
    back = at - 1
    if back >= 0 and forms[back] == "-":
        back -= 1
    if back >= 0 and forms[back] in ("late", "early", "mid"):
        return back, forms[back]
    if back >= 1 and forms[back] == "of" and forms[back - 1] in _PARTS:
        return back - 1, _PARTS[forms[back - 1]]
    if back >= 2 and forms[back] == "of" and forms[back - 1] in ("days", "week") and forms[back - 2] == "last":
        return back - 2, "late"
    if back >= 2 and forms[back] == "of" and forms[back - 1] in ("days", "week") and forms[back - 2] == "first":
        return back - 2, "early"
    return at, ""


def _day_of(month_name: str, day: int, year: int, span: tuple[int, int], said: When | None) -> Period | None:
    month = _MONTH[month_name]
    known = year or _nearest_year(said, month, day)
    if day > month_end(known or LEAP, month).day:
        return None
    one = date(known or LEAP, month, day)
    return Period(one, one, bool(known), *span)


def _nearest_year(said: When | None, month: int, day: int) -> int:
    """The year of a day that was told without one: that of speaking, or the next or last where New Year lies between.

    "10 January" said in December is of the year to come; 0 where nobody knows when it was said.
    """
    if said is None:
        return 0
    year = said.first.year
    if not _FIRST_YEAR < year < _LAST_YEAR or (said.last - said.first).days > _A_FEW:
        return year
    away = (date(year, month, min(day, 28)) - said.first).days
    if away < -_HALF_A_YEAR and away + _A_YEAR <= _SOON:
        return year + 1
    return year - 1 if away > _HALF_A_YEAR and _A_YEAR - away <= _SOON else year


_A_YEAR, _HALF_A_YEAR, _SOON = 365, 183, 92
"""Days; what is told without its year and lies across New Year is no farther away than the last of these."""
_A_FEW = 7
"""Days that the time of speaking may span for the nearest year to be looked for."""


@lru_cache(maxsize=4096)
def _day_number(form: str) -> int:
    bare = form.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(bare) if bare.isdecimal() and len(bare) <= 2 and 1 <= int(bare) <= 31 else 0


def _year(forms: list[str], at: int) -> int:
    if at < len(forms) and len(forms[at]) == 4 and forms[at].isdecimal():
        year = int(forms[at])
        return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0
    return 0


def _stands_alone(forms: list[str], at: int) -> bool:
    """Is a number neither counted ("1994 warheads") nor part of an amount ("$1994")?"""
    ahead = forms[at + 1] if at + 1 < len(forms) else "."
    if ahead == "to" and forms[at + 2 : at + 3] and forms[at + 2].isdecimal():  # "2000 to 2400 metres"
        ahead = forms[at + 3] if at + 3 < len(forms) else "."
    parted = at > 1 and forms[at - 1] == "-" and forms[at - 2] in _DAYS  # "mid-2010"
    return ahead in NOT_COUNTED and (parted or forms[at - 1] not in "$€£¥₽-+")


def _follows_a_year(forms: list[str], at: int) -> bool:
    """ "its 2001 and 2000 results", "2001, 2002, and 2003 figures": the last of a list of years."""
    if forms[at - 1] not in ("and", "or"):
        return False
    before = at - 3 if forms[at - 2 : at - 1] == [","] else at - 2
    return before >= 0 and _FIRST_BARE <= _year(forms, before) <= _LAST_BARE


_ENDS_OR_GOES_ON = [[], *([form] for form in NOT_COUNTED)]
"""What stands behind a range of days."""


_BEFORE_A_MONTH = frozenset(
    ["in", "of", "since", "until", "till", "by", "from", "to", "before", "after", "between", "through"]
).union(["early", "late", "mid", "last", "next", "this", "during"], BOUNDS)


def _is_month(forms: list[str], at: int) -> bool:
    """ "may" is the month where a day, a year or "in" stands beside it."""
    before = forms[at - 1] if at else ""
    after = forms[at + 1] if at + 1 < len(forms) else "."
    if before in ("this", "last", "next") and after not in NOT_COUNTED:  # "this may be the end"
        return bool(_day_number(after) or _year([after], 0))
    return bool(before in _BEFORE_A_MONTH or _day_number(before) or _day_number(after) or _year([after], 0))


def may_begin_a_date(form: str) -> bool:
    """Is this a month, a relative day or week, the number of a day or a year, a decade, an ordinal, a season?"""
    return form in _DATE_WORDS or bool(_day_number(form)) or bool(_year([form], 0)) or is_decade(form)
