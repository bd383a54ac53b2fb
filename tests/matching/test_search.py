"""The search, against scoring every text."""

import random
from decimal import Decimal
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.matching import ClaimIndex, Hit
from claimtrack.matching import search as search_module
from claimtrack.matching.arrays import stable_order
from claimtrack.matching.masses import masses
from claimtrack.matching.rows import rows_of
from claimtrack.matching.tokens import Tokens, Vocabulary
from matching.corpora import CORPORA, TEXTS, zipf
from matching.slow_search import mass, slow_hits

LIMITS = st.sampled_from([1, 2, 3, 10, 100])
CUTOFFS = st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.777, 1.0])


def eager(costs: tuple[float, float, float]) -> mock._patch_dict:
    """A search that looks, and stops, at other moments: costs of a call, of a look and of a word."""
    names = ("_CALL_COST", "_LOOK_COST", "_WORD_COST")
    return mock.patch.dict(vars(search_module), dict(zip(names, costs, strict=True)))


COSTS = st.sampled_from([(2000.0, 0.7, 1.0), (-1.0, 0.0, 0.0), (-1.0, 0.0, 1.0), (3.0, 0.5, 0.1)])


@given(texts=CORPORA, query=TEXTS, limit=LIMITS, cutoff=CUTOFFS, costs=COSTS)
@settings(max_examples=300, deadline=None)
def test_a_search_finds_what_scoring_every_text_finds(texts, query, limit, cutoff, costs):
    """The same positions, scores and order, whenever the search stops looking at postings."""
    with eager(costs):
        assert ClaimIndex(texts).search(query, limit, cutoff) == slow_hits(texts, query, limit, cutoff)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("costs", [(-1.0, 0.0, 0.0), (-1.0, 0.0, 1.0), (20.0, 0.5, 0.5)])
def test_a_search_of_many_texts_finds_what_scoring_every_text_finds(seed, costs):
    """Queries like the texts and unlike them, with common words only and with unknown ones."""
    texts = zipf(700, seed)
    chance = random.Random(seed)
    queries = [
        chance.choice(texts),
        "w0 w1 w2",
        "w599 w598 nowhere",
        "w0 w300 w599 w17 w44 w45 nowhere",
        *zipf(3, seed + 50),
    ]
    index = ClaimIndex(texts)
    with eager(costs):
        for query in queries:
            for limit, cutoff in [(1, 0.0), (10, 0.0), (100, 0.0), (10, 0.4), (1000, 0.05)]:
                assert index.search(query, limit, cutoff) == slow_hits(texts, query, limit, cutoff)


@given(texts=CORPORA, queries=st.lists(TEXTS, max_size=4))
@settings(max_examples=50, deadline=None)
def test_many_searches_find_what_each_finds(texts, queries):
    """One list of hits for each text, in order."""
    index = ClaimIndex(texts)
    assert index.search_many(iter(queries), 3, 0.1) == [index.search(query, 3, 0.1) for query in queries]


@given(texts=st.lists(st.text(max_size=12), max_size=8), query=st.text(max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_indexed_and_asked_for(texts, query):
    """Marks, controls and letters of any script: what scoring every text finds."""
    assert ClaimIndex(texts).search(query) == slow_hits(texts, query)


def test_odd_texts_are_defined():
    """No text, one text, empty texts, equal texts, lone surrogates, and one word a million times."""
    assert ClaimIndex().search("talks") == []
    assert ClaimIndex(["", "…"]).search("talks") == []
    assert ClaimIndex(["talks"]).search("") == []
    assert ClaimIndex(["talks"]).search("talks") == [Hit(0, "0", 1.0)]
    assert ClaimIndex(["\ud800 talks \udfff"]).search("talks\ud800") == [Hit(0, "0", 1.0)]
    assert [hit.position for hit in ClaimIndex(["the talks go on"] * 20_000).search("talks")] == list(range(10))
    assert ClaimIndex(["word " * 1_000_000, "word"]).search("word " * 1_000) == [Hit(0, "0", 1.0), Hit(1, "1", 1.0)]


def test_an_item_that_is_no_text_is_refused():
    """The message says which one."""
    with pytest.raises(UsageError, match="item 1 is neither a text nor a claim: int"):
        ClaimIndex(["talks", 7])


@given(texts=st.integers(0, 10**9), df=st.lists(st.integers(0, 10**9), max_size=20))
@settings(max_examples=200, deadline=None)
def test_masses_are_squares_of_logarithms(texts, df):
    """To the nearest whole number, but where the exact value lies halfway to within a millionth."""
    for found, count in zip(masses(np.array(df, np.int64), texts).tolist(), df, strict=True):
        if found != mass(count, texts):
            exact = (1 + Decimal(texts) / max(count, 1)).ln() ** 2 * 2**20
            assert abs(exact % 1 - Decimal("0.5")) < Decimal("1e-6")


def test_a_table_of_masses_changes_none():
    """Many document frequencies at once give what each gives."""
    df = np.arange(10_000)
    assert masses(df, 20_000).tolist() == [masses(df[at : at + 1], 20_000)[0] for at in range(10_000)]


@given(keys=st.lists(st.integers(0, 2**40), max_size=40))
@settings(max_examples=100, deadline=None)
def test_ordering_by_digits_is_ordering(keys):
    """Positions by key, equal keys as they stood."""
    assert stable_order(np.array(keys, np.int64), 2**40 + 1).tolist() == sorted(range(len(keys)), key=keys.__getitem__)


@given(texts=CORPORA)
@settings(max_examples=100, deadline=None)
def test_rows_are_the_distinct_words_of_each_text(texts):
    """Ascending, each once."""
    vocabulary = Vocabulary()
    tokens = vocabulary.tokens(texts)
    rows = rows_of(tokens, len(vocabulary))
    ends = np.cumsum(tokens.lengths)
    for at, (end, length) in enumerate(zip(ends, tokens.lengths, strict=True)):
        assert rows.words[rows.starts[at] : rows.starts[at + 1]].tolist() == sorted(
            set(tokens.words[end - length : end].tolist())
        )


def test_rows_of_more_texts_than_a_block_and_more_words_than_a_digit():
    """70,000 texts over 100,000 words."""
    chance = np.random.default_rng(3)
    lengths = chance.integers(0, 4, 70_000)
    words = chance.integers(0, 100_000, lengths.sum()).astype(np.int32)
    rows = rows_of(Tokens(words, lengths), 100_000)
    ends = np.cumsum(lengths)
    expected = [sorted(set(words[end - length : end].tolist())) for end, length in zip(ends, lengths, strict=True)]
    assert rows.words.tolist() == [word for one in expected for word in one]
    assert np.diff(rows.starts).tolist() == [len(one) for one in expected]
