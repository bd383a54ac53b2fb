"""Numbers and dates in common."""

from claimtrack.comparing.pairing import Pairing


def figures(pairing: Pairing) -> float:
    """The share of numbers and dates that both name: 1.0 all, 0.5 where neither names any, 0.0 none."""
    left, right = pairing.left.figures, pairing.right.figures
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.5
