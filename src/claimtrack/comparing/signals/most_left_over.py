"""How much is left over on the side with more."""

from claimtrack.comparing.pairing import Pairing


def most_left_over(pairing: Pairing) -> float:
    """1.0 where both wordings are wholly covered, towards 0.0 with the weight left over on the side that has more."""
    alignment = pairing.alignment
    mine = pairing.left.weight * (1.0 - alignment.left_covered)
    yours = pairing.right.weight * (1.0 - alignment.right_covered)
    return 1.0 / (1.0 + max(mine, yours) / _TWO_WORDS)


_TWO_WORDS = 14.0
