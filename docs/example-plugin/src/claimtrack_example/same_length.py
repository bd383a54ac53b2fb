"""Are two wordings of one length?"""

from claimtrack.comparing.pairing import Pairing
from claimtrack.comparing.signals import Signal


def same_length(pairing: Pairing) -> float:
    """The words of the shorter wording by those of the longer: 1.0 where they are as many."""
    counts = sorted((len(pairing.left.words), len(pairing.right.words)))
    return counts[0] / counts[1] if counts[1] else 1.0


SIGNAL = Signal("same_length", same_length, "words of the shorter wording, of the longer", weight=0.5, usual=0.7)
