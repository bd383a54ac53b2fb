"""Words in common."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence


def shared_words(pairing: Pairing) -> Evidence:
    """Dice coefficient of the stems of both (Dice 1945): 0.0 none shared, 1.0 all."""
    left = {word.key for word in pairing.left.words}
    right = {word.key for word in pairing.right.words}
    total = len(left) + len(right)
    value = 2 * len(left & right) / total if total else 1.0
    return Evidence(name="shared_words", value=value, reason=f"{len(left & right)} stems shared")
