"""Do two parts that changed places tell another thing where they stand now, or only make another list?"""

from collections.abc import Sequence

from claimtrack.comparing.contrasts.figures_turned import have_figures_between
from claimtrack.comparing.contrasts.mutual import are_done_by_both, mutual_words
from claimtrack.comparing.contrasts.swaps import Swap
from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.stems import stem

_FEW = 2
_NEAR = 3
"""Tokens from one part to the other where an article and one word stand between."""
_DIRECTIONS = frozenset({"from", "to", "than", "over", "against"})
_WAYS = frozenset({"from", "to", "into", "through", "via"})
_OF_WHOM = frozenset({"into", "on", "against", "by", "to", "over", "from", "upon"})
_RATHER = frozenset({"than", "rather_than", "instead_of", "instead", "unlike", "not", "without", "against"})
_LISTS = frozenset({"and", "or", ",", ";", ":"})
_MARKS = frozenset([*",;:.!?()", "-"])
_ARTICLES = frozenset(["a", "an", "the"])
_AND = frozenset(["and", "but", "or"])
"""Words behind which another doing begins where the next word is the one that changed places."""
_ONES = frozenset(["one", "ones"])
_CASES = frozenset(["about", "of", "for", "from", "to", "into", "against", "behind", "under", "below", "above"])
"""Words that tell what the next one is to the deed: "asked the judge about the witness"."""
_TAKEN_ALONG = _CASES | _WAYS | _OF_WHOM | {"in", "at", "with"}
_RELATIVES = frozenset(["what", "who", "whom", "whose", "which"])
_PARTING = _RELATIVES.union(["while", "whereas", "before", "after", "because", "if", "unless", "until"])
"""Words behind which another doing begins."""


def is_directed(pairing: Pairing, swap: Swap) -> bool:
    """Does what stands between the two parts tell who does it, or from where to where?"""
    if _took_along(pairing, swap):
        return False
    return _around_what_stays(pairing, swap) if swap.between else _side_by_side(pairing, swap)


def _around_what_stays(pairing: Pairing, swap: Swap) -> bool:
    left = pairing.left
    if _is_of(left, swap.one.left, swap.other.left) != _is_of(pairing.right, swap.other.right, swap.one.right):
        return False
    keys = {left.keys[one.left] for one in (swap.one, *swap.between)}
    if _is_list(left, range(swap.between[0].left, swap.other.left + 1)) or _shares_a_noun(left, swap):
        return False
    if max(swap.of_one, swap.of_other) > _FEW and not _AND.isdisjoint(_ahead(left, swap)):
        return False
    if "say" in keys and not _is_said_alike(pairing, swap):
        return False
    keys -= _beside(left, swap)
    beside = _before(left, swap.other.left) == "with" == _before(pairing.right, swap.one.right)
    mutual = mutual_words(left.look_up, beside=beside)
    if keys.isdisjoint(mutual) or _of_two_doings(left, swap):
        return True
    return not are_done_by_both([left.keys[one.left] for one in swap.between], mutual)


def _side_by_side(pairing: Pairing, swap: Swap) -> bool:
    left = pairing.left
    if swap.of_one == swap.of_other == 1:
        directed = _DIRECTIONS.intersection(_around(left, swap.one.left))
        if directed and not directed.isdisjoint(_around(pairing.right, swap.other.right)):
            return True
    way = _way(left, swap.one.left, swap.other.left)
    if (way and way == _way(pairing.right, swap.other.right, swap.one.right)) or _is_one_rather(pairing, swap):
        return True
    if _is_object_of(left, swap.one.left, swap.other.left) and _is_object_of(
        pairing.right, swap.other.right, swap.one.right
    ):
        return True
    if _is_of_kin(left, swap.one.left, swap.other.left) and _is_of_kin(pairing.right, swap.other.right, swap.one.right):
        return True
    mine = _RELATIVES.intersection(_forms(left, swap.one.left, swap.other.left))
    yours = _RELATIVES.intersection(_forms(pairing.right, swap.other.right, swap.one.right))
    return bool(mine and mine == yours) or have_figures_between(pairing, swap)


def _took_along(pairing: Pairing, swap: Swap) -> bool:
    """ "from A to B" / "to B from A": has each part its own word of case before it, on both sides?"""
    one, other = _before(pairing.left, swap.one.left), _before(pairing.left, swap.other.left)
    if one == other or one not in _TAKEN_ALONG or other not in _TAKEN_ALONG:
        return False
    return one == _before(pairing.right, swap.one.right) and other == _before(pairing.right, swap.other.right)


def _beside(left: Features, swap: Swap) -> frozenset[str]:
    """ "its neighbour Poland": a word that only tells what the second part is, and says nothing of the two."""
    last = swap.between[-1].left
    apposed = left.keys[last] in _APPOSED and left.tokens[swap.other.left] == left.tokens[last] + 1
    return frozenset([left.keys[last]]) if apposed else frozenset()


_APPOSED = frozenset(map(stem, ["neighbour", "neighbor", "neighbouring", "neighboring"]))


def _is_of(features: Features, one: int, other: int) -> bool:
    """ "The plan has the backing of ten states": does the second part stand behind "of", and not the first?"""
    return _before(features, other) == "of" != _before(features, one)


def _forms(features: Features, one: int, other: int) -> Sequence[str]:
    """The forms from one content word up to another."""
    return features.forms[features.tokens[one] : features.tokens[other]]


def _of_two_doings(left: Features, swap: Swap) -> bool:
    """ "A signed but B did not": what is mutual in one clause says nothing of who stands in the other."""
    if not _PARTING.isdisjoint(_forms(left, swap.one.left, swap.other.left)) or _before(left, swap.one.left) == "of":
        return True
    return not _AND.isdisjoint(_ahead(left, swap))


def _ahead(left: Features, swap: Swap) -> Sequence[str]:
    """The forms between the last word that stays and the second part."""
    return _forms(left, swap.between[-1].left, swap.other.left)


def _shares_a_noun(left: Features, swap: Swap) -> bool:
    """ "old bridges and new", "to rent a house or to buy one": in either order the same is said of one thing."""
    last = left.tokens[swap.other.left + swap.of_other - 1]
    after = left.forms[last + 1 : last + 2]
    if len(swap.between) != 1 or not (not after or after[0] in _ONES or after[0] in _MARKS):
        return False
    return not _AND.isdisjoint(_forms(left, swap.between[0].left, swap.other.left))


def _is_said_alike(pairing: Pairing, swap: Swap) -> bool:
    """ "A said B had left" / "B said A had left", and no speech put first ("B had left," said A)."""
    left, right = pairing.left, pairing.right
    if (
        max(swap.of_one, swap.of_other) > 1
        or left.keys[swap.one.left] == "say"
        or swap.other.left + 1 == len(left.keys)
    ):
        return False
    said = next(one for one in swap.between if left.keys[one.left] == "say")
    ahead, behind = _forms(left, swap.one.left, said.left), _forms(right, swap.other.right, said.right)
    return _MARKS.isdisjoint(ahead) and _MARKS.isdisjoint(behind)


def _is_list(features: Features, places: range) -> bool:
    """Does a comma or "and" stand before each of these words, or before what the first of them shares with the last?

    "A, B and C"; "sexual harassment and sexual assault".
    """
    tokens, forms, first = features.tokens, features.forms, places[0]
    listed = [not _LISTS.isdisjoint(forms[tokens[at - 1] + 1 : tokens[at]]) for at in places]
    if len(places) == _FEW and first >= _FEW and listed == [True, False]:
        return features.keys[first] == features.keys[first - _FEW]
    return all(listed)


def _around(features: Features, at: int) -> Sequence[str]:
    """The forms before and behind a content word, and its own."""
    token = features.tokens[at]
    return features.forms[max(0, token - 1) : token + 2]


def _way(features: Features, one: int, other: int) -> tuple[str, ...]:
    """ "from", "to" of "from A to B", "of", "on" of "the attack of A on B"; nothing where it is no way."""
    before = (_before(features, one), _before(features, other))
    if before[0] == "of" and before[1] in _OF_WHOM:
        return before
    return before if _WAYS.issuperset(before) and before[0] != before[1] else ()


def _is_object_of(features: Features, one: int, other: int) -> bool:
    """ "asked A about B": does a content word stand before the first, and before the second a word of case?"""
    ahead = features.tokens[one] - 1
    while ahead >= 0 and features.forms[ahead] in _ARTICLES:
        ahead -= 1
    follows = one > 0 and features.tokens[one - 1] == ahead
    return follows and _before(features, other) in _CASES and features.tokens[other] - features.tokens[one] <= _NEAR


def _is_of_kin(features: Features, one: int, other: int) -> bool:
    """ "Ann is Paul's mother": is the first said to be something to the second that the second is not to the first?"""
    if not features.forms[features.tokens[other]].endswith("'s") or other + 1 >= len(features.keys):
        return False
    return not BE.isdisjoint(_forms(features, one, other)) and features.keys[other + 1] in _ONE_SIDED


_KIN = """mother father son daughter parent child grandfather grandmother grandson granddaughter uncle aunt nephew niece
husband wife widow widower boss chief deputy successor predecessor heir lawyer adviser advisor teacher pupil student
employer employee owner supplier customer buyer seller creditor debtor landlord tenant author doctor patient victim
killer mentor capital subsidiary colony"""
_ONE_SIDED = frozenset(map(stem, _KIN.split()))


def _is_one_rather(pairing: Pairing, swap: Swap) -> bool:
    """ "A rather than B"."""
    mine = _RATHER.intersection(_forms(pairing.left, swap.one.left, swap.other.left))
    return bool(mine) and not mine.isdisjoint(_forms(pairing.right, swap.other.right, swap.one.right))


def _before(features: Features, at: int) -> str:
    """The form before a word, its article and its number; nothing where it is the first."""
    token = features.tokens[at] - 1
    counted = next((one for one in features.amounts if one.last == token + 1), None)
    token = counted.first - 1 if counted is not None else token
    while token >= 0 and features.forms[token] in _ARTICLES:
        token -= 1
    return features.forms[token] if token >= 0 else ""
