"""How short the two are."""

from claimtrack.comparing.pairing import Pairing


def brevity(pairing: Pairing) -> float:
    """1.0 for a single word, 0.5 where the longer has twelve, towards 0.0 for long texts.

    No reason by itself: long texts that share as much say less that is the same.
    """
    return _TWELVE / (_TWELVE + max(len(pairing.left.stems), len(pairing.right.stems)))


_TWELVE = 12
