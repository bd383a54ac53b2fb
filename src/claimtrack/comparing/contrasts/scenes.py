"""Is a wording a scene of somebody, no matter who? Then another such wording may be of another scene."""

from itertools import pairwise

from claimtrack.features import Features

INDEFINITE = frozenset(["a", "an", "some", "several", "many", "few", "another", "two", "three", "four", "five"])
_SOMEBODY = INDEFINITE | {"one", "someone", "somebody", "people", "men", "women", "children"}
BE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "become",
        "became",
        "remain",
        "as",
    ]
)


def is_scene(features: Features) -> bool:
    """Is somebody, no matter who, doing something at some moment?"""
    forms = features.forms
    if not forms or forms[0] not in _SOMEBODY:
        return False
    return any(a in BE and b.endswith("ing") for a, b in pairwise(forms))
