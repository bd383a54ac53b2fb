"""Stems shared, of the wording with fewer of them."""

from claimtrack.comparing.pairing import Pairing


def most_contained(pairing: Pairing) -> float:
    """Stems in both (function words too) by those of the wording that has fewer: 1.0 where it holds nothing else."""
    fewest = min(len(pairing.left.stem_set), len(pairing.right.stem_set))
    return pairing.stems_shared / fewest if fewest else 1.0
