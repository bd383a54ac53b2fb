"""What one wording says beyond the other, where it holds all of that: further things, numbers, dates."""

from collections.abc import Sequence

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.forms import DENYING, UNSURE, form_of
from claimtrack.text.related import kinds_of, kinds_of_all

_MORE, _IN_ALL = 0.2, 0.25
"""Shares of a wording's weight: so much in further things, or in several further words, is more than the other says."""
_A_THING = 0.5
"""Share of a word's uses as a noun beyond which it names a thing."""
_JOINS = frozenset(["and", "or"])
_BETWEEN = frozenset(["a", "an", "the", "its", "their", "was", "were", "is", "are", "will", "has", "have", "had"])
"""Words between these and what is joined: "and the budget", "and was studying it"."""
_ANOTHER = frozenset(["and", "or", ",", "in", "at", "from", "to", "near", "with", "by", "for", "against"])
"""Words behind which a name is one more, and not part of another."""


def says_more(pairing: Pairing) -> bool:
    """Does one wording hold all of the other, and a number, a date or a good part of its own beside it?"""
    left, right, alignment = pairing.left, pairing.right, pairing.alignment
    if "place" in pairing.grounds or (alignment.left_over and alignment.right_over):
        return False
    if not alignment.left_over and left.figures <= right.figures:
        return left.figures < right.figures or _tells(right, alignment.right_over)
    if not alignment.right_over and right.figures <= left.figures:
        return right.figures < left.figures or _tells(left, alignment.left_over)
    return False


def names_aside(pairing: Pairing) -> bool:
    """Has all a counterpart but parts of names ("Joe" Biden, "President" Biden)?"""
    left, right, alignment = pairing.left, pairing.right, pairing.alignment
    if "place" in pairing.grounds or not (alignment.left_over or alignment.right_over):
        return False
    mine = all(_is_light(left, at) for at in alignment.left_over)
    return mine and all(_is_light(right, at) for at in alignment.right_over)


def _tells(features: Features, over: Sequence[int]) -> bool:
    """Is so much in the things among these words, names aside ("Joe" Biden) and what only tells how sure it is?

    A thing named beside another ("missiles and the budget") is one more, however little it weighs.
    """
    if any(_is_further(features, at) for at in over):
        return True
    told = [at for at in over if not _is_light(features, at)]
    things = [kind.thing for kind in kinds_of_all([features.keys[at] for at in told])]
    if len(told) > 1 and _is_tail(features, told) and all(thing > _A_THING for thing in things):
        return True
    weights = [features.weights[at] for at in told]
    if len(told) > 1 and sum(weights) >= _IN_ALL * features.weight:
        return True
    return sum([weight * thing for weight, thing in zip(weights, things, strict=True)]) >= _MORE * features.weight


def _is_further(features: Features, at: int) -> bool:
    """A thing, a trait or a deed beside another ("France and Germany", "… the answer and was studying it")."""
    kind = kinds_of(features.keys[at])
    if not max(kind.thing, kind.trait, kind.deed) > _A_THING:
        return False
    token = features.tokens[at]
    is_light = token > 0 and _is_light(features, at)
    return not is_light and (_is_joined(features, at) or features.forms[token + 1 : token + 2] == ("and",))


def _is_tail(features: Features, told: Sequence[int]) -> bool:
    """ "… in cases of terrorism": are these the last words, behind a word that tells of what or where?"""
    last = len(features.keys) - 1
    before = features.forms[features.tokens[told[0]] - 1] if features.tokens[told[0]] else ""
    return list(told) == list(range(told[0], last + 1)) and before in _OF_WHAT


_OF_WHAT = frozenset(["in", "for", "of", "from", "at", "with", "against", "on"])


def _is_joined(features: Features, at: int) -> bool:
    """ "and the budget": does "and" or "or" stand before the word, be it before its article or auxiliary?"""
    token = features.tokens[at]
    before = features.forms[max(0, token - 2) : token]
    return bool(before) and (before[-1] in _JOINS or (before[-1] in _BETWEEN and before[0] in _JOINS))


def _is_light(features: Features, at: int) -> bool:
    """Is it part of a name, or does it only deny or hedge?"""
    token = features.tokens[at]
    if features.text[features.place_of(at)[0]].isupper():
        return token == 0 or features.forms[token - 1] not in _ANOTHER
    return bool(form_of(features.forms[token], features.look_up).kinds & (DENYING | UNSURE))
