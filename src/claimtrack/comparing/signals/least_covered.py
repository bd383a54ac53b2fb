"""The wording that the other covers least."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def least_covered(pairing: Pairing) -> Evidence:
    """The lesser share of weight with a counterpart: 0.0 nothing in common, 1.0 each covers the other.

    Blind to order, denial and number on purpose: those are asked elsewhere.
    """
    value = min(pairing.alignment.left_covered, pairing.alignment.right_covered)
    return Evidence(
        name="least_covered", value=value, reason=f"{value:.0%} of the less covered wording has a counterpart"
    )
