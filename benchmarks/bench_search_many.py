"""How long many searches at once take: two hundred texts of the corpus against all of it."""

from claimtrack.matching import ClaimIndex


def test_search_many(benchmark, texts):
    """The ten likest texts to each of two hundred."""
    index = ClaimIndex(texts)
    index.search("talks", limit=1)
    benchmark.pedantic(index.search_many, args=(texts[:200],), rounds=3)
