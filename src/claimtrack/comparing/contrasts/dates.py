"""Another date."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.text.periods import Period

_Periods = tuple[Period, ...]


def dates(pairing: Pairing) -> Iterable[Contrast]:
    """Dates that exclude each other (28 July / 21 July: contrary) or contain one another (September / 30 September).

    Dates that both name are set aside first; where each has one more, these are compared. Else one that any date of the
    other wording leaves room for excludes nothing: "in 1945" beside "born in 1932, he saw 6 August 1945".
    """
    if not pairing.left.periods or not pairing.right.periods:
        return ()
    left, right = _apart(*_spans_of_time(pairing.left.periods, pairing.right.periods))
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
    left, right = pairing.left.span(*a.tokens), pairing.right.span(*b.tokens)
    contrary = a.excludes(b)
    told = "cannot be one date" if contrary else "may be one date: one is more exact"
    if not contrary and (a.bound or b.bound):
        told = "may both hold: a bound leaves room"
    words = f"“{pairing.left.text[slice(*left)]}” and “{pairing.right.text[slice(*right)]}” {told}"
    return pairing.contrast(ContrastKind.DATE, left, right, words, contrary=contrary)


def _spans_of_time(
    left: tuple[Period, ...], right: tuple[Period, ...]
) -> tuple[tuple[Period, ...], tuple[Period, ...]]:
    """The dates of both, the two ends of "from May to July" as one where the other wording has no such ends.

    Beside other ends that overlap each is compared with its like: what went on to July did not go on to August.
    """
    mine = len(left) > 1 and any(map(_are_ends, left, left[1:]))
    yours = len(right) > 1 and any(map(_are_ends, right, right[1:]))
    if not mine and not yours:
        return left, right
    one, other = _joined(left), _joined(right)
    if mine and yours and (one == left or other == right or not one[0].excludes(other[0])):
        return left, right
    return one, other


def _are_ends(one: Period, other: Period) -> bool:
    """ "from May", "to July"."""
    return one.bound == "since" and other.bound == "until" and one.end + 1 == other.start


def _joined(periods: _Periods) -> _Periods:
    """The dates, each two ends as one where they are known to be in order: "from May to March" may pass New Year."""
    found: list[Period] = []
    for one in periods:
        if found and _are_ends(found[-1], one) and found[-1].dated == one.dated and found[-1].first <= one.last:
            found[-1] = found[-1]._replace(last=one.last, end=one.end, bound="")
        else:
            found.append(one)
    return tuple(found)


def _apart(left: _Periods, right: _Periods) -> tuple[list[Period], list[Period]]:
    mine, yours = list(left), list(right)
    for a in left:
        for b in yours:
            if b.same(a):
                mine.remove(a)
                yours.remove(b)
                break
    return mine, yours
