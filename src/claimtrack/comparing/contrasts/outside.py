"""Outside something beside in it: "Finland is outside NATO" / "Finland is in NATO"."""

from bisect import bisect_left

from claimtrack.comparing.contrasts.scenes import are_scenes
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.text.cues import BE

_HELD = 0.7
"""Share of the more covered wording that the other must speak of."""
_OUTSIDE = "outside"
_INSIDE = frozenset(["in", "inside", "within"])
_ARTICLES = frozenset(["a", "an", "the"])
_STANDS = BE | {
    "lies",
    "lie",
    "lay",
    "stands",
    "stand",
    "stood",
    "remains",
    "remain",
    "remained",
    "stays",
    "stay",
    "not",
}
"""Forms behind which it is told where something is, and not where something was done."""


def outside(pairing: Pairing) -> tuple[Contrast, ...] | None:
    """Where one wording has "outside" before a thing and the other "in": the contrast, contrary of where something is.

    What is done outside and inside may be two things, and only narrows. Nothing where one of the two is denied, for
    outside is not in; None where the two small words do not answer to one another.
    """
    left, right = pairing.left, pairing.right
    if _OUTSIDE not in pairing.rare_alone or pairing.held < _HELD:
        return None
    for i, j, by, _ in pairing.alignment.pairs:
        begin, start = (_before(left, i), _before(right, j)) if by == "same" else (-1, -1)
        if begin < 0 or start < 0:
            continue
        mine, yours = left.forms[begin], right.forms[start]
        if not ((mine == _OUTSIDE and yours in _INSIDE) or (yours == _OUTSIDE and mine in _INSIDE)):
            continue
        if _content_before(left, begin) != _content_before(right, start):
            continue
        if left.denies(i) != right.denies(j):
            return ()
        spans = left.span(begin, left.tokens[i] + 1), right.span(start, right.tokens[j] + 1)
        words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}”"
        stands = begin and start and {left.forms[begin - 1], right.forms[start - 1]} <= _STANDS
        contrary = bool(stands) and not are_scenes(left, right)
        told = "exclude each other" if contrary else "are not the same"
        return (pairing.contrast(ContrastKind.POLARITY, *spans, f"{words} {told}", contrary=contrary),)
    return None


def _before(features: Features, nth: int) -> int:
    """The token before a content word and its article; -1 where there is none."""
    at = features.tokens[nth] - 1
    while at >= 0 and features.forms[at] in _ARTICLES:
        at -= 1
    return at


def _content_before(features: Features, token: int) -> str:
    """The key of the last content word before a token; "" where there is none."""
    nth = bisect_left(features.tokens, token) - 1
    return features.keys[nth] if nth >= 0 else ""
