"""The model that joins signals and contrasts: readable weights in a data file, two linear heads, nothing hidden."""

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import mul

from attrs import field, frozen

from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import Contrast

_STEEPEST = 30.0
_PLACE = {signal.name: at for at, signal in enumerate(SIGNALS)}


@frozen(kw_only=True)
class Head:
    """A constant plus weighted terms: each signal beside its usual value, products of two signals, contrasts.

    The terms by name: `shared_words` (a signal), `shared_words*length` (a product of two),
    `contrary number` and `narrower number` (a contrast that excludes, one that only narrows).
    """

    constant: float
    weights: Mapping[str, float]
    usual: Mapping[str, float]
    """The usual value of each signal and product; a term counts by its distance from it."""
    _plain: tuple[float, ...] = field(init=False, repr=False, eq=False)
    _products: tuple[tuple[int, int, float], ...] = field(init=False, repr=False, eq=False)
    _start: float = field(init=False, repr=False, eq=False)

    @_plain.default
    def _by_place(self) -> tuple[float, ...]:
        return tuple(self.weights.get(signal.name, 0.0) for signal in SIGNALS)

    @_products.default
    def _by_places(self) -> tuple[tuple[int, int, float], ...]:
        parted = ((name.split("*"), weight) for name, weight in self.weights.items() if "*" in name)
        return tuple((_PLACE[a], _PLACE[b], weight) for (a, b), weight in parted)

    @_start.default
    def _beside_the_usual(self) -> float:
        return self.constant - math.fsum(self.weights[name] * self.usual.get(name, 0.0) for name in self.weights)

    def sum(self, values: Sequence[float], terms: Sequence[str]) -> float:
        """The weighted sum for the values of all signals, in their order, and the terms of the contrasts found."""
        total: float = self._start + sum(map(mul, self._plain, values))
        for a, b, weight in self._products:
            total += weight * values[a] * values[b]
        if terms:
            total += sum([self.weights.get(term, 0.0) for term in terms])
        return total

    def usual_values(self) -> tuple[float, ...]:
        """The usual value of each signal, in their order."""
        return tuple(self.usual.get(signal.name, 0.0) for signal in SIGNALS)

    def told(self, values: Sequence[float]) -> tuple[float, ...]:
        """What each signal adds to the sum beside its usual value; a product's part goes half to each of its two."""
        usual = self.usual_values()
        parts = [weight * (value - mean) for weight, value, mean in zip(self._plain, values, usual, strict=True)]
        for a, b, weight in self._products:
            name = f"{SIGNALS[a].name}*{SIGNALS[b].name}"
            half = weight * (values[a] * values[b] - self.usual.get(name, 0.0)) / 2
            parts[a] += half
            parts[b] += half
        return tuple(parts)


def term_of(contrast: Contrast) -> str:
    """The name under which a contrast has its weight."""
    return ("contrary " if contrast.contrary else "narrower ") + contrast.kind


def terms_of(contrasts: Sequence[Contrast]) -> Sequence[str]:
    """The terms of some contrasts, each once and in order."""
    return sorted({term_of(one) for one in contrasts}) if contrasts else ()


@frozen(kw_only=True)
class Model:
    """The heads for `paraphrase` and `search` (log-odds) and for `similarity` (0 to 1)."""

    paraphrase: Head
    similarity: Head
    search: Head
    stems: float
    letters: float
    """What the two scores of a ranking count in a search."""

    def paraphrase_of(
        self, values: Sequence[float], terms: Sequence[str], slope: float = 1.0, shift: float = 0.0
    ) -> float:
        """The probability of a paraphrase, 0 to 1; its log-odds times the slope, plus the shift."""
        return chance(slope * self.paraphrase.sum(values, terms) + shift)

    def similarity_of(self, values: Sequence[float], terms: Sequence[str]) -> float:
        """The graded likeness, 0 to 1."""
        return max(0.0, min(1.0, self.similarity.sum(values, terms)))

    def search_of(self, values: Sequence[float], stems: float, letters: float) -> float:
        """The log-odds that what a ranking found with these two scores is what was looked for."""
        return self.search.sum(values, ()) + self.stems * stems + self.letters * letters


def chance(log_odds: float) -> float:
    """The probability of these log-odds, 0 to 1."""
    return 1.0 / (1.0 + math.exp(-max(-_STEEPEST, min(_STEEPEST, log_odds))))


@cache
def shipped_model() -> Model:
    """The model that comes with claimtrack; made by `benchmarks/quality/fit.py`."""
    data = json.loads((files("claimtrack.comparing") / "model.json").read_text(encoding="utf-8"))
    heads = {
        name: Head(constant=data[name]["constant"], weights=data[name]["weights"], usual=data[name]["usual"])
        for name in ("paraphrase", "similarity", "search")
    }
    return Model(**heads, stems=data["search"]["stems"], letters=data["search"]["letters"])
