"""Do the words that both have come in one order?"""

from claimtrack.comparing.pairing import Pairing


def in_step(pairing: Pairing) -> float:
    """The longest common subsequence of stems, of those in both: 1.0 all in one order, 0.0 none shared.

    The order that ROUGE-L (Lin 2004) asks for, without its share of the length.
    """
    return pairing.likeness.in_step / pairing.likeness.stems_shared if pairing.likeness.stems_shared else 0.0
