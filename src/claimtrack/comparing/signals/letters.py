"""How alike the two are in letters."""

from claimtrack.comparing.pairing import Pairing


def letters(pairing: Pairing) -> float:
    """The fewer letters by the more: 1.0 equally long; finer than `length`."""
    left, right = len(pairing.left.plain), len(pairing.right.plain)
    return min(left, right) / max(left, right) if left and right else float(left == right)
