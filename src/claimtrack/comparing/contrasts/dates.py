"""Another date."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.text.dates import Period

_MOST = 40
"""Dates of a wording that are looked at; bounds the worst case."""


def dates(pairing: Pairing) -> Iterable[Contrast]:
    """Dates that exclude each other (28 July / 21 July: contrary) or contain one another (September / 30 September).

    Dates that both name are set aside first; those that are left are taken in their order.
    """
    if not pairing.left.periods or not pairing.right.periods:
        return ()
    left, right = _apart(pairing.left.periods[:_MOST], pairing.right.periods[:_MOST])
    return [_contrast(pairing, a, b) for a, b in zip(left, right, strict=False)]


def _contrast(pairing: Pairing, a: Period, b: Period) -> Contrast:
    left, right = pairing.left.span(a.start, a.end), pairing.right.span(b.start, b.end)
    contrary = a.excludes(b)
    told = "cannot be one date" if contrary else "may be one date: one is more exact"
    words = f"“{pairing.left.text[slice(*left)]}” and “{pairing.right.text[slice(*right)]}” {told}"
    return pairing.contrast(ContrastKind.DATE, left, right, words, contrary=contrary)


def _apart(left: tuple[Period, ...], right: tuple[Period, ...]) -> tuple[list[Period], list[Period]]:
    mine, yours = list(left), list(right)
    for a in left:
        b = next((one for one in yours if one.same(a)), None)
        if b is not None:
            mine.remove(a)
            yours.remove(b)
    return mine, yours
