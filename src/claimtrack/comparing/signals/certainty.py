"""Are both equally sure?"""

from claimtrack.comparing.pairing import Pairing


def certainty(pairing: Pairing) -> float:
    """1.0 equally sure, 0.5 one step apart (will / expects / may), 0.0 two steps."""
    return 1.0 - abs(pairing.left.certainty - pairing.right.certainty) / 2
