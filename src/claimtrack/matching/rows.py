"""Rows: the distinct words of each text, as numbers."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, stable_order
from claimtrack.matching.tokens import Tokens

_BLOCK = 1 << 16
"""Texts ordered at once: so many that the number of one within its block is a digit of 16 bits."""


class Rows(NamedTuple):
    """The distinct words of some texts, one text after the other."""

    words: NDArray[np.int32]
    """Word numbers, each once per text and ascending within a text."""
    starts: NDArray[np.int64]
    """Text i has words[starts[i]:starts[i + 1]]; one longer than there are texts."""


def rows_of(tokens: Tokens, vocabulary_size: int) -> Rows:
    """The distinct words of each text, ascending; linear in the number of words."""
    ends = np.cumsum(tokens.lengths, dtype=np.int64)
    parts, counts = [], []
    for first in range(0, len(ends), _BLOCK):
        lengths = tokens.lengths[first : first + _BLOCK]
        begin = int(ends[first] - tokens.lengths[first])
        words, count = _distinct(tokens.words[begin : int(ends[first + len(lengths) - 1])], lengths, vocabulary_size)
        parts.append(words)
        counts.append(count)
    starts = np.zeros(len(ends) + 1, np.int64)
    if counts:
        np.cumsum(np.concatenate(counts), out=starts[1:])
    return Rows(np.concatenate(parts) if parts else np.empty(0, np.int32), starts)


def taken(rows: Rows, which: NDArray[np.int64]) -> Rows:
    """Some of the texts, in the order asked for."""
    first = rows.starts[which]
    count = rows.starts[which + 1] - first
    starts = np.zeros(len(which) + 1, np.int64)
    np.cumsum(count, out=starts[1:])
    return Rows(rows.words[spread(first, count)[0]], starts)


def together(first: Rows, then: Rows) -> Rows:
    """Two sequences of texts, one after the other."""
    starts = np.concatenate([first.starts, then.starts[1:] + first.starts[-1]])
    return Rows(np.concatenate([first.words, then.words]), starts)


def _distinct(
    words: NDArray[np.int32], lengths: NDArray[np.int64], vocabulary_size: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The words of one block, ordered by text and word, each once; and how many each text has."""
    texts = np.repeat(np.arange(len(lengths), dtype=np.uint16), lengths)
    order = stable_order(words, vocabulary_size)
    order = order[np.argsort(texts[order], kind="stable")]
    # sorting by text last leaves `texts` as it was: the words are in text order already
    words = words[order]
    first = np.ones(len(words), bool)
    np.logical_or(words[1:] != words[:-1], texts[1:] != texts[:-1], out=first[1:])
    return words[first], np.bincount(texts[first], minlength=len(lengths)).astype(np.int64)
