"""The index and the join, against a slow and obvious twin."""

import math
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.matching import ClaimIndex
from claimtrack.matching import join as join_module
from claimtrack.matching.tokens import Vocabulary
from claimtrack.text.words import folded_words

WORDS = st.sampled_from(
    [
        "talks",
        "arms",
        "geneva",
        "round",
        "september",
        "nuclear",
        "treaty",
        "the",
        "of",
        "in",
        "not",
        "12",
        "café",
        "中国",
        "हिन्दी",
    ]
)
CORPORA = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=25)


def slow_scores(texts: list[str]) -> dict[tuple[int, int], float]:
    """The cosine of every two texts, word by word, to six places."""
    sets = [set(folded_words(text)) for text in texts]
    df = {word: sum(word in one for one in sets) for one in sets for word in one}
    idf = {word: math.log1p(len(texts) / count) for word, count in df.items()}
    norms = [math.sqrt(sum(idf[word] ** 2 for word in one)) for one in sets]
    return {
        (i, j): sum(idf[word] ** 2 for word in sets[i] & sets[j]) / (norms[i] * norms[j])
        if norms[i] and norms[j]
        else 0.0
        for i in range(len(texts))
        for j in range(i + 1, len(texts))
    }


@given(texts=CORPORA, cutoff=st.sampled_from([0.05, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]))
@settings(max_examples=150, deadline=None)
def test_the_join_gives_exactly_the_pairs_at_or_above_the_cutoff(texts, cutoff):
    """No pair at or above the cutoff is lost, none below is returned (but for the sixth place)."""
    found = ClaimIndex(texts).pairs(cutoff)
    got = {(int(i), int(j)): float(s) for i, j, s in zip(found.left, found.right, found.score, strict=True)}
    for pair, score in slow_scores(texts).items():
        if score >= cutoff + 2e-6:
            assert got[pair] == pytest.approx(score, abs=2e-6)
        elif score < cutoff - 2e-6:
            assert pair not in got


@given(texts=CORPORA, query=st.lists(WORDS, max_size=6).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_a_search_finds_what_the_join_of_all_would(texts, query):
    """A hit has the score that the pair has in the join of an index where the query stands too."""
    texts = [*texts, query]
    index = ClaimIndex(texts)
    hits = {hit.position: hit.score for hit in index.search(query, limit=len(texts))}
    pairs = index.pairs(1e-3)
    last = len(texts) - 1
    for left, right, score in zip(pairs.left, pairs.right, pairs.score, strict=True):
        if right == last:
            assert hits[int(left)] == float(score)


@given(texts=st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=200, deadline=None)
def test_words_in_bulk_are_the_words_one_by_one(texts):
    """The fast tokeniser gives what the slow one gives, for any text."""
    vocabulary = Vocabulary()
    tokens = vocabulary.tokens(texts)
    words = [word.decode("utf-8", "surrogatepass") for word in vocabulary]
    at = 0
    for text, length in zip(texts, tokens.lengths.tolist(), strict=True):
        assert [words[number] for number in tokens.words[at : at + length]] == folded_words(text)
        at += length


@given(texts=CORPORA)
@settings(max_examples=30, deadline=None)
def test_an_executor_and_small_tiles_change_nothing(texts):
    """Threads and tiles of any size give the same arrays."""
    plain = ClaimIndex(texts).pairs(0.3)
    before = join_module._TILE_COLUMNS, join_module._TILE_PRODUCTS
    join_module._TILE_COLUMNS, join_module._TILE_PRODUCTS = 3, 4
    try:
        with ThreadPoolExecutor(2) as pool:
            tiled = ClaimIndex(texts).pairs(0.3, executor=pool)
        small = ClaimIndex(texts).pairs(0.3)
    finally:
        join_module._TILE_COLUMNS, join_module._TILE_PRODUCTS = before
    for a, b, c in zip(plain, tiled, small, strict=True):
        assert a.tolist() == b.tolist() == c.tolist()


@given(texts=CORPORA, more=CORPORA)
@settings(max_examples=50, deadline=None)
def test_adding_texts_gives_what_a_fresh_index_gives(texts, more):
    """No hit is lost or invented by adding."""
    index = ClaimIndex(texts)
    index.search("talks")
    index.add(more)
    assert index.search("talks arms geneva") == ClaimIndex([*texts, *more]).search("talks arms geneva")


def test_odd_corpora_are_defined():
    """No text, one text, empty texts, equal texts and one word a million times over."""
    assert len(ClaimIndex().pairs(0.5).left) == 0
    assert ClaimIndex().search("talks") == []
    assert ClaimIndex(["", "…"]).search("talks") == []
    assert ClaimIndex(["talks"]).search("talks")[0].score == 1.0
    equal = ClaimIndex(["the talks go on"] * 50).pairs(1.0)
    assert len(equal.left) == 50 * 49 // 2
    assert ClaimIndex(["word " * 1_000_000, "word"]).pairs(1.0).score.tolist() == [1.0]


@pytest.mark.parametrize("cutoff", [0.0, -0.1, 1.5, float("nan")])
def test_a_cutoff_outside_the_scale_is_refused(cutoff):
    """A join needs a cutoff above 0 and up to 1."""
    with pytest.raises(UsageError, match="cutoff"):
        ClaimIndex(["a"]).pairs(cutoff)


def test_a_limit_below_one_is_refused():
    """A search for nothing is a mistake."""
    with pytest.raises(UsageError, match="limit"):
        ClaimIndex(["a"]).search("a", limit=0)


@pytest.mark.parametrize("cutoff", [-0.5, 1.1, float("nan")])
def test_a_search_with_a_cutoff_outside_the_scale_is_refused(cutoff):
    """A search takes a cutoff from 0 to 1."""
    with pytest.raises(UsageError, match="cutoff"):
        ClaimIndex(["a"]).search("a", cutoff=cutoff)
    assert ClaimIndex(["a"]).search("a", cutoff=0.0)
