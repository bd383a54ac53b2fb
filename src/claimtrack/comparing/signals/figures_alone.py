"""Numbers and dates that only one of the two names."""

from claimtrack.comparing.pairing import Pairing

_MOST = 5


def figures_alone(pairing: Pairing) -> float:
    """1.0 where both name the same numbers and dates, 0.0 where one of them names five or more of its own."""
    left, right = pairing.left.figures, pairing.right.figures
    if not left and not right:
        return 1.0
    shared = len(left & right)
    return 1.0 - min(1.0, (max(len(left), len(right)) - shared) / _MOST)
