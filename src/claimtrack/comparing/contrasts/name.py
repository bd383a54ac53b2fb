"""Another name in the same slot."""

from collections.abc import Iterable, Sequence
from itertools import product

from rapidfuzz.distance import Indel

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.text.dates import WEEKDAYS
from claimtrack.text.related import is_word
from claimtrack.text.stems import stem

_ONE_NAME = 0.6
"""Names spelled this much alike are taken for one ("Rowhani" / "Rohani")."""


def name(pairing: Pairing) -> Iterable[Contrast]:
    """One name against another between neighbours that answer to one another; contrary.

    A name is a word written with a capital that does not begin the text, or begins it and is no word that is known, or
    one that the lexicon knows as a name. Both known as places, or both as people; or nothing else differs, be it names
    of several words ("DC" / "Marvel Comics"): else it may be another name of the same ("Hussein" / "Saddam"), or a
    title ("Supreme Court" / "Justices"). A place that lies in the other ("Houston" / "Texas") only narrows.
    """
    if "place" not in pairing.grounds:
        return _in_full(pairing) or _within(pairing) or _alone(pairing)
    slots = [one for one in pairing.alignment.pairs if one[2] == "place"]
    left, right = pairing.left, pairing.right
    alone = len(slots) == 1 and not pairing.alignment.left_over and not pairing.alignment.right_over
    return [
        _contrast(pairing, left.place_of(i), right.place_of(j), contrary=not _lies_in(left, i, right, j))
        for i, j, _, _ in slots
        if _is_name(left, i) and _is_name(right, j) and (alone or _of_one_kind(left, i, right, j))
        if not _is_one_name(left, i, right, j)
    ]


def _contrast(pairing: Pairing, one: Span, other: Span, *, contrary: bool) -> Contrast:
    reason = "another name in the same place" if contrary else "a name in the same place, be it of a part of the other"
    return pairing.contrast(ContrastKind.NAME, one, other, reason, contrary=contrary)


def _in_full(pairing: Pairing) -> Iterable[Contrast]:
    """A name of several words in a row against another, no word of which is shared, where nothing else differs.

    Where one is known and the other is not, it may be of a part of it ("Israel" / "Tel Dan").
    """
    left, right = pairing.left, pairing.right
    mine, yours = pairing.alignment.left_over, pairing.alignment.right_over
    if not _are_in_a_row(mine) or not _are_in_a_row(yours) or not _stand_alike(pairing, mine, yours):
        return ()
    mine, yours = _named(left, mine), _named(right, yours)
    if not all(_is_name(left, at) for at in mine) or not all(_is_name(right, at) for at in yours):
        return ()
    if any(_is_one_name(left, i, right, j) for i, j in _side_by_side(mine, yours)):
        return ()
    one = left.place_of(mine[0])[0], left.place_of(mine[-1])[1]
    other = right.place_of(yours[0])[0], right.place_of(yours[-1])[1]
    alike = len(mine) == len(yours) or _is_of_place(left, mine) == _is_of_place(right, yours)
    within = any(_lies_in(left, i, right, j) for i in mine for j in yours)
    return (_contrast(pairing, one, other, contrary=alike and not within),)


def _within(pairing: Pairing) -> Sequence[Contrast]:
    """ "in Vienna" beside "in Austria": names that may stand for one thing elsewhere ("Vienna said …")."""
    if "synonym" not in pairing.grounds:
        return ()
    left, right = pairing.left, pairing.right
    return [
        _contrast(pairing, left.place_of(i), right.place_of(j), contrary=False)
        for i, j, by, _ in pairing.alignment.pairs
        if by == "synonym" and _lies_in(left, i, right, j) and _is_where(left, i) and _is_where(right, j)
    ]


def _alone(pairing: Pairing) -> Iterable[Contrast]:
    """ "under the flag of Panama" / "under the Liberian flag": the only word that each has alone is another name."""
    mine, yours = pairing.alignment.left_over, pairing.alignment.right_over
    if len(mine) != 1 or len(yours) != 1:
        return ()
    left, right, i, j = pairing.left, pairing.right, mine[0], yours[0]
    named = _is_name(left, i) and _is_name(right, j) and left.place_of(i)[0] > 0 and right.place_of(j)[0] > 0
    if not named or _is_one_name(left, i, right, j) or _lies_in(left, i, right, j):
        return ()
    return (_contrast(pairing, left.place_of(i), right.place_of(j), contrary=_of_one_kind(left, i, right, j)),)


def _is_where(features: Features, nth: int) -> bool:
    at = features.tokens[nth]
    return at > 0 and features.forms[at - 1] in _WHERE


_WHERE = frozenset(["in", "near", "at", "outside", "across", "throughout"])


def _lies_in(left: Features, i: int, right: Features, j: int) -> bool:
    """Does one of the two places lie in the other?"""
    wholes, a, b = left.look_up.wholes, left.keys[i], right.keys[j]
    return b in wholes.get(a, ()) or a in wholes.get(b, ())


def _side_by_side(mine: Sequence[int], yours: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Words of two names that may be one: first names and last names each, where both have as many."""
    return zip(mine, yours, strict=True) if len(mine) == len(yours) else product(mine, yours)


def _is_of_place(features: Features, words: Sequence[int]) -> bool:
    return any(features.look_up.name_kinds.get(features.keys[at]) == "places" for at in words)


def _named(features: Features, words: list[int]) -> list[int]:
    """The words of a name without what kind of place it is ("the city of Kharkiv")."""
    return words[1:] if len(words) > 1 and features.keys[words[0]] in _PLACES else words


def _stand_alike(pairing: Pairing, mine: Sequence[int], yours: Sequence[int]) -> bool:
    """Do the words before two names answer to one another, or those behind them? The ends count as words."""
    to_right = {-1: -1, len(pairing.left.keys): len(pairing.right.keys)}
    to_right |= {i: j for i, j, _, _ in pairing.alignment.pairs}
    return to_right.get(mine[0] - 1) == yours[0] - 1 or to_right.get(mine[-1] + 1) == yours[-1] + 1


def _are_in_a_row(words: Sequence[int]) -> bool:
    return 0 < len(words) <= _MOST and words[-1] - words[0] == len(words) - 1


_DAYS = frozenset(stem(f"{day}{ending}") for day in WEEKDAYS for ending in ("", "s"))
_PLACES = frozenset(map(stem, ["city", "town", "village", "region", "province", "port", "capital", "district"]))
_MOST = 4
"""Words of a name ("Gen. Mark Milley")."""
_LONGEST = 50
"""Letters of a name that are looked at."""


def _is_name(features: Features, at: int) -> bool:
    key = features.keys[at]
    known = features.look_up.name_kinds.get(key)
    if known in ("places", "bodies"):
        return True
    if key in _DAYS or not _is_capital(features, at):
        return False
    return known is not None or (
        (features.place_of(at)[0] > 0 or ("_" not in key and not is_word(key))) and _capitals_tell(features)
    )


def _is_capital(features: Features, at: int) -> bool:
    start = features.place_of(at)[0]
    return features.text[start : start + 1].isupper()


def _capitals_tell(features: Features) -> bool:
    """Is some other word written small? In a headline or a text in capitals a capital tells nothing."""
    told = range(int(features.place_of(0)[0] == 0), len(features.keys))
    small = sum(not _is_capital(features, at) for at in told)
    return small > 0 and small * 3 >= len(told)


def _is_one_name(left: Features, i: int, right: Features, j: int) -> bool:
    """Are the two spelled alike, or one cut short, and not both known, each for itself?"""
    a, b = left.keys[i][:_LONGEST], right.keys[j][:_LONGEST]
    kinds = left.look_up.name_kinds
    if kinds.get(a) is not None and kinds.get(a) == kinds.get(b) and a != b:
        return False  # both are known, however alike they are spelled ("Iran" / "Iraq")
    return a.startswith(b) or b.startswith(a) or (a[0] == b[0] and Indel.normalized_similarity(a, b) >= _ONE_NAME)


def _of_one_kind(left: Features, i: int, right: Features, j: int) -> bool:
    kinds = left.look_up.name_kinds
    mine, yours = kinds.get(left.keys[i]), kinds.get(right.keys[j])
    return mine in ("people", "places") and mine == yours
