"""Opposites that say one thing from two ends: "A sold it to B" / "B bought it of A", "larger than" / "smaller than"."""

from claimtrack.comparing.pairing import Pairing
from claimtrack.features import Features
from claimtrack.text.cues import BE
from claimtrack.text.stems import stem

_TRADED = "buy purchase acquire sell lend borrow give receive take export import"
_TOLD_FROM_AN_END = """win lose lose_to win_against beat defeat teach learn precede follow before after above below
over under north south east west earlier later ahead behind parent child father mother son daughter husband wife
predecessor successor employer employee teacher student pupil buyer seller creditor debtor host guest ancestor
descendant"""
_TRADE = frozenset(map(stem, _TRADED.split()))
_ENDS = _TRADE.union(*[(word, stem(word)) for word in _TOLD_FROM_AN_END.split()])
_AHEAD = 4


def is_converse(pairing: Pairing, i: int, j: int) -> bool:
    """Do two aligned opposites tell of one relation, what stands before the one standing behind the other?"""
    left, right = pairing.left, pairing.right
    if left.keys[i] in _TRADE and right.keys[j] in _TRADE and _is_done_to(left, i) and _is_done_to(right, j):
        return True
    named = left.keys[i] in _ENDS and right.keys[j] in _ENDS
    return (named or (_compares(left, i) and _compares(right, j))) and _cross(pairing, i, j)


def _cross(pairing: Pairing, i: int, j: int) -> bool:
    """Does something before the one answer behind the other, and the other way round?"""
    sides = {(a < i, b < j) for a, b, by, _ in pairing.alignment.pairs if a != i and by != "place"}
    return (True, False) in sides and (False, True) in sides


def _is_done_to(features: Features, at: int) -> bool:
    """ "was sold": bought by another, it was sold as well."""
    token = features.tokens[at]
    return not BE.isdisjoint(features.forms[max(0, token - 2) : token])


def _compares(features: Features, at: int) -> bool:
    """ "larger than"."""
    token = features.tokens[at]
    return "than" in features.forms[token + 1 : token + 1 + _AHEAD]
