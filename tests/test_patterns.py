"""No regular expression is super-linear: each of every room gets a long text of its worst case."""

import ast
import importlib
import pkgutil
import re
import signal
from collections import deque
from pathlib import Path

import pytest

import claimtrack

LONG = 300_000
SECONDS = 5
"""Far beyond what a linear pattern takes for one text on any machine, far below what a quadratic one does."""


def patterns():
    """Every compiled pattern of the package, by module and name."""
    inside = pkgutil.walk_packages(claimtrack.__path__, "claimtrack.")
    modules = [claimtrack, *(importlib.import_module(found.name) for found in inside)]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    }


WORST = {
    "spaces": " " * LONG,
    "spaces and hash": " " * LONG + "#",
    "letters and odd space": "a" * LONG + ":\u00a0",
    "spaces and a word": " " * LONG + "a",
    "a word and spaces": "a" + " " * LONG + "a",
    "odd spaces": "\u00a0" * LONG,
    "colons": "a:" * (LONG // 2),
    "dashes": "- " * (LONG // 2),
    "dashes and odd space": "- " * (LONG // 2) + "\u00a0",
    "hashes": " #" * (LONG // 2),
    "tabs": "\t" * LONG,
    "line feeds": "\n" * LONG,
    "returns": "\r" * LONG,
    "hidden": "\u200b" * LONG,
    "joiners": "\u200d" * LONG,
    "ignores": "# claimtrack: ignore[" * (LONG // 20),
    "an ignore without end": "# claimtrack: ignore[" + "CT1," * (LONG // 4),
    "dots": "." * LONG,
    "commas": "1," * (LONG // 2),
    "apostrophes": "a'" * (LONG // 2),
    "underlines": "a_" * (LONG // 2),
    "signs": "@" * LONG,
    "letters": "a" * LONG,
    "an address": "https://" + "a" * LONG,
    "addresses": "https://" * (LONG // 8),
    "graphs": '"@graph" : ' * (LONG // 11),
    "a graph and spaces": '"@graph"' + " " * LONG,
    "numbers with a dot": "1." * (LONG // 2),
    "times": "1:" * (LONG // 2),
    "equations": "a=" * (LONG // 2),
    "reports": "a=b/" * (LONG // 4),
    "ends of leftovers": ".0123456789abcdef.tm" * (LONG // 20),
    "digits": "1" * LONG,
    "dates": "2021-" * (LONG // 5),
    "hex": "a-" + "0" * LONG,
    "cues": "denie" * (LONG // 5),
    "ruled": "rul" + "e" * LONG,
    "not": "n" * LONG + "'t",
}


def _stop(*_):
    raise AssertionError("a pattern takes more than linear time")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers of CPU time")
@pytest.mark.parametrize("name", sorted(patterns()))
def test_a_pattern_takes_a_long_text_of_its_worst_case(name):
    """Matched whole, and found all over."""
    pattern = patterns()[name]
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        for text in WORST.values():
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            pattern.fullmatch(text)
            deque(pattern.finditer(text), maxlen=0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_there_are_patterns():
    """The walk finds them, in renderers, writing and text too."""
    rooms = {name.split(".")[1] for name in patterns()}
    assert rooms >= {"checks", "importing", "reading", "renderers", "text", "when", "writing"}
    assert len(patterns()) > 50


def test_no_pattern_is_made_where_the_walk_does_not_find_it():
    """Each is a name of its module; `re.sub` and its like are given no more than one set of characters."""
    for path in Path(claimtrack.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = {id(node.value) for node in tree.body if isinstance(node, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[0] == "re":
                where = f"{path}:{node.lineno}"
                if node.func.attr == "compile":
                    assert id(node) in named, where
                else:
                    assert re.fullmatch(r"\[[^]]+\]\+?", ast.literal_eval(node.args[0])), where
