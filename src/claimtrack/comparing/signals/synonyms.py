"""Words that answer to one another as synonyms."""

from claimtrack.comparing.pairing import Pairing


def synonyms(pairing: Pairing) -> float:
    """1.0 where no word answers to a synonym, 0.5 where one does, towards 0.0 with each further.

    What was put in other words on purpose: with as much in common, synonyms speak for one thing said twice.
    """
    return 1.0 / (1.0 + pairing.grounds.count("synonym"))
