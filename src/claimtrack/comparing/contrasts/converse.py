"""Opposites that say one thing from two ends: "A sold it to B" / "B bought it of A", "larger than" / "smaller than"."""

from bisect import bisect_left
from datetime import date

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
    """Do two aligned opposites tell of one relation, what stands before the one standing behind the other?

    What rises against another falls against it the other way round.
    """
    left, right = pairing.left, pairing.right
    if left.keys[i] in _TRADE and right.keys[j] in _TRADE and _is_done_to(left, i) and _is_done_to(right, j):
        return True
    named = (left.keys[i] in _ENDS and right.keys[j] in _ENDS) or ("against" in left.forms and "against" in right.forms)
    mine, yours = _than(left, i), _than(right, j)
    compared = mine > 0 and yours > 0
    return ((named or compared) and _cross(pairing, i, j)) or (compared and _cross_over(pairing, mine, yours))


def _cross(pairing: Pairing, i: int, j: int) -> bool:
    """Does something before the one answer behind the other, and the other way round?"""
    sides = {(a < i, b < j) for a, b, by, _ in pairing.alignment.pairs if a != i and by != "place"}
    return (True, False) in sides and (False, True) in sides


def _is_done_to(features: Features, at: int) -> bool:
    """ "was sold": bought by another, it was sold as well."""
    token = features.tokens[at]
    return not BE.isdisjoint(features.forms[max(0, token - 2) : token])


def _than(features: Features, at: int) -> int:
    """The token of "than" in "larger than", "more people in Guinea than"; 0 where there is none."""
    token = features.tokens[at]
    ahead = features.forms[token + 1 : token + 1 + _AHEAD]
    return token + 1 + ahead.index("than") if "than" in ahead else 0


def _cross_over(pairing: Pairing, mine: int, yours: int) -> bool:
    """ "more in A than in B" / "fewer in B than in A": is what each compares with what the other says it of?"""
    left, right = pairing.left, pairing.right
    if left.periods and right.periods:
        days, others = _days_about(left, mine), _days_about(right, yours)
        if days is not None and others is not None:
            return days == others[::-1]
    answers = {i: j for i, j, by, _ in pairing.alignment.pairs if by != "place"}
    behind, there = bisect_left(left.tokens, mine), bisect_left(right.tokens, yours)
    return 0 <= answers.get(behind, -1) < there and any(j == there and i < behind for i, j in answers.items())


def _days_about(features: Features, than: int) -> tuple[tuple[date, date], tuple[date, date]] | None:
    """The only date before "than" and the only one behind it; None where it is not so."""
    if len(features.periods) != _TWO:
        return None
    one, other = ((each.first, each.last) for each in features.periods)
    return (one, other) if features.periods[0].end <= than <= features.periods[1].start else None


_TWO = 2
