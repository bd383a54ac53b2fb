"""Whether each wording names a place that the other does not."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.text.word_weights import RAREST


def places_apart(pairing: Pairing) -> float:
    """1.0 where one of them names no place of its own, towards 0.0 the rarer the places that each has alone.

    Two reports of one kind, each from elsewhere ("floods in Chile" / "floods in Nepal"). Blind to places that WordNet
    does not have as such.
    """
    left, right = pairing.likeness.kin
    return 1.0 - min(1.0, min(left.place, right.place) / RAREST)
