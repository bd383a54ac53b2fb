"""Do words that answer to one another stand together?"""

from itertools import pairwise

from claimtrack.comparing.pairing import Pairing


def in_blocks(pairing: Pairing) -> float:
    """0.0 where each aligned word stands alone, towards 1.0 the fewer the unbroken runs.

    The chunks of METEOR (Banerjee & Lavie 2005, section 2.2). Falls where roles are swapped ("A asked B" / "B asked
    A"); a clause that moved as a whole breaks it but twice.
    """
    right = [one[1] for one in pairing.alignment.pairs]
    if not right:
        return 0.0
    breaks = sum([b != a + 1 for a, b in pairwise(right)])
    return 1.0 - (1 + breaks) / len(right)
