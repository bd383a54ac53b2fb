"""Another amount of the same thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import isfinite

from claimtrack.comparing.contrasts.of_two import ORDINALS
from claimtrack.comparing.contrasts.temperatures import temperatures
from claimtrack.comparing.contrasts.the_rest import the_rest
from claimtrack.comparing.pairing import Pairing
from claimtrack.evidence import Contrast, ContrastKind, Span
from claimtrack.features import Features
from claimtrack.text.clock import UNIT
from claimtrack.text.measures import IN_ONE, MEASURES, POINT
from claimtrack.text.numbers import Amount, begins_at, bound_before, measured_in, money_before
from claimtrack.text.stems import stem

_MONEY = frozenset("$€£¥₽")
_POUNDS = frozenset(["£", "pound"])
"""A sign, and a word that may be a weight: beside the sign it is money."""
_UNITS = MEASURES.union(_MONEY, ["%", UNIT, POINT])
"""Units that measure: the same number of another of them is another amount."""
_ALIKE = 0.75
"""Common ground from which amounts in measures of unlike things are told."""
_NEARLY = 0.1
_LONGEST = 40
"""Characters of an amount that are looked at for its decimals."""
_PLACES = 4
"""Decimals of a share in figures that are looked at."""


def number(pairing: Pairing) -> Iterable[Contrast]:
    """Amounts of one thing that exclude each other (12 / 40 injured: contrary) or contain one another.

    Amounts that both wordings name are set aside first; a side that names none gives no contrast. What each has alone
    may be in measures of unlike things ("took 5 hours" / "took 5 miles"): these only narrow, and so does an ordinal on
    one side alone ("the second bank" / "the bank"). A share that does it and one that does not may make up the whole.
    """
    if pairing.common_ground >= _ALIKE and (pairing.alignment.left_over or pairing.alignment.right_over):
        ranks = _ranks_apart(pairing)
        if ranks is None:
            ranks = _one_of_several(pairing)
        if ranks is not None:
            return (ranks,)
    if not pairing.left.amounts or not pairing.right.amounts:
        return ()
    told = the_rest(pairing)
    if told is None:
        told = temperatures(pairing)
    if told is not None:
        return told
    left, right = _apart(pairing.left.amounts, pairing.right.amounts)
    rates = _rates_apart(pairing)
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


def _apart(left: Sequence[Amount], right: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    """The amounts of each side without those that the other names too."""
    mine, yours = list(left), list(right)
    for a in left:
        for b in yours:
            if (a.low == b.low and a.high == b.high and a.unit == b.unit) or _same(a, b):
                mine.remove(a)
                yours.remove(b)
                break
    return mine, yours


def _same(a: Amount, b: Amount) -> bool:
    """One amount: the same number unless of another measure; or a conversion, to within a tenth (90 miles, 150 km).

    A share that no decimals tell in full is what it is rounded to ("a third", "33 percent").
    """
    if not _other_unit(a, b):
        return (a.low, a.high) == (b.low, b.high) or (a.unit == b.unit == "%" and _are_rounded_shares(a, b))
    if not _convert(a, b):
        return False
    mine, yours = _in_base(a), _in_base(b)
    return _is_near(mine[0], yours[0]) and _is_near(mine[1], yours[1])


def _are_rounded_shares(a: Amount, b: Amount) -> bool:
    return _rounds_to(a, b) or _rounds_to(b, a)


def _rounds_to(told: Amount, figure: Amount) -> bool:
    """Is a fraction (two thirds) the figure with decimals left away (66, 67, 66.7)?"""
    if told.low != told.high or figure.low != figure.high or round(told.low, _PLACES) == told.low:
        return False
    places = next((at for at in range(_PLACES) if round(figure.low, at) == figure.low), _PLACES)
    return abs(told.low - figure.low) < 10.0**-places


def _convert(a: Amount, b: Amount) -> bool:
    """Are both units of one kind, so that each can be told in the other?"""
    return a.unit in IN_ONE and b.unit in IN_ONE and IN_ONE[a.unit][0] == IN_ONE[b.unit][0]


def _in_base(one: Amount) -> tuple[float, float]:
    """Both ends in the base of what is measured."""
    size = IN_ONE[one.unit][1]
    return one.low * size, one.high * size


def _is_near(x: float, y: float) -> bool:
    return x == y or (isfinite(x) and isfinite(y) and abs(x - y) <= _NEARLY * max(abs(x), abs(y)))


def _exclude(a: Amount, b: Amount) -> bool:
    """Is there no amount that both allow? Those in two measures must lie more than a tenth apart."""
    if not _other_unit(a, b):
        return a.excludes(b)
    if not _convert(a, b):
        return a.excludes(b) or (a.low == b.low == a.high == b.high)
    mine, yours = sorted((_in_base(a), _in_base(b)))
    return mine[1] < yours[0] and not _is_near(mine[1], yours[0])


def _other_unit(a: Amount, b: Amount) -> bool:
    return a.unit != b.unit and a.unit in _UNITS and b.unit in _UNITS and not _are_pounds(a, b)


def _are_pounds(a: Amount, b: Amount) -> bool:
    """ "£20m" beside "20 million pounds"."""
    return a.unit in _POUNDS and b.unit in _POUNDS


def _kind(unit: str, beside: str) -> str:
    """What a unit measures; pounds are money beside money."""
    if unit in _POUNDS and beside in _MONEY:
        return "money"
    return IN_ONE[unit][0] if unit in IN_ONE else "money" if unit in _MONEY else unit


def _comparable(pairing: Pairing, a: Amount, b: Amount) -> bool:
    """Do both count one thing: the same unit or one of a kind, aligned words, or only one of them says what?"""
    if a.unit == b.unit or _are_pounds(a, b):
        return True
    if _other_unit(a, b):
        return _kind(a.unit, b.unit) == _kind(b.unit, a.unit)
    if not a.unit or not b.unit:
        return True
    left, right = pairing.left.tokens, pairing.right.tokens
    return any(left[i] == a.last and right[j] == b.last for i, j, _, _ in pairing.alignment.pairs)


def _contrast(pairing: Pairing, a: Amount, b: Amount) -> Contrast:
    left, right = _with_its_bound(pairing.left, a), _with_its_bound(pairing.right, b)
    contrary = _exclude(a, b)
    if (a.low, a.high) == (b.low, b.high) or -a.low == b.low == b.high:
        left, right = _with_its_measure(pairing.left, a), _with_its_measure(pairing.right, b)
    mine, yours = pairing.left.text[slice(*left)], pairing.right.text[slice(*right)]
    bounded = a.low != a.high or b.low != b.high
    contrary = contrary and (_other_unit(a, b) or bounded or not _is_rounded(mine, yours))
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
    a = next((one for one in left if one.unit in _UNITS), None)
    b = next((one for one in right if one.unit in _UNITS), None)
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
    for a in pairing.left.amounts:
        b = next((one for one in pairing.right.amounts if _same(a, one)), None)
        if b is None:
            continue
        mine, yours = begins_at(pairing.left.forms, a.first), begins_at(pairing.right.forms, b.first)
        before = {pairing.left.forms[mine - 1 : mine], pairing.right.forms[yours - 1 : yours]}
        if mine and yours and before == _BY_AND_TO:
            spans = pairing.left.span(mine - 1, a.last), pairing.right.span(yours - 1, b.last)
            words = f"“{pairing.left.text[slice(*spans[0])]}” and “{pairing.right.text[slice(*spans[1])]}” differ"
            yield pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=False)


def _results_turned(pairing: Pairing) -> Iterable[Contrast]:
    """ "ruled 5-4" beside "ruled 4-5": two results, unless who won is told from the other end ("lost 4-5")."""
    if len(pairing.left.amounts) < _TWO or "antonym" in pairing.grounds:
        return
    mine, yours = _results(pairing.left), {(one.low, other.low): (one, other) for one, other in _results(pairing.right)}
    for one, other in mine:
        turned = yours.get((other.low, one.low))
        if turned is not None and one.low != other.low:
            spans = pairing.left.span(one.first, other.last), pairing.right.span(turned[0].first, turned[1].last)
            words = (
                f"“{pairing.left.text[slice(*spans[0])]}” and “{pairing.right.text[slice(*spans[1])]}” cannot both be"
            )
            yield pairing.contrast(ContrastKind.NUMBER, *spans, words, contrary=True)


def _results(features: Features) -> list[tuple[Amount, Amount]]:
    """Neighbouring numbers with a hyphen or "to" between them, of which neither counts anything by itself."""
    return [
        (one, other)
        for one, other in pairwise(features.amounts)
        if not one.unit and features.forms[one.last : other.first] in _JOINTS
    ]


def _rates_apart(pairing: Pairing) -> tuple[Contrast, Amount, Amount] | None:
    """ "5 cars a day" beside "5 cars a week": each side tells one amount, and another time in which it is reached.

    None where the times are the same, or none is told on one side. "Up to 5 a day" leaves room for "35 a week".
    """
    left, right = pairing.left, pairing.right
    if _TIMES.keys().isdisjoint(left.forms) or _TIMES.keys().isdisjoint(right.forms):
        return None
    mine, yours = _rates(left), _rates(right)
    if len(mine) != 1 or len(yours) != 1:
        return None
    (a, one, time), (b, other, another) = mine[0], yours[0]
    if time == another or a.unit != b.unit:
        return None
    spans = left.span(begins_at(left.forms, a.first), one), right.span(begins_at(right.forms, b.first), other)
    words = f"“{left.text[slice(*spans[0])]}” and “{right.text[slice(*spans[1])]}”"
    slow, fast = sorted([_each_hour(a, time), _each_hour(b, another)])
    contrary = slow.excludes(fast) and not _is_near(slow.high, fast.low)
    told = f"{words} cannot both be" if contrary else f"{words} leave room for one another"
    return pairing.contrast(ContrastKind.NUMBER, *spans, told, contrary=contrary), a, b


def _rates(features: Features) -> list[tuple[Amount, int, str]]:
    """Each amount in a time ("5 cars a day"), the token beyond that of the time, and the time."""
    forms, found = features.forms, []
    for one in features.amounts:
        for at in range(one.last, min(one.last + _NEAR, len(forms))):
            if forms[at] in _TIMES and (forms[at] not in _NAMES_OF_TIMES or forms[at - 1] in _EVERY):
                found.append((one, at + 1, _TIMES[forms[at]]))
                break
    return found


def _each_hour(one: Amount, time: str) -> Amount:
    hours = IN_ONE[time][1]
    return one._replace(low=one.low / hours, high=one.high / hours)


def _ranks_apart(pairing: Pairing) -> Contrast | None:
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
        if other.forms[token - 1 : token] in _DEFINITE:
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


_LATER = ORDINALS - {"first"}
_DEFINITE = (("the",), ("its",), ("their",), ("his",), ("her",), ("this",), ("that",))
_MOST_OF_ALL = frozenset(["most", "least", "best", "worst"])
_SHORT = 4
"""Letters of "west", which tells no rank."""
_EVERY = frozenset(["a", "an", "per", "each", "every"])
_NAMES_OF_TIMES = frozenset(["second", "minute", "hour", "day", "week", "month", "year"])
_TIMES = {f"{every}{time}": stem(time) for time in _NAMES_OF_TIMES for every in ("", "each_", "every_")}
_TIMES |= {"hourly": stem("hour"), "daily": stem("day"), "weekly": stem("week"), "monthly": stem("month")}
_TIMES |= dict.fromkeys(["yearly", "annually", "a_year"], stem("year"))
"""What tells in which time a number is reached, behind one of those words or by itself, and the measure of it."""
_NEAR = 4
"""Tokens behind an amount among which the time stands in which it is reached."""
_TWO = 2
_JOINTS = (("-",), ("to",))
_BY_AND_TO = {("by",), ("to",)}
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


def _is_rounded(mine: str, yours: str) -> bool:
    """Is one the other with fewer decimals ("17.3" / "17", "1.06 million" / "1.1 million")?"""
    a, b = _DIGITS.search(mine[:_LONGEST]), _DIGITS.search(yours[:_LONGEST])
    if a is None or b is None or mine[a.end() :].split() != yours[b.end() :].split():
        return False
    finer, coarser = (a, b) if len(a[1] or "") > len(b[1] or "") else (b, a)
    places = len(coarser[1] or "")
    return places < len(finer[1] or "") and abs(_value(finer) - _value(coarser)) <= 0.5 * 10.0**-places


def _value(digits: re.Match[str]) -> float:
    return float(digits[0].replace(",", ""))
