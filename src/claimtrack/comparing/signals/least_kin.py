"""The wording that the other covers least, related words counted."""

from claimtrack.comparing.pairing import Pairing


def least_kin(pairing: Pairing) -> float:
    """The lesser share of weight with a counterpart, where words left over count by the nearest one on the other side.

    0.0 nothing in common, 1.0 each covers the other. After Corley & Mihalcea (2005), with vectors of WordNet
    (`text/related.py`). Blind to order and denial, and opposites are near to one another.
    """
    return min(pairing.kin)
