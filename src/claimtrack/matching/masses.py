"""Masses: how much a shared word counts, in whole numbers, and the cosine of two texts from them.

A word weighs ln(1 + N / df), its inverse document frequency (Spärck Jones 1972); its mass is the square of that. The
cosine of two binary IDF vectors is the mass of the shared words over the geometric mean of the masses of both texts.
Whole numbers make the sums exact in any order, and nothing but IEEE arithmetic makes them the same on every machine.
"""

import numpy as np
from numpy.typing import NDArray

_UNIT = float(1 << 20)
DIGITS = 6
"""Places after the point that a score has."""
_TABLE = 1 << 12
"""Most words have a smaller document frequency than this, so that a table has their masses."""
_TERMS = 12
_LN_2 = 0.6931471805599453
_ROOT_HALF = 0.7071067811865476


def masses(df: NDArray[np.int64], texts: int) -> NDArray[np.float64]:
    """ln(1 + texts / df)² × 2^20 of each document frequency, rounded to a whole number.

    `df`: in how many of the `texts` a word stands; a word of none counts as a word of one.
    """
    df = np.maximum(df, 1)
    if len(df) <= _TABLE:
        return _masses(df, texts)
    found = _masses(np.maximum(np.arange(_TABLE), 1), texts).take(df, mode="clip")
    often = np.flatnonzero(df >= _TABLE)
    found[often] = _masses(df[often], texts)
    return found


def cosines(
    shared: NDArray[np.float64], left: NDArray[np.float64] | float, right: NDArray[np.float64] | float
) -> NDArray[np.float64]:
    """Scores from 0.0 to 1.0, to six places, from the mass that two texts share and that of each.

    0.0 where a text has no word.
    """
    product = np.asarray(left * right, np.float64)
    return np.minimum(np.round(shared / np.sqrt(np.where(product > 0.0, product, 1.0)), DIGITS), 1.0)


def _masses(df: NDArray[np.int64], texts: int) -> NDArray[np.float64]:
    logarithm = ln(1.0 + texts / df)
    whole: NDArray[np.float64] = np.rint(logarithm * logarithm * _UNIT)
    return whole


def ln(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Natural logarithms of numbers above 0; unlike `np.log`, the same bits wherever numpy runs.

    ln(m·2^e) = e·ln 2 + 2 artanh((m - 1) / (m + 1)), with m from √½ to √2 so that twelve terms are enough.
    """
    fraction, exponent = np.frexp(values)
    small = fraction < _ROOT_HALF
    fraction = np.where(small, fraction * 2.0, fraction)
    ratio = (fraction - 1.0) / (fraction + 1.0)
    square = ratio * ratio
    series = np.full(len(values), 1.0 / (2 * _TERMS - 1))
    for term in range(_TERMS - 2, -1, -1):
        series = series * square + 1.0 / (2 * term + 1)
    result: NDArray[np.float64] = (exponent - small) * _LN_2 + 2.0 * ratio * series
    return result
