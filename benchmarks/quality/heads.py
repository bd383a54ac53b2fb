"""How the heads are fitted: products of signals, what is usual of each term, and the rows of all sets in one."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from made import ORDER, OTHER_WORDS, STRANGERS
from rows import NAMES, TERMS, Part
from scipy import sparse
from sklearn.linear_model import LogisticRegression, Ridge

from claimtrack.comparing.model import Side

SHARES = {
    "MRPC": 1.0,
    "STS-B": 0.06,
    "SICK": 0.04,
    "VitaminC": 0.3,
    ORDER: 0.03,
    "own pairs": 0.05,
    STRANGERS: 0.12,
    OTHER_WORDS: 0.03,
}
OF_A_HAND = 0.02
"""What each set, and all pairs of one hand, count for the paraphrase head; the graded ones count alike for the
similarity head."""
ROWS = 24_000
"""What the shares of all rows come to, so that the stiffness means the same whatever the sets hold."""
STIFFNESS = 8.0
"""Of the paraphrase head (the inverse of scikit-learn's C): the more, the smaller the weights."""
LONE_SCALE = 0.2
"""What a lone word counts in units of the scale: the less, the smaller their weights beside the other terms'."""
RIDGE = 100.0
"""The same for the similarity head (scikit-learn's alpha)."""
MOST_ROUNDS = 600
"""Iterations of the solver."""


def side(x: np.ndarray, name: str) -> np.ndarray:
    """One factor of a product for each row: a signal as it is or from a bound on, as the model reads its name."""
    at, sign, bound = Side.named(name)
    return np.maximum(0.0, sign * (x[:, at] - bound))


def multiplied(part: Part, products: Sequence[str]) -> Part:
    """A set with products of two signals put between signals and contrasts."""
    x, sides = part.x, [name.split("*") for name in products]
    columns = [side(x, one) * side(x, other) for one, other in sides]
    return part._replace(x=np.column_stack([x[:, : len(NAMES)], *columns, x[:, len(NAMES) :]]))


class Scale(NamedTuple):
    """Terms beside their usual value, in units of their spread."""

    usual: np.ndarray
    spread: np.ndarray

    def of(self, x: np.ndarray) -> np.ndarray:
        """The rows on this scale."""
        return (x - self.usual) / self.spread


def scale_of(parts: Sequence[Part]) -> Scale:
    """The usual values and spreads, each set weighing the same; contrasts are usually absent."""
    usual = np.mean([part.x.mean(0) for part in parts], axis=0)
    spread = np.mean([part.x.std(0) for part in parts], axis=0)
    usual[-len(TERMS) :] = 0.0
    spread[-len(TERMS) :] = 0.3
    return Scale(usual, spread + 1e-6)


class Rows(NamedTuple):
    """All sets in one: terms on a scale with a constant for each set but the first, what people said, what each counts.

    The constants' columns are so large that they cost next to nothing.
    """

    x: np.ndarray
    y: np.ndarray
    weights: np.ndarray


def rows_of(parts: Sequence[Part], scale: Scale, shares: Sequence[float], whole: float) -> Rows:
    """The sets differ in how much of them is a paraphrase or alike, so each has its own constant in the fit.

    The strangers, of which none is a paraphrase, share the first set's.
    """
    constants = np.zeros((len(parts), len(parts) - 1))
    for nth, part in enumerate(parts):
        if nth and part.name != STRANGERS:
            constants[nth, nth - 1] = 10.0
    x = [np.hstack([scale.of(part.x), np.tile(constants[nth], (len(part.y), 1))]) for nth, part in enumerate(parts)]
    weights = np.concatenate([np.full(len(part.y), one / len(part.y)) for part, one in zip(parts, shares, strict=True)])
    y = np.concatenate([part.y for part in parts])
    return Rows(np.vstack(x), y, weights / weights.sum() * whole)


def paraphrase_rows(parts: Sequence[Part], scale: Scale) -> Rows:
    """The rows of the paraphrase head."""
    of_hands = Counter({part.hand: 0 for part in parts})
    for part in parts:
        of_hands[part.hand] += len(part.y)
    shares = [OF_A_HAND * len(part.y) / of_hands[part.hand] if part.hand else SHARES[part.name] for part in parts]
    return rows_of(parts, scale, shares, ROWS)


def similarity_rows(parts: Sequence[Part], scale: Scale) -> Rows:
    """The rows of the similarity head."""
    return rows_of(parts, scale, [1.0] * len(parts), sum(len(part.y) for part in parts))


def logistic(rows: Rows) -> LogisticRegression:
    """A logistic regression on them."""
    return LogisticRegression(C=1 / STIFFNESS, max_iter=MOST_ROUNDS).fit(rows.x, rows.y, sample_weight=rows.weights)


def least_squares(rows: Rows) -> Ridge:
    """A ridge regression on them."""
    return Ridge(alpha=RIDGE).fit(rows.x, rows.y, sample_weight=rows.weights)


class Weights(NamedTuple):
    """A linear head in units of the scale, and the weights of lone words."""

    constant: float
    weights: np.ndarray
    scale: Scale
    lone: np.ndarray | None = None

    def sum(self, x: np.ndarray) -> np.ndarray:
        """The weighted sum for each row, lone words aside."""
        return self.constant + self.scale.of(x) @ self.weights

    def chance(self, part: Part, of: np.ndarray | slice = slice(None)) -> np.ndarray:
        """The probability of a paraphrase for these rows of a set."""
        odds = self.sum(part.x[of]) + (0.0 if self.lone is None else part.lone[of] @ self.lone)
        return 1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30)))


def paraphrase_head(parts: Sequence[Part], scale: Scale) -> Weights:
    """The paraphrase head, fitted together with the weights of lone words; its constant is the first set's."""
    rows = paraphrase_rows(parts, scale)
    lone = sparse.vstack([part.lone for part in parts]) * LONE_SCALE
    whole = rows._replace(x=sparse.hstack([sparse.csr_matrix(rows.x), lone]).tocsr())
    fitted = logistic(whole)
    found, end = fitted.coef_[0], rows.x.shape[1]
    return Weights(float(fitted.intercept_[0]), found[: len(scale.usual)], scale, found[end:] * LONE_SCALE)


def similarity_head(parts: Sequence[Part], scale: Scale) -> Weights:
    """The similarity head; its constant is the first set's."""
    fitted = least_squares(similarity_rows(parts, scale))
    return Weights(float(fitted.intercept_), fitted.coef_[: len(scale.usual)], scale)
