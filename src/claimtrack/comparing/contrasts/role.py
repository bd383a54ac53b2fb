"""Who does what to whom, the other way round."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.contrasts.clauses_turned import clauses_turned
from claimtrack.comparing.contrasts.converse import is_converse
from claimtrack.comparing.contrasts.figures_turned import figures_turned
from claimtrack.comparing.contrasts.scenes import are_scenes
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.stems import stem

_NEARLY_ALL = 0.9
_FEWEST = 2
_DIRECTIONS = frozenset({"from", "to", "than", "over", "against"})
_WAYS = frozenset({"from", "to", "into", "through", "via"})
_LISTS = frozenset({"and", "or", ",", ";", ":"})
_LONGEST_PART = 2
BETWEEN = 3


def role(pairing: Pairing) -> Iterable[Contrast]:
    """The same words, two parts of them changed over around what stays ("A asked B" / "B asked A"); contrary.

    Only where nearly every word is the same. A passive on one side alone ("was asked by") turns the order round: there
    the same order is the contrast. Mutual doings ("A met B" / "B met A") and lists ("A, B and C") give none, but "born
    in A and buried in B" is no list, and "from A to B" is a way. Two scenes of somebody ("A dog is licking a cat", "A
    cat is licking a dog") may be two, and only narrow. Figures can change places, too, and clauses around "after".
    """
    if min(pairing.alignment.left_covered, pairing.alignment.right_covered) < _NEARLY_ALL:
        return ()
    pairs = [one for one in pairing.alignment.pairs if one[2] != "place"]
    if len(pairs) < _FEWEST:
        return ()
    passive = _is_passive(pairing.left) != _is_passive(pairing.right)
    swapped = _swapped(pairs)
    if swapped is None or not swapped.between:
        figures = figures_turned(pairing) if len(pairing.left.figures) >= _FEWEST and _in_step(pairs) else None
        turned = figures or clauses_turned(pairing, pairs)
        if turned is not None:
            what = "figures" if figures else "clauses"
            return (pairing.contrast(ContrastKind.ROLE, *turned, f"the same {what} in changed places", contrary=True),)
    if swapped is None and passive and len(pairs) > _FEWEST and _in_step(pairs):
        swapped = _Swap(pairs[0], pairs[0], pairs[1:-1], 1)
    elif swapped is None or passive or _may_be_passive(pairing) or not _directed(pairing, swapped):
        return ()
    if any(one.by in ("antonym", "rival") and is_converse(pairing, one.left, one.right) for one in pairs):
        return ()
    left, right = pairing.left.words[swapped.one.left], pairing.right.words[swapped.other.right]
    two = are_scenes(pairing.left, pairing.right)
    reason = "the same words in changed roles" + (", of what may be two scenes" if two else "")
    return (pairing.contrast(ContrastKind.ROLE, left.span, right.span, reason, contrary=not two),)


class _Swap(NamedTuple):
    """Two parts that changed places: the first word of each, what stays between them, and the words of the longer."""

    one: Aligned
    other: Aligned
    between: list[Aligned]
    longest: int


def _swapped(pairs: list[Aligned]) -> _Swap | None:
    """Two short parts that changed places around a part that stays, if any; None for any other order."""
    nth = {right: at for at, right in enumerate(sorted(one.right for one in pairs))}
    order = [nth[one.right] for one in pairs]
    first = next((at for at, place in enumerate(order) if place != at), None)
    if first is None:
        return None
    last = max(at for at, place in enumerate(order) if place != at)
    breaks = [at for at in range(first, last) if order[at + 1] != order[at] + 1]
    if order[last] == last or order[first] <= first or len(breaks) not in (1, 2):
        return None
    if len(breaks) == 1:
        longest = max(breaks[0] + 1 - first, last - breaks[0])
        return _Swap(pairs[first], pairs[breaks[0] + 1], [], longest) if longest <= _LONGEST_PART else None
    a, b = breaks
    longest = max(a + 1 - first, last - b)
    if order[b + 1] != first or order[a] != last or longest > _LONGEST_PART or b - a > BETWEEN:
        return None
    return _Swap(pairs[first], pairs[b + 1], pairs[a + 1 : b + 1], longest)


def _in_step(pairs: list[Aligned]) -> bool:
    return all(a.right < b.right for a, b in pairwise(pairs))


def _directed(pairing: Pairing, swap: _Swap) -> bool:
    """Does what stands between the two parts tell who does it, or from where to where?"""
    left = pairing.left
    if swap.between:
        keys = {left.words[one.left].key for one in (swap.one, *swap.between)}
        listed = _is_list(left, range(swap.between[0].left, swap.other.left + 1))
        return not listed and keys.isdisjoint(left.look_up.cue_stems["mutual"]) and "say" not in keys
    at = left.tokens[swap.one.left]
    if swap.longest == 1 and any(form in _DIRECTIONS for form in left.forms[max(0, at - 1) : at + 2]):
        return True
    return _is_way(left, swap.one.left, swap.other.left) and _is_way(pairing.right, swap.other.right, swap.one.right)


def _is_list(features: Features, places: range) -> bool:
    """Does a comma or "and" stand before each of these words?"""
    tokens, forms = features.tokens, features.forms
    return all(not _LISTS.isdisjoint(forms[tokens[at - 1] + 1 : tokens[at]]) for at in places)


def _is_way(features: Features, one: int, other: int) -> bool:
    """ "from A to B"."""
    before = [features.forms[features.tokens[at] - 1] for at in (one, other) if features.tokens[at]]
    return len(before) == 2 and _WAYS.issuperset(before) and before[0] != before[1]


def _may_be_passive(pairing: Pairing) -> bool:
    """ "is included in", "were asked": a form of "be" before a participle, on one side alone."""
    return _has_participle(pairing.left) != _has_participle(pairing.right)


def _has_participle(features: Features) -> bool:
    return any(a in BE and _is_participle(b) for a, b in pairwise(features.forms))


def _is_participle(form: str) -> bool:
    return form.endswith(("ed", "en")) or (stem(form) != form and not form.endswith(("ing", "s")))


def _is_passive(features: Features) -> bool:
    """ "was asked by": a form of "be" before "by"."""
    return "by" in features.forms and any(form in BE for form in features.forms)
