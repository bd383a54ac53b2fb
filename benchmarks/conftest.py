"""Corpora for the benchmarks: a small seeded one that is always there, and real ones where `--shared` says."""

import gzip
import random
from pathlib import Path

import pytest

SIDES = "north south ministry council governor delegation senate union envoy committee".split()
VERBS = "approved rejected discussed postponed announced confirmed signed reviewed opened closed".split()
THINGS = "treaty budget bridge ceasefire inspection border tariff pipeline summit census".split()
PLACES = "Geneva Vienna Oslo Rome Lagos Lima Quito Delhi Tunis Riga".split()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Where the large real corpora lie."""
    parser.addoption("--shared", type=Path, default=Path(__file__).parents[2] / "shared")


@pytest.fixture(scope="session")
def made_up() -> list[str]:
    """Two thousand seeded sentences, many of them alike."""
    chance = random.Random(7)
    return [
        f"The {chance.choice(SIDES)} {chance.choice(VERBS)} the {chance.choice(THINGS)} number {chance.randrange(400)} "
        f"in {chance.choice(PLACES)} on {chance.randrange(1, 29)} May"
        for _ in range(2_000)
    ]


@pytest.fixture(scope="session")
def speeches(request: pytest.FixtureRequest) -> list[str]:
    """Sentences of UN general debates; skipped where they are not at hand."""
    place = request.config.getoption("--shared") / "eval" / "scale" / "ungdc-2014-2024.tsv.gz"
    if not place.exists():
        pytest.skip("the UN sentences are not here (say where with --shared)")
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        next(lines)
        return [line.rstrip("\n").split("\t")[-1] for line in lines]
