"""Ways to find every two texts that are alike: ours, the libraries one might take instead, and plain SQL.

Each takes the texts and gives the pairs that it found; libraries are imported inside, so that one that is not
installed stands in nobody's way. `needs` names what it imports. One thread each, where an engine has a say.
"""

import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from measuring import cpu_seconds

CUTOFF = 0.6
"""What every engine with a similarity from 0 to 1 is asked for; its meaning differs with the similarity."""
JACCARD = 0.5
TOP_N = 1_000
"""The cap of those that keep the best of each row: large enough here, yet a cap is not all pairs."""
NEAREST = 10
SAMPLE = 40
_BLOCK = 500
_TABLE_BYTES = 1 << 30

Positions = NDArray[np.int64]


class Answer(NamedTuple):
    """Pairs of positions, in any order, perhaps both ways and with themselves; None from the floor, which finds none.

    Where only some texts were asked about, `asked` holds their positions and `seconds` the CPU seconds that all
    would have taken, reckoned from those.
    """

    left: Positions | None
    right: Positions | None
    asked: Positions | None = None
    seconds: float | None = None


class Engine(NamedTuple):
    """One way to find pairs, the modules it needs, the most texts it is asked for, and a word on what it does."""

    name: str
    run: Callable[[Sequence[str]], Answer]
    needs: tuple[str, ...]
    note: str
    largest: int | None = None
    draw: bool = True


def claimtrack(texts: Sequence[str], cutoff: float = CUTOFF) -> Answer:
    from claimtrack.matching import ClaimIndex

    found = ClaimIndex(texts).pairs(cutoff)
    return Answer(found.left, found.right)


def claimtrack_low(texts: Sequence[str]) -> Answer:
    return claimtrack(texts, 0.35)


def floor(texts: Sequence[str]) -> Answer:
    from claimtrack.matching import ClaimIndex

    ClaimIndex(texts).search("talks", limit=1)
    return Answer(None, None)


def rapidfuzz_ratio(texts: Sequence[str]) -> Answer:
    from rapidfuzz import fuzz

    return _cdist(texts, fuzz.ratio)


def rapidfuzz_token_sort(texts: Sequence[str]) -> Answer:
    from rapidfuzz import fuzz

    return _cdist(texts, fuzz.token_sort_ratio)


def _cdist(texts: Sequence[str], scorer: Any) -> Answer:
    from rapidfuzz import process

    def blocks() -> Iterable[tuple[Positions, Positions]]:
        for at in range(0, len(texts), _BLOCK):  # from the diagonal on: half of the table says it all
            table = process.cdist(
                texts[at : at + _BLOCK], texts[at:], scorer=scorer, score_cutoff=CUTOFF * 100, dtype=np.uint8, workers=1
            )
            row, column = np.nonzero(table)
            above = column > row
            yield row[above] + at, column[above] + at

    return _joined(blocks())


def rapidfuzz_extract(texts: Sequence[str]) -> Answer:
    from rapidfuzz import fuzz, process

    return _asked_one_by_one(
        texts,
        lambda text: [
            hit[2]
            for hit in process.extract(
                text, texts, scorer=fuzz.ratio, limit=NEAREST + 1, score_cutoff=CUTOFF * 100, processor=None
            )
        ],
    )


def sparse_dot_topn(texts: Sequence[str]) -> Answer:
    from sparse_dot_topn import sp_matmul_topn

    matrix = _tfidf(texts)
    product = sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=TOP_N, threshold=CUTOFF, n_threads=1).tocoo()
    return Answer(product.row.astype(np.int64), product.col.astype(np.int64))


def string_grouper(texts: Sequence[str]) -> Answer:
    import pandas as pd
    from string_grouper import match_strings

    found = match_strings(
        pd.Series(list(texts), dtype=object), min_similarity=CUTOFF, max_n_matches=TOP_N, number_of_processes=1
    )
    return Answer(found["left_index"].to_numpy(np.int64), found["right_index"].to_numpy(np.int64))


def nearest_neighbors(texts: Sequence[str]) -> Answer:
    from sklearn.neighbors import NearestNeighbors

    matrix = _tfidf(texts)
    neighbours = NearestNeighbors(radius=1.0 - CUTOFF, metric="cosine", algorithm="brute", n_jobs=1).fit(matrix)
    rows = max(1, min(_BLOCK, _TABLE_BYTES // 8 // len(texts)))

    def blocks() -> Iterable[tuple[Positions, Positions]]:
        for at in range(0, len(texts), rows):
            found = neighbours.radius_neighbors(matrix[at : at + rows], return_distance=False)
            yield np.repeat(np.arange(at, at + len(found)), [len(one) for one in found]), np.concatenate(found)

    return _joined(blocks())


def full_product(texts: Sequence[str]) -> Answer:
    matrix = _tfidf(texts)
    across = matrix.T.tocsr()

    def blocks() -> Iterable[tuple[Positions, Positions]]:
        for at in range(0, len(texts), _BLOCK):
            product = (matrix[at : at + _BLOCK] @ across).tocoo()
            kept = product.data >= CUTOFF
            yield product.row[kept].astype(np.int64) + at, product.col[kept].astype(np.int64)

    return _joined(blocks())


def minhash_lsh(texts: Sequence[str]) -> Answer:
    from datasketch import MinHash, MinHashLSH

    sketches = MinHash.bulk([[word.encode() for word in words] for words in _word_sets(texts)], num_perm=128)
    index = MinHashLSH(threshold=JACCARD, num_perm=128)
    for at, sketch in enumerate(sketches):
        index.insert(at, sketch)
    return _each(range(len(texts)), (index.query(sketch) for sketch in sketches))


def set_similarity_search(texts: Sequence[str]) -> Answer:
    from SetSimilaritySearch import all_pairs

    word_sets = _word_sets(texts)
    filled = [at for at, words in enumerate(word_sets) if words]
    found = all_pairs([word_sets[at] for at in filled], "jaccard", JACCARD)
    ends = np.fromiter(chain.from_iterable(pair[:2] for pair in found), np.int64).reshape(-1, 2)
    positions = np.array(filled, np.int64)
    return Answer(positions[ends[:, 0]], positions[ends[:, 1]])


def bm25s(texts: Sequence[str]) -> Answer:
    import bm25s as library

    words = library.tokenize(list(texts), stopwords=None, show_progress=False)
    index = library.BM25()
    index.index(words, show_progress=False)
    limit = min(NEAREST + 1, len(texts))
    found, _ = index.retrieve(words, k=limit, show_progress=False, n_threads=1)
    return Answer(np.repeat(np.arange(len(texts)), limit), np.asarray(found, np.int64).ravel())


def rank_bm25(texts: Sequence[str]) -> Answer:
    from rank_bm25 import BM25Okapi

    words = [text.lower().split() for text in texts]
    index = BM25Okapi(words)

    def nearest(text: str) -> Iterable[int]:
        found = index.get_scores(text.lower().split())
        limit = min(NEAREST + 1, len(found))
        best: list[int] = np.argpartition(-found, limit - 1)[:limit].tolist()
        return best

    return _asked_one_by_one(texts, nearest)


def splink(texts: Sequence[str]) -> Answer:
    """Two texts are set side by side where their rarest, second or third rarest words that recur are the same."""
    import duckdb
    import pandas as pd
    import splink.comparison_library as levels
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    word_sets = _word_sets(texts)
    often = Counter(chain.from_iterable(word_sets))
    rare = [sorted((w for w in words if often[w] > 1), key=lambda w: (often[w], w))[:3] for words in word_sets]
    table = pd.DataFrame({"unique_id": range(len(texts)), "text": list(texts), "words": [sorted(w) for w in word_sets]})
    for place in range(3):
        table[f"rare_{place}"] = [words[place] if len(words) > place else None for words in rare]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            levels.LevenshteinAtThresholds("text", [8, 25, 60]),
            levels.ArrayIntersectAtSizes("words", [16, 10, 5]),
        ],
        blocking_rules_to_generate_predictions=[block_on(f"rare_{place}") for place in range(3)],
        probability_two_random_records_match=min(0.01, 10 / len(texts)),
        retain_matching_columns=False,
    )
    database = DuckDBAPI(connection=duckdb.connect(config={"threads": 1}))
    linker = Linker(database.register(table), settings, log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(max_pairs=2e4, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("rare_0"))
    name = linker.inference.predict(threshold_match_probability=0.5).physical_name
    found = database.duckdb_con.sql(f"select unique_id_l, unique_id_r from {name}").fetchnumpy()
    return Answer(np.asarray(found["unique_id_l"], np.int64), np.asarray(found["unique_id_r"], np.int64))


_SQL = """
    create table words as
        select distinct position, word
        from (select position, unnest(string_split_regex(lower(text), '[^\\p{L}\\p{N}\\p{M}]+')) as word from texts)
        where word <> '';
    create table weights as
        select word, ln(1 + (select count(*) from texts) / count(*)) as weight from words group by word;
    create table vectors as
        select position, word, weight / sqrt(sum(weight * weight) over (partition by position)) as weight
        from words join weights using (word);
"""
_SQL_PAIRS = """
    select l.position as l, r.position as r
    from vectors l join vectors r on l.word = r.word and l.position < r.position
    group by l.position, r.position having sum(l.weight * r.weight) >= ?
"""


def duckdb_sql(texts: Sequence[str]) -> Answer:
    import duckdb
    import pandas as pd

    database = duckdb.connect(config={"threads": 1, "memory_limit": "4GB"})
    database.register("texts", pd.DataFrame({"position": range(len(texts)), "text": list(texts)}))
    database.execute(_SQL)
    found = database.execute(_SQL_PAIRS, [CUTOFF]).fetchnumpy()
    return Answer(np.asarray(found["l"], np.int64), np.asarray(found["r"], np.int64))


def prefix_filter_baseline(texts: Sequence[str]) -> Answer:
    import join_v1

    rows, columns, _ = join_v1.join(texts, CUTOFF)
    return Answer(np.asarray(rows, np.int64), np.asarray(columns, np.int64))


def pair_keys_baseline(texts: Sequence[str]) -> Answer:
    import join_v1
    import join_v2

    ids, lengths, vocabulary = join_v1.tokenize(texts)
    rows, columns, _ = join_v2.join2(join_v1.weigh(ids, lengths, len(vocabulary))[0], CUTOFF)
    return Answer(np.asarray(rows, np.int64), np.asarray(columns, np.int64))


OURS = "claimtrack"
FLOOR = "floor"
ENGINES = (
    Engine(OURS, claimtrack, ("claimtrack",), "IDF cosine of words, all pairs at .6"),
    Engine("claimtrack .35", claimtrack_low, ("claimtrack",), "the same at .35"),
    Engine(FLOOR, floor, ("claimtrack",), "our tokenising and weighing alone, up to a first search"),
    Engine("sparse_dot_topn", sparse_dot_topn, ("sparse_dot_topn", "sklearn"), f"word tf-idf .6, best {TOP_N} of each"),
    Engine("string_grouper", string_grouper, ("string_grouper",), f"char 3-grams .6, best {TOP_N} of each"),
    Engine("MinHash LSH", minhash_lsh, ("datasketch",), "datasketch, 128 permutations, Jaccard .5, approximate"),
    Engine("SetSimilaritySearch", set_similarity_search, ("SetSimilaritySearch",), "Jaccard of words .5"),
    Engine("NearestNeighbors", nearest_neighbors, ("sklearn",), "scikit-learn, word tf-idf cosine .6, brute"),
    Engine("scipy product", full_product, ("scipy", "sklearn"), "the whole product of word tf-idf, .6", 10_000),
    Engine("DuckDB SQL", duckdb_sql, ("duckdb", "pandas"), "IDF cosine of words .6 as a self-join"),
    Engine("splink", splink, ("splink", "duckdb", "pandas"), "DuckDB; blocked on three rare words, p .5"),
    Engine("bm25s", bm25s, ("bm25s",), "the 10 best of each text, no cutoff"),
    Engine("rank_bm25", rank_bm25, ("rank_bm25",), f"the 10 best of {SAMPLE} texts, cost reckoned for all"),
    Engine("rapidfuzz ratio", rapidfuzz_ratio, ("rapidfuzz",), "process.cdist, ratio 60"),
    Engine("rapidfuzz token_sort", rapidfuzz_token_sort, ("rapidfuzz",), "process.cdist, token_sort_ratio 60"),
    Engine("rapidfuzz extract", rapidfuzz_extract, ("rapidfuzz",), f"ratio 60, 10 best of {SAMPLE}, reckoned for all"),
)
_BASELINES = (
    Engine("prefix filter", prefix_filter_baseline, ("join_v1",), "first prototype", draw=False),
    Engine("pair keys", pair_keys_baseline, ("join_v1", "join_v2"), "second prototype", 1_048_576, draw=False),
)


def engines(baselines: Path | None = None) -> tuple[Engine, ...]:
    """All engines; with a folder of `baselines` the prototypes in it too."""
    if baselines is None:
        return ENGINES
    sys.path.append(str(baselines))
    return ENGINES + _BASELINES


def _tfidf(texts: Sequence[str]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(token_pattern=r"(?u)\b\w+\b", binary=True).fit_transform(texts)


def _word_sets(texts: Sequence[str]) -> list[set[str]]:
    from claimtrack.text.words import folded_words

    return [set(folded_words(text)) for text in texts]


def _joined(blocks: Iterable[tuple[Positions, Positions]]) -> Answer:
    parts = list(blocks)
    return Answer(np.concatenate([left for left, _ in parts]), np.concatenate([right for _, right in parts]))


def _each(asked: Iterable[int], found: Iterable[Iterable[int]]) -> Answer:
    pairs = [(at, other) for at, others in zip(asked, found, strict=True) for other in others]
    ends = np.array(pairs, np.int64).reshape(-1, 2)
    return Answer(ends[:, 0], ends[:, 1])


def _asked_one_by_one(texts: Sequence[str], nearest: Callable[[str], Iterable[int]]) -> Answer:
    """A sample of texts asked one after the other; all would take as long each."""
    step = math.ceil(len(texts) / SAMPLE)
    asked = range(0, len(texts), step)
    begun = cpu_seconds()
    answer = _each(asked, [nearest(texts[at]) for at in asked])
    return answer._replace(
        asked=np.array(asked, np.int64), seconds=(cpu_seconds() - begun) * (len(texts) / len(asked) - 1)
    )
