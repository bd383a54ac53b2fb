"""Too much or too little to do something beside what can be done: "too early to lift it" / "time to lift it"."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import TOO, Features

_ALIKE = 0.5
"""Common ground from which both speak of one doing."""
_TO = "to"
_FAR = 4
"""Tokens behind "too", and before "to", among which the other stands."""
_READY = frozenset(["time", "ready", "able", "possible", "enough", "safe", "free", "fit"])
"""What tells before "to" that something can be done, or is about to be."""


def too_early(pairing: Pairing) -> tuple[Contrast, ...] | None:
    """ "It is too early to lift it" beside "it is time to lift it", of one doing; contrary where neither is denied.

    Nothing where one of them is ("it is not too early to lift it"); None where the two tell of something else.
    """
    left, right = pairing.left, pairing.right
    turned = TOO.isdisjoint(left.rare_words)
    if turned == TOO.isdisjoint(right.rare_words) or pairing.common_ground < _ALIKE or "antonym" in pairing.grounds:
        return None
    for i, j, by, _ in pairing.alignment.pairs:
        if by != "same":
            continue
        mine = _ready_for(left, i) if turned else _too_for(left, i)
        yours = _too_for(right, j) if turned else _ready_for(right, j)
        if mine is not None and yours is not None:
            if left.denies(i) != right.denies(j):
                return ()
            words = f"“{left.text[slice(*mine)]}” and “{right.text[slice(*yours)]}” exclude each other"
            return (pairing.contrast(ContrastKind.POLARITY, mine, yours, words, contrary=True),)
    return None


def _to_do(features: Features, nth: int) -> int:
    """The token of the "to" before a content word ("to lift", "to be lifted"); 0 where there is none."""
    at = features.tokens[nth] - 1
    at -= at > 0 and features.forms[at] == "be"
    return at if at > 0 and features.forms[at] == _TO else 0


def _too_for(features: Features, nth: int) -> Span | None:
    """The place of "too early" before "to lift"."""
    to = _to_do(features, nth)
    at = next((at for at in range(max(0, to - _FAR), to) if features.forms[at] in TOO), to)
    end = at + 1 + (features.forms[at] == "too")
    return features.span(at, end) if at < to and end <= to else None


def _ready_for(features: Features, nth: int) -> Span | None:
    """The place of "time" before "to lift", "time for them to lift"."""
    to = _to_do(features, nth)
    found = [at for at in range(max(0, to - _FAR), to) if features.forms[at] in _READY]
    return features.span(found[-1], found[-1] + 1) if found else None
