"""What it tells of two wordings when one alone has a word: a table of weights that comes with claimtrack."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

HUNDRED = 100
"""The weights have two decimals: as hundredths they are summed exactly, in any order."""
SPAN = 8.0
"""What the weights of two wordings' lone words span at most: log-odds of paraphrase, half of them to either side."""


@cache
def lone_words() -> Mapping[str, float]:
    """Log-odds by stem, above 0 for words that one wording may well leave out; made by `benchmarks/quality/fit.py`."""
    data = json.loads((files("claimtrack.text") / "lone_words.json").read_text(encoding="utf-8"))
    weights: dict[str, float] = data["weights"]
    return weights
