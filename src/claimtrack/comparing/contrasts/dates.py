"""Another date."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.text.periods import Period


def dates(pairing: Pairing) -> Iterable[Contrast]:
    """Dates that exclude each other (28 July / 21 July: contrary) or contain one another (September / 30 September).

    Dates that both name are set aside first; where each has one more, these are compared. Else one that any date of the
    other wording leaves room for excludes nothing: "in 1945" beside "born in 1932, he saw 6 August 1945".
    """
    if not pairing.left.periods or not pairing.right.periods:
        return ()
    left, right = _apart(pairing.left.periods, pairing.right.periods)
    if len(left) == len(right) == 1 and left[0].anchored == right[0].anchored:
        return [_contrast(pairing, left[0], right[0])]
    found = []
    for a in left:
        b = _answer(a, right, pairing)
        if b is not None:
            right.remove(b)
            found.append(_contrast(pairing, a, b))
    return found


def _answer(a: Period, open_: list[Period], pairing: Pairing) -> Period | None:
    """The date that answers to `a`: one that leaves room for it, else one that no date of this side leaves room for.

    "Last year" leaves room for any date, and answers to one only where nothing else does.
    """
    told = [one for one in pairing.right.periods if one.anchored == a.anchored]
    if not told:
        return next((one for one in open_ if not _are_told(one, pairing.left.periods)), None)
    alike = [one for one in open_ if one.anchored == a.anchored]
    near = next((one for one in alike if not one.excludes(a)), None)
    if near is not None or any(not one.excludes(a) for one in told):
        return near
    mine = [one for one in pairing.left.periods if one.anchored == a.anchored]
    return next((one for one in alike if all(one.excludes(other) for other in mine)), None)


def _are_told(one: Period, others: Iterable[Period]) -> bool:
    return any(other.anchored == one.anchored for other in others)


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
