"""What moved as a whole and tells nothing of who did it: when and where at the other end, and ways told elsewhere."""

from collections.abc import Sequence

from claimtrack.comparing.alignment import Aligned
from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.dates import WEEKDAYS

_LONGEST = 4
"""Content words of an adjunct."""
_TELLING = """on at in off during near after before since until inside outside throughout last this next early late
yesterday today tonight overnight under"""
_WHEN_OR_WHERE = frozenset(_TELLING.split()) | WEEKDAYS
_JOINTS = """and or but that which who whom whose where when while if because as"""
_OF_SEVERAL = frozenset(_JOINTS.split())
"""Words of a wording with several doings, of which one may have moved with what belongs to it."""
_ARTICLES = frozenset(["the", "a", "an", "no", "any"])
_FEWEST = 2


def but_for_what_moved(pairing: Pairing, pairs: list[Aligned]) -> list[Aligned]:
    """The aligned words without an adjunct of when or where that stands first on one side and last on the other.

    "At dawn the army attacked" / "the army attacked at dawn". All of them where none moved so, or where either wording
    may tell of several doings. `pairs` are in the order of the left wording.
    """
    left, right = pairing.left, pairing.right
    if _tells_of_several(left) or _tells_of_several(right):
        return pairs
    rest = len(pairs) - _FEWEST
    for count in range(min(_LONGEST, rest), 0, -1):
        for part, kept in ((pairs[:count], pairs[count:]), (pairs[-count:], pairs[:-count])):
            mine, yours = [one.left for one in part], sorted([one.right for one in part])
            at_ends = (_is_first(mine) and _is_last(right, yours)) or (_is_last(left, mine) and _is_first(yours))
            if at_ends and _tells_when(left, mine[0]) and _tells_when(right, yours[0]):
                return kept
    return pairs


def _tells_of_several(features: Features) -> bool:
    """May it tell of several doings? "It was the cutter that …" tells of one."""
    forms = features.forms
    if _OF_SEVERAL.isdisjoint(forms):
        return False
    joints = [form for form in forms if form in _OF_SEVERAL]
    was = next((at for at, form in enumerate(forms[:-1]) if form == "it" and forms[at + 1] in BE), None)
    return was is None or joints not in (["that"], ["who"]) or not 0 < forms.index(joints[0]) - was <= _CLEFT


_CLEFT = 8
"""Tokens from "it was" to "that" at most."""


def ways_turned(pairing: Pairing, pairs: Sequence[Aligned]) -> Aligned | None:
    """ "from A to B" beside "to A from B", wherever they stand: the words A; None where the ways are others."""
    left = _way(pairing.left)
    right = _way(pairing.right) if left is not None else None
    if left is None or right is None:
        return None
    answers = {(one.left, one.right): one for one in pairs}
    from_to, to_from = answers.get((left[0], right[1])), answers.get((left[1], right[0]))
    return from_to if from_to is not None and to_from is not None else None


def _way(features: Features) -> tuple[int, int] | None:
    """The words behind the only "from" and the only "to"."""
    if "from" not in features.forms or "to" not in features.forms:
        return None
    found = {}
    for form in ("from", "to"):
        behind = [nth for nth in range(len(features.keys)) if _before(features, nth) == form]
        if len(behind) != 1:
            return None
        found[form] = behind[0]
    return found["from"], found["to"]


def _is_first(words: Sequence[int]) -> bool:
    return list(words) == list(range(len(words)))


def _is_last(features: Features, words: Sequence[int]) -> bool:
    return list(words) == list(range(len(features.keys) - len(words), len(features.keys)))


def _tells_when(features: Features, nth: int) -> bool:
    """Does the word begin what tells when or where?"""
    return features.forms[features.tokens[nth]] in _WHEN_OR_WHERE or _before(features, nth) in _WHEN_OR_WHERE


def _before(features: Features, nth: int) -> str:
    """The form before a content word and its article."""
    at = features.tokens[nth] - 1
    while at >= 0 and features.forms[at] in _ARTICLES:
        at -= 1
    return features.forms[at] if at >= 0 else ""
