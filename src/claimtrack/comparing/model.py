"""The model that joins signals and contrasts: readable weights in a data file, linear heads, nothing hidden."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from attrs import field, frozen

from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import Contrast

STEEPEST = 30.0
"""Log-odds beyond which a probability is no other figure."""
_PLACE = {signal.name: at for at, signal in enumerate(SIGNALS)}


class Side(NamedTuple):
    """One of the two factors of a product: a signal as it is, or how far it is beyond or short of a bound."""

    at: int
    """The place of the signal."""
    sign: float
    bound: float

    @classmethod
    def named(cls, name: str) -> "Side":
        """`spelling` as it is, `spelling>0.5` what it has beyond 0.5, `spelling<0.5` what it has short of it."""
        for mark, sign in ((">", 1.0), ("<", -1.0)):
            signal, found, bound = name.partition(mark)
            if found:
                return cls(_PLACE[signal], sign, float(bound))
        return cls(_PLACE[name], 1.0, 0.0)


class Product(NamedTuple):
    """Two factors and the weight of their product; each counts from its bound on (Friedman 1991, section 3.2)."""

    name: str
    one: Side
    other: Side
    weight: float

    def of(self, values: Sequence[float]) -> float:
        """The product for the values of all signals, without its weight: 0.0 where a factor is not beyond its bound."""
        value = 1.0
        for at, sign, bound in (self.one, self.other):
            value *= max(0.0, sign * (values[at] - bound))
        return value

    def written_out(self) -> str:
        """The product with its weight, as an expression of `v0`, `v1`, …: the values of the signals."""
        factors, counts = [], []
        for at, sign, bound in (self.one, self.other):
            factors.append(f"(v{at} - {float(bound)!r})" if sign > 0.0 else f"({float(bound)!r} - v{at})")
            counts.append(f"v{at} {'>' if sign > 0.0 else '<'} {float(bound)!r}")
        return f"({float(self.weight)!r} * {' * '.join(factors)} if {' and '.join(counts)} else 0.0)"


@frozen(kw_only=True)
class Head:
    """A constant plus weighted terms: each signal beside its usual value, products of two signals, contrasts.

    The terms by name: `spelling` (a signal), `spelling<0.5*first_word` (a product of two, each as it is or from a bound
    on: `Side.named`), `contrary number` and `narrower number` (a contrast that excludes, one that only narrows).
    """

    constant: float
    weights: Mapping[str, float]
    usual: Mapping[str, float]
    """The usual value of each signal and product; a term counts by its distance from it."""
    products: tuple[Product, ...] = field(init=False, repr=False, eq=False)
    _plain: tuple[float, ...] = field(init=False, repr=False, eq=False)
    _by_signals: Callable[..., float] = field(init=False, repr=False, eq=False)

    @products.default
    def _of_two(self) -> tuple[Product, ...]:
        parted = ((name, name.split("*"), weight) for name, weight in self.weights.items() if "*" in name)
        return tuple(Product(name, Side.named(a), Side.named(b), weight) for name, (a, b), weight in parted)

    @_plain.default
    def _by_place(self) -> tuple[float, ...]:
        return tuple(self.weights.get(signal.name, 0.0) for signal in SIGNALS)

    @_by_signals.default
    def _written_out(self) -> Callable[..., float]:
        """The sum as one expression of the values of all signals: half the cost of steps through weights and products.

        Of numbers and places alone, `2.5 + 1.2 * v0 + (0.7 * (v3 - 0.4) * v5 if v3 > 0.4 and v5 > 0.0 else 0.0)`.
        """
        start = self.constant - math.fsum(self.weights[name] * self.usual.get(name, 0.0) for name in self.weights)
        plain = [f"{float(weight)!r} * v{at}" for at, weight in enumerate(self._plain) if weight]
        told = " + ".join([repr(start), *plain, *[one.written_out() for one in self.products]])
        found: Callable[..., float] = eval(f"lambda {', '.join(f'v{at}' for at in range(len(SIGNALS)))}: {told}")  # noqa: S307
        return found

    def sum(self, values: Sequence[float], terms: Sequence[str]) -> float:
        """The weighted sum for the values of all signals, in their order, and the terms of the contrasts found."""
        total = self._by_signals(*values)
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
        for product in self.products:
            half = product.weight * (product.of(values) - self.usual.get(product.name, 0.0)) / 2
            parts[product.one.at] += half
            parts[product.other.at] += half
        return tuple(parts)


@frozen(kw_only=True)
class Judge:
    """A head that weighs what other heads say beside signals and terms; its log-odds are of a yes."""

    head: Head
    paraphrase: float
    """The weight of the log-odds of paraphrase."""
    similarity: float
    """The weight of the graded likeness."""

    def log_odds(
        self, values: Sequence[float], terms: Sequence[str], paraphrase: float, similarity: float = 0.0
    ) -> float:
        """The log-odds, for the values of all signals, some terms, and what the two heads say."""
        return self.head.sum(values, terms) + self.paraphrase * paraphrase + self.similarity * similarity


def term_of(contrast: Contrast) -> str:
    """The name under which a contrast has its weight."""
    return ("contrary " if contrast.contrary else "narrower ") + contrast.kind


def terms_of(contrasts: Sequence[Contrast]) -> Sequence[str]:
    """The terms of some contrasts, each once and in order."""
    return sorted({term_of(one) for one in contrasts}) if contrasts else ()


@frozen(kw_only=True)
class Model:
    """The heads for `paraphrase` and `search` (log-odds) and `similarity` (0 to 1), and those that judge by them."""

    paraphrase: Head
    similarity: Head
    related: Judge
    """Do two wordings answer to one question?"""
    same: Judge
    """Do two wordings on one question say the same, some objection (`objections.py`) weighed?"""
    search: Head
    stems: float
    letters: float
    """What the two scores of a ranking count in a search."""

    def similarity_of(self, values: Sequence[float], terms: Sequence[str]) -> float:
        """The graded likeness, 0 to 1."""
        return max(0.0, min(1.0, self.similarity.sum(values, terms)))

    def search_of(self, values: Sequence[float], stems: float, letters: float) -> float:
        """The log-odds that what a ranking found with these two scores is what was looked for."""
        return self.search.sum(values, ()) + self.stems * stems + self.letters * letters


def chance(log_odds: float) -> float:
    """The probability of these log-odds, 0 to 1."""
    return 1.0 / (1.0 + math.exp(-max(-STEEPEST, min(STEEPEST, log_odds))))


@cache
def shipped_model() -> Model:
    """The model that comes with claimtrack; its heads are made in `benchmarks/quality`, by `fit*.py`."""
    data = json.loads((files("claimtrack.comparing") / "model.json").read_text(encoding="utf-8"))

    def head(name: str) -> Head:
        one = data[name]
        return Head(constant=one["constant"], weights=one["weights"], usual=one["usual"])

    def judge(name: str) -> Judge:
        return Judge(head=head(name), paraphrase=data[name]["paraphrase"], similarity=data[name]["similarity"])

    return Model(
        paraphrase=head("paraphrase"),
        similarity=head("similarity"),
        related=judge("related"),
        same=judge("same"),
        search=head("search"),
        stems=data["search"]["stems"],
        letters=data["search"]["letters"],
    )
