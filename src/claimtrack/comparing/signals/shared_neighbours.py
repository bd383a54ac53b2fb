"""Words that stand side by side in both."""

from itertools import pairwise

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Evidence
from claimtrack.features import Features


def shared_neighbours(pairing: Pairing) -> Evidence:
    """Dice coefficient of stem bigrams, the ends of the text counted: 1.0 the same words in the same order."""
    left, right = _bigrams(pairing.left), _bigrams(pairing.right)
    value = 2 * len(left & right) / (len(left) + len(right))
    return Evidence(name="shared_neighbours", value=value, reason=f"{len(left & right)} neighbours shared")


def _bigrams(features: Features) -> set[tuple[str, str]]:
    keys = ["", *(word.key for word in features.words), ""]
    return set(pairwise(keys))
