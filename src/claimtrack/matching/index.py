"""An index of many wordings: the likest to a text, and every two that are alike."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from numbers import Integral, Real

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from claimtrack.claim import Claim
from claimtrack.errors import UsageError
from claimtrack.matching.arrays import Growing
from claimtrack.matching.ids import Ids
from claimtrack.matching.join import MAX_MEMORY, Pairs, join
from claimtrack.matching.masses import masses
from claimtrack.matching.rows import Rows, rows_of, together
from claimtrack.matching.search import Found, Query, Wanted, best, masses_of, scores_of, search
from claimtrack.matching.snapshot import Snapshot
from claimtrack.matching.storage import Stored, read_index, write_index
from claimtrack.matching.tokens import Vocabulary

_TAIL_SHARE = 32
"""A tail longer than one text in so many of the snapshot costs more in searches than building anew."""
_TAIL_LEAST = 1000


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

    The first search builds a snapshot of all texts. Texts added later stand in a tail, which each search reads
    whole; when it has outgrown the snapshot, the next search makes a new one. None of that changes a result. Several
    threads may search at once, but not while one adds, nor before one has searched since.
    """

    def __init__(self, items: Iterable[str | Claim] = ()) -> None:
        self._vocabulary = Vocabulary()
        self._ids = Ids.none()
        self._df: Growing[np.int64] = Growing(np.zeros(0, np.int64))
        self._snapshot: Snapshot | None = None
        self._tail = _Tail()
        self._current: _Current | None = None
        self.add(items)

    def __len__(self) -> int:
        return self._snapshot_texts() + len(self._tail)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self):,} wordings>"

    def add(self, items: Iterable[str | Claim]) -> None:
        """Add wordings; the next search finds them, and every score is what an index made of all at once gives.

        The cost grows with what is added, not with what is there. If `items` raises, nothing was added. Raises
        UsageError for an item that is neither a text nor a claim, and for one text where several are wanted.
        """
        added = list(_texts_with_ids(items, len(self)))
        if not added:
            return
        tokens = self._vocabulary.tokens([text for text, _ in added])
        rows = rows_of(tokens, len(self._vocabulary))
        self._df.extend(np.zeros(len(self._vocabulary) - len(self._df), np.int64))
        _count(self._df.values, rows.words)
        self._ids.name((at, text_id) for at, (_, text_id) in enumerate(added, len(self)))
        self._tail.extend(rows)
        self._current = None

    @property
    def drift(self) -> float:
        """How much wider the bounds of a score are than in a fresh snapshot: 0.0 none, 0.1 a tenth of the score.

        Texts added since the snapshot was made move the weights of words, so that a search must look at more of the
        old texts (half as many again at 0.2), and it reads every added one. Hits and scores stay exact. The index makes
        a new snapshot by itself once more than a 32nd of its size, and a thousand at least, have been added; until then
        a search costs at most about twice as much, and `rebuild` is worth while before some hundreds of searches.
        """
        if self._snapshot is None or not len(self._tail):
            return 0.0
        self._now()
        return float((self._snapshot.drift.high / self._snapshot.drift.low) ** 0.5 - 1.0)

    def rebuild(self) -> None:
        """Make a fresh snapshot of all texts: searches become as fast as they can be, and find the same."""
        self._rebuilt()

    def search(self, text: str, limit: int = 10, cutoff: float = 0.0) -> list[Hit]:
        """The likest wordings to `text`, best first, ties by position; none that shares no word.

        At most `limit`, all with a score at or above `cutoff`. Raises UsageError for a limit below 1 or a cutoff
        outside 0 to 1. Words are looked up heaviest first, and texts that cannot be among the hits are passed over
        (MaxScore, Turtle & Flood 1995); the hits are those that scoring every text gives.
        """
        return self._search(text, _wanted(limit, cutoff))

    def search_many(self, texts: Iterable[str], limit: int = 10, cutoff: float = 0.0) -> list[list[Hit]]:
        """`search` for each text, in their order."""
        _check_several(texts)
        wanted = _wanted(limit, cutoff)
        return [self._search(text, wanted) for text in texts]

    def pairs(
        self,
        cutoff: float,
        executor: Executor | None = None,
        *,
        max_memory: int = MAX_MEMORY,
        progress: Callable[[int, int], None] | None = None,
    ) -> Pairs:
        """Every two wordings whose score is at or above `cutoff` (above 0, up to 1), in a fixed order.

        `executor`: any `concurrent.futures.Executor` (threads, processes, a Dask client's `get_executor()`); the result
        is the same to the bit with and without one, also where it loses some of the work. `max_memory`: bytes that the
        join may take for its work (in an executor, each worker), beside what holds the texts and the pairs found.
        `progress`: called with the tiles done and all tiles. Raises UsageError for a cutoff or a memory that is none.
        """
        _check_cutoff(cutoff, zero=False)
        if max_memory < 1:
            raise UsageError(f"a join in {max_memory} bytes is none: max_memory begins at 1")
        mass = masses(self._df.values, len(self))
        return join(self._rows(), mass, cutoff, executor=executor, max_memory=max_memory, progress=progress)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the index to one file, which is there whole or not at all; texts added since are built in first.

        Raises IndexFileError where the file cannot be written.
        """
        snapshot = self._rebuilt()
        write_index(path, Stored(self._vocabulary, self._ids, self._df.values, snapshot.rows, snapshot.postings))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "ClaimIndex":
        """The index that `save` wrote: it finds, adds, joins and saves what the original would.

        The large arrays stay in the file and are read as they are needed; leave it in place meanwhile. Raises
        IndexFileError for what is no such file, is of another version, cut short or damaged.
        """
        stored = read_index(path)
        index = cls()
        index._vocabulary = stored.vocabulary
        index._ids = stored.ids
        index._df = Growing(stored.df)
        index._snapshot = Snapshot(stored.rows, stored.postings, stored.df)
        return index

    def _search(self, text: str, wanted: Wanted) -> list[Hit]:
        if not isinstance(text, str):
            raise UsageError(f"a text is wanted to search for: {type(text).__name__}")
        snapshot = self._snapshot
        if snapshot is None or len(self._tail) > max(_TAIL_LEAST, snapshot.texts // _TAIL_SHARE):
            snapshot = self._rebuilt()
        now = self._now()
        query = self._query(text, now)
        added = self._in_tail(query, now, wanted)
        least = float(added.scores[-1]) if len(added.scores) == wanted.limit else 0.0
        older = search(snapshot, query, now.word_mass, wanted, least)
        positions, scores = best(Found(*(np.concatenate(both) for both in zip(older, added, strict=True))), wanted)
        return [Hit(at, self._ids[at], score) for at, score in zip(positions.tolist(), scores.tolist(), strict=True)]

    def _rebuilt(self) -> Snapshot:
        """A snapshot of all texts; the one that is there where nothing was added since."""
        if self._snapshot is None or len(self._tail):
            self._snapshot = Snapshot.of(self._rows(), self._df.values)
            self._tail = _Tail()
            self._current = None
        return self._snapshot

    def _query(self, text: str, now: "_Current") -> Query:
        numbers, unknown = self._vocabulary.known(text)
        asked = np.unique(numbers)
        words = asked[asked < len(now.word_mass)]  # an addition that failed may have left further words
        strangers = len(set(unknown)) + len(asked) - len(words)
        mass = now.word_mass[words]
        order = np.argsort(-mass, kind="stable")
        whole = float(mass.sum()) + strangers * now.unseen
        return Query(words[order], mass[order], whole)

    def _in_tail(self, query: Query, now: "_Current", wanted: Wanted) -> Found:
        if not len(self._tail):
            return Found(np.empty(0, np.int64), np.empty(0))
        scores = scores_of(self._tail.rows, now.tail_mass, query, len(now.word_mass))
        return best(Found(np.arange(self._snapshot_texts(), len(self)), scores), wanted)

    def _now(self) -> "_Current":
        """The masses of words as they are now, and the snapshot aware of them."""
        if self._current is None:
            texts = len(self)
            word_mass = masses(self._df.values, texts)
            unseen = float(masses(np.zeros(1, np.int64), texts)[0])
            self._current = _Current(word_mass, unseen, masses_of(self._tail.rows, word_mass))
            if self._snapshot is not None and len(self._tail):
                self._snapshot.keep_up(self._tail.unseen_words(), self._df.values, word_mass)
        return self._current

    def _rows(self) -> Rows:
        if self._snapshot is None:
            return self._tail.rows
        return together(self._snapshot.rows, self._tail.rows) if len(self._tail) else self._snapshot.rows

    def _snapshot_texts(self) -> int:
        return self._snapshot.texts if self._snapshot is not None else 0


@frozen
class _Current:
    """Masses under the document frequencies of now."""

    word_mass: NDArray[np.float64]
    unseen: float
    tail_mass: NDArray[np.float64]


class _Tail:
    """The texts added since the snapshot was made."""

    def __init__(self) -> None:
        self._words: Growing[np.int32] = Growing(np.empty(0, np.int32))
        self._starts: Growing[np.int64] = Growing(np.zeros(1, np.int64))
        self._seen = 0

    def __len__(self) -> int:
        return len(self._starts) - 1

    @property
    def rows(self) -> Rows:
        """The texts as rows."""
        return Rows(self._words.values, self._starts.values)

    def extend(self, rows: Rows) -> None:
        """Put texts at the end."""
        self._starts.extend(rows.starts[1:] + len(self._words))
        self._words.extend(rows.words)

    def unseen_words(self) -> NDArray[np.int32]:
        """The distinct words of the texts added since this was last asked."""
        words = np.unique(self._words.values[self._seen :])
        self._seen = len(self._words)
        return words


def _texts_with_ids(items: Iterable[str | Claim], first: int) -> Iterator[tuple[str, str]]:
    _check_several(items)
    for position, item in enumerate(items, first):
        if isinstance(item, Claim):
            yield item.text, item.id
        elif isinstance(item, str):
            yield item, str(position)
        else:
            raise UsageError(f"item {position} is neither a text nor a claim: {type(item).__name__}")


def _check_several(items: object) -> None:
    """One text is a collection of letters, and never meant as such."""
    if isinstance(items, str | bytes | Claim):
        raise UsageError(f"a list of texts is wanted, or any other collection, and this is one: {type(items).__name__}")


def _count(df: NDArray[np.int64], words: NDArray[np.int32]) -> None:
    """Add each word's texts to its document frequency, touching no other word's unless there are few."""
    if len(words) > len(df) // 4:
        df += np.bincount(words, minlength=len(df))
    else:
        np.add.at(df, words, 1)


def _wanted(limit: int, cutoff: float) -> Wanted:
    if not isinstance(limit, Integral):
        raise UsageError(f"a search for {limit!r} hits is none: a whole number is wanted")
    if limit < 1:
        raise UsageError(f"a search for {limit} hits finds nothing: the limit begins at 1")
    _check_cutoff(cutoff, zero=True)
    return Wanted(int(limit), cutoff)


def _check_cutoff(cutoff: float, *, zero: bool) -> None:
    if not isinstance(cutoff, Real):
        raise UsageError(f"a cutoff of {cutoff!r} is none: a number from 0 to 1 is wanted")
    if not 0.0 <= cutoff <= 1.0 or (cutoff == 0.0 and not zero):
        raise UsageError(f"a cutoff of {cutoff} is outside the scale: scores go from 0 to 1")
