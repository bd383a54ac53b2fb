"""The longest common subsequence, of the longer wording."""

from claimtrack.comparing.pairing import Pairing


def least_in_step(pairing: Pairing) -> float:
    """Stems in one order in both (LCS) by the length of the longer wording: 1.0 the same (ROUGE-L, Lin 2004)."""
    most = max(len(pairing.left.stems), len(pairing.right.stems))
    return pairing.in_step / most if most else 1.0
