"""Degrees Celsius beside degrees Fahrenheit: one temperature, or another."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.numbers import Amount
from claimtrack.text.stems import stem

_CELSIUS, _FAHRENHEIT = "celsius", "fahrenheit"
SCALES = frozenset([_CELSIUS, _FAHRENHEIT])
_DEGREES = SCALES | {stem("degrees"), stem(_CELSIUS), stem(_FAHRENHEIT)}
_STEP, _FREEZING = 1.8, 32.0
_NEARLY = 0.02
"""How far two may lie apart, as a share of the larger, for both are mostly rounded; and a degree besides."""


def temperatures(pairing: Pairing) -> tuple[Contrast, ...] | None:
    """The contrast of two temperatures that one wording tells in Celsius and the other in Fahrenheit, if they differ.

    By how much it got warmer has no freezing point: 1.5 degrees Celsius are 2.7 degrees Fahrenheit then. None where the
    two tell it in one scale, or either names no temperature or several.
    """
    if _FAHRENHEIT not in pairing.rare_alone:
        return None
    left, right = pairing.left, pairing.right
    turned = _FAHRENHEIT in left.rare_words
    cold, warm = (right, left) if turned else (left, right)
    if _CELSIUS not in cold.forms or _CELSIUS in warm.forms:
        return None
    mine, yours = _degrees(left), _degrees(right)
    if mine is None or yours is None:
        return None
    one, other = (yours, mine) if turned else (mine, yours)
    ends = [(one.low * _STEP + shift, one.high * _STEP + shift) for shift in (_FREEZING, 0.0)]
    if any(_is_near(low, other.low) and _is_near(high, other.high) for low, high in ends):
        return ()
    room = any(low <= other.high + _slack(other.high) and other.low - _slack(other.low) <= high for low, high in ends)
    spans = left.span(mine.first, mine.last + 1), right.span(yours.first, yours.last + 1)
    told = "leave room for one another" if room else "cannot both be"
    words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}” {told}"
    return (pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=not room),)


def _degrees(features: Features) -> Amount | None:
    """The only temperature."""
    found = [one for one in features.amounts if one.unit in _DEGREES]
    if len(found) != 1:
        return None
    below = found[0].first > 0 and features.forms[found[0].first - 1] == "minus"
    return found[0]._replace(low=-found[0].high, high=-found[0].low) if below else found[0]


def _slack(degrees: float) -> float:
    return 1.0 + _NEARLY * abs(degrees)


def _is_near(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= _slack(other)
