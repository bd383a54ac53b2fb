"""How many of the words that answer to one another are the very same?"""

from claimtrack.comparing.pairing import Pairing


def same_words(pairing: Pairing) -> float:
    """Identical words by aligned words: 1.0 all identical; lower where synonyms, opposites or places were needed."""
    pairs = pairing.alignment.pairs
    return sum([one[3] == 1.0 for one in pairs]) / len(pairs) if pairs else 0.0
