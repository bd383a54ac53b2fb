"""The traits of the wording whose traits the other meets least."""

from claimtrack.comparing.pairing import Pairing


def least_traits(pairing: Pairing) -> float:
    """The lesser share of the weight of traits that the other meets, related ones counted: 1.0 all of both.

    Traits are words as far as they are used as adjectives. Blind to what has them; opposites are near to each other.
    """
    left, right = pairing.likeness.kin
    return min(left.traits, right.traits)
