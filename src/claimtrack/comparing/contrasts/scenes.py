"""Is a wording a scene of somebody, no matter who? Then another such wording may be of another scene."""

from itertools import pairwise

from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.cues import BE

INDEFINITE = frozenset(["a", "an", "some", "several", "many", "few", "another", "two", "three", "four", "five"])
_SOMEBODY = INDEFINITE | {"one", "someone", "somebody", "people", "men", "women", "children"}
LINKS = BE | {"am", "isn't", "aren't", "wasn't", "weren't", "become", "became", "remain", "as"}
"""Words behind which an indefinite noun tells what somebody is."""


def are_scenes(left: Features, right: Features) -> bool:
    """Is somebody doing something at some moment in both, and in one of them no matter who?"""
    return (is_scene(left) or is_scene(right)) and _is_going_on(left) and _is_going_on(right)


def is_scene(features: Features) -> bool:
    """Is somebody, no matter who, doing something at some moment?"""
    forms = features.forms
    return bool(forms) and forms[0] in _SOMEBODY and _is_going_on(features)


def _is_going_on(features: Features) -> bool:
    """ "is riding", "are being lifted"."""
    return any(a in LINKS and b.endswith("ing") for a, b in pairwise(features.forms))


@kept
def is_going_on(features: Features) -> bool:
    """The same, denied or not: "is not riding", "there is no man riding"."""
    forms = features.forms
    ahead = (forms[at + 1 : at + 1 + _NEAR] for at, form in enumerate(forms) if form in LINKS)
    return any(
        near[0].endswith("ing") or (near[0] in _NONE and any(form.endswith("ing") for form in near))
        for near in ahead
        if near
    )


_NEAR = 4
_NONE = frozenset(["not", "no", "nobody"])
