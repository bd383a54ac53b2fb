"""Two wordings side by side, aligned: what every signal and contrast is asked about."""

import math

from attrs import frozen

from claimtrack.comparing.alignment import Alignment, align
from claimtrack.evidence import Span
from claimtrack.features import Features


@frozen(kw_only=True)
class Pairing:
    """The features of two wordings and their alignment."""

    left: Features
    right: Features
    alignment: Alignment

    @property
    def overlap(self) -> float:
        """How much the two speak of one thing: the geometric mean of what is covered on both sides, 0 to 1."""
        return math.sqrt(self.alignment.left_covered * self.alignment.right_covered)

    def words(self, features: Features, span: Span) -> str:
        """The words of a wording at a span, as they stand there."""
        return features.text[span[0] : span[1]]


def pair(left: Features, right: Features) -> Pairing:
    """Align two wordings."""
    return Pairing(left=left, right=right, alignment=align(left, right))
