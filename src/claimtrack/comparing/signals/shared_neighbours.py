"""Content words that follow one another in both."""

from claimtrack.comparing.pairing import Pairing


def shared_neighbours(pairing: Pairing) -> float:
    """Dice coefficient of neighbouring content words: 1.0 all the same; 0.5 where none has two. Blind to synonyms."""
    left, right = pairing.left.shape.neighbours, pairing.right.shape.neighbours
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.5
