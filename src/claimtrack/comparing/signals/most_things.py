"""The things of the wording whose things the other meets most."""

from claimtrack.comparing.pairing import Pairing


def most_things(pairing: Pairing) -> float:
    """The greater share of the weight of things that the other meets, related ones counted: 1.0 all of one wording's.

    Things are words as far as they are used as nouns. Blind to what is said of them.
    """
    left, right = pairing.likeness.kin
    return max(left.things, right.things)
