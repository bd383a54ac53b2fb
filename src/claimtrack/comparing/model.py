"""The model that joins the signals: readable weights in a data file, two linear heads, nothing hidden."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from claimtrack.evidence import Evidence

_STEEPEST = 30.0


@frozen(kw_only=True)
class Head:
    """A weighted sum of signals plus a constant."""

    constant: float
    weights: Mapping[str, float]

    def sum(self, signals: Sequence[Evidence]) -> float:
        """The weighted sum; a signal without a weight adds nothing."""
        return self.constant + math.fsum(self.weights.get(one.name, 0.0) * one.value for one in signals)


@frozen(kw_only=True)
class Model:
    """The heads for `paraphrase` (log-odds) and for `similarity` (0 to 1)."""

    paraphrase: Head
    similarity: Head

    def paraphrase_of(self, signals: Sequence[Evidence]) -> float:
        """The probability of a paraphrase, 0 to 1."""
        log_odds = max(-_STEEPEST, min(_STEEPEST, self.paraphrase.sum(signals)))
        return 1.0 / (1.0 + math.exp(-log_odds))

    def similarity_of(self, signals: Sequence[Evidence]) -> float:
        """The graded likeness, 0 to 1."""
        return max(0.0, min(1.0, self.similarity.sum(signals)))


@cache
def shipped_model() -> Model:
    """The model that comes with claimtrack; made by `benchmarks/quality/fit.py`."""
    data = json.loads((files("claimtrack.comparing") / "model.json").read_text(encoding="utf-8"))
    return Model(
        paraphrase=Head(constant=data["paraphrase"]["constant"], weights=data["paraphrase"]["weights"]),
        similarity=Head(constant=data["similarity"]["constant"], weights=data["similarity"]["weights"]),
    )
