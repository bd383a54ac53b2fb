"""How long it takes to read the shipped ledger and to track it."""

from pathlib import Path

from claimtrack import load_ledger, render, track

LEDGER = Path(__file__).parents[1] / "claims"


def test_load(benchmark):
    """Files to Ledger."""
    benchmark(load_ledger, LEDGER)


def test_track(benchmark):
    """Ledger to Report."""
    ledger = load_ledger(LEDGER)
    benchmark(track, ledger)


def test_render_text(benchmark):
    """Report to text."""
    report = track(load_ledger(LEDGER))
    benchmark(render, report, "text")
