"""Four letters in a row of each word: what words have in common that are inflected, spelled or put together unlike."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread

_LETTERS = 4


class Letters(NamedTuple):
    """The runs of letters of some words, as numbers."""

    numbers: dict[str, int]
    """Each run's number."""
    runs: NDArray[np.int32]
    """The runs of one word after the other."""
    starts: NDArray[np.int64]
    """Word w has runs[starts[w]:starts[w + 1]]."""

    def of(self, words: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The runs of some words, one word after the other, and for each run which of the words it is of."""
        first = self.starts[words]
        places, which = spread(first, self.starts[words + 1] - first)
        return self.runs[places], which

    def known(self, words: Iterable[str]) -> NDArray[np.int64]:
        """The distinct runs of any words that have a number, ascending."""
        found = {self.numbers.get(run, -1) for word in words for run in runs_of(word)}
        return np.array(sorted(found - {-1}), np.int64)


def letters_of(words: Iterable[str]) -> Letters:
    """Number the runs of some words."""
    numbers: dict[str, int] = {}
    runs = [[numbers.setdefault(run, len(numbers)) for run in runs_of(word)] for word in words]
    starts = np.zeros(len(runs) + 1, np.int64)
    np.cumsum([len(one) for one in runs], out=starts[1:])
    return Letters(numbers, np.fromiter((run for one in runs for run in one), np.int32, int(starts[-1])), starts)


def runs_of(word: str) -> list[str]:
    """Every four letters in a row of a word, a space at both ends counted; a short word is one run."""
    ended = f" {word} "
    return [ended[at : at + _LETTERS] for at in range(max(1, len(ended) - _LETTERS + 1))]
