"""How long it takes to index, to join and to search."""

import pytest

from claimtrack.matching import ClaimIndex

QUERY = "The delegation announced a treaty on inspections in Geneva"


def test_index_made_up(benchmark, made_up):
    """Words and weights of two thousand sentences."""
    benchmark(lambda: len(ClaimIndex(made_up).search(QUERY)))


@pytest.mark.parametrize("cutoff", [0.4, 0.6, 0.8])
def test_join_made_up(benchmark, made_up, cutoff):
    """All pairs of two thousand sentences."""
    index = ClaimIndex(made_up)
    index.search(QUERY)
    benchmark(index.pairs, cutoff)


@pytest.mark.parametrize("size", [1_000, 10_000])
def test_join_speeches(benchmark, speeches, size):
    """All pairs of real sentences at .6."""
    index = ClaimIndex(speeches[:size])
    index.search(QUERY)
    benchmark.pedantic(index.pairs, args=(0.6,), rounds=1)


def test_search_speeches(benchmark, speeches):
    """One query among 50,000 sentences."""
    index = ClaimIndex(speeches[:50_000])
    index.search(QUERY)
    benchmark(index.search, QUERY)
