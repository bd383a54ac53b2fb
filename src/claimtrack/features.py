"""What comparing sees of a wording: its words with stems and weights, numbers, dates, denials, certainty, scope."""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attrs import frozen

from claimtrack.evidence import Span
from claimtrack.text.cues import (
    Certainty,
    Denial,
    Quantity,
    attribution_ends,
    certainty_of,
    denial_of,
    negators_of,
    quantities_of,
)
from claimtrack.text.dates import Period, periods_of
from claimtrack.text.forms import DATE, FUNCTION, MARK, NEGATOR, NUMBER, QUANTITY, QUIET, Form, form_of
from claimtrack.text.lexicon import Lexicon, LookUp, shipped_lexicon
from claimtrack.text.numbers import Amount, amounts_of, bound_before
from claimtrack.text.tokens import Tokens, tokens_of
from claimtrack.when import When


class Word(NamedTuple):
    """A content word: its folded form, the key that stands for its inflections or aliases, and its place."""

    form: str
    key: str
    span: Span
    token: int
    weight: float
    hooks: frozenset[str]
    number: int


@frozen(kw_only=True, eq=False)
class Features:
    """One wording, taken apart once; tokens are numbered in the order of the text."""

    text: str
    plain: str
    """The folded words alone, a space between two: case, marks and spaces are gone."""
    words: tuple[Word, ...]
    """The words that carry content, in order; all words where none does."""
    places: Mapping[str, Sequence[int]]
    """Key → the indexes in `words` where it stands."""
    weights: tuple[float, ...]
    weight: float
    """The sum of the weights."""
    stems: list[int]
    """The number of the key of every token that is no mark, in order."""
    sorted_stems: list[int]
    twos: frozenset[int]
    """Neighbouring stems, with the ends of the text, two numbers joined in one."""
    letters: int
    """Every three letters in a row of its words, a bit for each."""
    numbers: list[int]
    """The numbers of the keys of the content words."""
    neighbours: frozenset[int]
    """Neighbouring content words."""
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    figures: frozenset[object]
    """What is said in numbers and dates."""
    negators: tuple[int, ...]
    """Tokens that deny."""
    denials: tuple[Denial, ...]
    """What each negator that denies something denies."""
    certainty: Certainty
    certainty_at: int | None
    quantities: tuple[Quantity, ...]
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    """Of every token, its place in the text."""
    look_up: LookUp

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the tokens from `first` up to, not including, `last`."""
        return self.spans[first][0], self.spans[last - 1][1]

    def denies(self, at: int) -> bool:
        """Do an odd number of denials hold of the content word of this index?"""
        return sum([at in denial.of for denial in self.denials]) % 2 == 1


_JOIN = 1 << 24
_MOST_DENIALS = 12
"""Denials of one text whose scope is looked at; bounds the worst case."""
_NO_TOKENS: frozenset[int] = frozenset()


def features_of(text: str, *, said: When | None = None, lexicon: Lexicon | None = None) -> Features:
    """Take a wording apart; `said` is the day against which "next week" and dates without a year are read.

    Linear in the length of the text. An attribution at its beginning ("she said that …") is set aside.
    """
    look_up = (lexicon or shipped_lexicon()).look_up
    tokens = _phrased(tokens_of(text), look_up)
    known = _known(tokens.forms, look_up)
    begin = attribution_ends(tokens.forms, known, look_up)
    if 0 < begin < len(known):
        tokens = Tokens(tokens.forms[begin:], tokens.starts[begin:], tokens.ends[begin:])
        known = known[begin:]
    forms = tokens.forms
    kinds = 0
    for one in known:
        kinds |= one[2]
    periods = periods_of(tokens, said, _where(known, DATE)) if kinds & DATE else ()
    taken = frozenset(at for one in periods for at in range(one.start, one.end)) if periods else _NO_TOKENS
    amounts = amounts_of(tokens, taken, _where(known, NUMBER)) if kinds & NUMBER else ()
    if amounts:
        taken |= frozenset(at for one in amounts for at in range(one.first - bound_before(forms, one.first), one.last))
    negators = negators_of(forms, known) if kinds & (NEGATOR | QUIET) else ()
    spans = tuple(zip(tokens.starts, tokens.ends, strict=True))
    words = _words(forms, known, spans, taken)
    certainty, certainty_at = certainty_of(forms, known, taken)
    if kinds & MARK:
        spoken = [form for form, one in zip(forms, known, strict=True) if not one[2] & MARK]
        uttered = [one for one in known if not one[2] & MARK]
    else:
        spoken, uttered = forms, known
    stems = [one[1] for one in uttered]
    letters = 0
    for one in uttered:
        letters |= one[6]
    twos = [a * _JOIN + b for a, b in zip([0, *stems], [*stems, 0], strict=True)]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.key, []).append(at)
    numbers = [word[6] for word in words]
    weights = tuple([word.weight for word in words])
    return Features(
        text=text,
        plain=" ".join(spoken),
        words=words,
        places=places,
        weights=weights,
        weight=sum(weights),
        stems=stems,
        sorted_stems=sorted(stems),
        twos=frozenset(twos),
        letters=letters,
        numbers=numbers,
        neighbours=frozenset([a * _JOIN + b for a, b in itertools.pairwise(numbers)]),
        amounts=amounts,
        periods=periods,
        figures=frozenset((one.low, one.high) for one in amounts) | frozenset((p.first, p.last) for p in periods),
        negators=negators,
        denials=_denials(forms, negators, words) if negators else (),
        certainty=certainty,
        certainty_at=certainty_at,
        quantities=quantities_of(forms, known, look_up, taken) if kinds & QUANTITY else (),
        forms=tuple(forms),
        spans=spans,
        look_up=look_up,
    )


def _where(known: list[Form], kind: int) -> list[int]:
    return [at for at, one in enumerate(known) if one[2] & kind]


def _known(forms: list[str], look_up: LookUp) -> list[Form]:
    learned = look_up.forms
    return [learned.get(form) or form_of(form, look_up) for form in forms]


def _phrased(tokens: Tokens, look_up: LookUp) -> Tokens:
    """Tokens with known phrases made one: its key stands for its words."""
    if look_up.phrases.keys().isdisjoint(tokens.forms):
        return tokens
    phrases, given = look_up.phrases, tokens.forms
    found: list[tuple[int, int, str]] = []
    after = 0
    for at, form in enumerate(given):
        options = phrases.get(form)
        if options is not None and at >= after:
            for parts, stands_for in options:
                if given[at : at + len(parts)] == parts:
                    after = at + len(parts)
                    found.append((at, after, stands_for))
                    break
    if not found:
        return tokens
    forms, starts, ends = list(given), list(tokens.starts), list(tokens.ends)
    for begin, end, stands_for in reversed(found):
        forms[begin:end] = [stands_for]
        ends[begin:end] = [ends[end - 1]]
        del starts[begin + 1 : end]
    return Tokens(forms, starts, ends)


def _words(forms: list[str], known: list[Form], spans: tuple[Span, ...], taken: frozenset[int]) -> tuple[Word, ...]:
    content = _of_kinds(forms, known, spans, taken, MARK | FUNCTION | NEGATOR)
    return content or _of_kinds(forms, known, spans, taken, MARK)


def _of_kinds(
    forms: list[str], known: list[Form], spans: tuple[Span, ...], taken: frozenset[int], without: int
) -> tuple[Word, ...]:
    new = tuple.__new__  # half the cost of Word(…), and there are a dozen in each claim
    return tuple(
        [
            new(Word, (forms[at], one[0], spans[at], at, one[3], one[4], one[1]))
            for at, one in enumerate(known)
            if not one[2] & without and at not in taken
        ]
    )


def _denials(forms: list[str], negators: tuple[int, ...], words: tuple[Word, ...]) -> tuple[Denial, ...]:
    tokens = [word.token for word in words]
    found = (denial_of(at, forms, tokens) for at in negators[:_MOST_DENIALS])
    return tuple(denial for denial in found if denial.of)
