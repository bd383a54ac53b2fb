"""Another name in the same slot."""

from collections.abc import Iterable

from rapidfuzz.distance import Indel

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features

_ONE_NAME = 0.6
"""Names spelled this much alike are taken for one ("Rowhani" / "Rohani")."""


def name(pairing: Pairing) -> Iterable[Contrast]:
    """One name against another between neighbours that answer to one another; contrary.

    A name is a word written with a capital that does not begin the text, or one that the lexicon knows as a name.
    Both known as places, or both as people; or nothing else differs: else it may be another name of the same
    ("Hussein" / "Saddam"), or a title ("Supreme Court" / "Justices").
    """
    if "place" not in pairing.grounds:
        return ()
    slots = [one for one in pairing.alignment.pairs if one[2] == "place"]
    left, right = pairing.left, pairing.right
    alone = len(slots) == 1 and not pairing.alignment.left_over and not pairing.alignment.right_over
    return [
        pairing.contrast(
            ContrastKind.NAME, left.words[i].span, right.words[j].span, "another name in the same place", contrary=True
        )
        for i, j, _, _ in slots
        if _is_name(left, i) and _is_name(right, j) and (alone or _of_one_kind(left, i, right, j))
        if not _spelled_alike(left.words[i].key[:50], right.words[j].key[:50])
    ]


def _is_name(features: Features, at: int) -> bool:
    word = features.words[at]
    known = features.look_up.name_kinds.get(word.key)
    if known == "places":
        return True
    return _is_capital(features, at) and (known is not None or (word.span[0] > 0 and _capitals_tell(features)))


def _is_capital(features: Features, at: int) -> bool:
    start = features.words[at].span[0]
    return features.text[start : start + 1].isupper()


def _capitals_tell(features: Features) -> bool:
    """Is some other word written small? In a headline or a text in capitals a capital tells nothing."""
    small = sum(not _is_capital(features, at) for at in range(1, len(features.words)))
    return small > 0 and small * 3 >= len(features.words) - 1


def _spelled_alike(a: str, b: str) -> bool:
    return a[0] == b[0] and Indel.normalized_similarity(a, b) >= _ONE_NAME


def _of_one_kind(left: Features, i: int, right: Features, j: int) -> bool:
    kinds = left.look_up.name_kinds
    mine, yours = kinds.get(left.words[i].key), kinds.get(right.words[j].key)
    return bool(mine) and mine == yours
