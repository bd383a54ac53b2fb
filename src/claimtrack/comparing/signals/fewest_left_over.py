"""How many words are left over on the side with fewer."""

from claimtrack.comparing.pairing import Pairing

_DOZEN = 12


def fewest_left_over(pairing: Pairing) -> float:
    """1.0 where one wording is wholly answered, 0.0 where each has a dozen words or more that the other does not."""
    alignment = pairing.alignment
    return 1.0 - min(1.0, min(len(alignment.left_over), len(alignment.right_over)) / _DOZEN)
