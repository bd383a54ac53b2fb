"""Wordings as vectors of an encoder that the user brings: how alike two are in meaning, and the likest of each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from claimtrack.errors import UsageError

_SCALE = 1 << 15
"""Steps of a component: products of whole numbers up to this add up exactly in floats, in whatever order."""
_STEPS = 10_000
"""Steps of a likeness."""
_BLOCK = 512
_NO_NORM = 1e-12


class Encoder(Protocol):
    """What turns texts into vectors: sentence-transformers, model2vec, or anything of this shape."""

    def encode(self, texts: list[str], /) -> Any:
        """An array with a row for each text."""


@frozen(kw_only=True, eq=False)
class Meanings:
    """The vectors of some texts, of length 1 and rounded, so that every likeness is the same on every machine."""

    rows: Mapping[str, int]
    vectors: NDArray[np.float64]
    """Whole numbers, a row for each text."""

    @classmethod
    def of(cls, texts: Sequence[str], encoder: Encoder) -> "Meanings":
        """Encode texts, each once and in sorted order; raises UsageError for what is no finite row for each text."""
        distinct = sorted(set(texts))
        try:
            given = np.asarray(encoder.encode(distinct), dtype=np.float64) if distinct else np.zeros((0, 1))
        except (TypeError, ValueError):
            raise UsageError("the encoder gave no array of numbers") from None
        if given.ndim != 2 or len(given) != len(distinct):
            raise UsageError(f"the encoder gave an array of shape {given.shape} for {len(distinct)} texts")
        if not np.isfinite(given).all():
            raise UsageError("the encoder gave a vector that is not finite")
        length = np.linalg.norm(given, axis=1, keepdims=True)
        unit = np.divide(given, length, out=np.zeros_like(given), where=length > _NO_NORM)
        return cls(rows={text: row for row, text in enumerate(distinct)}, vectors=np.rint(unit * _SCALE))

    def likeness(self, left: str, right: str) -> float:
        """The cosine of two texts, 0.0 (none, or opposed) to 1.0, to four places."""
        product = self.vectors[self.rows[left]] @ self.vectors[self.rows[right]]
        return int(_steps(product)) / _STEPS

    def likest(self, texts: Sequence[str], cutoff: float, most: int) -> Iterator[tuple[int, int]]:
        """The pairs, by position and lesser first, of each text and the `most` likest to it from a likeness on.

        Equals count as one, so that a copy takes nobody's place. Each is tried with each: quadratic in the texts, in
        memory that is linear in them.
        """
        vectors = self.vectors[[self.rows[text] for text in texts]]
        least = max(round(cutoff * _STEPS), 1)
        for start in range(0, len(texts), _BLOCK):
            block = _steps(vectors[start : start + _BLOCK] @ vectors.T)
            for row, steps in enumerate(block, start):
                steps[row] = 0
                near = np.flatnonzero(steps >= least)
                if len(near):
                    level = np.unique(steps[near])[-most:][0]
                    yield from ((min(row, at), max(row, at)) for at in near[steps[near] >= level].tolist())


def _steps(products: Any) -> Any:
    return np.clip(np.rint(products * (_STEPS / _SCALE**2)), 0, _STEPS).astype(np.int64)
