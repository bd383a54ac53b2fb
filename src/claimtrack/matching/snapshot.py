"""A snapshot: texts with postings, and their masses as they were weighed; bounds tell how far those are out of date."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, totals
from claimtrack.matching.masses import masses
from claimtrack.matching.postings import Postings, postings_of
from claimtrack.matching.rows import Rows

_RARE = 1 << 12
"""Words in at most so many texts are kept up to date in the masses of those texts; the others move little."""


class Drift(NamedTuple):
    """The bounds of a text's mass now, as factors of the mass that it was weighed with."""

    low: float
    high: float


EXACT = Drift(1.0, 1.0)


class Snapshot:
    """Texts with postings, and the mass of each text under the document frequencies of one moment."""

    def __init__(self, rows: Rows, postings: Postings, df: NDArray[np.int64]) -> None:
        self.rows = rows
        self.postings = postings
        self.texts = len(rows.starts) - 1
        self.words = len(postings.starts) - 1
        self._df = df[: self.words].copy()
        self._word_mass = masses(self._df, self.texts)
        self._built_mass = self._word_mass.copy()
        self.mass = totals(self._word_mass[rows.words], rows.starts)
        self.drift = EXACT
        self._lightest = np.argsort(self.mass, kind="stable")
        self._built = self.mass[self._lightest]
        self._since_built = 1.0

    @classmethod
    def of(cls, rows: Rows, df: NDArray[np.int64]) -> "Snapshot":
        """The snapshot of these texts, in which word w stands in df[w] of them."""
        return cls(rows, postings_of(rows, len(df)), df)

    def keep_up(self, touched: NDArray[np.int32], df: NDArray[np.int64], word_mass: NDArray[np.float64]) -> None:
        """Take in what texts added elsewhere have changed.

        `touched`: their distinct words; `df` and `word_mass`: of all words as they are now. The texts of a rare word
        get its new document frequency at once. What is left is how the masses of words have moved: a text's mass is a
        sum of them, so it has moved by a factor between the least and the greatest of theirs.
        """
        touched = touched[touched < self.words]
        stale = touched[df[touched] != self._df[touched]]
        first = self.postings.starts[stale]
        count = self.postings.starts[stale + 1] - first
        rare = count <= _RARE
        stale, first, count = stale[rare], first[rare], count[rare]
        weighed = masses(df[stale], self.texts)
        places, which = spread(first, count)
        np.add.at(self.mass, self.postings.texts[places], (weighed - self._word_mass[stale])[which])
        self._df[stale] = df[stale]
        self._word_mass[stale] = weighed
        moved = word_mass[: self.words] / self._word_mass
        self.drift = Drift(float(moved.min(initial=1.0)), float(moved.max(initial=1.0)))
        self._since_built = float((word_mass[: self.words] / self._built_mass).min(initial=1.0))

    def up_to(self, mass: float) -> int:
        """How many of the lightest texts there are among which are all whose mass now may be up to `mass`."""
        return int(np.searchsorted(self._built, mass / self._since_built, side="right"))

    def lightest(self, count: int) -> NDArray[np.int64]:
        """So many texts, the lightest when the snapshot was made."""
        return self._lightest[:count]
