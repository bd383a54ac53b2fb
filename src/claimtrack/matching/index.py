"""An index of many wordings: the likest to a text, and every two that are alike."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor

import numpy as np
import scipy.sparse as sp
from attrs import frozen
from numpy.typing import NDArray

from claimtrack.claim import Claim
from claimtrack.errors import UsageError
from claimtrack.matching.join import Pairs, join
from claimtrack.matching.tokens import Tokens, Vocabulary
from claimtrack.matching.weights import Weights, query_vector, scores, weigh


@frozen
class Hit:
    """One text that a search found: its position in the index, its id, and its score from 0 to 1."""

    position: int
    id: str
    score: float


class ClaimIndex:
    """Wordings under IDF cosine on folded words: 1.0 the same words, 0.0 none shared.

    `items`: any iterable of str or Claim; a claim keeps its id, a str has its position as id. Exact:
    a search leaves no better hit out, and `pairs` gives every pair at or above the cutoff and no other.
    """

    def __init__(self, items: Iterable[str | Claim] = ()) -> None:
        self._vocabulary = Vocabulary()
        self._ids: list[str] = []
        self._parts: list[Tokens] = []
        self._weights: Weights | None = None
        self._postings: sp.csc_matrix | None = None
        self.add(items)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, items: Iterable[str | Claim]) -> None:
        """Add wordings; the next search sees them, and weighs every word anew: as an index made of all at once."""
        added = list(_texts_with_ids(items, len(self._ids)))
        if not added:
            return
        self._parts.append(self._vocabulary.tokens(text for text, _ in added))
        self._ids.extend(item_id for _, item_id in added)
        self._weights = self._postings = None

    def search(self, text: str, limit: int = 10, cutoff: float = 0.0) -> list[Hit]:
        """The likest wordings to `text`, best first, ties by position; none that shares no word.

        At most `limit`, all with a score at or above `cutoff`. Raises UsageError for a limit below 1 or a cutoff
        outside 0 to 1.
        """
        if limit < 1:
            raise UsageError(f"a search for {limit} hits finds nothing: the limit begins at 1")
        _check_cutoff(cutoff, zero=True)
        found = self._scores(text)
        positions = np.flatnonzero((found > 0.0) & (found >= cutoff))
        if len(positions) > limit:
            least = np.partition(found[positions], len(positions) - limit)[len(positions) - limit]
            positions = positions[found[positions] >= least]
        best = positions[np.lexsort((positions, -found[positions]))][:limit]
        return [Hit(int(at), self._ids[at], float(found[at])) for at in best]

    def search_many(self, texts: Iterable[str], limit: int = 10, cutoff: float = 0.0) -> list[list[Hit]]:
        """`search` for each text, in their order."""
        return [self.search(text, limit, cutoff) for text in texts]

    def pairs(self, cutoff: float, executor: Executor | None = None) -> Pairs:
        """Every two wordings whose score is at or above `cutoff` (above 0, up to 1), in a fixed order.

        `executor`: any `concurrent.futures.Executor`; the result is the same with and without one.
        """
        _check_cutoff(cutoff, zero=False)
        return join(self._weighed().matrix, cutoff, executor)

    def _scores(self, text: str) -> NDArray[np.float64]:
        weights = self._weighed()
        words, unknown = self._vocabulary.known(text)
        columns, values = query_vector(weights, words, len(set(unknown)))
        if self._postings is None:
            self._postings = weights.matrix.tocsc()
        postings = self._postings
        slices = [slice(postings.indptr[column], postings.indptr[column + 1]) for column in columns]
        if not slices:
            return np.zeros(len(self))
        rows = np.concatenate([postings.indices[one] for one in slices])
        products = np.concatenate([postings.data[one] * value for one, value in zip(slices, values, strict=True)])
        return scores(np.bincount(rows, weights=products, minlength=len(self)).astype(np.float64))

    def _weighed(self) -> Weights:
        if self._weights is None:
            tokens = Tokens(
                np.concatenate([part.words for part in self._parts] or [np.empty(0, np.int32)]),
                np.concatenate([part.lengths for part in self._parts] or [np.empty(0, np.int64)]),
            )
            self._weights = weigh(tokens, len(self._vocabulary))
        return self._weights


def _texts_with_ids(items: Iterable[str | Claim], first: int) -> Iterator[tuple[str, str]]:
    for position, item in enumerate(items, first):
        yield (item.text, item.id) if isinstance(item, Claim) else (item, str(position))


def _check_cutoff(cutoff: float, *, zero: bool) -> None:
    if not 0.0 <= cutoff <= 1.0 or (cutoff == 0.0 and not zero):
        raise UsageError(f"a cutoff of {cutoff} is outside the scale: scores go from 0 to 1")
