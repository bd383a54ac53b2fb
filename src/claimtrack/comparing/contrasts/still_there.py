"""Gone from a place beside still in it: "have left the harbour" / "are still in the harbour"."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.dates import WEEKDAYS
from claimtrack.text.stems import stem

_ALIKE = 0.6
"""Common ground from which both speak of one thing and place."""
_STILL = "still"
_IN = frozenset(["in", "at", "on", "inside", "aboard"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their", "his", "her"])
_OUT_OF = frozenset(["from", "of", "out"])
_HAVE = frozenset(["has", "have"])
_GOING = frozenset(map(stem, ["leave", "left", "quit", "vacate", "flee", "fled", "depart", "withdraw", "withdrew"]))
_GONE = _GOING | {stem("withdrawn"), "pull_out", "move_out"}


def still_there(pairing: Pairing) -> Contrast | None:
    """One tells that somebody left a place, the other that he is still in it, and neither is denied; contrary.

    Unless it is told of two days of the week, or what one tells is to come or not sure.
    """
    found = _left_and_still_in(pairing)
    if found is None or pairing.left.denies(found[0]) != pairing.right.denies(found[1]):
        return None
    _, _, mine, yours = found
    words = f"“{pairing.left.text[slice(*mine)]}” and “{pairing.right.text[slice(*yours)]}”"
    apart = _days(pairing.left) == _days(pairing.right) and not _is_open(pairing.left) and not _is_open(pairing.right)
    told = "exclude each other" if apart else "may be of two times"
    return pairing.contrast(ContrastKind.ANTONYM, mine, yours, f"{words} {told}", contrary=apart)


def _days(features: Features) -> frozenset[str]:
    return WEEKDAYS.intersection(features.forms)


def _is_open(features: Features) -> bool:
    """ "will have left", "may have left"."""
    return bool(features.hedges) or "will" in features.forms


def has_not_left(pairing: Pairing) -> bool:
    """ "Have not left the harbour" beside "are still in the harbour": does the denial say what the other says?"""
    found = _left_and_still_in(pairing)
    return found is not None and pairing.left.denies(found[0]) != pairing.right.denies(found[1])


def _left_and_still_in(pairing: Pairing) -> tuple[int, int, Span, Span] | None:
    """The place by its index, left and right, and where it is told that it was left, or that somebody is in it."""
    if _STILL not in pairing.rare_alone or pairing.common_ground < _ALIKE:
        return None
    left, right = pairing.left, pairing.right
    turned = _STILL in left.rare_words
    for i, j, by, _ in pairing.alignment.pairs:
        if by == "same":
            mine = _still_in(left, i) if turned else _gone_from(left, i)
            yours = _gone_from(right, j) if turned else _still_in(right, j)
            if mine is not None and yours is not None:
                return i, j, mine, yours
    return None


def _still_in(features: Features, nth: int) -> Span | None:
    """The place of "still in" before a content word."""
    forms, at = features.forms, features.tokens[nth] - 1
    while at > 0 and forms[at] in _ARTICLES:
        at -= 1
    if at > 1 and forms[at] in _IN and forms[at - 1] == _STILL and forms[at - 2] in BE:
        return features.span(at - 1, at + 1)
    return None


def _gone_from(features: Features, nth: int) -> Span | None:
    """The place of "left" before a content word, "withdrew from"."""
    forms, at = features.forms, features.tokens[nth] - 1
    while at > 0 and (forms[at] in _ARTICLES or forms[at] in _OUT_OF):
        at -= 1
    if nth and features.tokens[nth - 1] == at and features.keys[nth - 1] in _GONE and forms[at - 1] not in BE:
        return features.span(at - (forms[at - 1] in _HAVE), at + 1)
    return None
