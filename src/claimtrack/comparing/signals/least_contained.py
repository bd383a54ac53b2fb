"""Stems shared, of the wording with more of them."""

from claimtrack.comparing.pairing import Pairing


def least_contained(pairing: Pairing) -> float:
    """Stems in both (function words too) by those of the wording that has more: 1.0 the same words, 0.0 none."""
    most = max(len(pairing.left.stem_set), len(pairing.right.stem_set))
    return pairing.stems_shared / most if most else 1.0
