"""One is less sure than the other."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features

_NAMES = {1: "possible", 2: "expected", 3: "plain"}


def modality(pairing: Pairing) -> Iterable[Contrast]:
    """Another degree of certainty ("will" / "may" / "is expected to"); it narrows, and is never contrary."""
    a, b = pairing.left.certainty, pairing.right.certainty
    if a is b:
        return ()
    reason = f"one says it as {_NAMES[a]}, the other as {_NAMES[b]}"
    return (pairing.contrast(ContrastKind.MODALITY, _span(pairing.left), _span(pairing.right), reason, contrary=False),)


def _span(features: Features) -> Span:
    at = features.certainty_at
    return (0, 0) if at is None else features.span(at, at + 1)
