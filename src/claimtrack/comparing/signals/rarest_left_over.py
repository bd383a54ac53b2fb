"""The rarest word that has no counterpart."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.text.word_weights import RAREST


def rarest_left_over(pairing: Pairing) -> float:
    """1.0 where every word has a counterpart, towards 0.0 the rarer the rarest one without; the rarer side counts.

    A rare word on one side alone is what the other does not say. Blind to how many there are.
    """
    rarest = 0.0
    for features, left_over in (
        (pairing.left, pairing.alignment.left_over),
        (pairing.right, pairing.alignment.right_over),
    ):
        weights = features.weights
        for at in left_over:
            if weights[at] > rarest:
                rarest = weights[at]
    return 1.0 - min(1.0, rarest / RAREST)
