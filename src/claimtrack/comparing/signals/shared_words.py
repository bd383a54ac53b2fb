"""Content words in common."""

from claimtrack.comparing.pairing import Pairing


def shared_words(pairing: Pairing) -> float:
    """Dice coefficient of the stems of content words (Dice 1945): 0.0 none shared, 1.0 all. Blind to synonyms."""
    left, right = pairing.left.places, pairing.right.places
    total = len(left) + len(right)
    return 2 * len(left.keys() & right.keys()) / total if total else 1.0
