"""More than another beside as much as the other: "higher than last year" / "as high as last year"."""

from bisect import bisect_left

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features

_GROUND = 0.8
"""Common ground from which both compare one thing with one other."""
_AHEAD = 4
"""Tokens behind a word among which "than" stands, or the second "as"."""
_GRADED = frozenset(["more", "less", "fewer", "better", "worse", "further"])
_SHORT = 4


def degrees_apart(pairing: Pairing) -> Contrast | None:
    """One wording says that there is more of something than of another, the other that there is as much; contrary.

    None where either is denied ("not as high as"), or a figure follows ("as high as 5 percent").
    """
    if "than" not in pairing.rare_alone or pairing.common_ground < _GROUND:
        return None
    left, right = pairing.left, pairing.right
    more = "than" in left.rare_words
    if left.denials or right.denials:
        return None
    unequal, equal = _more_than(left if more else right), _as_much_as(right if more else left)
    if unequal is None or equal is None:
        return None
    one, other = (unequal, equal) if more else (equal, unequal)
    words = f"“{left.text[slice(*one)]}” and “{right.text[slice(*other)]}” exclude each other"
    return pairing.contrast(ContrastKind.ANTONYM, one, other, words, contrary=True)


def is_told_from_its_end(pairing: Pairing) -> bool:
    """ "Ann is taller than Paul" beside "Paul is not as tall as Ann": does each say that there is more of one thing?"""
    if "than" not in pairing.rare_alone:
        return False
    left, right = pairing.left, pairing.right
    turned = "than" in right.rare_words
    more, less = (right, left) if turned else (left, right)
    if more.denials or len(less.negators) != 1:
        return False
    mine, yours = _compared(more, "than"), _compared(less, "as")
    if not mine or not yours or less.forms[less.tokens[yours] - 2 : less.tokens[yours]] not in _NOT_AS:
        return False
    answers = [(j, i) if turned else (i, j) for i, j, by, _ in pairing.alignment.pairs if by in _ONE_WORD]
    crossing = {i < mine for i, j in answers if (i < mine) == (j > yours) and i != mine and j != yours}
    return (mine, yours) in answers and crossing == {True, False}


_ONE_WORD = frozenset(["same", "family"])
_NOT_AS = (("not", "as"), ("not", "so"), ("isn't", "as"), ("aren't", "as"), ("wasn't", "as"), ("weren't", "as"))


def _compared(features: Features, joint: str) -> int:
    """In what two are compared: the index of the word before "than" or the second "as"; 0 where there is none."""
    forms, tokens = features.forms, features.tokens
    at = len(forms) - 1 - forms[::-1].index(joint) if joint in forms else 0
    behind = bisect_left(tokens, at)
    if not behind or tokens[behind - 1] != at - 1:
        return 0
    graded = joint != "than" or (forms[at - 1].endswith("er") and len(forms[at - 1]) > _SHORT)
    return behind - 1 if graded else 0


def _more_than(features: Features) -> Span | None:
    """The place of "higher than", "more dangerous than"."""
    forms, than = features.forms, features.forms.index("than")
    for at in range(than - 1, max(-1, than - 1 - _AHEAD), -1):
        if forms[at] in _GRADED or (forms[at].endswith("er") and len(forms[at]) > _SHORT):
            return None if _counts(forms, than + 1) else features.span(at, than + 1)
    return None


def _as_much_as(features: Features) -> Span | None:
    """The place of "as high as", "as many people as"."""
    forms = features.forms
    first = forms.index("as") if "as" in forms else len(forms)
    second = forms[first + 2 : first + 1 + _AHEAD]
    if "as" not in second:
        return None
    last = first + 3 + second.index("as")
    return None if _counts(forms, last) else features.span(first, last)


def _counts(forms: tuple[str, ...], at: int) -> bool:
    """Does a figure stand here?"""
    return at >= len(forms) or not forms[at][0].isalpha()
