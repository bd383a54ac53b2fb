"""One speaks of more of the whole."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features


def scope(pairing: Pairing) -> Iterator[Contrast]:
    """All, some, or only: words of extent that one side alone has; they narrow, and are never contrary."""
    left = {one.kind: one.token for one in reversed(pairing.left.quantities)}
    right = {one.kind: one.token for one in reversed(pairing.right.quantities)}
    for kind in ("all", "some", "only"):
        if (kind in left) != (kind in right):
            left_span, right_span = _span(pairing.left, left.get(kind)), _span(pairing.right, right.get(kind))
            words = pairing.words(pairing.left, left_span) or pairing.words(pairing.right, right_span)
            yield Contrast(
                kind=ContrastKind.SCOPE,
                left=pairing.words(pairing.left, left_span),
                right=pairing.words(pairing.right, right_span),
                left_span=left_span,
                right_span=right_span,
                reason=f"“{words}” stands on one side alone",
                contrary=False,
            )


def _span(features: Features, token: int | None) -> Span:
    return (0, 0) if token is None else features.span(token, token + 1)
