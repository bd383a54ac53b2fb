"""The wording that the other covers least."""

from claimtrack.comparing.pairing import Pairing


def least_covered(pairing: Pairing) -> float:
    """The lesser share of weight with a counterpart: 0.0 nothing in common, 1.0 each covers the other.

    Words weigh by rarity (Spärck Jones 1972). Blind to order, denial and number on purpose: those are asked elsewhere.
    """
    return min(pairing.alignment.left_covered, pairing.alignment.right_covered)
