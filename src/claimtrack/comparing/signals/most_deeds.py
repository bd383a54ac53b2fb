"""The deeds of the wording whose deeds the other meets most."""

from claimtrack.comparing.pairing import Pairing


def most_deeds(pairing: Pairing) -> float:
    """The greater share of the weight of deeds that the other meets, related ones counted: 1.0 all of one wording's.

    Deeds are words as far as they are used as verbs. Blind to who does them, and to denial.
    """
    left, right = pairing.likeness.kin
    return max(left.deeds, right.deeds)
