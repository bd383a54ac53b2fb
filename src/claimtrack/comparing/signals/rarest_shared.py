"""The rarest word in common."""

from claimtrack.comparing.pairing import Pairing

_RAREST = 10.3
"""The weight of a word that the table does not know."""


def rarest_shared(pairing: Pairing) -> float:
    """1.0 where a word that hardly any text holds is in both, towards 0.0 the more usual the rarest one in common."""
    weights = pairing.left.weights
    return min(
        1.0, max([weights[i] for i, _, by, _ in pairing.alignment.pairs if by != "place"], default=0.0) / _RAREST
    )
