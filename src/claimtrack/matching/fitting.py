"""Do the arrays of a stored index fit together? Asked before any of them is used; linear, nothing is sorted."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray


def misfit(arrays: Mapping[str, NDArray[Any]]) -> str:
    """The name of the first array that does not fit the others; "" where all do."""
    return next(_misfits(arrays), "")


def _misfits(arrays: Mapping[str, NDArray[Any]]) -> Iterator[str]:
    df = arrays["document frequencies"]
    words, word_starts = arrays["words"], arrays["word starts"]
    texts, text_starts = arrays["texts"], arrays["text starts"]
    how_many_words, how_many_texts = len(df), len(word_starts) - 1
    for pieces, starts, allowed in (
        ("words", "word starts", (how_many_texts + 1,)),
        ("vocabulary", "vocabulary starts", (how_many_words + 1,)),
        ("texts", "text starts", (how_many_words + 1,)),
        ("ids", "id starts", (1, how_many_texts + 1)),
    ):
        if len(arrays[starts]) not in allowed or not _covers(arrays[starts], len(arrays[pieces])):
            yield starts
    if not _are_texts(arrays["ids"], arrays["id starts"]):
        yield "ids"
    if not (_within(words, how_many_words) and _ascends(words, word_starts)):
        yield "words"
    if not np.array_equal(np.bincount(words, minlength=how_many_words), df):
        yield "document frequencies"
    if not np.array_equal(np.diff(text_starts), df):
        yield "text starts"
    if not (_within(texts, how_many_texts) and _ascends(texts, text_starts)):
        yield "texts"
    if not np.array_equal(np.bincount(texts, minlength=how_many_texts), np.diff(word_starts)):
        yield "texts"


def _covers(starts: NDArray[Any], length: int) -> bool:
    """Do ranges one after the other cover all of an array?"""
    return bool(len(starts) and starts[0] == 0 and starts[-1] == length and np.all(starts[1:] >= starts[:-1]))


def _within(numbers: NDArray[Any], below: int) -> bool:
    return not len(numbers) or bool(numbers.min() >= 0 and numbers.max() < below)


def _ascends(numbers: NDArray[Any], starts: NDArray[Any]) -> bool:
    """Does every range hold each number once, the least first?"""
    ascends = numbers[1:] > numbers[:-1]
    borders = starts[(starts > 0) & (starts < len(numbers))]
    ascends[borders - 1] = True
    return bool(ascends.all())


def _are_texts(blob: NDArray[Any], starts: NDArray[Any]) -> bool:
    """Is every piece UTF-8 by itself? Where the whole is, a piece is that begins with no byte that goes on."""
    try:
        blob.tobytes().decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    inside = starts[starts < len(blob)]
    return not bool(np.any(blob[inside] & 0xC0 == 0x80))
