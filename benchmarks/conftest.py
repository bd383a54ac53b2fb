"""Options of the benchmarks, and the corpora that they share."""

from pathlib import Path

import pytest

import corpora

DEFAULT_SIZES = "1000"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the large real corpora lie, and how large a corpus to time."""
    parser.addoption("--shared", type=Path, default=corpora.SHARED)
    parser.addoption("--sizes", default=DEFAULT_SIZES, help="numbers of texts, such as 1000,10000,100000")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One run for each size that was asked for."""
    if "size" in metafunc.fixturenames:
        asked = metafunc.config.getoption("--sizes")
        metafunc.parametrize("size", [int(size) for size in asked.split(",")], scope="session")


@pytest.fixture(scope="session")
def sentences(request: pytest.FixtureRequest) -> list[str]:
    """Sentences to perturb: real ones, or made-up ones where those are not at hand."""
    return corpora.real_or_made_up(20_000, request.config.getoption("--shared"))[0]


@pytest.fixture(scope="session")
def texts(size: int, sentences: list[str]) -> list[str]:
    """A perturbed corpus of the size asked for."""
    try:
        return corpora.perturbed(sentences, size).texts
    except ValueError as few:
        pytest.skip(str(few))
