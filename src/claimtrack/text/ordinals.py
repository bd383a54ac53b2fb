"""Ordinal numbers told in words or figures: "third", "twenty-first", "19th"."""

from collections.abc import Sequence
from functools import lru_cache

_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TEENS = ("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")
_SINGLE = (*_ONES, *_TEENS, "nineteenth", "twentieth")
_NTH = {word: number for number, word in enumerate(_SINGLE, 1)} | {"thirtieth": 30}
_TENS = {"twenty": 20, "thirty": 30}
_MOST = 31
ORDINALS = frozenset(_NTH)
"""Words that may end one."""


def ordinal(forms: Sequence[str], at: int) -> tuple[int, int]:
    """The number, 1 to 31, whose ordinal ends at a token, and the token that it begins at; 0 where none does."""
    number = _NTH.get(forms[at], 0) or _in_figures(forms[at])
    if number and number < 10 and at > 1 and forms[at - 1] == "-" and forms[at - 2] in _TENS and forms[at] in _NTH:
        return _TENS[forms[at - 2]] + number, at - 2
    return number, at


@lru_cache(maxsize=4096)
def _in_figures(form: str) -> int:
    bare, ending = form[:-2], form[-2:]
    told = ending in ("st", "nd", "rd", "th") and bare.isdecimal() and len(bare) <= 2 and 1 <= int(bare) <= _MOST
    return int(bare) if told else 0
