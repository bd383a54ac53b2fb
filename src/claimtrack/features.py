"""What comparing sees of a wording: its words with stems and weights, numbers, dates, denials, certainty, scope."""

from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
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
from claimtrack.text.numbers import Amount, amounts_of
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


@frozen(kw_only=True, eq=False)
class Features:
    """One wording, taken apart once; tokens are numbered in the order of the text."""

    text: str
    plain: str
    """The folded words alone, a space between two: case, marks and spaces are gone."""
    in_order: str
    """The same words, sorted."""
    words: tuple[Word, ...]
    """The words that carry content, in order; all words where none does."""
    keys: tuple[str, ...]
    """The keys of these words."""
    places: Mapping[str, Sequence[int]]
    """Key → the indexes in `words` where it stands."""
    weights: tuple[float, ...]
    weight: float
    """The sum of the weights."""
    stems: tuple[str, ...]
    """The key of every token that is no mark, in order."""
    stem_set: frozenset[str]
    twos: frozenset[tuple[str, str]]
    """Neighbouring stems, with the ends of the text."""
    threes: frozenset[tuple[str, str, str]]
    neighbours: frozenset[tuple[str, str]]
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
    kinds = reduce(or_, (one.kinds for one in known), 0)
    periods = periods_of(tokens, said) if kinds & DATE else ()
    taken = frozenset(at for one in periods for at in range(one.start, one.end)) if periods else _NO_TOKENS
    amounts = amounts_of(tokens, taken) if kinds & NUMBER else ()
    if amounts:
        taken |= frozenset(at for one in amounts for at in range(one.first, one.last))
    negators = negators_of(forms, known) if kinds & (NEGATOR | QUIET) else ()
    spans = tuple(zip(tokens.starts, tokens.ends, strict=True))
    words = _words(forms, known, spans, taken)
    certainty, certainty_at = certainty_of(known)
    spoken = [form for form, one in zip(forms, known, strict=True) if not one.kinds & MARK]
    stems = tuple(one.key for one in known if not one.kinds & MARK)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.key, []).append(at)
    keys = tuple([word.key for word in words])
    weights = tuple([word.weight for word in words])
    return Features(
        text=text,
        plain=" ".join(spoken),
        in_order=" ".join(sorted(spoken)),
        words=words,
        keys=keys,
        places=places,
        weights=weights,
        weight=sum(weights),
        stems=stems,
        stem_set=frozenset(stems),
        twos=frozenset(pairwise(("", *stems, ""))),
        threes=frozenset(zip(stems, stems[1:], stems[2:], strict=False)),
        neighbours=frozenset(pairwise(keys)),
        amounts=amounts,
        periods=periods,
        figures=frozenset((one.low, one.high) for one in amounts) | frozenset((p.first, p.last) for p in periods),
        negators=negators,
        denials=_denials(forms, negators, words) if negators else (),
        certainty=certainty,
        certainty_at=certainty_at,
        quantities=quantities_of(forms, known, look_up) if kinds & QUANTITY else (),
        forms=tuple(forms),
        spans=spans,
        look_up=look_up,
    )


def _known(forms: list[str], look_up: LookUp) -> list[Form]:
    learned = look_up.forms
    return [learned.get(form) or form_of(form, look_up) for form in forms]


def _phrased(tokens: Tokens, look_up: LookUp) -> Tokens:
    """Tokens with known phrases made one: its key stands for its words."""
    if look_up.phrases.keys().isdisjoint(tokens.forms):
        return tokens
    forms, starts, ends = [], [], []
    phrases, given = look_up.phrases, tokens.forms
    at = 0
    while at < len(given):
        size, key = 1, given[at]
        for parts, stands_for in phrases.get(key, ()):
            if tuple(given[at : at + len(parts)]) == parts:
                size, key = len(parts), stands_for
                break
        forms.append(key)
        starts.append(tokens.starts[at])
        ends.append(tokens.ends[at + size - 1])
        at += size
    return Tokens(forms, starts, ends)


def _words(forms: list[str], known: list[Form], spans: tuple[Span, ...], taken: frozenset[int]) -> tuple[Word, ...]:
    content = _of_kinds(forms, known, spans, taken, MARK | FUNCTION | NEGATOR)
    return content or _of_kinds(forms, known, spans, taken, MARK)


def _of_kinds(
    forms: list[str], known: list[Form], spans: tuple[Span, ...], taken: frozenset[int], without: int
) -> tuple[Word, ...]:
    return tuple(
        [
            Word(forms[at], one.key, spans[at], at, one.weight, one.hooks)
            for at, one in enumerate(known)
            if not one.kinds & without and at not in taken
        ]
    )


def _denials(forms: list[str], negators: tuple[int, ...], words: tuple[Word, ...]) -> tuple[Denial, ...]:
    tokens = [word.token for word in words]
    found = (denial_of(at, forms, tokens) for at in negators)
    return tuple(denial for denial in found if denial.of)
