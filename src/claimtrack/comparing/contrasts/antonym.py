"""A word answers to its opposite."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind


def antonym(pairing: Pairing) -> Iterator[Contrast]:
    """Aligned opposites or rivals (rose / fell, north / south) of which neither or both are denied; contrary."""
    for one in pairing.alignment.pairs:
        if one.by not in ("antonym", "rival"):
            continue
        left, right = pairing.left.words[one.left], pairing.right.words[one.right]
        if (left.token in pairing.left.denied) == (right.token in pairing.right.denied):
            yield Contrast(
                kind=ContrastKind.ANTONYM,
                left=pairing.words(pairing.left, left.span),
                right=pairing.words(pairing.right, right.span),
                left_span=left.span,
                right_span=right.span,
                reason="the two words exclude each other",
                contrary=True,
            )
