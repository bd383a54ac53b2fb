"""One affirms what the other denies."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind


def polarity(pairing: Pairing) -> Iterator[Contrast]:
    """Aligned words of which exactly one is denied ("was destroyed" / "was not destroyed"); contrary.

    Opposites are left to `antonym`; a prefix that denies (un-, non-) counts as a denial (de Marneffe et al. 2008).
    Where both deny equally often, but of other words, nothing is said: "found no evidence" / "hasn't found evidence".
    """
    equally = len(pairing.left.denied) == len(pairing.right.denied)
    for one in pairing.alignment.pairs:
        if one.by in ("antonym", "rival"):
            continue
        left, right = pairing.left.words[one.left], pairing.right.words[one.right]
        flips = (left.token in pairing.left.denied) + (right.token in pairing.right.denied) + (one.by == "flip")
        if flips % 2 and (one.by == "flip" or not equally):
            yield Contrast(
                kind=ContrastKind.POLARITY,
                left=pairing.words(pairing.left, left.span),
                right=pairing.words(pairing.right, right.span),
                left_span=left.span,
                right_span=right.span,
                reason="one denies what the other affirms",
                contrary=True,
            )
