"""Two words side by side in both."""

from claimtrack.comparing.pairing import Pairing


def shared_twos(pairing: Pairing) -> float:
    """Dice coefficient of neighbouring stems, the ends of the text counted: 1.0 the same words in the same order."""
    left, right = pairing.left.shape.twos, pairing.right.shape.twos
    return 2 * len(left & right) / (len(left) + len(right))
