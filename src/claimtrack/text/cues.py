"""How a wording is meant: what is denied, how sure it is, and of how much it speaks."""

from enum import IntEnum
from typing import NamedTuple

from claimtrack.text.lexicon import LookUp
from claimtrack.text.stems import stem

_REACH = 4
"""Content words that a negator may govern: the next one, past adverbs."""
_SHORT = 5
_WITHOUT_APOSTROPHE = frozenset(
    {"dont", "doesnt", "didnt", "isnt", "wasnt", "arent", "werent", "cant", "wont", "couldnt"}
)
_STOPS = frozenset(".,;:!?()")


class Certainty(IntEnum):
    """How sure a wording is of what it says."""

    POSSIBLE = 1
    EXPECTED = 2
    PLAIN = 3


class Quantity(NamedTuple):
    """A word of scope: of what kind (all, some, only, also) and which token."""

    kind: str
    token: int


def negators_of(keys: list[str], look_up: LookUp) -> tuple[int, ...]:
    """Tokens that deny what follows; "not only", "no doubt" and the like are phrases that deny nothing."""
    cues, quiet = look_up.cues, look_up.cue_stems["quiet"]
    found: list[int] = []
    for at, key in enumerate(keys):
        if (
            key in cues["negators"]
            or key in _WITHOUT_APOSTROPHE
            or key.endswith("n't")
            or key == "non"
            or (stem(key) in quiet and _governs(keys, at))
        ):
            found.append(at)
    return tuple(found)


def _governs(keys: list[str], at: int) -> bool:
    """Does a quiet denial ("failed to", "denied that", "stopped paying") take a clause after it?"""
    ahead = keys[at + 1] if at + 1 < len(keys) else ""
    return ahead in ("to", "that") or (ahead.endswith("ing") and len(ahead) > _SHORT)


def governed(at: int, keys: list[str], content: frozenset[int], negators: frozenset[int]) -> int | None:
    """The content word that a negator denies: the next one in its clause, else the one before it; None without."""
    for ahead in range(at + 1, len(keys)):
        if keys[ahead] in _STOPS:
            break
        if ahead in content and ahead not in negators:
            return ahead
    for back in range(at - 1, max(-1, at - _REACH), -1):
        if back in content and back not in negators:
            return back
    return None


def certainty_of(keys: list[str], look_up: LookUp) -> tuple[Certainty, int | None]:
    """The least sure cue of a wording, and its token; plain where there is none."""
    level, place = Certainty.PLAIN, None
    for at, key in enumerate(keys):
        found = _certainty(key, look_up)
        if found < level:
            level, place = found, at
    return level, place


def _certainty(key: str, look_up: LookUp) -> Certainty:
    word = stem(key)
    if key in look_up.cues["certain"]:
        return Certainty.PLAIN
    if key in look_up.cues["possible"] or word in look_up.cue_stems["possible"]:
        return Certainty.POSSIBLE
    return Certainty.EXPECTED if word in look_up.cue_stems["expected"] else Certainty.PLAIN


def quantities_of(keys: list[str], look_up: LookUp) -> tuple[Quantity, ...]:
    """The words that tell of how much of a whole a wording speaks."""
    return tuple(
        Quantity(kind, at)
        for at, key in enumerate(keys)
        for kind in ("all", "some", "only", "also")
        if key in look_up.cues[kind]
    )


def attribution_ends(keys: list[str], look_up: LookUp) -> int:
    """The first token after "X said that …" or "according to X, …"; 0 where nothing is set aside."""
    near = 12
    for at, key in enumerate(keys[:near]):
        if key == "that" and at and stem(keys[at - 1]) in look_up.cue_stems["saying"]:
            return at + 1
        if key in look_up.cues["according"] and at == 0 and "," in keys[:near]:
            return keys.index(",") + 1
    return 0
