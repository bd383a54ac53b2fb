"""Another place in an order: "the largest bank" / "the second largest bank", "the second bank" / "the bank"."""

from collections.abc import Sequence

from claimtrack.comparing.contrasts.of_two import ORDINALS
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind
from claimtrack.features import Features
from claimtrack.once import kept

_LATER = ORDINALS - {"first"}
_DEFINITE = frozenset(["the", "its", "their", "his", "her", "this", "that"])
_MOST_OF_ALL = frozenset(["most", "least", "best", "worst"])
_SHORT = 4
"""Letters of "west", which tells no rank."""


def ranks_apart(pairing: Pairing) -> Contrast | None:
    """The contrast of two places in an order, or of one place and none; None where both tell the same."""
    left, right, alignment = pairing.left, pairing.right, pairing.alignment
    if _ordinals(left).isdisjoint(alignment.left_over) and _ordinals(right).isdisjoint(alignment.right_over):
        return None
    found = _of_two_ranks(pairing)
    return _one_of_several(pairing) if found is None else found


@kept
def _ordinals(features: Features) -> frozenset[int]:
    """The words like "second", by their index."""
    if _LATER.isdisjoint(features.forms):
        return frozenset()
    return frozenset([nth for nth, token in enumerate(features.tokens) if features.forms[token] in _LATER])


def _of_two_ranks(pairing: Pairing) -> Contrast | None:
    """ "The largest bank" beside "the second largest bank": one tells another place in an order than the first."""
    mine = _rank(pairing.left, pairing.alignment.left_over)
    yours = _rank(pairing.right, pairing.alignment.right_over)
    if (mine < 0) == (yours < 0):
        return None
    i, j = (mine + 1, -1) if mine >= 0 else (-1, yours + 1)
    found = next(
        (one for one in pairing.alignment.pairs if one.by == "same" and (one.left == i or one.right == j)), None
    )
    if found is None:
        return None
    tokens, others = pairing.left.tokens, pairing.right.tokens
    one = pairing.left.span(tokens[found.left - (mine >= 0)], tokens[found.left] + 1)
    other = pairing.right.span(others[found.right - (yours >= 0)], others[found.right] + 1)
    words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}” cannot both be"
    return pairing.contrast(ContrastKind.NUMBER, one, other, words, contrary=True)


def _one_of_several(pairing: Pairing) -> Contrast | None:
    """ "The second bank" beside "the bank": one tells which of several it is; it narrows."""
    left, right = pairing.left, pairing.right
    for i, j, by, _ in pairing.alignment.pairs:
        if by != "same":
            continue
        mine, yours = _ordinal(left, i, pairing.alignment.left_over), _ordinal(right, j, pairing.alignment.right_over)
        if mine == yours:
            continue
        other, token = (left, left.tokens[i]) if yours else (right, right.tokens[j])
        before = other.forms[token - 1] if token else ""
        if before in _DEFINITE or before.endswith("'s"):
            one = left.span(left.tokens[i] - mine, left.tokens[i] + 1)
            another = right.span(right.tokens[j] - yours, right.tokens[j] + 1)
            words = f"“{left.text[slice(*one)]}” and “{right.text[slice(*another)]}” need not be one"
            return pairing.contrast(ContrastKind.NUMBER, one, another, words, contrary=False)
    return None


def _ordinal(features: Features, nth: int, over: Sequence[int]) -> bool:
    """Does an ordinal stand right before a content word, and has it no counterpart?"""
    return nth - 1 in over and features.forms[features.tokens[nth] - 1] in _LATER


def _rank(features: Features, over: Sequence[int]) -> int:
    """The index of a word like "second" before one like "largest", among those without a counterpart; -1 for none."""
    for at in over:
        token = features.tokens[at]
        if features.forms[token] in _LATER and features.tokens[at + 1 : at + 2] in ([token + 1], [token + 2]):
            ahead = features.forms[features.tokens[at + 1]]
            if (ahead.endswith("est") and len(ahead) > _SHORT) or ahead in _MOST_OF_ALL:
                return at
    return -1
