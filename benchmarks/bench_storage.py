"""How long it takes to put an index away and to take it up again, up to its first answer."""

import pytest

from claimtrack.matching import ClaimIndex


@pytest.fixture
def index(texts) -> ClaimIndex:
    """An index that is ready to answer."""
    made = ClaimIndex(texts)
    made.search("talks", limit=1)
    return made


def test_save(benchmark, index, tmp_path):
    """Index to file."""
    benchmark(index.save, tmp_path / "claims.index")


def test_load(benchmark, index, tmp_path):
    """File to index."""
    index.save(tmp_path / "claims.index")
    benchmark(ClaimIndex.load, tmp_path / "claims.index")


def test_load_and_search(benchmark, index, tmp_path):
    """File to first answer."""
    index.save(tmp_path / "claims.index")
    benchmark(lambda: ClaimIndex.load(tmp_path / "claims.index").search("talks", limit=1))
