"""How long it takes from a ledger of many claims that no issue brings together to its report."""

import attrs
import pytest

from claimtrack import Ledger, ledger_of, track

PATTERN = """
sides: {north: North, south: South}
speakers:
  anna: {name: Anna Berg, side: north}
  boris: {name: Boris Tal, side: south}
date: 2024-02-01
claims:
  - {id: first, speaker: anna, text: Said by the first}
  - {id: second, speaker: boris, text: Said by the second}
"""


@pytest.fixture(scope="session")
def ledger(texts) -> Ledger:
    """A claim for each text, the sides taking turns."""
    pattern = ledger_of(PATTERN)
    claims = (
        attrs.evolve(pattern.claims[at % 2], id=f"claim-{at}", text=text, about="") for at, text in enumerate(texts)
    )
    return attrs.evolve(pattern, claims=tuple(claims))


def test_track(benchmark, ledger):
    """Ledger to Report."""
    benchmark.pedantic(track, args=(ledger,), rounds=1)
