"""No regular expression of reading is super-linear: each gets a megabyte of its worst case."""

import importlib
import pkgutil
import re
import signal
from collections import deque

import pytest

import claimtrack.checks
import claimtrack.reading
import claimtrack.when

MILLION = 1_000_000
SECONDS = 20
"""Far beyond what a linear pattern takes on any machine, far below what a quadratic one would (years)."""


def patterns():
    """Every compiled pattern of the rooms, by module and name."""
    modules = [claimtrack.when]
    for room in (claimtrack.reading, claimtrack.checks):
        inside = pkgutil.walk_packages(room.__path__, f"{room.__name__}.")
        modules += [importlib.import_module(found.name) for found in inside]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


WORST = {
    "spaces": " " * MILLION,
    "spaces and hash": " " * MILLION + "#",
    "letters and odd space": "a" * MILLION + ":\u00a0",
    "odd spaces": "\u00a0" * MILLION,
    "colons": "a:" * (MILLION // 2),
    "dashes": "- " * (MILLION // 2),
    "dashes and odd space": "- " * (MILLION // 2) + "\u00a0",
    "hashes": " #" * (MILLION // 2),
    "tabs": "\t" * MILLION,
    "line feeds": "\n" * MILLION,
    "returns": "\r" * MILLION,
    "hidden": "\u200b" * MILLION,
    "joiners": "\u200d" * MILLION,
    "ignores": "# claimtrack: ignore[" * (MILLION // 20),
    "an ignore without end": "# claimtrack: ignore[" + "CT1," * (MILLION // 4),
    "digits": "1" * MILLION,
    "dates": "2021-" * (MILLION // 5),
    "hex": "a-" + "0" * MILLION,
    "cues": "denie" * (MILLION // 5),
    "ruled": "rul" + "e" * MILLION,
    "not": "n" * MILLION + "'t",
}


def _stop(*_):
    raise AssertionError("a pattern takes more than linear time")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers of CPU time")
@pytest.mark.parametrize("name", sorted(patterns()))
def test_a_pattern_takes_a_megabyte_of_its_worst_case(name):
    """Matched whole, and found all over."""
    pattern = patterns()[name]
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        for text in WORST.values():
            pattern.fullmatch(text)
            deque(pattern.finditer(text), maxlen=0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_there_are_patterns():
    """The walk finds them."""
    assert len(patterns()) > 15
