"""How long one search takes, by what is asked."""

import pytest

from claimtrack.matching import ClaimIndex

QUERIES = {
    "ordinary": "The delegation announced a treaty on inspections in Geneva",
    "common words": "it is the view of the people of the world that we are to be of the",
    "nothing alike": "zyx qwv jjkk",
}


@pytest.mark.parametrize("kind", QUERIES)
@pytest.mark.parametrize("cutoff", [0.0, 0.5])
def test_search(benchmark, texts, kind, cutoff):
    """The ten likest texts to one."""
    index = ClaimIndex(texts)
    index.search(QUERIES[kind])
    benchmark(index.search, QUERIES[kind], 10, cutoff)
