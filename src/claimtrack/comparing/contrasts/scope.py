"""One speaks of more of the whole."""

from collections.abc import Iterable

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features


def scope(pairing: Pairing) -> Iterable[Contrast]:
    """All, some, or only: words of extent that one side alone has; they narrow, and are never contrary."""
    if not pairing.left.quantities and not pairing.right.quantities:
        return ()
    left = {one.kind: one.token for one in reversed(pairing.left.quantities)}
    right = {one.kind: one.token for one in reversed(pairing.right.quantities)}
    found = []
    for kind in ("all", "some", "only"):
        if (kind in left) != (kind in right):
            mine, yours = _span(pairing.left, left.get(kind)), _span(pairing.right, right.get(kind))
            word = pairing.left.text[slice(*mine)] or pairing.right.text[slice(*yours)]
            reason = f"“{word}” stands on one side alone"
            found.append(pairing.contrast(ContrastKind.SCOPE, mine, yours, reason, contrary=False))
    return found


def _span(features: Features, token: int | None) -> Span:
    return (0, 0) if token is None else features.spans[token]
