"""Do both deny equally often?"""

from claimtrack.comparing.pairing import Pairing

_ANOTHER = frozenset({"antonym", "rival", "flip", "place"})


def denials(pairing: Pairing) -> float:
    """1.0 where both or neither hold a denial in odd number, else 0.0.

    A denial of a word in whose place the other has another word cancels out, for that may be its opposite ("not fair" /
    "foul"); denials of two such words do not ("not fair", "not foul"). Blind to the rest of what is denied: `polarity`
    asks that.
    """
    left, right = pairing.left, pairing.right
    if not left.negators and not right.negators:
        return 1.0
    odd = (len(left.negators) + len(right.negators)) % 2
    if left.denials or right.denials:
        for i, j, by, _ in pairing.alignment.pairs:
            if by in _ANOTHER and (left.denies(i) or right.denies(j)):
                odd ^= 1
                break
    return 1.0 - odd
