"""Postings: for each word the texts it stands in (an inverted file, Zobel & Moffat 2006)."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import stable_order
from claimtrack.matching.rows import Rows


class Postings(NamedTuple):
    """The texts of each word, one word after the other."""

    texts: NDArray[np.int32]
    """Positions of texts, ascending within a word."""
    starts: NDArray[np.int64]
    """Word w stands in texts[starts[w]:starts[w + 1]]; one longer than there are words."""


def postings_of(rows: Rows, vocabulary_size: int) -> Postings:
    """The inverse of rows; linear in the number of words."""
    texts = np.repeat(np.arange(len(rows.starts) - 1, dtype=np.int32), np.diff(rows.starts))
    starts = np.zeros(vocabulary_size + 1, np.int64)
    np.cumsum(np.bincount(rows.words, minlength=vocabulary_size), out=starts[1:])
    return Postings(texts[stable_order(rows.words, vocabulary_size)], starts)
