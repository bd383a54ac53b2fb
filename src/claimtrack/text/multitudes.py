"""Numbers of which only the size is told: "dozens", "hundreds of", "tens of thousands", "several hundred"."""

from collections.abc import Sequence
from typing import NamedTuple

_SIZES = {
    "dozens": (20.0, 100.0),
    "scores": (30.0, 100.0),
    "hundreds": (101.0, 1_500.0),
    "thousands": (1_501.0, 150_000.0),
    "millions": (1_500_001.0, 1.5e9),
    "billions": (1.5e9 + 1, 1.5e12),
}
"""Least and most that each may stand for, with room, and none in common."""
_TENS = {"tens": (15.0, 150.0), "hundreds": (150.0, 1_500.0)}
"""Of how many of the next each may speak: "tens of thousands"."""
_EACH = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}
_ONE = {"dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SEVERAL = (2.0, 9.0)
MULTITUDES = frozenset([*_SIZES, *_TENS])
"""Words that may begin one; before those of one (`several hundred`) its word stands."""


class Multitude(NamedTuple):
    """The least and the most that is told, the tokens that tell it (up to `last`), and the one that may be counted."""

    low: float
    high: float
    first: int
    last: int
    counted: int


def multitude_at(forms: Sequence[str], at: int) -> Multitude | None:
    """What is told of a number by its size alone at a token; None where nothing is."""
    form, ahead = forms[at], list(forms[at + 1 : at + 3])
    if form in _TENS and len(ahead) > 1 and ahead[0] == "of" and ahead[1] in _EACH:
        low, high = _TENS[form]
        each = _EACH[ahead[1]]
        return Multitude(low * each, high * each, at, at + 3, _behind_of(forms, at + 3))
    if form in _SIZES and (form != "scores" or ahead[:1] == ["of"]):
        return Multitude(*_SIZES[form], at, at + 1, _behind_of(forms, at + 1))
    if form in _ONE and at and forms[at - 1] in ("several", "few"):
        a_few = at > 1 and forms[at - 2] == "a"
        least, most = (times * _ONE[form] for times in _SEVERAL)
        return Multitude(least, most, at - 1 - a_few, at + 1, _behind_of(forms, at + 1))
    return None


def _behind_of(forms: Sequence[str], end: int) -> int:
    """What is counted stands behind "of"."""
    return end + (list(forms[end : end + 1]) == ["of"])
