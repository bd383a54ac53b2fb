"""How alike the two are in length."""

from claimtrack.comparing.pairing import Pairing


def length(pairing: Pairing) -> float:
    """The shorter number of words by the longer: 1.0 equally long."""
    left, right = len(pairing.left.stems), len(pairing.right.stems)
    return min(left, right) / max(left, right) if left and right else float(left == right)
