"""Do both deny equally often?"""

from claimtrack.comparing.pairing import Pairing


def denials(pairing: Pairing) -> float:
    """1.0 where both or neither hold a denial in odd number, else 0.0. Blind to what is denied: see `polarity`."""
    return float(len(pairing.left.negators) % 2 == len(pairing.right.negators) % 2)
