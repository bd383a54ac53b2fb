"""What comparing sees of a wording: its words with stems and weights, numbers, dates, denials, certainty, scope."""

from typing import NamedTuple

from attrs import frozen

from claimtrack.evidence import Span
from claimtrack.text.cues import (
    Certainty,
    Quantity,
    attribution_ends,
    certainty_of,
    governed,
    negators_of,
    quantities_of,
)
from claimtrack.text.dates import Period, periods_of
from claimtrack.text.fold import fold
from claimtrack.text.lexicon import Lexicon, LookUp, shipped_lexicon
from claimtrack.text.numbers import Amount, amounts_of
from claimtrack.text.stems import stem
from claimtrack.text.tokens import Tokens, tokens_of
from claimtrack.when import When

_MARKS = frozenset(".,;:!?()/+-")


class Word(NamedTuple):
    """A content word: its folded form, the key that stands for its inflections or aliases, and its place."""

    form: str
    key: str
    span: Span
    token: int


@frozen(kw_only=True)
class Features:
    """One wording, taken apart once; tokens are numbered in the order of the text."""

    text: str
    folded: str
    words: tuple[Word, ...]
    """The words that carry content, in order; all words where none does."""
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    denied: frozenset[int]
    """Tokens of content words that an odd number of negators govern."""
    negators: tuple[int, ...]
    certainty: Certainty
    certainty_at: int | None
    quantities: tuple[Quantity, ...]
    spans: tuple[Span, ...]
    """Of every token, its place in the text."""
    look_up: LookUp

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the tokens from `first` up to, not including, `last`."""
        return self.spans[first][0], self.spans[last - 1][1]


def features_of(text: str, *, said: When | None = None, lexicon: Lexicon | None = None) -> Features:
    """Take a wording apart; `said` is the day against which "next week" and dates without a year are read.

    Linear in the length of the text. An attribution at its beginning ("she said that …") is set aside.
    """
    look_up = (lexicon or shipped_lexicon()).look_up
    tokens = _phrased(tokens_of(text), look_up)
    tokens = _after(tokens, attribution_ends(tokens.forms, look_up))
    periods = periods_of(tokens, said)
    dated = frozenset(at for period in periods for at in range(period.start, period.end))
    amounts = amounts_of(tokens, dated)
    counted = frozenset(at for amount in amounts for at in range(amount.first, amount.last))
    negators = negators_of(tokens.forms, look_up)
    words = _words(tokens, look_up, dated | counted)
    certainty, certainty_at = certainty_of(tokens.forms, look_up)
    return Features(
        text=text,
        folded=fold(text).rstrip(".!?"),
        words=words,
        amounts=amounts,
        periods=periods,
        denied=_denied(tokens.forms, negators, words),
        negators=negators,
        certainty=certainty,
        certainty_at=certainty_at,
        quantities=quantities_of(tokens.forms, look_up),
        spans=tuple(zip(tokens.starts, tokens.ends, strict=True)),
        look_up=look_up,
    )


def _phrased(tokens: Tokens, look_up: LookUp) -> Tokens:
    """Tokens with known phrases made one: its key stands for its words."""
    forms, starts, ends = [], [], []
    at = 0
    while at < len(tokens.forms):
        size, key = 1, tokens.forms[at]
        for parts, stands_for in look_up.phrases.get(tokens.forms[at], ()):
            if tuple(tokens.forms[at : at + len(parts)]) == parts:
                size, key = len(parts), stands_for
                break
        forms.append(key)
        starts.append(tokens.starts[at])
        ends.append(tokens.ends[at + size - 1])
        at += size
    return Tokens(forms, starts, ends)


def _after(tokens: Tokens, at: int) -> Tokens:
    if at >= len(tokens.forms):
        return tokens
    return Tokens(tokens.forms[at:], tokens.starts[at:], tokens.ends[at:])


def _words(tokens: Tokens, look_up: LookUp, taken: frozenset[int]) -> tuple[Word, ...]:
    function, negators = look_up.cues["function"], look_up.cues["negators"]
    every = [
        Word(form, form if "_" in form else stem(form), (tokens.starts[at], tokens.ends[at]), at)
        for at, form in enumerate(tokens.forms)
        if form not in _MARKS and at not in taken
    ]
    content = tuple(word for word in every if word.form not in function and word.form not in negators)
    return content or tuple(every)


def _denied(forms: list[str], negators: tuple[int, ...], words: tuple[Word, ...]) -> frozenset[int]:
    content = frozenset(word.token for word in words)
    denied: set[int] = set()
    for at in negators:
        target = governed(at, forms, content, frozenset(negators))
        if target is not None:
            denied ^= {target}
    return frozenset(denied)
