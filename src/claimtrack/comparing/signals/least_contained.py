"""Stems in common, of the longer wording."""

from claimtrack.comparing.pairing import Pairing


def least_contained(pairing: Pairing) -> float:
    """Stems in both (function words and repeats too) by those of the longer wording: 1.0 the same words in any order.

    Unigram precision as in BLEU (Papineni et al. 2002), of the side where it is less. Blind to order and synonyms.
    """
    longest = max(len(pairing.left.stems), len(pairing.right.stems))
    return pairing.likeness.stems_shared / longest if longest else 1.0
