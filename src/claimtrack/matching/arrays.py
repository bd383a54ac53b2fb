"""Arrays: what indexing and joining need and numpy has no fast word for."""

from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

_DIGIT = 16
_Scalar = TypeVar("_Scalar", bound=np.generic)


def stable_order(keys: NDArray[Any], below: int) -> NDArray[np.intp]:
    """The positions that sort `keys`, equal ones in the order they have; for whole numbers from 0 to `below` - 1.

    Digits of 16 bits, the least significant first: numpy sorts those by counting, in linear time.
    """
    order = np.argsort((keys & 0xFFFF).astype(np.uint16), kind="stable")
    shift = _DIGIT
    while below > 1 << shift:
        order = order[np.argsort((keys[order] >> shift & 0xFFFF).astype(np.uint16), kind="stable")]
        shift += _DIGIT
    return order


def spread(first: NDArray[Any], count: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The ranges first[i] … first[i] + count[i] - 1 one after the other, and for each number which range it is of."""
    which = np.repeat(np.arange(len(count), dtype=np.int64), count)
    before = np.cumsum(count, dtype=np.int64) - count
    return np.arange(len(which), dtype=np.int64) + np.repeat(first - before, count), which


def totals(values: NDArray[np.float64], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """The sums of values[starts[i]:starts[i + 1]]; 0 for an empty range."""
    sums = np.zeros(len(starts) - 1)
    filled = np.flatnonzero(starts[1:] > starts[:-1])
    if len(filled):
        sums[filled] = np.add.reduceat(values, starts[filled])
    return sums


class Growing(Generic[_Scalar]):
    """An array that values are added to at its end, each at a cost that does not grow with its length."""

    def __init__(self, values: NDArray[_Scalar]) -> None:
        self._room = values
        self._length = len(values)

    def __len__(self) -> int:
        return self._length

    @property
    def values(self) -> NDArray[_Scalar]:
        """What was added so far; a view, which later additions may leave behind."""
        return self._room[: self._length]

    def extend(self, values: NDArray[_Scalar]) -> None:
        """Put `values` after the others; an empty one takes them over as they are."""
        length = self._length + len(values)
        if not self._length:
            self._room = values
        else:
            if length > len(self._room):
                room = np.empty(max(length, 2 * len(self._room)), self._room.dtype)
                room[: self._length] = self.values
                self._room = room
            self._room[self._length : length] = values
        self._length = length
