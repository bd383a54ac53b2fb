"""Another rate: a number in one time beside a number in another."""

from collections.abc import Sequence

from claimtrack.comparing.contrasts.two_amounts import is_near
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.measures import IN_ONE
from claimtrack.text.numbers import Amount, begins_at
from claimtrack.text.stems import stem

_EVERY = frozenset(["a", "an", "per", "each", "every"])
_NAMES_OF_TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year"])
_TIMES = {f"{every}{time}": stem(time) for time in _NAMES_OF_TIMES for every in ("", "each_", "every_")}
_TIMES |= {"hourly": stem("hour"), "daily": stem("day"), "weekly": stem("week"), "monthly": stem("month")}
_TIMES |= dict.fromkeys(["yearly", "annually", "a_year"], stem("year"))
"""What tells in which time a number is reached, behind one of those words or by itself, and the measure of it."""
_NEAR = 4
"""Tokens behind an amount among which the time stands in which it is reached."""


def rates_apart(pairing: Pairing) -> tuple[Contrast, Amount, Amount] | None:
    """ "5 cars a day" beside "5 cars a week": each side tells one amount, and another time in which it is reached.

    None where the times are the same, or none is told on one side. "Up to 5 a day" leaves room for "35 a week".
    """
    left, right = pairing.left, pairing.right
    mine, yours = _rates(left), _rates(right)
    if len(mine) != 1 or len(yours) != 1:
        return None
    (a, one, time), (b, other, another) = mine[0], yours[0]
    if time == another or a.unit != b.unit:
        return None
    spans = left.span(begins_at(left.forms, a.first), one), right.span(begins_at(right.forms, b.first), other)
    words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}”"
    slow, fast = sorted([_each_hour(a, time), _each_hour(b, another)])
    contrary = slow.excludes(fast) and not is_near(slow.high, fast.low)
    told = f"{words} cannot both be" if contrary else f"{words} leave room for one another"
    return pairing.contrast(ContrastKind.NUMBER, *spans, told, contrary=contrary), a, b


@kept
def _rates(features: Features) -> list[tuple[Amount, int, str]]:
    """Each amount in a time ("5 cars a day"), the token beyond that of the time, and the time."""
    forms: Sequence[str] = features.forms
    found: list[tuple[Amount, int, str]] = []
    if _TIMES.keys().isdisjoint(forms):
        return found
    for one in features.amounts:
        for at in range(one.last, min(one.last + _NEAR, len(forms))):
            if forms[at] in _TIMES and (forms[at] not in _NAMES_OF_TIMES or forms[at - 1] in _EVERY):
                found.append((one, at + 1, _TIMES[forms[at]]))
                break
    return found


def _each_hour(one: Amount, time: str) -> Amount:
    hours = IN_ONE[time][1]
    return one._replace(low=one.low / hours, high=one.high / hours)
