"""How much of a wording is met on the other side where related words count as well, by kind of word."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.comparing.alignment import Aligned, Alignment
from claimtrack.features import Features
from claimtrack.text.related import kinds_of_all, nearest

NO_KIN = 0.3
"""Words that are no more related than this are about different things."""
_OPEN = frozenset(["antonym", "rival", "place"])
"""Grounds on which two words stand side by side without one saying what the other says."""
_FIRM = 0.5
"""Weight added to that of each kind, so that a share of next to nothing counts for little."""


class Kin(NamedTuple):
    """The share of a wording's weight that the other meets, 0 to 1: of all words, of its things, deeds and traits."""

    words: float
    things: float
    deeds: float
    traits: float
    place: float
    """The weight of the heaviest place that the other does not meet."""


_ALL = Kin(1.0, 1.0, 1.0, 1.0, 0.0)


def kin(left: Features, right: Features, alignment: Alignment, grounds: Sequence[str]) -> tuple[Kin, Kin]:
    """What is met of both wordings: each word without a counterpart counts by the nearest such word of the other.

    After Corley & Mihalcea (2005), with the vectors and kinds of `text/related.py`.
    """
    mine, yours = alignment.left_over, alignment.right_over
    if not _OPEN.isdisjoint(grounds):
        beside = [one for one in alignment.pairs if one[2] in _OPEN and not _is_cancelled(left, right, one)]
        mine, yours = [*mine, *[one[0] for one in beside]], [*yours, *[one[1] for one in beside]]
    if not mine and not yours:
        return _ALL, _ALL
    my_keys, your_keys = [left.keys[at] for at in mine], [right.keys[at] for at in yours]
    to_mine, to_yours = nearest(my_keys, your_keys) if mine and yours else ([0.0] * len(mine), [0.0] * len(yours))
    return _met(left, mine, my_keys, to_mine), _met(right, yours, your_keys, to_yours)


def _is_cancelled(left: Features, right: Features, one: Aligned) -> bool:
    """ "failed to" / "did not succeed in": does a denial on one side turn an opposite about?"""
    return one[2] == "antonym" and left.denies(one[0]) != right.denies(one[1])


def _met(features: Features, places: Sequence[int], keys: Sequence[str], near: Sequence[float]) -> Kin:
    words = things = deeds = traits = place = 0.0
    weights = features.weights
    for at, one, (thing, deed, trait, where) in zip(places, near, kinds_of_all(keys), strict=True):
        missed = weights[at]
        if one > NO_KIN:
            missed *= (1.0 - one) / (1.0 - NO_KIN)
        words += missed
        things += missed * thing
        deeds += missed * deed
        traits += missed * trait
        if missed * where > place:
            place = missed * where
    about = features.about
    whole = features.weight
    return Kin(
        1.0 - words / whole if words < whole else 0.0,
        1.0 - things / (about.things + _FIRM),
        1.0 - deeds / (about.deeds + _FIRM),
        1.0 - traits / (about.traits + _FIRM),
        place,
    )
