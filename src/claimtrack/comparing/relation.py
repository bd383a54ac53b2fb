"""How two wordings stand to one another: what their contrasts, their common ground and the figure of paraphrase say."""

from collections.abc import Mapping, Sequence

from claimtrack.comparing.contrasts.near_opposites import are_opposite_deeds
from claimtrack.comparing.contrasts.scenes import is_going_on
from claimtrack.comparing.inside import Inside
from claimtrack.comparing.objections import SETTLED, nothing_else_differs, objection_to
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Relation, Span
from claimtrack.features import Features

_ONE_QUESTION = {
    ContrastKind.POLARITY: 0.70,
    ContrastKind.ANTONYM: 0.80,
    ContrastKind.NUMBER: 0.95,
    ContrastKind.DATE: 0.75,
    ContrastKind.NAME: 0.70,
    ContrastKind.ROLE: 0.90,
    ContrastKind.SCOPE: 0.0,
}
"""Common ground from which two wordings are taken to speak of one thing, so that a contrary contrast makes them
diverge. Two reports of alike length that differ in more than a number may be of two days: hence that high bar."""
_OF_DEEDS = 0.6
"""The same for denials and opposite deeds ("was repealed" / "remains in force") where neither wording tells what is
going on at a moment: such scenes are often two."""
_OPPOSED = frozenset(["antonym", "place"])
_DONE_OR_NOT = frozenset([ContrastKind.POLARITY, ContrastKind.ANTONYM])
_STRICTEST = max(_ONE_QUESTION.values())
"""The same for a kind that no contrast of ours is contrary in."""
_ON_ONE_ISSUE = _ONE_QUESTION | {ContrastKind.NUMBER: 0.60, ContrastKind.DATE: 0.60}
"""The same for two claims that a person has put under one issue: that they speak of one thing is half known."""
_TOLD_IN_FULL = frozenset([ContrastKind.NUMBER, ContrastKind.DATE, ContrastKind.NAME])
"""Kinds that make two wordings diverge, however short these are, where nothing else differs."""
_SLOT_FOR_SLOT = 0.6
"""Common ground from which opposites are enough where every word of both has a counterpart, be it only by its place."""
_NEARLY_ALL = 0.95
"""It is enough, too, that one wording, however long, has nearly all that the other speaks of."""
_WITHIN, _WELL_WITHIN = 0.8, 0.6
"""A wording of fewer words than this share of the other's is asked of it: is what it says in there? Of numbers only
where it is much shorter: two reports of nearly one length give each their own."""
_HELD = {
    ContrastKind.POLARITY: 0.80,
    ContrastKind.ANTONYM: 0.70,
    ContrastKind.NUMBER: 0.60,
    ContrastKind.DATE: 0.80,
    ContrastKind.NAME: 0.80,
}
"""Share of the shorter wording that the much longer one must speak of, for a contrary contrast to make them diverge."""
_REACH = {ContrastKind.POLARITY: 1, ContrastKind.NUMBER: 1, ContrastKind.ANTONYM: 2}
"""Content words on each side of what differs among which one must answer to another, where little else tells that both
are said of one thing: "pays 40 percent, and those at the bottom" / "the top 1 percent"."""
_BESIDES = 3
"""Aligned words, opposites among them, that this asks for: "the old engine failed" is not of "the new engine"."""
_SURELY_NOT, _SURELY = 0.05, 0.5
"""Overlap below which two wordings have no common question, and from which they have one: of pairs beyond these the
model says so of all but one in a hundred."""


def relation_of(
    pairing: Pairing, contrasts: Sequence[Contrast], inside: Inside, *, one_issue: bool
) -> tuple[Relation, str]:
    """The relation and the reason for it, its words in the order of the pairing.

    Diverge on contrary evidence alone; a score never says it, and is asked only where nothing else tells: whether the
    two have a common question, and whether what speaks against one content outweighs what speaks for it. `one_issue`:
    has a person put both under one issue? Then less common ground is asked before numbers or dates diverge.
    """
    asked = _ON_ONE_ISSUE if one_issue else _ONE_QUESTION
    if inside.equal:
        return Relation.SAME, "the same words"
    for one in contrasts:
        if one.contrary and (_answers_it(pairing, one, asked) or _tells_all(pairing, one, contrasts)):
            return Relation.DIVERGE, f"{one.kind}: {one.reason}"
    related = surely_related(pairing)
    if not (inside.is_related if related is None else related):
        return Relation.UNRELATED, "they share too little to answer one question"
    if pairing.left.plain == pairing.right.plain and not contrasts:
        return Relation.PARTIAL, "the same words, and other signs"
    objection, reason = objection_to(pairing, contrasts, inside)
    settled = SETTLED.get(objection)
    if inside.is_same(objection) if settled is None else settled:
        return Relation.SAME, "each says what the other says"
    return Relation.PARTIAL, reason


def surely_related(pairing: Pairing) -> bool | None:
    """Have two wordings a common question by their overlap alone? None where the model is to be asked."""
    if pairing.overlap >= _SURELY:
        return True
    return False if pairing.overlap < _SURELY_NOT else None


def _tells_all(pairing: Pairing, found: Contrast, contrasts: Sequence[Contrast]) -> bool:
    """Is it of a kind that is enough, however short the two are, where contrasts tell all that differs?"""
    return found.kind in _TOLD_IN_FULL and nothing_else_differs(pairing, contrasts)


def _answers_it(pairing: Pairing, found: Contrast, asked: Mapping[ContrastKind, float]) -> bool:
    """Do the two speak so much of one thing that a contrary contrast cannot be of another?"""
    kind = found.kind
    if pairing.common_ground >= asked.get(kind, _STRICTEST):
        return True
    if kind is ContrastKind.ANTONYM and pairing.common_ground >= _SLOT_FOR_SLOT and _answers_in_full(pairing):
        return True
    if pairing.common_ground >= _OF_DEEDS and _is_of_deeds(pairing, found):
        return True
    if pairing.held < _HELD.get(kind, 2.0) or not _stands_in_one_place(pairing, found):
        return False
    if kind is ContrastKind.ANTONYM and sum([by != "place" for by in pairing.grounds]) < _BESIDES:
        return False
    left, right = len(pairing.left.keys), len(pairing.right.keys)
    if kind is ContrastKind.NUMBER:
        return min(left, right) <= _WELL_WITHIN * max(left, right)
    return min(left, right) <= _WITHIN * max(left, right) or pairing.held >= _NEARLY_ALL


def _is_of_deeds(pairing: Pairing, found: Contrast) -> bool:
    """Is it a denial or two opposite deeds, and does neither wording tell what is going on at a moment?"""
    if found.kind not in _DONE_OR_NOT or is_going_on(pairing.left) or is_going_on(pairing.right):
        return False
    if found.kind is ContrastKind.POLARITY:
        return True
    for i, j, by, _ in pairing.alignment.pairs:
        if by in _OPPOSED and pairing.left.place_of(i) == found.left_span:
            return are_opposite_deeds(pairing.left.keys[i], pairing.right.keys[j])
    return False


def _stands_in_one_place(pairing: Pairing, found: Contrast) -> bool:
    """Does a content word that stands near what differs on the left answer to one that stands near it on the right?"""
    reach = _REACH.get(found.kind)
    if reach is None:
        return True
    mine = _near(pairing.left, found.left_span, reach)
    yours = _near(pairing.right, found.right_span, reach)
    return any(i in mine and j in yours for i, j, by, _ in pairing.alignment.pairs if by != "place")


def _near(features: Features, span: Span, reach: int) -> frozenset[int]:
    """The content words that stand nearest before and behind a place, so many on each side, by their index."""
    words = [features.place_of(nth) for nth in range(len(features.keys))]
    before = sum([stop <= span[0] for _, stop in words])
    behind = sum([start < span[1] for start, _ in words])
    return frozenset([*range(max(0, before - reach), before), *range(behind, min(len(words), behind + reach))])


def _answers_in_full(pairing: Pairing) -> bool:
    """Has every word of both its counterpart, be it only by its place?"""
    return not pairing.alignment.left_over and not pairing.alignment.right_over
