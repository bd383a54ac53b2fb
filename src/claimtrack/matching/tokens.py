"""Words of many texts at once, as numbers: what `folded_words` gives, one translate and one split per chunk."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.text.words import folded_words

_CHUNK = 20_000  # texts
_END = b"\x01"
_COMPOSES_WITH_ASCII = "\u0338"  # the one mark that joins an ASCII separator: "=" + U+0338 is one character


def _byte_table() -> bytes:
    table = bytearray(range(256))
    for code in range(128):
        letter = chr(code)
        table[code] = ord(letter.lower()) if letter.isalnum() else ord(" ")
    table[ord("\n")] = _END[0]
    return bytes(table)


_TABLE = _byte_table()


class Tokens(NamedTuple):
    """The words of some texts as numbers, one text after the other, and how many each text has."""

    words: NDArray[np.int32]
    lengths: NDArray[np.int64]


class Vocabulary:
    """Each word's number, in order of first sight; it grows as texts are read."""

    def __init__(self, words: Iterable[bytes] = ()) -> None:
        self._numbers: dict[bytes, int] = {word: number for number, word in enumerate(words)}

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[bytes]:
        """The words as UTF-8, in the order of their numbers."""
        return iter(self._numbers)

    def tokens(self, texts: Iterable[str]) -> Tokens:
        """The words of the texts; words not met before get the next numbers."""
        parts = [self._chunk(chunk) for chunk in _chunks(texts)]
        if not parts:
            return Tokens(np.empty(0, np.int32), np.empty(0, np.int64))
        return Tokens(np.concatenate([part.words for part in parts]), np.concatenate([part.lengths for part in parts]))

    def known(self, text: str) -> tuple[NDArray[np.int32], list[str]]:
        """The numbers of the words of one text, and those of its words that have none; nothing is learned."""
        words = folded_words(text)
        numbers = [self._numbers.get(word.encode("utf-8")) for word in words]
        unknown = [word for word, number in zip(words, numbers, strict=True) if number is None]
        return np.array([number for number in numbers if number is not None], np.int32), unknown

    def _chunk(self, texts: list[str]) -> Tokens:
        pieces = _pieces(texts)
        several: dict[bytes, list[int]] = {}
        try:
            self._learn(dict.fromkeys(pieces), several)
            numbers = np.fromiter(map(self._numbers.__getitem__, pieces), np.int32, len(pieces))
        finally:  # an interrupt too must leave nothing but words
            for piece in [_END, *several]:
                self._numbers.pop(piece, None)
        ends = np.flatnonzero(numbers == -1)
        if not several:
            return Tokens(numbers[numbers != -1], np.diff(ends, prepend=-1) - 1)
        return _unfold(numbers, ends, list(several.values()))

    def _learn(self, pieces: dict[bytes, None], several: dict[bytes, list[int]]) -> None:
        """Number the new pieces; those that are not exactly one word in its folded form go to `several` as well.

        Those stay for this chunk only. The end of a text is numbered -1, the k-th piece that stands for other words
        -2 - k.
        """
        numbers = self._numbers
        for piece in pieces:
            if piece in numbers or piece == _END:
                continue
            if piece.isascii():
                numbers[piece] = len(numbers) - len(several)
                continue
            words = [word.encode("utf-8") for word in folded_words(piece.decode("utf-8", "surrogatepass"))]
            for word in words:
                if word not in numbers:
                    numbers[word] = len(numbers) - len(several)
            if words != [piece]:
                several[piece] = [numbers[word] for word in words]
                numbers[piece] = -1 - len(several)
        numbers[_END] = -1


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    source = iter(texts)
    while chunk := list(islice(source, _CHUNK)):
        yield chunk


def _pieces(texts: list[str]) -> list[bytes]:
    """Runs without an ASCII separator, ASCII letters in lower case, an end mark after each text.

    Folding works piece by piece: no character that folding joins stands on both sides of an ASCII
    separator, save the mark that strikes through "<", "=" and ">"; texts with it are folded first.
    """
    whole = " \n ".join(texts)
    if whole.count("\n") != len(texts) - 1:
        texts = [text.replace("\n", " ") for text in texts]
        whole = " \n ".join(texts)
    if not whole.isascii() and _COMPOSES_WITH_ASCII in whole:
        whole = " \n ".join(" ".join(folded_words(text)) if _COMPOSES_WITH_ASCII in text else text for text in texts)
    return (whole + " \n").encode("utf-8", "surrogatepass").translate(_TABLE).split()


def _unfold(numbers: NDArray[np.int32], ends: NDArray[np.intp], several: list[list[int]]) -> Tokens:
    """Put the words in place of the pieces that stand for none or several."""
    sizes = np.array([len(words) for words in several], np.int64)
    spread = np.array([word for words in several for word in words], np.int32)
    starts = np.cumsum(sizes) - sizes
    folded = numbers < -1
    which = -2 - numbers[folded].astype(np.int64)
    repeats = np.ones(len(numbers), np.int64)
    repeats[folded] = sizes[which]
    repeats[ends] = 0
    before = np.cumsum(repeats) - repeats
    words = np.repeat(numbers, repeats)
    inside = words < -1
    offset = np.arange(len(words)) - np.repeat(before, repeats)
    words[inside] = spread[starts[-2 - words[inside]] + offset[inside]]
    return Tokens(words, np.diff(before[ends], prepend=0))
