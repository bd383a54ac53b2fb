"""Few do what most do the opposite of: "few doubt it" / "most believe it"."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features, Word

FEW = frozenset({"few", "hardly_any"})
MANY = frozenset({"most", "many", "majority", "nearly_all", "almost_all"})
_NEAR = 4
"""Tokens before a word among which it is told how many do it."""
_MARKS = frozenset([*".,;:!?()", "and", "but", "or", "who", "which", "that"])


def few_against_most(pairing: Pairing) -> tuple[int, int] | None:
    """The opposites, left and right, of which one is told of few and the other of most; None where there are none."""
    if "antonym" not in pairing.grounds:
        return None
    for i, j, by, _ in pairing.alignment.pairs:
        if by == "antonym" and pairing.left.denies(i) == pairing.right.denies(j):
            mine, yours = (
                _how_many(pairing.left, pairing.left.words[i]),
                _how_many(pairing.right, pairing.right.words[j]),
            )
            if (mine in FEW and yours in MANY) or (mine in MANY and yours in FEW):
                return i, j
    return None


def _how_many(features: Features, word: Word) -> str:
    """The word before another that tells how many do it; "" where none does."""
    for at in range(word.token - 1, max(-1, word.token - 1 - _NEAR), -1):
        form = features.forms[at]
        if form in FEW or form in MANY:
            return "" if form == "few" and features.forms[at - 1 : at] == ("a",) else form
        if form in _MARKS:
            return ""
    return ""
