"""Who does what to whom, the other way round."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind

_NEARLY_ALL = 0.9
_FEWEST = 3


def role(pairing: Pairing) -> Iterator[Contrast]:
    """The same words, two of them changed over around a third ("A met B's envoy" / "B met A's envoy"); contrary.

    Only where nearly every word is the same; a passive ("by") on one side alone explains the order and gives none.
    """
    same = [one for one in pairing.alignment.pairs if one.by == "same"]
    if len(same) < _FEWEST or min(pairing.alignment.left_covered, pairing.alignment.right_covered) < _NEARLY_ALL:
        return
    if (" by " in pairing.left.folded) != (" by " in pairing.right.folded):
        return
    for at in range(1, len(same) - 1):
        before = [one for one in same[:at] if one.right > same[at].right]
        after = [one for one in same[at + 1 :] if one.right < same[at].right]
        if before and after:
            left, right = pairing.left.words[before[-1].left], pairing.right.words[after[0].right]
            yield Contrast(
                kind=ContrastKind.ROLE,
                left=pairing.words(pairing.left, left.span),
                right=pairing.words(pairing.right, right.span),
                left_span=left.span,
                right_span=right.span,
                reason="the same words in changed roles",
                contrary=True,
            )
            return
