"""How long reading takes: values alone, a whole ledger, and PyYAML's fast loader on the same bytes."""

from random import Random

import pytest
import yaml

from claimtrack.reading.ledger import ledger_of
from claimtrack.reading.page import Page
from claimtrack.reading.records import read_node
from claimtrack.settings import Limits

WORDS = "the talks round dialogue arms control strategic stability agreed nuclear September Geneva said treaty".split()
SIZES = [1_000, 10_000]


def big_ledger(claims: int) -> str:
    """A ledger of many claims in block style, as people write them."""
    chance = Random(1)
    lines = ["sides: {russia: Russia, usa: United States}", "speakers:"]
    lines += [f"  s{n}: {{name: Speaker {n}, role: Minister, side: {('usa', 'russia')[n % 2]}}}" for n in range(200)]
    lines += ["issues:", *(f"  i{n}: {{question: What of {n}}}" for n in range(300)), "claims:"]
    for n in range(claims):
        text = " ".join(chance.choices(WORDS, k=chance.randint(12, 30)))
        lines += [
            f"  - id: c{n}",
            f"    speaker: s{chance.randrange(200)}",
            f"    about: i{chance.randrange(300)}",
            f"    date: 2021-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            "    cue: said",
            "    form: direct",
            f"    source: {{publisher: Gazette, title: Story {n}, url: 'https://example.org/{n}', date: 2021-12-31}}",
            "    text: >-",
            f"      {text[: len(text) // 2].rsplit(' ', 1)[0]}",
            f"      {text[len(text) // 2 :].strip()}",
        ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("claims", SIZES)
def test_values_with_marks_and_checks(benchmark, claims):
    """From text to values: marks, limits, duplicate keys and characters checked."""
    text = big_ledger(claims)
    assert benchmark(lambda: read_node(Page("a.yaml", text), Limits())) is not None


@pytest.mark.parametrize("claims", SIZES)
def test_a_whole_ledger(benchmark, claims):
    """From text to a validated Ledger."""
    text = big_ledger(claims)
    assert len(benchmark(ledger_of, text).claims) == claims


@pytest.mark.parametrize("claims", SIZES)
def test_the_loader_to_compare_with(benchmark, claims):
    """PyYAML's CSafeLoader, which keeps no marks and checks none of it."""
    data = big_ledger(claims).encode()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert benchmark(yaml.load, data, Loader=loader)
