"""A share that does it beside the share that does not: "50 of 122 have" / "72 of the 122 have not"."""

from itertools import pairwise

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.text.numbers import begins_at

_ALIKE = 0.6
"""Common ground from which both speak of one whole."""
_WHOLE = 100.0
_NEARLY = 1e-6
PARTED = frozenset([("of",), ("of", "the"), ("of", "its"), ("of", "their"), ("of", "all"), ("out", "of")])
"""What stands between a number and that of the whole."""
_AHEAD = frozenset([",", "only", "just", "that", "and", "but", "fully", "still", "so"])
"""What may stand before a share with which a clause begins."""
_Share = tuple[float, float, float, Span]
"""The least and the most of a whole, the whole, and where it is told."""


def the_rest(pairing: Pairing) -> tuple[Contrast, ...] | None:
    """The contrast between a share that does it and one that does not; none where the two make up the whole.

    Contrary where they are more than the whole, for the rest may be silent. None where either wording tells no share,
    more than one, or one of another whole, where both tell the same one, and where not just one of them denies what the
    other affirms.
    """
    left, right = pairing.left, pairing.right
    if not left.amounts or not right.amounts or len(left.denials) + len(right.denials) != 1:
        return None
    if pairing.common_ground < _ALIKE or not any(
        by == "same" and left.denies(i) != right.denies(j) for i, j, by, _ in pairing.alignment.pairs
    ):
        return None
    mine, yours = _share(left), _share(right)
    if mine is None or yours is None or mine[2] != yours[2]:
        return None
    whole = mine[2]
    if abs(mine[0] + yours[1] - whole) < _NEARLY * whole and abs(mine[1] + yours[0] - whole) < _NEARLY * whole:
        return ()
    if mine[:2] == yours[:2]:
        return None
    contrary = mine[0] + yours[0] > whole * (1 + _NEARLY)
    words = f"“{left.text[slice(*mine[3])]}” and “{right.text[slice(*yours[3])]}”"
    told = f"{words} are more than the whole" if contrary else f"{words} leave room for one another"
    return (pairing.contrast(ContrastKind.NUMBER, mine[3], yours[3], told, contrary=contrary),)


def _share(features: Features) -> _Share | None:
    """The only share told of who does it, in percent or as a number of the whole; "rose by 5 percent" is none."""
    shares = [one for one in features.amounts if one.unit == "%"]
    if len(features.amounts) == 1 and len(shares) == 1:
        low, high, part, whole = shares[0].low, shares[0].high, shares[0], _WHOLE
    else:
        parted = [
            (one, other)
            for one, other in pairwise(features.amounts)
            if features.forms[one.last : other.first] in PARTED and other.low == other.high
        ]
        if len(features.amounts) != _TWO or not parted:
            return None
        part, whole = parted[0][0], parted[0][1].low
        low, high = part.low, part.high
    begin = begins_at(features.forms, part.first)
    if low > whole or high < 0.0 or (begin and features.forms[begin - 1] not in _AHEAD):
        return None
    return max(low, 0.0), min(high, whole), whole, features.span(part.first, part.last)


_TWO = 2
