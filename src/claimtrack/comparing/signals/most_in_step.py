"""The longest common subsequence, of the shorter wording."""

from claimtrack.comparing.pairing import Pairing


def most_in_step(pairing: Pairing) -> float:
    """Stems in one order in both (LCS) by the length of the shorter wording: 1.0 where it holds nothing else."""
    fewest = min(len(pairing.left.stems), len(pairing.right.stems))
    return pairing.in_step / fewest if fewest else 1.0
