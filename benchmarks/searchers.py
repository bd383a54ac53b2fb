"""Ways to find the ten texts that are likest to one: ours, and the libraries one might take instead.

Each takes the texts, makes what it needs once, and gives a function from a text to positions, best first.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

LIMIT = 10

Search = Callable[[str], list[int]]


class Searcher(NamedTuple):
    """One way to search, the modules it needs, and a word on what it does."""

    name: str
    prepare: Callable[[Sequence[str]], Search]
    needs: tuple[str, ...]
    note: str


def claimtrack(texts: Sequence[str]) -> Search:
    from claimtrack.matching import ClaimIndex

    index = ClaimIndex(texts)
    return lambda text: [hit.position for hit in index.search(text, limit=LIMIT)]


def extract_ratio(texts: Sequence[str]) -> Search:
    from rapidfuzz import fuzz

    return _extract(texts, fuzz.ratio)


def extract_token_sort(texts: Sequence[str]) -> Search:
    from rapidfuzz import fuzz

    return _extract(texts, fuzz.token_sort_ratio)


def _extract(texts: Sequence[str], scorer: Any) -> Search:
    from rapidfuzz import process

    return lambda text: [hit[2] for hit in process.extract(text, texts, scorer=scorer, limit=LIMIT)]


def sparse_product(texts: Sequence[str]) -> Search:
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", binary=True)
    matrix = weights.fit_transform(texts)

    def search(text: str) -> list[int]:
        return _best((matrix @ weights.transform([text]).T).toarray().ravel())

    return search


def bm25s(texts: Sequence[str]) -> Search:
    import bm25s as library

    index = library.BM25()
    index.index(library.tokenize(list(texts), stopwords=None, show_progress=False), show_progress=False)

    def search(text: str) -> list[int]:
        words = library.tokenize([text], stopwords=None, show_progress=False, return_ids=False)
        found, scores = index.retrieve(words, k=LIMIT, show_progress=False, n_threads=1)
        return [int(at) for at, score in zip(found[0], scores[0], strict=True) if score > 0.0]

    return search


def rank_bm25(texts: Sequence[str]) -> Search:
    from rank_bm25 import BM25Okapi

    index = BM25Okapi([text.lower().split() for text in texts])
    return lambda text: _best(index.get_scores(text.lower().split()))


def _best(scores: Any) -> list[int]:
    best = np.argpartition(-scores, LIMIT)[:LIMIT]
    ordered: list[int] = best[np.argsort(-scores[best])].tolist()
    return [at for at in ordered if scores[at] > 0.0]


SEARCHERS = (
    Searcher("claimtrack", claimtrack, ("claimtrack",), "IDF cosine of words, exact"),
    Searcher("scipy mat-vec", sparse_product, ("scipy", "sklearn"), "word tf-idf cosine, exact"),
    Searcher("bm25s", bm25s, ("bm25s",), "BM25"),
    Searcher("rank_bm25", rank_bm25, ("rank_bm25",), "BM25"),
    Searcher("rapidfuzz ratio", extract_ratio, ("rapidfuzz",), "process.extract, ratio"),
    Searcher("rapidfuzz token_sort", extract_token_sort, ("rapidfuzz",), "process.extract, token_sort_ratio"),
)
