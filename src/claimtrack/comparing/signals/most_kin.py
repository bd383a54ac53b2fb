"""The wording that the other meets most, related words counted."""

from claimtrack.comparing.pairing import Pairing


def most_kin(pairing: Pairing) -> float:
    """The greater share of weight that the other meets, where words left over count by the nearest one over there.

    1.0 where one wording speaks of all that the other does. Blind to what the longer one adds, and opposites are near
    to one another.
    """
    left, right = pairing.likeness.kin
    return max(left.words, right.words)
