"""Three letters in a row in both, of the wording with fewer of them."""

from claimtrack.comparing.pairing import Pairing


def most_letters(pairing: Pairing) -> float:
    """Letter trigrams of the words in both by those of the wording that has fewer: 1.0 where it holds nothing else."""
    fewest = min(pairing.left.shape.letter_count, pairing.right.shape.letter_count)
    return pairing.likeness.letters_shared / fewest if fewest else 1.0
