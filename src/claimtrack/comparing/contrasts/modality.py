"""One is less sure than the other."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features

_NAMES = {1: "possible", 2: "expected", 3: "plain"}
_OPPOSED = frozenset({"flip", "antonym", "rival"})


def modality(pairing: Pairing) -> Iterable[Contrast]:
    """Another degree of certainty ("will" / "may" / "is expected to"); it narrows, and is never contrary.

    A cue beside its opposite ("able" / "unable") is told by `polarity` or `antonym` alone.
    """
    left, right = pairing.left, pairing.right
    a, b = left.certainty, right.certainty
    if a is b:
        return ()
    for i, j, by, _ in pairing.alignment.pairs:
        if by in _OPPOSED and (left.tokens[i] == left.certainty_at or right.tokens[j] == right.certainty_at):
            return ()
    reason = f"one says it as {_NAMES[a]}, the other as {_NAMES[b]}"
    return (pairing.contrast(ContrastKind.MODALITY, _span(left), _span(right), reason, contrary=False),)


def _span(features: Features) -> Span:
    at = features.certainty_at
    return (0, 0) if at is None else features.span(at, at + 1)
