"""Are both as sure of it?"""

from claimtrack.comparing.pairing import Pairing


def as_certain(pairing: Pairing) -> float:
    """1.0 where both say it as plain, as expected or as possible, else 0.0; `modality` tells in which words."""
    return float(pairing.left.certainty is pairing.right.certainty)
