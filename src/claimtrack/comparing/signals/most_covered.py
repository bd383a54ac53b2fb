"""The wording that the other covers most."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def most_covered(pairing: Pairing) -> Evidence:
    """The greater share of weight with a counterpart: 1.0 where one wording holds all of the other."""
    value = max(pairing.alignment.left_covered, pairing.alignment.right_covered)
    return Evidence(
        name="most_covered", value=value, reason=f"{value:.0%} of the more covered wording has a counterpart"
    )
