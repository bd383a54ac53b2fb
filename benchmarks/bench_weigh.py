"""How long it takes until an index can answer: words and weights of all texts, and the first search."""

from claimtrack.matching import ClaimIndex


def test_build(benchmark, texts):
    """From texts to the first answer; what bench_tokenise shows is a part of it."""
    benchmark(lambda: ClaimIndex(texts).search("talks", limit=1))
