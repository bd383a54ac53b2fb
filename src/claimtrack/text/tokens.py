"""Tokens: words, numbers and marks of a text with their places in the text as it was given."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import combining

from claimtrack.text.fold import MARKS, ONE_FOR_ONE, fold, unaccented
from claimtrack.text.words import is_unspaced

_SINGLE = "\ue000"
"""Stands for a character that is a word by itself while tokens are being found."""


class _Shadow(dict[int, str]):
    """A translation table that keeps lengths: combining marks look like letters, unspaced scripts like single words."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character)[0] == "M":
            self[code] = "a"
        else:
            self[code] = _SINGLE if is_unspaced(code) else character
        return self[code]


_SHADOW = _Shadow()
_TOKEN = re.compile(
    rf"(?<=\$)[a-zA-Z]{{1,2}}(?=\d)|\d+(?:[.,]\d+)+[^\W_]*|[^\W_]+(?:'[^\W_]+)*|[%$€£¥₽.,;:!?()/+\-]|{_SINGLE}"
)
"""Letters between a dollar sign and a number ("$US1.06") are a token of their own."""
_PLAIN = (
    r"[a-z][a-z0-9]*+(?:'[a-z0-9]++)*+|[0-9]++(?:[.,][0-9]++)++[a-z0-9]*+|[0-9][a-z0-9]*+(?:'[a-z0-9]++)*+"
    r"|[%$.,;:!?()/+\-]"
)
_PLAIN_TOKEN = re.compile(f"({_PLAIN})")
"""The same tokens in a text of small ASCII letters, found faster: character sets that are short lists."""
_DOLLAR_TOKEN = re.compile(rf"((?<=\$)[a-z]{{1,2}}(?=[0-9])|{_PLAIN})")
"""The same where there is a dollar sign."""


class Tokens(NamedTuple):
    """The tokens of a text, in order: folded forms, and where each starts and ends in the text as given."""

    forms: list[str]
    starts: list[int]
    ends: list[int]


def tokens_of(text: str) -> Tokens:
    """Words, numbers and the marks that part clauses; linear in the length of the text."""
    plain = text if text.isascii() else text.translate(ONE_FOR_ONE)
    if plain.isascii():
        work = plain.lower()
        if "`" in work:
            work = work.replace("`", "'")
        # what lies between, a token, what lies between, …: where each ends follows from the lengths
        pieces = (_DOLLAR_TOKEN if "$" in work else _PLAIN_TOKEN).split(work)
        bounds = list(accumulate(map(len, pieces)))
        return Tokens(pieces[1::2], bounds[:-1:2], bounds[1::2])
    return _tokens_of_unicode(text)


def _tokens_of_unicode(text: str) -> Tokens:
    work, begins, stops = _normal_form(text)
    forms, starts, ends = [], [], []
    for found in _TOKEN.finditer(work.translate(_SHADOW)):
        start, end = found.span()
        forms.append(_folded(work[start:end]))
        starts.append(begins[start])
        ends.append(stops[end - 1])
    return Tokens(forms, starts, ends)


@lru_cache(maxsize=20_000)
def _folded(piece: str) -> str:
    return unaccented(fold(piece))


def _normal_form(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text in one Unicode form, and where each of its characters begins and ends in the text as given."""
    plain = text.translate(ONE_FOR_ONE)
    if unicodedata.is_normalized("NFKC", plain) and not _MOVES.search(plain) and not any(map(combining, plain)):
        return plain, range(len(plain)), range(1, len(plain) + 1)
    return _by_clusters(text)


def _by_clusters(text: str) -> tuple[str, list[int], list[int]]:
    """The same for any text, each character with the marks that follow it by itself."""
    pieces: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    for start, end in _clusters(text):
        piece = unicodedata.normalize("NFKC", text[start:end].translate(MARKS)).translate(MARKS)
        pieces.append(piece)
        begins.extend([start] * len(piece))
        stops.extend([end] * len(piece))
    return "".join(pieces), begins, stops


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each character with the combining marks that follow it; characters that compose stay together."""
    bounds = [i for i, c in enumerate(text) if i == 0 or not (combining(c) or _is_jamo_tail(c))]
    return list(zip(bounds, [*bounds[1:], len(text)], strict=True))


def _is_jamo_tail(character: str) -> bool:
    return "\u1160" <= character <= "\u11ff"


_MOVES = re.compile("[\u1160-\u11ff" + "".join(map(chr, MARKS.keys() - ONE_FOR_ONE.keys())) + "]")
"""What goes with the character before it, or vanishes."""
