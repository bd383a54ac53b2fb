"""Numbers and dates that the other does not name."""

from claimtrack.comparing.pairing import Pairing


def no_other_figures(pairing: Pairing) -> float:
    """1.0 where one wording names no number or date that the other lacks; lower the more both name of their own."""
    left, right = pairing.left.figures, pairing.right.figures
    if not left or not right:
        return 1.0
    shared = len(left & right)
    return 1.0 / (1.0 + min(len(left), len(right)) - shared)
