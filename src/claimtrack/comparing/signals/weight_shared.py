"""How much they have in common, in all."""

from claimtrack.comparing.pairing import Pairing

_THREE_WORDS = 30.0


def weight_shared(pairing: Pairing) -> float:
    """0.0 nothing in common, 0.5 some three rare words, towards 1.0 with more.

    Absolute, where `least_covered` is a share: two short texts may be alike by chance, two long ones hardly.
    """
    left, right = pairing.left.weight, pairing.right.weight
    shared = (pairing.alignment.left_covered * left + pairing.alignment.right_covered * right) / 2
    return shared / (shared + _THREE_WORDS)
