"""Do words that answer to one another stand together?"""

from claimtrack.comparing.pairing import Pairing


def in_blocks(pairing: Pairing) -> float:
    """0.0 where each aligned word stands alone, towards 1.0 the fewer the unbroken runs.

    The chunks of METEOR (Banerjee & Lavie 2005, section 2.2). Falls where roles are swapped ("A asked B" / "B asked
    A"); a clause that moved as a whole breaks it but twice.
    """
    pairs = pairing.alignment.pairs
    if not pairs:
        return 0.0
    runs, ahead = 0, -1
    for _, at, _, _ in pairs:
        if at != ahead:
            runs += 1
        ahead = at + 1
    return 1.0 - runs / len(pairs)
