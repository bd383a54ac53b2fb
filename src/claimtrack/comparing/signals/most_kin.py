"""The wording that the other covers most, related words counted."""

from claimtrack.comparing.pairing import Pairing


def most_kin(pairing: Pairing) -> float:
    """The greater share of weight with a counterpart, where words left over count by the nearest one on the other side.

    1.0 where one wording speaks of all that the other does. After Corley & Mihalcea (2005), with vectors of WordNet
    (`text/related.py`). Blind to what the longer one adds, and opposites are near to one another.
    """
    return max(pairing.kin)
