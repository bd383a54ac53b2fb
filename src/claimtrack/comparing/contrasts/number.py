"""Another amount of the same thing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimtrack.comparing.contrasts.ranks import ranks_apart
from claimtrack.comparing.contrasts.rates import rates_apart
from claimtrack.comparing.contrasts.temperatures import temperatures
from claimtrack.comparing.contrasts.the_rest import the_rest
from claimtrack.comparing.contrasts.two_amounts import (
    MEASURED,
    are_pounds,
    exclude,
    is_rounded,
    kind_of,
    other_unit,
    same,
)
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.once import kept
from claimtrack.text.numbers import Amount, begins_at, bound_before, measured_in, money_before

_ALIKE = 0.75
"""Common ground from which amounts in measures of unlike things are told."""


def number(pairing: Pairing) -> Iterable[Contrast]:
    """Amounts of one thing that exclude each other (12 / 40 injured: contrary) or contain one another.

    Amounts that both wordings name are set aside first; a side that names none gives no contrast. What each has alone
    may be in measures of unlike things ("took 5 hours" / "took 5 miles"): these only narrow, and so does an ordinal on
    one side alone ("the second bank" / "the bank"). A share that does it and one that does not may make up the whole.
    """
    if pairing.common_ground >= _ALIKE and (pairing.alignment.left_over or pairing.alignment.right_over):
        ranks = ranks_apart(pairing)
        if ranks is not None:
            return (ranks,)
    if not pairing.left.amounts or not pairing.right.amounts:
        return ()
    told = the_rest(pairing)
    if told is None:
        told = temperatures(pairing)
    if told is not None:
        return told
    left, right = _apart(pairing.left, pairing.right)
    rates = rates_apart(pairing)
    if rates is not None:
        found = [rates[0]]
        left, right = [one for one in left if one != rates[1]], [one for one in right if one != rates[2]]
    else:
        found = [] if left or right else [*_by_or_to(pairing), *_results_turned(pairing)]
    for a in left:
        b = next((one for one in right if _comparable(pairing, a, one)), None)
        if b is not None:
            right.remove(b)
            found.append(_contrast(pairing, a, b))
    return found or [*_unlike_measures(pairing, left, right)]


def _apart(left: Features, right: Features) -> tuple[list[Amount], list[Amount]]:
    """The amounts of each side without those that the other names too."""
    if _figures(left) == _figures(right):
        return [], []
    mine, yours = list(left.amounts), list(right.amounts)
    for a in left.amounts:
        for b in yours:
            if (a.low == b.low and a.high == b.high and a.unit == b.unit) or same(a, b):
                mine.remove(a)
                yours.remove(b)
                break
    return mine, yours


@kept
def _figures(features: Features) -> list[tuple[float, float, str]]:
    """What its amounts say, and of what, in order."""
    return [(low, high, unit) for low, high, unit, _, _ in features.amounts]


def _comparable(pairing: Pairing, a: Amount, b: Amount) -> bool:
    """Do both count one thing: the same unit or one of a kind, aligned words, or only one of them says what?"""
    if a.unit == b.unit or are_pounds(a, b):
        return True
    if other_unit(a, b):
        return kind_of(a.unit, b.unit) == kind_of(b.unit, a.unit)
    if not a.unit or not b.unit:
        return True
    left, right = pairing.left.tokens, pairing.right.tokens
    return any(left[i] == a.last and right[j] == b.last for i, j, _, _ in pairing.alignment.pairs)


def _contrast(pairing: Pairing, a: Amount, b: Amount) -> Contrast:
    left, right = _with_its_bound(pairing.left, a), _with_its_bound(pairing.right, b)
    contrary = exclude(a, b)
    if (a.low, a.high) == (b.low, b.high) or -a.low == b.low == b.high:
        left, right = _with_its_measure(pairing.left, a), _with_its_measure(pairing.right, b)
    mine, yours = pairing.left.text[slice(*left)], pairing.right.text[slice(*right)]
    bounded = a.low != a.high or b.low != b.high
    contrary = contrary and (other_unit(a, b) or bounded or not is_rounded(mine, yours))
    contrary = contrary and _is_left_out(pairing.left, a) == _is_left_out(pairing.right, b)
    if contrary and _says_else(pairing) and _is_label(pairing.left, a) and _is_label(pairing.right, b):
        words = f"“{mine}” and “{yours}” number two of a kind"
        return pairing.contrast(ContrastKind.NUMBER, left, right, words, contrary=False)
    told = "cannot both be" if contrary else "leave room for one another"
    return pairing.contrast(ContrastKind.NUMBER, left, right, f"“{mine}” and “{yours}” {told}", contrary=contrary)


def _unlike_measures(pairing: Pairing, left: Sequence[Amount], right: Sequence[Amount]) -> Iterator[Contrast]:
    """The first amounts of either side that the other has not, where both are in measures, and not of one thing."""
    if pairing.common_ground < _ALIKE:
        return
    a = next((one for one in left if one.unit in MEASURED), None)
    b = next((one for one in right if one.unit in MEASURED), None)
    if a is not None and b is not None:
        one, other = _with_its_measure(pairing.left, a), _with_its_measure(pairing.right, b)
        words = f"“{pairing.left.text[slice(*one)]}” and “{pairing.right.text[slice(*other)]}” measure unlike things"
        yield pairing.contrast(ContrastKind.NUMBER, one, other, words, contrary=False)


def _with_its_bound(features: Features, one: Amount) -> Span:
    """The place of an amount with what tells that it is the least or the most ("no more than 4 billion")."""
    return features.span(one.first - bound_before(features.forms, one.first), one.last)


def _with_its_measure(features: Features, one: Amount) -> Span:
    """The place of an amount with what tells it from the same number of another measure or sign."""
    forms = features.forms
    first = money_before(forms, one.first)
    first -= one.low < 0 and first > 0 and forms[first - 1] == "-"
    return features.span(first, one.last + measured_in(forms, one))


def _is_left_out(features: Features, amount: Amount) -> bool:
    """ "All but two of the 20": does the number tell how many not?"""
    before = features.forms[max(0, amount.first - 2) : amount.first]
    return before[-1:] in _BUT and before[0] in _WHOLE


_BUT = (("but",), ("except",))
_WHOLE = frozenset(["all", "everyone", "everybody", "every"])


def _says_else(pairing: Pairing) -> bool:
    """Has either a word that the other has not?"""
    return bool(pairing.alignment.left_over or pairing.alignment.right_over or "place" in pairing.grounds)


def _is_label(features: Features, amount: Amount) -> bool:
    """ "Article 5", "Resolution 1441": does the number tell which one of several it is?"""
    before = features.forms[amount.first - 1] if amount.first else ""
    return before in _NUMBERED


_KINDS = """article section paragraph chapter clause annex protocol resolution directive flight room gate page
bus line route highway channel"""
_NUMBERED = frozenset(_KINDS.split())


def _by_or_to(pairing: Pairing) -> Iterable[Contrast]:
    """ "fell by 2 metres" beside "fell to 2 metres": one amount on both sides, how much it changed and to what."""
    left, right = _ways(pairing.left), _ways(pairing.right)
    if not left or not right:
        return
    for a, mine in zip(pairing.left.amounts, left, strict=True):
        b, yours = next((one for one in zip(pairing.right.amounts, right, strict=True) if same(a, one[0])), (None, 0))
        if b is None or not mine or not yours:
            continue
        if {pairing.left.forms[mine - 1], pairing.right.forms[yours - 1]} == _BY_AND_TO:
            spans = pairing.left.span(mine - 1, a.last), pairing.right.span(yours - 1, b.last)
            words = f"“{pairing.left.text[slice(*spans[0])]}” and “{pairing.right.text[slice(*spans[1])]}” differ"
            yield pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=False)


@kept
def _ways(features: Features) -> Sequence[int]:
    """The token that each amount begins with where "by" or "to" stands before it, else 0; none where none has one."""
    begins = [begins_at(features.forms, one.first) for one in features.amounts]
    found = [begin if begin and features.forms[begin - 1] in _BY_AND_TO else 0 for begin in begins]
    return found if any(found) else ()


def _results_turned(pairing: Pairing) -> Iterable[Contrast]:
    """ "ruled 5-4" beside "ruled 4-5": two results, unless who won is told from the other end ("lost 4-5")."""
    mine = _results(pairing.left)
    if not mine or "antonym" in pairing.grounds:
        return
    yours = {(one.low, other.low): (one, other) for one, other in _results(pairing.right)}
    for one, other in mine:
        turned = yours.get((other.low, one.low))
        if turned is not None and one.low != other.low:
            spans = pairing.left.span(one.first, other.last), pairing.right.span(turned[0].first, turned[1].last)
            words = (
                f"“{pairing.left.text[slice(*spans[0])]}” and “{pairing.right.text[slice(*spans[1])]}” cannot both be"
            )
            yield pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=True)


@kept
def _results(features: Features) -> list[tuple[Amount, Amount]]:
    """Neighbouring numbers with a hyphen or "to" between them, of which neither counts anything by itself."""
    return [
        (one, other)
        for one, other in pairwise(features.amounts)
        if not one.unit and features.forms[one.last : other.first] in _JOINTS
    ]


_TWO = 2
_JOINTS = (("-",), ("to",))
_BY_AND_TO = frozenset(["by", "to"])
