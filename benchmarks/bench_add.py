"""How long it takes to add a few texts to many, and to weigh all of them anew."""

import pytest

from claimtrack.matching import ClaimIndex


@pytest.fixture
def index(texts) -> ClaimIndex:
    """All but a hundred texts, ready to answer."""
    made = ClaimIndex(texts[:-100])
    made.search("talks", limit=1)
    return made


def test_add_and_search(benchmark, index, texts):
    """A hundred texts more, and the first search that sees them."""

    def add() -> None:
        index.add(texts[-100:])
        index.search("talks", limit=1)

    benchmark.pedantic(add, rounds=3)


def test_rebuild(benchmark, index, texts):
    """The same with every word weighed anew."""

    def rebuild() -> None:
        index.add(texts[-100:])
        index.rebuild()
        index.search("talks", limit=1)

    benchmark.pedantic(rebuild, rounds=3)


def test_drift(benchmark, index, texts):
    """How far the weights in use stand from those of an index made anew."""
    index.add(texts[-100:])
    benchmark(lambda: index.drift)
