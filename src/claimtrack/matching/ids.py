"""Ids: what each text of an index is called; those called by their position take no room."""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


class Ids:
    """The id of each position; a text that was given none has its position as its id."""

    def __init__(self, blob: NDArray[np.uint8], starts: NDArray[np.int64]) -> None:
        self._blob = blob
        self._starts = starts
        self._given: dict[int, str] = {}

    @classmethod
    def none(cls) -> "Ids":
        """No text has an id of its own."""
        return cls(np.empty(0, np.uint8), np.zeros(1, np.int64))

    def name(self, given: Iterable[tuple[int, str]]) -> None:
        """Ids of some positions; the others keep their position."""
        self._given.update((at, text_id) for at, text_id in given if text_id != str(at))

    def __getitem__(self, at: int) -> str:
        """The id of a position."""
        if at + 1 < len(self._starts):
            return decoded(self._blob[self._starts[at] : self._starts[at + 1]])
        return self._given.get(at, str(at))

    def packed(self, texts: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
        """The ids of so many texts as bytes and where each starts; nothing where all are positions."""
        if len(self._starts) == 1 and not self._given:
            return self._blob, self._starts
        return packed(self[at].encode("utf-8", "surrogatepass") for at in range(texts))


def packed(pieces: Iterable[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Pieces of bytes in one, and where each starts; one start more than there are pieces."""
    whole = list(pieces)
    starts = np.zeros(len(whole) + 1, np.int64)
    np.cumsum([len(piece) for piece in whole], out=starts[1:])
    return np.frombuffer(b"".join(whole), np.uint8), starts


def pieces(blob: NDArray[np.uint8], starts: NDArray[np.int64]) -> list[bytes]:
    """The opposite of `packed`."""
    whole = blob.tobytes()
    return [whole[first:last] for first, last in pairwise(starts.tolist())]


def decoded(piece: NDArray[np.uint8]) -> str:
    """A piece as text."""
    return piece.tobytes().decode("utf-8", "surrogatepass")
