"""Words that answer to one of another kind."""

from claimtrack.comparing.pairing import Pairing


def rivals(pairing: Pairing) -> float:
    """1.0 where no word answers to a rival ("red" / "blue"), 0.5 where one does, towards 0.0 with each further."""
    return 1.0 / (1.0 + pairing.grounds.count("rival"))
