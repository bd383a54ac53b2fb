"""Times of day: "9 am", "3:30 p.m.", "15:00", "noon"; midnight is 0, as 12 am and 00:00 are."""

from collections.abc import Sequence
from typing import NamedTuple

UNIT = "clock"
"""Stands for what is counted: hours since midnight."""
_NAMED = {"noon": 12.0, "midnight": 0.0}
CLOCK_WORDS = frozenset(_NAMED)
_HALVES = {"am": 0, "pm": 12, "prime_minister": 12}
"""What is added to the hour; the lexicon takes PM for somebody, who is never counted."""
_NOON, _AFTERNOON, _DAY, _HOUR = 12, 13, 24, 60


class Time(NamedTuple):
    """Hours since midnight, and the token after those that tell them."""

    hours: float
    last: int


def time_at(forms: Sequence[str], at: int) -> Time | None:
    """The time of day that begins at a token; None where none does, or where morning and evening may be meant."""
    form = forms[at]
    if form in _NAMED:
        return Time(_NAMED[form], at + 1)
    if not form.isdecimal() or len(form) > 2:
        return None
    hour, minutes, end = int(form), 0, at + 1
    if hour == _NOON and end < len(forms) and forms[end] in _NAMED:  # "12 midnight"
        return Time(_NAMED[forms[end]], end + 1)
    if list(forms[end : end + 1]) == [":"] and end + 1 < len(forms) and len(forms[end + 1]) == 2:
        if not forms[end + 1].isdecimal() or int(forms[end + 1]) >= _HOUR:
            return None
        minutes, end = int(forms[end + 1]), end + 2
        if _AFTERNOON <= hour < _DAY or form == "00" or (hour == _DAY and not minutes):
            return Time(hour % _DAY + minutes / _HOUR, end)
    half, last = _half(forms, end)
    if half is None or not 1 <= hour <= _NOON:
        return None
    return Time(hour % 12 + _HALVES[half] + minutes / _HOUR, last)


def _half(forms: Sequence[str], at: int) -> tuple[str | None, int]:
    """Which half of the day is told here ("am", "p.m."), and the token after it."""
    if at < len(forms) and forms[at] in _HALVES:
        return forms[at], at + 1
    spelled = list(forms[at : at + 4])
    if spelled[1:3] == [".", "m"] and f"{spelled[0]}m" in _HALVES:
        return f"{spelled[0]}m", at + 3 + (spelled[3:] == ["."])
    return None, at
