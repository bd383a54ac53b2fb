"""The rarest word that has no counterpart."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.text.word_weights import RAREST


def rarest_left_over(pairing: Pairing) -> float:
    """1.0 where every word has a counterpart, towards 0.0 the rarer the rarest one without; the rarer side counts.

    A rare word on one side alone is what the other does not say. Blind to how many there are.
    """
    left, right = pairing.left.weights, pairing.right.weights
    mine = max([left[at] for at in pairing.alignment.left_over], default=0.0)
    yours = max([right[at] for at in pairing.alignment.right_over], default=0.0)
    return 1.0 - min(1.0, max(mine, yours) / RAREST)
