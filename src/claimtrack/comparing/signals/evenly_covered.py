"""The words that have a counterpart, rare or not."""

from claimtrack.comparing.pairing import Pairing


def evenly_covered(pairing: Pairing) -> float:
    """Aligned words, by strength, of all content words (Sultan et al. 2014, section 4): 0.0 none, 1.0 all.

    Blind to rarity, order, denial.
    """
    total = len(pairing.left.words) + len(pairing.right.words)
    return 2 * sum([one[3] for one in pairing.alignment.pairs]) / total if total else 1.0
