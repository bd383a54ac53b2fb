"""Do both begin with one thing?"""

from claimtrack.comparing.pairing import Pairing


def first_word(pairing: Pairing) -> float:
    """1.0 where the first content words answer to one another, 0.5 where the first of one is found later, else 0.0."""
    pairs = pairing.alignment.pairs
    if not pairs:
        return 0.0
    if pairs[0][0] == 0 and pairs[0][1] == 0:
        return 1.0
    alone = pairing.alignment.right_over[:1] == [0]
    return 0.5 if pairs[0][0] == 0 or not alone else 0.0
