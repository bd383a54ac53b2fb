"""How alike the two are in length."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def length(pairing: Pairing) -> Evidence:
    """The shorter number of words by the longer: 1.0 equally long."""
    left, right = len(pairing.left.words), len(pairing.right.words)
    value = min(left, right) / max(left, right) if left and right else float(left == right)
    return Evidence(name="length", value=value, reason=f"{left} and {right} words of content")
