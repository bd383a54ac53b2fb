"""The wording that the other covers most."""

from claimtrack.comparing.pairing import Pairing


def most_covered(pairing: Pairing) -> float:
    """The greater share of weight with a counterpart: 1.0 where one wording holds all of the other.

    Blind to what the longer one adds.
    """
    return max(pairing.alignment.left_covered, pairing.alignment.right_covered)
