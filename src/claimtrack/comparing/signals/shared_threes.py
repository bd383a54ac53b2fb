"""Three words in a row in both."""

from claimtrack.comparing.pairing import Pairing


def shared_threes(pairing: Pairing) -> float:
    """Dice coefficient of three stems in a row: 1.0 the same words in the same order; 0.5 where none has three."""
    left, right = pairing.left.threes, pairing.right.threes
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.5
