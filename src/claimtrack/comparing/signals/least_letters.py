"""Three letters in a row in both, of the wording with more of them."""

from claimtrack.comparing.pairing import Pairing


def least_letters(pairing: Pairing) -> float:
    """Letter trigrams of the words in both by those of the wording that has more: 1.0 the same words in any order.

    Sees inflections and spellings where stems do not (CHRF, Popović 2015, without its order). Trigrams are counted
    in one of 2,048 places each, so that one in twenty may stand for another.
    """
    most = max(pairing.left.shape.letter_count, pairing.right.shape.letter_count)
    return pairing.likeness.letters_shared / most if most else 1.0
