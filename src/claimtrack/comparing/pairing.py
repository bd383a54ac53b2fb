"""Two wordings side by side, aligned: what every signal and contrast is asked about."""

import math
from typing import NamedTuple

from attrs import define
from rapidfuzz.distance import LCSseq

from claimtrack.comparing.alignment import Alignment, align
from claimtrack.comparing.kin import Kin, kin
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.once import once


class Likeness(NamedTuple):
    """What signals alone ask of two wordings."""

    stems_shared: int
    """Stems in both, function words and repeats among them."""
    in_step: int
    """Length of the longest common subsequence of stems (function words among them)."""
    letters_shared: int
    """Letter trigrams in both."""
    kin: tuple[Kin, Kin]
    """What is met of the left and of the right wording where related words count as well."""


@define(eq=False, slots=False)  # not frozen, though nobody changes it: that takes six times as long to make
class Pairing:
    """The features of two wordings and their alignment; not to be changed."""

    left: Features
    right: Features
    alignment: Alignment
    overlap: float
    """How much the two speak of one thing: the geometric mean of what is covered on both sides, 0 to 1."""
    common_ground: float
    """The same with opposites counted in full, for they too speak of one thing."""
    held: float
    """How much of the more covered wording the other speaks of, opposites counted in full, 0 to 1."""
    grounds: list[str]
    """On what ground each aligned word answers to the other, in the order of the left wording."""
    rare_alone: frozenset[str]
    """The words that rare contrasts turn on and one wording alone has: mostly none, and then none of these is asked."""

    @once
    def likeness(self) -> Likeness:
        """How alike the two are by measures that find and never judge; worked out when first asked for."""
        left, right = self.left, self.right
        mine, yours = left.shape, right.shape
        return Likeness(
            LCSseq.similarity(mine.sorted_stems, yours.sorted_stems),
            LCSseq.similarity(left.stems, right.stems),
            (mine.letters & yours.letters).bit_count(),
            kin(left, right, self.alignment, self.grounds),
        )

    def contrast(self, kind: ContrastKind, left: Span, right: Span, reason: str, *, contrary: bool) -> Contrast:
        """A contrast of the words at two spans, as they stand there."""
        mine, yours = self.left.text[left[0] : left[1]], self.right.text[right[0] : right[1]]
        return Contrast(kind, mine, yours, left, right, reason, contrary)


def turned(left: Features, right: Features) -> bool:
    """Is the right wording to be the left one of their pairing?

    One order for every two wordings, so that a comparison never depends on which stood left: the one of fewer words; of
    one text said on two days, that of the earlier dates.
    """
    words, others = len(left.keys), len(right.keys)
    if words != others:
        return others < words
    mine, yours = (left.plain, left.text), (right.plain, right.text)
    if mine == yours and left.periods:
        return [(one.first, one.last) for one in right.periods] < [(one.first, one.last) for one in left.periods]
    return yours < mine


def pair(left: Features, right: Features) -> Pairing:
    """Align two wordings, in this order."""
    alignment = align(left, right)
    one, other = alignment.left_spoken_of, alignment.right_spoken_of
    return Pairing(
        left,
        right,
        alignment,
        math.sqrt(alignment.left_covered * alignment.right_covered),
        math.sqrt(one * other),
        max(one, other),
        [one[2] for one in alignment.pairs],
        left.rare_words ^ right.rare_words,
    )
