"""Two figures that changed places, each now beside what the other stood by."""

from operator import itemgetter

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Span
from claimtrack.features import Features

_Figure = tuple[int, int, object]
"""Its first token, the one beyond its last, and what it says."""


def figures_turned(pairing: Pairing) -> tuple[Span, Span] | None:
    """The places of the first of two figures left and right: "in 1975 … in 1978" / "in 1978 … in 1975", or None.

    A word must stand between the two, for "on 1 May and 3 June" is a list.
    """
    left, right = _figures(pairing.left), _figures(pairing.right)
    if len(left) != len(right):
        return None
    other = [at for at, (one, another) in enumerate(zip(left, right, strict=True)) if one[2] != another[2]]
    if len(other) != 2:
        return None
    a, b = other
    if left[a][2] != right[b][2] or left[b][2] != right[a][2]:
        return None
    if not any(left[a][1] <= at < left[b][0] for at in pairing.left.tokens):
        return None
    return pairing.left.span(*left[a][:2]), pairing.right.span(*right[a][:2])


def _figures(features: Features) -> list[_Figure]:
    """The numbers and dates of a wording, in order."""
    amounts = [(one.first, one.last, (one.low, one.high)) for one in features.amounts]
    periods = [(one.start, one.end, (one.first, one.last)) for one in features.periods]
    return sorted([*amounts, *periods], key=itemgetter(0))
