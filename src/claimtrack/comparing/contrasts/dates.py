"""Another date."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.text.periods import Period


def dates(pairing: Pairing) -> Iterable[Contrast]:
    """Dates that exclude each other (28 July / 21 July: contrary) or contain one another (September / 30 September).

    Dates that both name are set aside first. One that any date of the other wording leaves room for excludes nothing:
    "in 1945" beside "born in 1932, he saw 6 August 1945".
    """
    if not pairing.left.periods or not pairing.right.periods:
        return ()
    left, right = _apart(pairing.left.periods, pairing.right.periods)
    found = []
    for a in left:
        b = _answer(a, right, pairing)
        if b is not None:
            right.remove(b)
            found.append(_contrast(pairing, a, b))
    return found


def _answer(a: Period, open_: list[Period], pairing: Pairing) -> Period | None:
    """The date that answers to `a`: one that leaves room for it, else one that no date of this side leaves room for."""
    near = next((one for one in open_ if not one.excludes(a)), None)
    if near is not None or any(not one.excludes(a) for one in pairing.right.periods):
        return near
    mine = pairing.left.periods
    return next((one for one in open_ if all(one.excludes(other) for other in mine)), None)


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
