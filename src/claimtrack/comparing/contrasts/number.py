"""Another amount of the same thing."""

import re
from collections.abc import Iterable
from math import isfinite

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.clock import UNIT
from claimtrack.text.numbers import MEASURES, Amount, begins_at
from claimtrack.text.stems import stem

_MONEY = frozenset("$€£¥₽")
_UNITS = MEASURES.union(_MONEY, ["%", UNIT])
"""Units that measure: the same number of another of them is another amount."""
_NEARLY = 0.1
_LONGEST = 40
"""Characters of an amount that are looked at for its decimals."""
_IN_ONE = {
    stem(word): (dimension, size)
    for dimension, sizes in (
        ("length", {"kilometre": 1000.0, "mile": 1609.3, "metre": 1.0, "yard": 0.9144, "foot": 0.3048}),
        ("mass", {"ton": 1000.0, "kilogram": 1.0, "pound": 0.4536}),
        (
            "duration",
            {
                "day": 24.0,
                "week": 168.0,
                "month": 730.5,
                "year": 8766.0,
                "decade": 87660.0,
                "hour": 1.0,
                "minute": 1 / 60,
            },
        ),
    )
    for word, size in sizes.items()
}
"""Measures that convert into one another: of what, and how large."""


def number(pairing: Pairing) -> Iterable[Contrast]:
    """Amounts of one thing that exclude each other (12 / 40 injured: contrary) or contain one another.

    Amounts that both wordings name are set aside first; a side that names none gives no contrast.
    """
    if not pairing.left.amounts or not pairing.right.amounts:
        return ()
    left, right = _apart(pairing.left.amounts, pairing.right.amounts)
    found = [] if left or right else [*_by_or_to(pairing)]
    for a in left:
        b = next((one for one in right if _comparable(pairing, a, one)), None)
        if b is not None:
            right.remove(b)
            found.append(_contrast(pairing, a, b))
    return found


def _apart(left: tuple[Amount, ...], right: tuple[Amount, ...]) -> tuple[list[Amount], list[Amount]]:
    """The amounts of each side without those that the other names too."""
    mine, yours = list(left), list(right)
    for a in left:
        b = next((one for one in yours if _same(a, one)), None)
        if b is not None:
            mine.remove(a)
            yours.remove(b)
    return mine, yours


def _same(a: Amount, b: Amount) -> bool:
    """One amount: the same number unless of another measure; or a conversion, to within a tenth (90 miles, 150 km)."""
    if not _other_unit(a, b):
        return (a.low, a.high) == (b.low, b.high)
    if a.unit not in _IN_ONE or b.unit not in _IN_ONE or _IN_ONE[a.unit][0] != _IN_ONE[b.unit][0]:
        return False
    x, y = a.low * _IN_ONE[a.unit][1], b.low * _IN_ONE[b.unit][1]
    return isfinite(x) and isfinite(y) and abs(x - y) <= _NEARLY * max(abs(x), abs(y))


def _other_unit(a: Amount, b: Amount) -> bool:
    return a.unit != b.unit and a.unit in _UNITS and b.unit in _UNITS


def _kind(unit: str) -> str:
    """What a unit measures."""
    return _IN_ONE[unit][0] if unit in _IN_ONE else "money" if unit in _MONEY else unit


def _comparable(pairing: Pairing, a: Amount, b: Amount) -> bool:
    """Do both count one thing: the same unit or one of a kind, aligned words, or only one of them says what?"""
    if a.unit == b.unit:
        return True
    if _other_unit(a, b):
        return _kind(a.unit) == _kind(b.unit)
    if not a.unit or not b.unit:
        return True
    left, right = pairing.left.tokens, pairing.right.tokens
    return any(left[i] == a.last and right[j] == b.last for i, j, _, _ in pairing.alignment.pairs)


def _contrast(pairing: Pairing, a: Amount, b: Amount) -> Contrast:
    left, right = pairing.left.span(a.first, a.last), pairing.right.span(b.first, b.last)
    mine, yours = pairing.left.text[slice(*left)], pairing.right.text[slice(*right)]
    contrary = (a.excludes(b) and not _is_rounded(mine, yours)) or (a.low, a.high) == (b.low, b.high)
    if contrary and _says_else(pairing) and _is_label(pairing.left, a) and _is_label(pairing.right, b):
        words = f"“{mine}” and “{yours}” number two of a kind"
        return pairing.contrast(ContrastKind.NUMBER, left, right, words, contrary=False)
    told = "cannot both be" if contrary else "leave room for one another"
    return pairing.contrast(ContrastKind.NUMBER, left, right, f"“{mine}” and “{yours}” {told}", contrary=contrary)


def _says_else(pairing: Pairing) -> bool:
    """Has either a word that the other has not?"""
    return bool(pairing.alignment.left_over or pairing.alignment.right_over or "place" in pairing.grounds)


def _is_label(features: Features, amount: Amount) -> bool:
    """ "Article 5", "Resolution 1441": does the number tell which one of several it is?"""
    before = features.forms[amount.first - 1] if amount.first else ""
    return before in _NUMBERED


_KINDS = """article section paragraph chapter clause annex protocol resolution directive flight room gate page
bus line route highway channel"""
_NUMBERED = frozenset(_KINDS.split())


def _by_or_to(pairing: Pairing) -> Iterable[Contrast]:
    """ "fell by 2 metres" beside "fell to 2 metres": one amount on both sides, how much it changed and to what."""
    for a in pairing.left.amounts:
        b = next((one for one in pairing.right.amounts if _same(a, one)), None)
        if b is None:
            continue
        mine, yours = begins_at(pairing.left.forms, a.first), begins_at(pairing.right.forms, b.first)
        before = {pairing.left.forms[mine - 1 : mine], pairing.right.forms[yours - 1 : yours]}
        if mine and yours and before == _BY_AND_TO:
            spans = pairing.left.span(mine - 1, a.last), pairing.right.span(yours - 1, b.last)
            words = f"“{pairing.left.text[slice(*spans[0])]}” and “{pairing.right.text[slice(*spans[1])]}” differ"
            yield pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=False)


_BY_AND_TO = {("by",), ("to",)}
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def _is_rounded(mine: str, yours: str) -> bool:
    """Is one the other with fewer decimals ("17.3" / "17", "1.06 million" / "1.1 million")?"""
    a, b = _DIGITS.search(mine[:_LONGEST]), _DIGITS.search(yours[:_LONGEST])
    if a is None or b is None or mine[a.end() :].split() != yours[b.end() :].split():
        return False
    finer, coarser = (a, b) if len(a[1] or "") > len(b[1] or "") else (b, a)
    places = len(coarser[1] or "")
    return places < len(finer[1] or "") and abs(_value(finer) - _value(coarser)) <= 0.5 * 10.0**-places


def _value(digits: re.Match[str]) -> float:
    return float(digits[0].replace(",", ""))
