"""How long it takes to find every two texts that are alike, by number of texts and by cutoff."""

import pytest

from claimtrack.matching import ClaimIndex


@pytest.mark.parametrize("cutoff", [0.35, 0.6, 0.8])
def test_pairs(benchmark, texts, cutoff):
    """All pairs of an index that has answered before."""
    index = ClaimIndex(texts)
    index.search("talks", limit=1)
    benchmark.pedantic(index.pairs, args=(cutoff,), rounds=3)
