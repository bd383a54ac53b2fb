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
    for mine, yours in (("all", "some"), ("some", "all")):
        if mine in left and yours in right and mine not in right and yours not in left:
            one, other = _span(pairing.left, left.pop(mine)), _span(pairing.right, right.pop(yours))
            words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}”"
            reason = f"{words} speak of unlike shares of the whole"
            found.append(pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=False))
    for kind in ("all", "some", "only"):
        if (kind in left) != (kind in right):
            one, other = _span(pairing.left, left.get(kind)), _span(pairing.right, right.get(kind))
            word = pairing.left.text[slice(*one)] or pairing.right.text[slice(*other)]
            reason = f"“{word}” stands on one side alone"
            found.append(pairing.contrast(ContrastKind.SCOPE, one, other, reason, contrary=False))
    return found


def _span(features: Features, token: int | None) -> Span:
    return (0, 0) if token is None else features.spans[token]
