"""Another name in the same slot."""

from collections.abc import Iterable

from rapidfuzz.distance import Indel

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.related import is_known

_ONE_NAME = 0.6
"""Names spelled this much alike are taken for one ("Rowhani" / "Rohani")."""


def name(pairing: Pairing) -> Iterable[Contrast]:
    """One name against another between neighbours that answer to one another; contrary.

    A name is a word written with a capital that does not begin the text, or begins it and is no word that is known, or
    one that the lexicon knows as a name. Both known as places, or both as people; or nothing else differs, be it two
    names in a row ("Ann Low" / "Eve Hay"): else it may be another name of the same ("Hussein" / "Saddam"), or a title
    ("Supreme Court" / "Justices").
    """
    if "place" not in pairing.grounds:
        return _in_full(pairing)
    slots = [one for one in pairing.alignment.pairs if one[2] == "place"]
    left, right = pairing.left, pairing.right
    alone = len(slots) == 1 and not pairing.alignment.left_over and not pairing.alignment.right_over
    return [
        pairing.contrast(
            ContrastKind.NAME, left.place_of(i), right.place_of(j), "another name in the same place", contrary=True
        )
        for i, j, _, _ in slots
        if _is_name(left, i) and _is_name(right, j) and (alone or _of_one_kind(left, i, right, j))
        if not _is_one_name(left, i, right, j)
    ]


def _in_full(pairing: Pairing) -> Iterable[Contrast]:
    """Two names in a row against two others, none of which is shared, where nothing else differs."""
    left, right = pairing.left, pairing.right
    mine, yours = pairing.alignment.left_over, pairing.alignment.right_over
    if not len(mine) == len(yours) == _TWO or mine[1] - mine[0] != 1 or yours[1] - yours[0] != 1:
        return ()
    if not all(_is_name(left, at) for at in mine) or not all(_is_name(right, at) for at in yours):
        return ()
    if any(_is_one_name(left, i, right, j) for i in mine for j in yours):
        return ()
    one = left.place_of(mine[0])[0], left.place_of(mine[1])[1]
    other = right.place_of(yours[0])[0], right.place_of(yours[1])[1]
    return (pairing.contrast(ContrastKind.NAME, one, other, "another name in the same place", contrary=True),)


_TWO = 2
_LONGEST = 50
"""Letters of a name that are looked at."""


def _is_name(features: Features, at: int) -> bool:
    key = features.keys[at]
    known = features.look_up.name_kinds.get(key)
    if known in ("places", "bodies"):
        return True
    if not _is_capital(features, at):
        return False
    return known is not None or ((features.place_of(at)[0] > 0 or not is_known(key)) and _capitals_tell(features))


def _is_capital(features: Features, at: int) -> bool:
    start = features.place_of(at)[0]
    return features.text[start : start + 1].isupper()


def _capitals_tell(features: Features) -> bool:
    """Is some other word written small? In a headline or a text in capitals a capital tells nothing."""
    small = sum(not _is_capital(features, at) for at in range(1, len(features.keys)))
    return small > 0 and small * 3 >= len(features.keys) - 1


def _is_one_name(left: Features, i: int, right: Features, j: int) -> bool:
    """Are the two spelled alike, or one cut short, and not two bodies ("Department of State", "of Defense")?"""
    a, b = left.keys[i][:_LONGEST], right.keys[j][:_LONGEST]
    kinds = left.look_up.name_kinds
    if kinds.get(a) == kinds.get(b) == "bodies":
        return False
    return a.startswith(b) or b.startswith(a) or (a[0] == b[0] and Indel.normalized_similarity(a, b) >= _ONE_NAME)


def _of_one_kind(left: Features, i: int, right: Features, j: int) -> bool:
    kinds = left.look_up.name_kinds
    mine, yours = kinds.get(left.keys[i]), kinds.get(right.keys[j])
    return mine in ("people", "places") and mine == yours
