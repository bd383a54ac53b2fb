"""The longest common subsequence of content words."""

from rapidfuzz.distance import LCSseq

from claimtrack.comparing.pairing import Pairing


def content_in_step(pairing: Pairing) -> float:
    """Content words in one order in both (LCS) by the number of the longer wording: 1.0 the same (ROUGE-L, Lin 2004)."""
    most = max(len(pairing.left.words), len(pairing.right.words))
    return LCSseq.similarity(pairing.left.keys, pairing.right.keys) / most if most else 1.0
