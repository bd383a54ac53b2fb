"""Two wordings side by side, aligned: what every signal and contrast is asked about."""

import math
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from claimtrack.comparing.alignment import Alignment, align
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features


class Pairing(NamedTuple):
    """The features of two wordings and their alignment."""

    left: Features
    right: Features
    alignment: Alignment
    overlap: float
    """How much the two speak of one thing: the geometric mean of what is covered on both sides, 0 to 1."""
    common_ground: float
    """The same with opposites counted in full, for they too speak of one thing."""
    held: float
    """How much of the more covered wording the other speaks of, opposites counted in full, 0 to 1."""
    stems_shared: int
    """Stems in both, function words and repeats among them."""
    in_step: int
    """Length of the longest common subsequence of stems (function words among them)."""
    letters_shared: int
    """Letter trigrams in both."""
    grounds: list[str]
    """On what ground each aligned word answers to the other, in the order of the left wording."""

    def contrast(self, kind: ContrastKind, left: Span, right: Span, reason: str, *, contrary: bool) -> Contrast:
        """A contrast of the words at two spans, as they stand there."""
        return Contrast(
            kind=kind,
            left=self.left.text[left[0] : left[1]],
            right=self.right.text[right[0] : right[1]],
            left_span=left,
            right_span=right,
            reason=reason,
            contrary=contrary,
        )


def turned(left: Features, right: Features) -> bool:
    """Is the right wording to be the left one of their pairing?

    One order for every two wordings, so that a comparison never depends on which stood left: the one of fewer words.
    """
    return (len(right.words), right.plain, right.text) < (len(left.words), left.plain, left.text)


def pair(left: Features, right: Features) -> Pairing:
    """Align two wordings, in this order."""
    alignment = align(left, right)
    mine, yours = _grounds(left, right, alignment)
    return Pairing(
        left,
        right,
        alignment,
        math.sqrt(alignment.left_covered * alignment.right_covered),
        math.sqrt(mine * yours),
        max(mine, yours),
        LCSseq.similarity(left.sorted_stems, right.sorted_stems),
        LCSseq.similarity(left.stems, right.stems),
        (left.letters & right.letters).bit_count(),
        [one[2] for one in alignment.pairs],
    )


def _grounds(left: Features, right: Features, alignment: Alignment) -> tuple[float, float]:
    """The share of each wording's weight that has a counterpart, whatever its strength, those by place aside."""
    mine = sum([left.weights[i] for i, _, by, _ in alignment.pairs if by != "place"])
    yours = sum([right.weights[j] for _, j, by, _ in alignment.pairs if by != "place"])
    return mine / (left.weight or 1.0), yours / (right.weight or 1.0)
