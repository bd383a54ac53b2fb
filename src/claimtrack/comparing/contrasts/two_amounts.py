"""Two amounts beside one another, whatever the wordings: one amount, two that exclude each other, or unlike units."""

import re
from math import isfinite

from claimtrack.text.clock import UNIT
from claimtrack.text.measures import IN_ONE, MEASURES, POINT
from claimtrack.text.numbers import Amount

_MONEY = frozenset("$€£¥₽")
_POUNDS = frozenset(["£", "pound"])
"""A sign, and a word that may be a weight: beside the sign it is money."""
MEASURED = MEASURES.union(_MONEY, ["%", UNIT, POINT])
"""Units that measure: the same number of another of them is another amount."""
_NEARLY = 0.1
_LONGEST = 40
"""Characters of an amount that are looked at for its decimals."""
_PLACES = 4
"""Decimals of a share in figures that are looked at."""
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def same(a: Amount, b: Amount) -> bool:
    """One amount: the same number unless of another measure; or a conversion, to within a tenth (90 miles, 150 km).

    A share that no decimals tell in full is what it is rounded to ("a third", "33 percent").
    """
    if not other_unit(a, b):
        return (a.low, a.high) == (b.low, b.high) or (a.unit == b.unit == "%" and _are_rounded_shares(a, b))
    if not _convert(a, b):
        return False
    mine, yours = _in_base(a), _in_base(b)
    return is_near(mine[0], yours[0]) and is_near(mine[1], yours[1])


def _are_rounded_shares(a: Amount, b: Amount) -> bool:
    return _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(told: Amount, figure: Amount) -> bool:
    """Is a fraction (two thirds) the figure with decimals left away (66, 67, 66.7)?"""
    if told.low != told.high or figure.low != figure.high or round(told.low, _PLACES) == told.low:
        return False
    places = next((at for at in range(_PLACES) if round(figure.low, at) == figure.low), _PLACES)
    return abs(told.low - figure.low) < 10.0**-places


def _convert(a: Amount, b: Amount) -> bool:
    """Are both units of one kind, so that each can be told in the other?"""
    return a.unit in IN_ONE and b.unit in IN_ONE and IN_ONE[a.unit][0] == IN_ONE[b.unit][0]


def _in_base(one: Amount) -> tuple[float, float]:
    """Both ends in the base of what is measured."""
    size = IN_ONE[one.unit][1]
    return one.low * size, one.high * size


def is_near(x: float, y: float) -> bool:
    """Do two numbers lie no more than a tenth apart?"""
    return x == y or (isfinite(x) and isfinite(y) and abs(x - y) <= _NEARLY * max(abs(x), abs(y)))


def exclude(a: Amount, b: Amount) -> bool:
    """Is there no amount that both allow? Those in two measures must lie more than a tenth apart."""
    if not other_unit(a, b):
        return a.excludes(b)
    if not _convert(a, b):
        return a.excludes(b) or (a.low == b.low == a.high == b.high)
    mine, yours = sorted((_in_base(a), _in_base(b)))
    return mine[1] < yours[0] and not is_near(mine[1], yours[0])


def other_unit(a: Amount, b: Amount) -> bool:
    """Are they told in two measures?"""
    return a.unit != b.unit and a.unit in MEASURED and b.unit in MEASURED and not are_pounds(a, b)


def are_pounds(a: Amount, b: Amount) -> bool:
    """ "£20m" beside "20 million pounds"."""
    return a.unit in _POUNDS and b.unit in _POUNDS


def kind_of(unit: str, beside: str) -> str:
    """What a unit measures; pounds are money beside money."""
    if unit in _POUNDS and beside in _MONEY:
        return "money"
    return IN_ONE[unit][0] if unit in IN_ONE else "money" if unit in _MONEY else unit


def is_rounded(mine: str, yours: str) -> bool:
    """Is one the other with fewer decimals ("17.3" / "17", "1.06 million" / "1.1 million")?"""
    a, b = _DIGITS.search(mine[:_LONGEST]), _DIGITS.search(yours[:_LONGEST])
    if a is None or b is None or mine[a.end() :].split() != yours[b.end() :].split():
        return False
    finer, coarser = (a, b) if len(a[1] or "") > len(b[1] or "") else (b, a)
    places = len(coarser[1] or "")
    return places < len(finer[1] or "") and abs(_value(finer) - _value(coarser)) <= 0.5 * 10.0**-places


def _value(digits: re.Match[str]) -> float:
    return float(digits[0].replace(",", ""))
