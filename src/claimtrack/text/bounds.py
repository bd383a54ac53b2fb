"""What a date bounds: deadlines, since when and until when, and the day beside a named one."""

from datetime import date, timedelta

from claimtrack.text.periods import LEAP, Period

_DAY = timedelta(days=1)
NOT_COUNTED = frozenset([*".,;:!?()", *"and but in on at to by for with when after until".split()])  # noqa: SIM905
"""What may stand behind a year or a date, and cannot be counted by it."""
TO_DAYS = frozenset(["to", "-", "until", "till", "through"])
"""Words between the two ends of a time."""


def opened(one: Period, forms: list[str]) -> Period:
    """ "before 1936", "after 28 July": all days on that side of the date, within the year where none is known.

    A bound ("by 28 July", "until", "since", "not before") stands beside the days; denied, it is one of the other way.
    """
    word = forms[one.start - 1] if one.start else ""
    if word in _BESIDE and one.start > 1 and one.first == one.last:
        beside = _beside(one, forms, word)
        if beside is not None:
            return beside
    at = one.start - 1
    while at > 0 and forms[at] in _AHEAD_OF_A_DATE:
        at -= 1
    before = forms[at] if at >= 0 else ""
    if before in BOUNDS or before in _DENIED or forms[one.end : one.end + 1] in _BOUND_BEHIND:
        bounded = _bounded(one, at, forms)
        if bounded is not None:
            return bounded
    if word not in ("before", "after") or (one.end < len(forms) and forms[one.end] not in NOT_COUNTED):
        return one
    begin, end = (date.min, date.max) if one.dated else (one.first.replace(month=1, day=1), date(one.last.year, 12, 31))
    if word == "before":
        last = one.first - _DAY if one.first > begin else begin
        return one._replace(first=begin, last=last, start=one.start - 1)
    return one._replace(first=one.last + _DAY if one.last < end else end, last=end, start=one.start - 1)


_AHEAD_OF_A_DATE = frozenset(["the", "on", "in", "about", "around"])
BOUNDS = dict.fromkeys(["by", "no_later_than", "not_later_than"], "by")
BOUNDS |= dict.fromkeys(["until", "till", "through"], "until") | dict.fromkeys(["since", "from", "starting"], "since")
BOUNDS |= dict.fromkeys(["not_before", "not_until", "no_earlier_than", "not_earlier_than", "no_sooner_than"], "from")
"""Words before a date that make it a bound, and what they bound (`Period.bound`)."""
_DENIED = {"before": "from", "until": "from", "till": "from", "by": "from", "since": "by", "after": "by"}
"""What words of a bound come to where what is said up to it is denied: "not before June" is from June on."""
_BOUND_BEHIND = (["at"], ["on"], ["onward"], ["onwards"])
_NOT = frozenset(["not", "never", "no", "nobody", "cannot", "neither", "nor", "refuse", "refuses", "refused"])
_PARTS_CLAUSES = frozenset([*".,;:!?()", "but", "and", "because", "although", "though", "while", "unless", "if"])
_CLAUSE = 12
"""Tokens before a bound among which a word denies what is told up to it."""


def _bounded(one: Period, at: int, forms: list[str]) -> Period | None:
    """The days as a bound, whose word stands at this token or behind them; None where they are none."""
    behind = forms[one.end : one.end + 3]
    if behind[:2] == ["at", "the"] and behind[2:] in (["latest"], ["earliest"]):
        bound = "by" if behind[2] == "latest" else "from"
        return one._replace(bound=bound, told=(one.start, one.end + 3))
    word = forms[at]
    if word in _DENIED and _is_denied(forms, at):
        return one._replace(bound=_DENIED[word], denied=word, told=(at, one.end))
    if word not in BOUNDS or (word == "from" and not TO_DAYS.isdisjoint(forms[one.start : one.end])):
        return None
    goes_on = word == "from" and behind[:1] in _BOUND_BEHIND[1:]
    return one._replace(bound=BOUNDS[word], told=(at, one.end + goes_on))


def _is_denied(forms: list[str], at: int) -> bool:
    """Is what stands before this token in its clause denied?"""
    for nth in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if forms[nth] in _PARTS_CLAUSES:
            return False
        if forms[nth] in _NOT or forms[nth].endswith("n't"):
            return True
    return False


def from_to(one: Period, other: Period, forms: list[str]) -> list[Period]:
    """Two dates with one word between: the ends of "from May to July", "between May and July", or as they are."""
    joint = forms[one.end]
    if joint == "and" and one.start and forms[one.start - 1] == "between":
        one = one._replace(bound="since", told=(one.start - 1, one.end))
    elif joint not in TO_DAYS or one.bound != "since":
        return [one, other]
    return [one, other._replace(bound="until", told=(other.start, other.end))]


_BESIDE = frozenset(["before", "after", "of"])
_THE_DAY = {"eve of": -_DAY, "day before": -_DAY, "day after": _DAY}


def _beside(one: Period, forms: list[str], word: str) -> Period | None:
    """ "the eve of 1 May", "the day after 1 May": the day next to it."""
    away = _THE_DAY.get(f"{forms[one.start - 2]} {word}")
    if away is None or one.first in (date.min, date.max):
        return None
    day = one.first + away
    if not one.dated:
        day = day.replace(year=LEAP)
    return one._replace(first=day, last=day, start=one.start - 2)
