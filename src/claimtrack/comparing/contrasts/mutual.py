"""What two do to one another, so that it is said of both whoever is named first."""

from collections.abc import Sequence

from claimtrack.text.lexicon import LookUp
from claimtrack.text.related import kinds_of
from claimtrack.text.stems import stem

_A_DEED = 0.3
"""Share of a word's uses as a verb from which it tells what is done."""
_DOINGS = """hold have begin start open resume continue go end finish conclude plan agree want hope intend prepare
refuse decline stop suspend come reach strike restore renew establish maintain keep enjoy build forge set_up arrange"""
_LIGHT = frozenset(map(stem, _DOINGS.split()))
"""Verbs that leave it to the next word what is done: "held talks", "refused to meet"."""
_ALONE = frozenset(["first", "last", "only"])


def mutual_words(look_up: LookUp, *, beside: bool) -> frozenset[str]:
    """The words that tell of such doings; `beside`: does the second part stand behind "with" ("a deal with B")?"""
    mutual = look_up.cue_stems["mutual"]
    return mutual | look_up.cue_stems["reciprocal"] if beside else mutual


def are_done_by_both(told: Sequence[str], mutual: frozenset[str]) -> bool:
    """Is the first doing of these words, which stand between the two, a mutual one ("A held talks with B")?

    "A closed its border with B" is what A did, and "the first to sign" is one.
    """
    if not _ALONE.isdisjoint(told):
        return False
    deeds = [key for key in told if key in mutual or (kinds_of(key).deed >= _A_DEED and key not in _LIGHT)]
    return not deeds or deeds[0] in mutual
