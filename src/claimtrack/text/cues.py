"""How a wording is meant: what is denied, how sure it is, and of how much it speaks."""

from enum import IntEnum
from typing import NamedTuple

from claimtrack.text.lexicon import LookUp
from claimtrack.text.stems import stem

_REACH = 4
"""Content words that a negator may govern: the next one, past adverbs."""
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
    """Tokens that deny what follows; "not only", "no doubt" and their like deny nothing."""
    cues, quiet = look_up.cues, look_up.cue_stems["quiet"]
    harmless = {tuple(phrase.split("_")) for phrase in cues["harmless"]}
    found: list[int] = []
    for at, key in enumerate(keys):
        is_negator = key in cues["negators"] or key.endswith("n't")
        if is_negator and not any(tuple(keys[at : at + len(one)]) == one for one in harmless):
            found.append(at)
        elif not is_negator and stem(key) in quiet:
            found.append(at)
    return tuple(found)


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
        word = stem(key)
        if key in look_up.cues["possible"] or word in look_up.cue_stems["possible"]:
            if level > Certainty.POSSIBLE:
                level, place = Certainty.POSSIBLE, at
        elif word in look_up.cue_stems["expected"] and level > Certainty.EXPECTED:
            level, place = Certainty.EXPECTED, at
    return level, place


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
