"""The rarest word in common."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.text.word_weights import RAREST


def rarest_shared(pairing: Pairing) -> float:
    """1.0 where a word that hardly any text holds is in both, towards 0.0 the more usual the rarest one in common."""
    weights, rarest = pairing.left.weights, 0.0
    for i, _, by, _ in pairing.alignment.pairs:
        if weights[i] > rarest and by != "place":
            rarest = weights[i]
    return min(1.0, rarest / RAREST)
