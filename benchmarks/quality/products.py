"""Chooses the products of two signals that `fit.py` takes into the heads, one after another, each the best to add.

    python benchmarks/quality/products.py --shared ../shared [--count 26]

What is made greater is the share of variance that least squares explain in five folds (`W` says what each set counts);
printed is the list as it stands in `fit.py`. Some minutes.
"""

import argparse
from itertools import combinations_with_replacement
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit import FOLDS, NAMES, SEED, TERMS, parts_of

W = {"MRPC": 2.0, "STS-B": 0.6, "SICK": 0.5, "VitaminC": 0.5, "order": 0.15, "own pairs": 0.02}
STIFFNESS = 20.0


class Fold(NamedTuple):
    """Products of columns inside and outside of one fold, so that any choice of columns is solved at once."""

    inside: np.ndarray
    inside_truth: np.ndarray
    outside: np.ndarray
    outside_truth: np.ndarray
    spread: float


def folds_of(x: np.ndarray, truth: np.ndarray) -> list[Fold]:
    """The five folds of one set."""
    x = (x - x.mean(0)) / (x.std(0) + 1e-6)
    truth = (truth - truth.mean()) / truth.std()
    nth = np.random.default_rng(SEED).permutation(len(truth)) % FOLDS
    found = []
    for fold in range(FOLDS):
        a, b = x[nth != fold], x[nth == fold]
        s, t = truth[nth != fold], truth[nth == fold]
        found.append(Fold(a.T @ a, a.T @ s, b.T @ b, b.T @ t, float(t @ t)))
    return found


def explained(folds: list[Fold], columns: list[int]) -> float:
    """The share of variance explained by these columns in folds that they were not fitted on."""
    rest = total = 0.0
    square = np.ix_(columns, columns)
    for fold in folds:
        weights = np.linalg.solve(fold.inside[square] + STIFFNESS * np.eye(len(columns)), fold.inside_truth[columns])
        rest += fold.spread - 2 * weights @ fold.outside_truth[columns] + weights @ fold.outside[square] @ weights
        total += fold.spread
    return 1.0 - rest / total


def main() -> None:
    """Print the chosen products."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--count", type=int, default=26)
    given = parser.parse_args()
    parts, graded = parts_of(given.shared / "eval", given.shared / "facts", products=[])
    pairs = list(combinations_with_replacement(range(len(NAMES)), 2))
    sets = {}
    for part in parts:
        if part.name not in W:
            continue
        x, truth = graded.get(part.name, (part.x, part.y.astype(float)))
        products = np.column_stack([x[:, a] * x[:, b] for a, b in pairs])
        sets[part.name] = folds_of(np.hstack([x, products]), truth)
    chosen = list(range(len(NAMES) + len(TERMS)))
    first = len(chosen)
    for _ in range(given.count):
        open_ = [at for at in range(first, first + len(pairs)) if at not in chosen]
        best = max(open_, key=lambda at: sum(W[name] * explained(folds, [*chosen, at]) for name, folds in sets.items()))
        chosen.append(best)
        a, b = pairs[best - first]
        figures = " ".join(f"{name} {explained(folds, chosen):.3f}" for name, folds in sets.items())
        print(f'    "{NAMES[a]}*{NAMES[b]}",  # {figures}', flush=True)


if __name__ == "__main__":
    main()
