"""Do both end with one thing?"""

from claimtrack.comparing.pairing import Pairing


def last_word(pairing: Pairing) -> float:
    """1.0 where the last content words answer to one another, 0.5 where the last of one is found earlier, else 0.0."""
    pairs = pairing.alignment.pairs
    if not pairs:
        return 0.0
    left, right = len(pairing.left.keys) - 1, len(pairing.right.keys) - 1
    if pairs[-1][0] == left and pairs[-1][1] == right:
        return 1.0
    alone = pairing.alignment.right_over[-1:] == [right]
    return 0.5 if pairs[-1][0] == left or not alone else 0.0
