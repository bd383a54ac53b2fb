"""Another name in the same slot."""

from collections.abc import Iterator

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features

_MUCH = 0.45


def name(pairing: Pairing) -> Iterator[Contrast]:
    """One name on each side without a counterpart, between neighbours that answer to one another; contrary.

    A name is a word written with a capital that does not begin the text, or one that the lexicon knows as a name.
    """
    if min(pairing.alignment.left_covered, pairing.alignment.right_covered) < _MUCH:
        return
    left = _unaligned(pairing.left, {one.left for one in pairing.alignment.pairs})
    right = _unaligned(pairing.right, {one.right for one in pairing.alignment.pairs})
    if len(left) != 1 or len(right) != 1:
        return
    i, j = left[0], right[0]
    if not (_is_name(pairing.left, i) and _is_name(pairing.right, j) and _one_slot(pairing, i, j)):
        return
    a, b = pairing.left.words[i], pairing.right.words[j]
    yield Contrast(
        kind=ContrastKind.NAME,
        left=pairing.words(pairing.left, a.span),
        right=pairing.words(pairing.right, b.span),
        left_span=a.span,
        right_span=b.span,
        reason="another name in the same place",
        contrary=True,
    )


def _unaligned(features: Features, aligned: set[int]) -> list[int]:
    return [at for at in range(len(features.words)) if at not in aligned]


def _is_name(features: Features, at: int) -> bool:
    word = features.words[at]
    capital = features.text[word.span[0] : word.span[0] + 1].isupper()
    return capital and (word.span[0] > 0 or word.key in features.look_up.names)


def _one_slot(pairing: Pairing, i: int, j: int) -> bool:
    """Do the words before and after answer to one another (or both texts begin or end there)?"""
    pairs = {(one.left, one.right) for one in pairing.alignment.pairs}
    before = (i == 0 and j == 0) or (i - 1, j - 1) in pairs
    last = i == len(pairing.left.words) - 1 and j == len(pairing.right.words) - 1
    return before and (last or (i + 1, j + 1) in pairs)
