"""Chooses the products of two signals that `fit.py` takes into a head, one after another, each the best to add.

    python benchmarks/quality/terms.py --shared ../shared [--head similarity] [--count 24] [--check]

A factor is a signal as it is, or how far it is beyond or short of one of its quartiles, as in Friedman's adaptive
regression splines (1991). Best to add is what promises most by the score test (Rao 1948) at the head fitted so far, the
sets counted as in the fit; one that those taken nearly make up already is passed over. Printed is the list as it stands
in `fit.py`; a change of signals or contrasts, however small, gives another about as good. `--check` chooses anew
without each of five folds of the paraphrase head and prints what a head so made says of it: what choosing and fitting
together are good for. Two minutes; with `--check` eight.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit import told
from heads import (
    RIDGE,
    STIFFNESS,
    Rows,
    least_squares,
    logistic,
    multiplied,
    paraphrase_head,
    paraphrase_rows,
    scale_of,
    side,
    similarity_rows,
)
from rows import LONE, NAMES, Part, folds_of, parts_of, usual

QUARTILES = (0.25, 0.5, 0.75)
SMALLEST_SPREAD = 2e-3
OWN = 0.05
"""The least share of a term that those taken do not make up."""


class Fitted(NamedTuple):
    """A head with the terms taken so far: how each row pulls at it, and how much it holds it."""

    rows: Rows
    pull: np.ndarray
    curvature: np.ndarray
    stiffness: float


def paraphrase(parts: Sequence[Part]) -> Fitted:
    """The paraphrase head."""
    rows = paraphrase_rows(parts, scale_of(usual(parts)))
    said = logistic(rows).predict_proba(rows.x)[:, 1]
    return Fitted(rows, rows.weights * (rows.y - said), rows.weights * said * (1 - said), STIFFNESS)


def similarity(parts: Sequence[Part]) -> Fitted:
    """The similarity head."""
    rows = similarity_rows(parts, scale_of(usual(parts)))
    said = least_squares(rows).predict(rows.x)
    return Fitted(rows, rows.weights * (rows.y - said), rows.weights, RIDGE)


def sides_of(parts: Sequence[Part]) -> list[str]:
    """The names of all factors: each signal as it is, and beyond and short of its quartiles."""
    x = np.vstack([part.x for part in usual(parts)])
    names = []
    for at, name in enumerate(NAMES):
        if at == LONE:  # it is left out of the rows
            continue
        names.append(name)
        for bound in sorted({round(float(one), 2) for one in np.quantile(x[:, at], QUARTILES)}):
            names += [f"{name}>{bound}"] * bool(bound < x[:, at].max()) + [f"{name}<{bound}"] * bool(
                bound > x[:, at].min()
            )
    return names


def best_of(names: Sequence[str], sides: np.ndarray, at: Fitted, taken: Sequence[str]) -> str:
    """The product that promises most; `sides` has a column for each name."""
    x = np.hstack([at.rows.x, np.ones((len(at.rows.y), 1))]).astype(np.float32)
    pull, curvature = at.pull.astype(np.float32), at.curvature.astype(np.float32)
    weighed = x * curvature[:, None]
    held = np.append(np.full(x.shape[1] - 1, at.stiffness), 1e-6)
    inverse = np.linalg.inv((weighed.T @ x).astype(float) + np.diag(held)).astype(np.float32)
    most, chosen = 0.0, ""
    for first in range(len(names)):
        found = sides[:, first : first + 1] * sides[:, first:]
        spread = found.std(0)
        found = (found - found.mean(0)) / np.where(spread > SMALLEST_SPREAD, spread, 1.0)
        shared = weighed.T @ found
        whole = curvature @ (found * found) + at.stiffness
        own = whole - (shared * (inverse @ shared)).sum(0)
        telling = (spread > SMALLEST_SPREAD) & (own > OWN * whole)
        gains = np.where(telling, (pull @ found) ** 2 / np.maximum(own, 0.5), 0.0)
        for second in np.argsort(-gains):
            name = f"{names[first]}*{names[first + second]}"
            if gains[second] <= most:
                break
            if name not in taken:
                most, chosen = float(gains[second]), name
                break
    return chosen


def chosen(
    parts: Sequence[Part], fitted: Callable[[Sequence[Part]], Fitted], count: int, *, show: bool = False
) -> list[str]:
    """So many products, in the order in which they were taken."""
    names = sides_of(parts)
    x = np.vstack([part.x for part in parts])
    sides = np.stack([side(x, name) for name in names], 1).astype(np.float32)
    products: list[str] = []
    for _ in range(count):
        products.append(best_of(names, sides, fitted([multiplied(part, products) for part in parts]), products))
        if show:
            print(f'    "{products[-1]}",', flush=True)
    return products


def checked(parts: Sequence[Part], count: int) -> None:
    """Choose and fit without each fold, and print what the heads so made say of the folds."""
    said = {part.name: np.zeros(len(part.y)) for part in parts}
    for held in folds_of(parts):
        kept = [part.but(out) for part, out in zip(parts, held, strict=True)]
        products = chosen(kept, paraphrase, count)
        kept = [multiplied(part, products) for part in kept]
        head = paraphrase_head(kept, scale_of(usual(kept)))
        for part, out in zip(parts, held, strict=True):
            said[part.name][out] = head.chance(multiplied(part, products), out)
    told(parts, said)


def main() -> None:
    """Print the chosen products."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--head", choices=["paraphrase", "similarity"], default="paraphrase")
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    parts, graded, _ = parts_of(given.shared / "eval", given.shared / "facts")
    if given.check:
        checked(parts, given.count)
    elif given.head == "paraphrase":
        chosen(parts, paraphrase, given.count, show=True)
    else:
        chosen(graded, similarity, given.count, show=True)


if __name__ == "__main__":
    main()
