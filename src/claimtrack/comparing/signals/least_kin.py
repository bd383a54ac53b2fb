"""The wording that the other meets least, related words counted."""

from claimtrack.comparing.pairing import Pairing


def least_kin(pairing: Pairing) -> float:
    """The lesser share of weight that the other meets, where words left over count by the nearest one over there.

    0.0 nothing in common, 1.0 each meets the other. Blind to order and denial, and opposites are near to one another.
    """
    left, right = pairing.likeness.kin
    return min(left.words, right.words)
