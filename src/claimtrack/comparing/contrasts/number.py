"""Another amount of the same thing."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.numbers import Amount
from claimtrack.text.stems import stem

_MEASURES = "kilometre mile metre yard foot ton kilogram pound day week month year hour minute second"
_UNITS = frozenset({"%", "$", "€", "£", "¥", "₽", *map(stem, _MEASURES.split())})
"""Units that measure: the same number of another of them is another amount."""


def number(pairing: Pairing) -> Iterator[Contrast]:
    """Amounts of one thing that exclude each other (12 / 40 injured: contrary) or contain one another.

    Amounts that both wordings name are set aside first; a side that names none gives no contrast.
    """
    left, right = _apart(pairing.left.amounts, pairing.right.amounts)
    for a in left:
        b = next((one for one in right if _comparable(pairing, a, one)), None)
        if b is not None:
            right.remove(b)
            yield _contrast(pairing, a, b)


def _apart(left: tuple[Amount, ...], right: tuple[Amount, ...]) -> tuple[list[Amount], list[Amount]]:
    """The amounts of each side without those that the other names too."""
    mine, yours = list(left), list(right)
    for a in left:
        b = next((one for one in yours if (one.low, one.high) == (a.low, a.high) and not _other_unit(a, one)), None)
        if b is not None:
            mine.remove(a)
            yours.remove(b)
    return mine, yours


def _other_unit(a: Amount, b: Amount) -> bool:
    return a.unit != b.unit and a.unit in _UNITS and b.unit in _UNITS


def _comparable(pairing: Pairing, a: Amount, b: Amount) -> bool:
    """Do both count one thing: the same unit, aligned words, or only one of them says what?"""
    if a.unit == b.unit or _other_unit(a, b):
        return True
    if not a.unit or not b.unit:
        return True
    units = {
        (pairing.left.words[one.left].token, pairing.right.words[one.right].token) for one in pairing.alignment.pairs
    }
    return (a.last, b.last) in units


def _contrast(pairing: Pairing, a: Amount, b: Amount) -> Contrast:
    left_span, right_span = _span(pairing.left, a), _span(pairing.right, b)
    left, right = pairing.words(pairing.left, left_span), pairing.words(pairing.right, right_span)
    contrary = a.excludes(b) or (a.low, a.high) == (b.low, b.high)
    reason = (
        f"“{left}” and “{right}” cannot both be"
        if contrary
        else f"“{left}” and “{right}”: one leaves room for the other"
    )
    return Contrast(
        kind=ContrastKind.NUMBER,
        left=left,
        right=right,
        left_span=left_span,
        right_span=right_span,
        reason=reason,
        contrary=contrary,
    )


def _span(features: Features, amount: Amount) -> tuple[int, int]:
    return features.span(amount.first, amount.last)
