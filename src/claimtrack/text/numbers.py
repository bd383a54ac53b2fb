"""Amounts in a text: what number, of what, and how exactly it was given."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack.text.cardinals import SMALL, TENS
from claimtrack.text.clock import CLOCK_WORDS, UNIT, time_at
from claimtrack.text.measures import CUT_SHORT, MEASURES, POINT, compound_at
from claimtrack.text.multitudes import MULTITUDES, multitude_at
from claimtrack.text.shares import HALVED, SHARE_WORDS, part_at, part_of_a_point, share_at
from claimtrack.text.stems import stem
from claimtrack.text.tokens import Tokens

_LARGE = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SPANS = {"decade": (10.0, "year"), "fortnight": (2.0, "week")}
"""Lengths of time with a name of their own: how many of what."""
_TIMES = {"twice": 2.0, "thrice": 3.0}
NUMBER_WORDS = frozenset(
    [*SMALL, *_LARGE, *_SPANS, *_TIMES, *SHARE_WORDS, *MULTITUDES, *CLOCK_WORDS, *HALVED, "single"]
)
"""Words that may begin a number."""
_ARTICLES = frozenset(["a", "an", "one"])
_CURRENCY = frozenset("$€£¥₽")
_CURRENCIES = {"euro": "€", "dollar": "$", "rubl": "₽", "roubl": "₽", "yen": "¥"}
"""Stems of currencies and their signs. "Pound" stays out: it may be a weight."""
_MEASURED = MEASURES.union(_CURRENCY, ["%", UNIT, POINT])
_COUNTED_SINGLY = frozenset(
    [*_LARGE, "decade", "year", "month", "week", "day", "hour", "minute", "second", "percent", "mile"]
)
"""Words after which "one" is a number, and no pronoun."""
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")
_DOLLARS = frozenset(["us", "a", "c", "nz", "hk", "s"])
"""Whose dollars, where it stands between the sign and the number."""
_FRACTION_WORDS = frozenset({"%", "percent", "per_cent"})
_GREATER = ("more", "older", "larger", "bigger", "greater", "higher", "longer", "taller", "heavier")
_LESS = ("less", "fewer", "younger", "smaller", "lower", "shorter", "lighter")
_AT_LEAST = frozenset({("at", "least"), *((word, "than") for word in _GREATER)})
_AT_MOST = frozenset({("at", "most"), ("up", "to"), *((word, "than") for word in _LESS)})
_OR_MORE, _OR_LESS = frozenset([*_GREATER, "over", "above"]), frozenset([*_LESS, "under", "below"])
"""Words behind "or" or "and" that leave the number open ("five or more years", "65 and over")."""
_ABOUT = frozenset({"about", "around", "roughly", "nearly", "almost", "some", "approximately", "circa"})
_OVER = frozenset({"over", "above", "exceeding", "no_fewer_than", "no_less_than", "not_fewer_than", "not_less_than"})
_UNDER = frozenset({"under", "below", "no_more_than", "not_more_than"})
_BOUNDS_OF_TWO, _BOUNDS = _AT_LEAST | _AT_MOST, _OVER | _UNDER | {"some"}
"""Words that belong to the amount; of those for "about" the one that elsewhere tells of how much is spoken."""
MOST_AMOUNTS = 40
"""Amounts that are read in one text; bounds the worst case."""
_NOT_COUNTED = frozenset({"and", "or", "to", "of", "in", "on", "at", "by", "for"})
_PARTS_OF = frozenset("123456789")
_INFINITY = float("inf")
_JOINTS = {"or": _OR_MORE | _OR_LESS, "and": frozenset(["over", "older", "above"])}
"""Words that join such a word to the number, and those that each may join."""
_ABOUT_SHARE = 0.1
_FEW = 4


class Amount(NamedTuple):
    """A number as an interval, the stem of what is counted ("" where nothing follows), and where it stands."""

    low: float
    high: float
    unit: str
    first: int
    """Index of its first token; `last` is one beyond its last."""
    last: int

    @property
    def told(self) -> tuple[float, float, str]:
        """What it says, however it is put; what is counted is no part of it, a measure is."""
        return self.low, self.high, self.unit if self.unit in _MEASURED else ""

    def contains(self, other: "Amount") -> bool:
        """Does this leave room for all that the other allows?"""
        return self.low <= other.low and other.high <= self.high

    def excludes(self, other: "Amount") -> bool:
        """Is there no number that both allow? "More than 500" and "fewer than 500" only touch."""
        return self.high < other.low or other.high < self.low or _touches(self, other) or _touches(other, self)


def _touches(low: Amount, high: Amount) -> bool:
    return low.high == high.low and low.low == -_INFINITY and high.high == _INFINITY


def amounts_of(tokens: Tokens, taken: frozenset[int], where: Iterable[int]) -> tuple[Amount, ...]:
    """The amounts of a text, in order; `taken` are tokens that belong to dates, `where` those that may begin one."""
    found: list[Amount] = []
    forms, after = tokens.forms, 0
    for at in where:
        if at < after or at in taken:
            continue
        amount = _read(tokens, at, taken)
        if amount is not None:
            found.append(amount)
            after = amount.last
            if len(found) == MOST_AMOUNTS:
                break
    return tuple(_with_ranges(forms, found) if len(found) > 1 else found)


def _with_ranges(forms: list[str], found: list[Amount]) -> list[Amount]:
    """The amounts, two that are the ends of a range made one: "between 40 and 60", "40 to 60 men", "40-60 men"."""
    joined: list[Amount] = []
    for one in found:
        last = joined[-1] if joined else None
        begun = _begun(forms, last, one) if last is not None else _INFINITY
        if last is not None and begun < one.low and last.unit in ("", one.unit):
            between = forms[last.last : money_before(forms, one.first)]
            opened = money_before(forms, last.first) - 1
            before = forms[opened] if opened >= 0 else ""
            scaled = begun * _LARGE.get(forms[one.last - 1], 1)  # "between $5 and $8 million"
            low = scaled if scaled < one.low else begun
            if before == "between" and between == ["and"]:
                joined[-1] = one._replace(low=low, first=opened)
                continue
            if between in (["to"], ["-"]) and one.unit and not _is_from(forms, last.first):
                joined[-1] = one._replace(low=low, first=last.first)
                continue
        joined.append(one)
    return joined


def _is_from(forms: Sequence[str], first: int) -> bool:
    """ "from about $80 to $90": is a number where something began, and not the lower end of a range?"""
    begin = begins_at(forms, first)
    return begin > 0 and forms[begin - 1] == "from"


def _begun(forms: list[str], last: Amount, one: Amount) -> float:
    """The lower end, in what the upper one is told in: "25 to 50 basis points"."""
    return last.low * _each(forms, one.last) if one.unit == POINT and not last.unit else last.low


def _read(tokens: Tokens, at: int, taken: frozenset[int]) -> Amount | None:
    """The amount that begins at a token, or is told by it and those before it."""
    time = time_at(tokens.forms, at)
    if time is not None:
        return Amount(time.hours, time.hours, UNIT, at, time.last)
    whole = None if tokens.forms[at][0].isdigit() else _whole(tokens.forms, at)
    return whole or _counted(tokens, at, taken)


def _whole(forms: list[str], at: int) -> Amount | None:
    """A share ("half of"), a length of time ("a decade"), how often ("twice") or "a single", told in words."""
    first = at - 1 if at and forms[at - 1] in _ARTICLES else at
    if forms[at] in HALVED:
        return Amount(*_bounds(forms, 50.0, at), "%", at, at + 1)
    part = part_of_a_point(forms, at)
    if part is not None:
        return _amount(forms, part[0], first, part[1])
    share = share_at(forms, at)
    if share is not None:
        return Amount(*_bounds(forms, share[0], first), "%", first, share[1])
    many = multitude_at(forms, at)
    if many is not None:
        return Amount(many.low, many.high, _counted_at(forms, many.counted), many.first, many.last)
    if forms[at] == "single" and first < at and forms[first - 1 : first] != ["not"]:
        return _amount(forms, 1.0, first, at + 1)
    if forms[at] in _TIMES:
        return Amount(*_bounds(forms, _TIMES[forms[at]], at), "time", at, at + 1)
    if forms[at] in _SPANS and first < at:
        number, unit = _SPANS[forms[at]]
        return Amount(*_bounds(forms, number, first), unit, first, at + 1)
    return None


def _counted(tokens: Tokens, at: int, taken: frozenset[int]) -> Amount | None:
    """A number and what is counted."""
    value = _number(tokens, at, taken)
    if value is None:
        return None
    (number, after), forms = value, tokens.forms
    part = part_at(forms, after)
    if part is not None:
        number, after = number + part[0], part[1]
        while after < len(forms) and forms[after] in _LARGE:
            number *= _LARGE[forms[after]]
            after += 1
    if at and forms[at - 1] == "-" and _is_negative(tokens, at):
        number = -number
    first = at
    if forms[at] in _LARGE:  # "a dozen", "half a million"
        half = at > 1 and forms[at - 2] == "half"
        number, first = number / (1 + half), at - 1 - half
    return _amount(forms, number, first, after)


def _is_negative(tokens: Tokens, at: int) -> bool:
    """Does the hyphen before a number touch it, and nothing before it?"""
    if tokens.ends[at - 1] != tokens.starts[at]:
        return False
    return at == 1 or tokens.ends[at - 2] < tokens.starts[at - 1]


def _number(tokens: Tokens, at: int, taken: frozenset[int]) -> tuple[float, int] | None:
    """The number that begins at a token, and the token after it."""
    forms = tokens.forms
    if forms[at][0].isdigit():
        return _digits(tokens, at, taken)
    if forms[at] not in SMALL and not (forms[at] in _LARGE and at and forms[at - 1] in _ARTICLES):
        return None
    if forms[at] == "one" and (at + 1 >= len(forms) or forms[at + 1] not in _COUNTED_SINGLY):
        return None
    year = _year_in_words(forms, at)
    if year is not None:
        return year
    total, part = 0.0, 0.0
    end = at
    while end < len(forms) and end not in taken:
        word = forms[end]
        if word in SMALL:
            if end > at and not _goes_on(forms, end):
                break
            part += SMALL[word]
        elif word in _LARGE:
            part = max(part, 1.0) * _LARGE[word]
            if _LARGE[word] >= _LARGE["thousand"]:
                total, part = total + part, 0.0
        elif not (word in ("-", "and") and end + 1 < len(forms) and forms[end + 1] in SMALL and _joins(forms, end)):
            break
        end += 1
    return total + part, end


def _goes_on(forms: list[str], at: int) -> bool:
    """Is a small number part of the one before it ("twenty five", "a hundred five")? Not in "two five-year deals"."""
    before = forms[at - 1]
    if before in ("-", "and"):
        return True
    return (before in _LARGE or (before in TENS and SMALL[forms[at]] < _TEN)) and not _tells_what(forms, at)


def _tells_what(forms: list[str], at: int) -> bool:
    """Does a hyphen join a number to a word that it tells something of ("five-year")?"""
    word = forms[at + 2] if forms[at + 1 : at + 2] == ["-"] and at + 2 < len(forms) else ""
    return word.isalpha() and word not in SMALL and word not in _LARGE


def _year_in_words(forms: list[str], at: int) -> tuple[float, int] | None:
    """ "nineteen eighty-four": a teen or twenty, and a number of two figures."""
    hundreds, rest = SMALL.get(forms[at], 0), SMALL.get(forms[at + 1], 0) if at + 1 < len(forms) else 0
    if not _FIRST_TEEN <= hundreds <= _TWENTY or rest < _TEN:
        return None
    last, end = at + 1, at + 2
    if forms[last] in TENS:
        ones = end + (forms[end : end + 1] == ["-"])
        if ones < len(forms) and 0 < SMALL.get(forms[ones], 0) < _TEN:
            rest, last, end = rest + SMALL[forms[ones]], ones, ones + 1
    return None if _tells_what(forms, last) else (100.0 * hundreds + rest, end)


_TEN, _FIRST_TEEN, _TWENTY = 10, 13, 20


def _joins(forms: list[str], at: int) -> bool:
    """A hyphen between tens and ones, or an "and" after a hundred."""
    before = forms[at - 1]
    return before in _LARGE if forms[at] == "and" else before in TENS


def _digits(tokens: Tokens, at: int, taken: frozenset[int]) -> tuple[float, int] | None:
    forms = tokens.forms
    form, end = forms[at], at + 1
    if form.isdecimal():
        number = float(form[:300])
        if len(form) < _FEW and end < len(forms) and forms[end].isdecimal():
            number, end = _spaced_groups(tokens, number, end)
    elif _GROUPED.fullmatch(form):
        number = float(form.replace(",", ""))
    elif found := _DECIMAL.fullmatch(form):
        number = float(found[0][:300])
    else:
        leading = _DECIMAL.match(form)
        suffix = form[leading.end() :] if leading else ""
        if leading is None or suffix not in ("m", "bn", "mn", "k", "tn"):
            return None
        scale = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}[suffix]
        return float(leading[0][:300]) * scale, end
    if forms[end : end + 1] == ["-"] and not _LARGE.keys().isdisjoint(forms[end + 1 : end + 2]):
        end += 1  # "38-million"
    while end < len(forms) and forms[end] in _LARGE and end not in taken:
        number *= _LARGE[forms[end]]
        end += 1
    return _with_a_fraction(forms, number, end)


def _with_a_fraction(forms: list[str], number: float, end: int) -> tuple[float, int]:
    """ "5 1/2": a whole number and a part of one."""
    part = forms[end : end + 3]
    if len(part) == 3 and part[1] == "/" and part[0] in _PARTS_OF and part[2] in _PARTS_OF and part[0] < part[2]:
        return number + int(part[0]) / int(part[2]), end + 3
    return number, end


def _spaced_groups(tokens: Tokens, number: float, end: int) -> tuple[float, int]:
    """ "1 000 000": groups of three digits, one space apart."""
    while (
        end < len(tokens.forms)
        and len(tokens.forms[end]) == 3
        and tokens.forms[end].isdecimal()
        and tokens.starts[end] - tokens.ends[end - 1] == 1
    ):
        number = number * 1000 + int(tokens.forms[end])
        end += 1
    return number, end


def _amount(forms: list[str], number: float, first: int, last: int) -> Amount:
    unit, begin = "", money_before(forms, first)
    low, high = _bounds(forms, number, begin)
    if low == high and last + 1 < len(forms) and _is_left_open(forms, last):
        low, high = (low, _INFINITY) if forms[last + 1] in _OR_MORE else (-_INFINITY, high)
        last += 2
    if begin < first:
        unit = forms[begin] if forms[begin] in _CURRENCY else forms[begin + 1]
    else:
        unit = _counted_at(forms, last)
        if unit == POINT:
            each = _each(forms, last)
            low, high = low * each, high * each
    return Amount(low, high, unit, first, last)


def _is_left_open(forms: list[str], last: int) -> bool:
    """ "65 and over", "five or more", but not "12 and over 100"."""
    if forms[last + 1] not in _JOINTS.get(forms[last], ()):
        return False
    ahead = forms[last + 2] if last + 2 < len(forms) else "."
    return ahead != "than" and not ahead[0].isdigit() and ahead not in SMALL


def _counted_at(forms: list[str], last: int) -> str:
    """What is counted behind a number, as a stem, a sign for currencies and percent; "" where nothing is."""
    ahead = forms[last] if last < len(forms) else "."
    if ahead in _FRACTION_WORDS or (ahead == "per" and forms[last : last + 2] == ["per", "cent"]):
        return "%"
    if (not ahead[0].isalpha() and ahead != "-") or ahead in _NOT_COUNTED:
        return ""
    compound = compound_at(forms, last)
    if compound is None and ahead == "-":
        return ""
    return _unit(ahead) if compound is None else compound.unit


def _each(forms: list[str], last: int) -> float:
    """How many percentage points one of those behind a number is."""
    compound = compound_at(forms, last)
    return 1.0 if compound is None else compound.each


def _unit(form: str) -> str:
    """The stem of what is counted; a measure that is cut short is spelled out."""
    unit = CUT_SHORT.get(form) or stem(form)
    return _CURRENCIES.get(unit, unit)


def money_before(forms: Sequence[str], first: int) -> int:
    """Where the currency of a number begins ("$", "$US", "US$"); the number itself where it has none before it."""
    if first and forms[first - 1] in _CURRENCY:
        return first - 1 - int(first > 1 and forms[first - 2] in _DOLLARS)
    if first > 1 and forms[first - 2] in _CURRENCY and forms[first - 1] in _DOLLARS:
        return first - 2
    return first


def measured_in(forms: Sequence[str], amount: Amount) -> int:
    """How many tokens behind an amount name its measure, its currency or percent."""
    ahead = forms[amount.last] if amount.last < len(forms) else ""
    if forms[amount.last - 1] in HALVED:
        return 0
    compound = compound_at(forms, amount.last) if ahead else None
    if compound is not None:
        return compound.last - amount.last - (compound.unit == POINT)  # "points" stays a word of its own
    return int(ahead in _FRACTION_WORDS or (ahead != "" and _unit(ahead) in _MEASURED))


def begins_at(forms: Sequence[str], first: int) -> int:
    """The token with which a number begins, its currency, its bound and "about" counted."""
    bound = bound_before(forms, first)
    begin = first - bound if bound else money_before(forms, first)
    return begin - 1 if begin and forms[begin - 1] in _ABOUT else begin


def bound_before(forms: Sequence[str], first: int) -> int:
    """How many tokens before a number tell its bound: two for "at least", one for "over", 0 for none."""
    begin = money_before(forms, first)
    if begin > 1 and (forms[begin - 2], forms[begin - 1]) in _BOUNDS_OF_TWO:
        return first - begin + 2
    return first - begin + 1 if begin and forms[begin - 1] in _BOUNDS else 0


def _bounds(forms: list[str], number: float, first: int) -> tuple[float, float]:
    if not first:
        return number, number
    before = forms[first - 1]
    two = (forms[first - 2], before) if first > 1 else ()
    if two in _AT_LEAST or before in _OVER:
        return number, _INFINITY
    if two in _AT_MOST or before in _UNDER:
        return -_INFINITY, number
    if before in _ABOUT:
        return number * (1 - _ABOUT_SHARE), number * (1 + _ABOUT_SHARE)
    return number, number
