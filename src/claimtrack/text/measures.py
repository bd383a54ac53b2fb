"""What measures and is no thing that is counted: lengths, masses, areas, volumes, power, time."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.text.stems import stem

_SIZES = {
    "length": {
        "kilometre": 1000.0,
        "metre": 1.0,
        "centimetre": 0.01,
        "millimetre": 0.001,
        "mile": 1609.344,
        "yard": 0.9144,
        "foot": 0.3048,
        "inch": 0.0254,
    },
    "mass": {
        "megaton": 1e9,
        "kiloton": 1e6,
        "ton": 1000.0,
        "kilogram": 1.0,
        "gram": 0.001,
        "milligram": 1e-6,
        "pound": 0.4536,
        "ounce": 0.02835,
    },
    "area": {"hectare": 10_000.0, "acre": 4046.86},
    "volume": {"litre": 1.0, "millilitre": 0.001, "gallon": 3.785, "barrel": 158.99},
    "power": {"kilowatt": 1.0, "megawatt": 1000.0, "gigawatt": 1e6},
    "duration": {
        "decade": 87660.0,
        "year": 8766.0,
        "month": 730.5,
        "week": 168.0,
        "day": 24.0,
        "hour": 1.0,
        "minute": 1 / 60,
        "second": 1 / 3600,
    },
}
_SQUARES = {"kilometre": 1e6, "metre": 1.0, "mile": 2_589_988.0, "yard": 0.8361, "foot": 0.0929, "inch": 0.000645}
_CUBES = {"metre": 1000.0, "yard": 764.55, "foot": 28.317}
POINT = "percentage point"
"""The unit of percentage points, of which a hundredth is a basis point."""
IN_ONE = {stem(word): (kind, size) for kind, sizes in _SIZES.items() for word, size in sizes.items()}
"""Measures that convert into one another, by stem: of what, and how large."""
IN_ONE |= {f"square {stem(word)}": ("area", size) for word, size in _SQUARES.items()}
IN_ONE |= {f"cubic {stem(word)}": ("volume", size) for word, size in _CUBES.items()}
MEASURES = frozenset([*IN_ONE, stem("time")])
"""What measures, by stem."""
CUT_SHORT = {
    short: stem(word)
    for word, shorts in {
        "metre": "m",
        "centimetre": "cm cms centimeter centimeters",
        "millimetre": "mm millimeter millimeters",
        "kilogram": "kg kgs kilo kilos kilogramme kilogrammes",
        "gram": "gramme grammes",
        "milligram": "mg milligramme milligrammes",
        "ton": "t",
        "kiloton": "kt kilotonne kilotonnes",
        "megaton": "mt megatonne megatonnes",
        "pound": "lb lbs",
        "ounce": "oz",
        "foot": "ft",
        "hectare": "ha",
        "litre": "liter liters",
        "millilitre": "ml milliliter milliliters",
        "kilowatt": "kw",
        "megawatt": "mw",
        "gigawatt": "gw",
        "hour": "h hr hrs",
        "minute": "min mins",
    }.items()
    for short in shorts.split()
}
"""Measures as they are cut short or spelled otherwise, and their stems."""
_POWERS = {"square": "square", "sq": "square", "cubic": "cubic"}
_POINTS = {"percentage": 1.0, "basis": 0.01}


class Compound(NamedTuple):
    """A measure of several tokens: its name, how much of it one is, and the token after it."""

    unit: str
    each: float
    last: int


def compound_at(forms: Sequence[str], at: int) -> Compound | None:
    """ "percentage points", "basis points", "square kilometres": the measure that begins at a token; None else."""
    form = forms[at]
    if form == "-" and at + 1 < len(forms) and forms[at + 1] in _POINTS:  # "25-basis-point"
        at += 1
        form = forms[at]
    if form in _POINTS:
        last = at + 1 + (list(forms[at + 1 : at + 2]) == ["-"])
        return Compound(POINT, _POINTS[form], last + 1) if _is(forms, last, ("point", "points")) else None
    if form in _POWERS and at + 1 < len(forms):
        unit = f"{_POWERS[form]} {CUT_SHORT.get(forms[at + 1]) or stem(forms[at + 1])}"
        return Compound(unit, 1.0, at + 2) if unit in IN_ONE else None
    return None


def _is(forms: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    return at < len(forms) and forms[at] in words
