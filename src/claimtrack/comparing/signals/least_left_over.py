"""How much is left over on the side with less."""

from claimtrack.comparing.pairing import Pairing


def least_left_over(pairing: Pairing) -> float:
    """1.0 where one wording is wholly covered, towards 0.0 with the weight left over on the side that has less left.

    Absolute, where `most_covered` is a share: two long texts may share much and still leave much.
    """
    alignment = pairing.alignment
    mine = pairing.left.weight * (1.0 - alignment.left_covered)
    yours = pairing.right.weight * (1.0 - alignment.right_covered)
    return 1.0 / (1.0 + min(mine, yours) / _TWO_WORDS)


_TWO_WORDS = 14.0
