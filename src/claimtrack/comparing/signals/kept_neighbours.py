"""Do aligned words keep the word that follows them?"""

from itertools import pairwise

from claimtrack.comparing.pairing import Pairing


def kept_neighbours(pairing: Pairing) -> float:
    """The share of aligned words whose next aligned word follows in the other wording too: 1.0 all, or fewer than two.

    Falls where roles are swapped ("A asked B" / "B asked A"); a clause that moved as a whole breaks it but twice.
    """
    right = [pair[1] for pair in pairing.alignment.pairs]
    if len(right) < _FEWEST:
        return 1.0
    place = {at: nth for nth, at in enumerate(sorted(right))}
    kept = sum([place[b] - place[a] == 1 for a, b in pairwise(right)])
    return kept / (len(right) - 1)


_FEWEST = 2
