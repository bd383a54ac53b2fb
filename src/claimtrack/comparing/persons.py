"""Whom a wording means by "we" and "they": others, where others say it."""

from claimtrack.features import FIRST, THIRD, Features
from claimtrack.text.forms import FUNCTION, form_of

_OF_BOTH = frozenset(["two", "both", "sides", "joint", "common", "mutual", "respective"])
"""Behind "our" they tell that both sides are meant."""
_WHERE = frozenset(["in", "at", "near", "on", "before", "after", "during", "until", "since", "by", "from"])


_NEAR = 4


def speaker_word(features: Features) -> int:
    """The token of the first word that means who speaks, or somebody whom nothing before it names; -1 without one.

    "The army said they …" names them; "in May they …" does not.
    """
    if not features.persons:
        return -1
    named = next((token for token in features.tokens if not _tells_where(features, token)), len(features.forms))
    for at, form in enumerate(features.forms):
        if (form in THIRD and at < named) or (form in FIRST and not _is_of_all(features, at)):
            return at
    return -1


def _is_of_all(features: Features, at: int) -> bool:
    """ "Our two countries"; "the US"."""
    if not _OF_BOTH.isdisjoint(features.forms[at + 1 : at + 2]) or features.forms[at - 1 : at] == ("both",):
        return True
    return features.forms[at] == "us" and features.text[slice(*features.spans[at])] == "US"


def _tells_where(features: Features, token: int) -> bool:
    """Does a word as "in" stand before the word, with none but articles and the like between?"""
    for nth in range(token - 1, max(-1, token - 1 - _NEAR), -1):
        if features.forms[nth] in _WHERE:
            return True
        if not form_of(features.forms[nth], features.look_up).kinds & FUNCTION:
            return False
    return False
