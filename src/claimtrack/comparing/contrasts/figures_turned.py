"""Figures and words that changed places, each now beside what the other stood by."""

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from claimtrack.comparing.contrasts.swaps import Swap
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Span
from claimtrack.features import Features
from claimtrack.text.numbers import begins_at

_TWO = 2
_FROM_TO = frozenset(["from", "to"])


class _Figure(NamedTuple):
    """Its first token, the one beyond its last, what it says, of what ("date", or what is counted), the word before.

    That is the word before its currency and its bound: "from" of "from about $80".
    """

    first: int
    end: int
    says: tuple[object, object]
    of: str
    after: str


def figures_turned(pairing: Pairing) -> tuple[Span, Span] | None:
    """The places of the first of two figures left and right: "in 1975 … in 1978" / "in 1978 … in 1975", or None.

    A word must stand between the two, for "on 1 May and 3 June" is a list; "from 80 to 90" is none. A figure that took
    along what it counts ("In 2 days 300 people fled") or the word before it ("to 2 cents from 15"), or is of another
    kind than the other ("since 1 May 23 houses burned") only moved.
    """
    left, right = _figures(pairing.left), _figures(pairing.right)
    if len(left) != len(right):
        return None
    other = [at for at, (one, another) in enumerate(zip(left, right, strict=True)) if one.says != another.says]
    if len(other) != _TWO:
        return None
    one, two = (left[at] for at in other)
    first, second = (right[at] for at in other)
    if one.says != second.says or two.says != first.says or (one.of == second.of != two.of):
        return None
    if one.after == second.after != two.after == first.after:
        return None
    from_to = {one.after, two.after} == _FROM_TO and (one.after, two.after) == (first.after, second.after)
    if not from_to and not any(one.end <= at < two.first for at in pairing.left.tokens):
        return None
    return pairing.left.span(one.first, one.end), pairing.right.span(first.first, first.end)


def have_figures_between(pairing: Pairing, swap: Swap) -> bool:
    """Two words changed places and unlike figures beside them did not: "in French in 1920 and in English in 1931"."""
    left, right = _figures(pairing.left), _figures(pairing.right)
    told = [figure.says for figure in left]
    if len(set(told)) < len(told) or len(told) < _TWO or told != [figure.says for figure in right]:
        return False
    mine, yours = pairing.left.tokens, pairing.right.tokens
    return any(mine[swap.one.left] < figure.first < mine[swap.other.left] for figure in left) and any(
        yours[swap.other.right] < figure.first < yours[swap.one.right] for figure in right
    )


def _figures(features: Features) -> list[_Figure]:
    """The numbers and dates of a wording, in order."""
    forms = features.forms
    amounts = [
        _Figure(one.first, one.last, (one.low, one.high), one.unit, _before(forms, begins_at(forms, one.first)))
        for one in features.amounts
    ]
    periods = [
        _Figure(one.start, one.end, (one.first, one.last), "date", _before(forms, one.start))
        for one in features.periods
    ]
    return sorted([*amounts, *periods], key=itemgetter(0))


def _before(forms: Sequence[str], at: int) -> str:
    return forms[at - 1] if at else ""
