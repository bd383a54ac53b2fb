"""Is a wording a scene of somebody, no matter who? Then another such wording may be of another scene."""

from itertools import pairwise

from claimtrack.features import Features
from claimtrack.text.cues import BE

INDEFINITE = frozenset(["a", "an", "some", "several", "many", "few", "another", "two", "three", "four", "five"])
_SOMEBODY = INDEFINITE | {"one", "someone", "somebody", "people", "men", "women", "children"}
LINKS = BE | {"am", "isn't", "aren't", "wasn't", "weren't", "become", "became", "remain", "as"}
"""Words behind which an indefinite noun tells what somebody is."""


def is_scene(features: Features) -> bool:
    """Is somebody, no matter who, doing something at some moment?"""
    forms = features.forms
    if not forms or forms[0] not in _SOMEBODY:
        return False
    return any(a in LINKS and b.endswith("ing") for a, b in pairwise(forms))
