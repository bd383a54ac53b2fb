"""The rarest word left over, on the side where it is least rare."""

from claimtrack.comparing.pairing import Pairing

_RAREST = 10.3
"""The weight of a word that the table does not know."""


def nothing_rare_missing(pairing: Pairing) -> float:
    """1.0 where one wording has every word of the other, towards 0.0 where each has a rare word of its own.

    A long text that says all of a short one is no less sure of it for what it adds; `rarest_left_over` minds that.
    """
    left, right = pairing.left.weights, pairing.right.weights
    mine = max([left[at] for at in pairing.alignment.left_over], default=0.0)
    yours = max([right[at] for at in pairing.alignment.right_over], default=0.0)
    return 1.0 - min(1.0, min(mine, yours) / _RAREST)
