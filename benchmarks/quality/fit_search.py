"""Fits the search head of src/claimtrack/comparing/model.json and leaves the other heads as they are.

    python benchmarks/quality/fit_search.py --shared ../shared [--check]

Of what the ranking finds for a post of CheckThat's train part, the claim that is repeated is to come first: a
conditional logit over each post's candidates (McFadden 1974; listwise in the sense of Cao et al. 2007), and a slope and
constant that make its sums log-odds. `--check` writes nothing. The figures printed are of seeded folds, in which all
posts of one claim stand together; nothing of the dev part is looked at.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from sets import rows

from claimtrack import ClaimSearch
from claimtrack.comparing.signals import SIGNALS

PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "comparing" / "model.json"
NAMES = [signal.name for signal in SIGNALS]
CANDIDATES, SHOWN, LONGEST = 60, 5, 2_000
FOLDS, SHUFFLES, SEED = 5, 4, 20200101
STIFFNESS = 2.0
"""What the squares of the weights cost, in units of the spread of each term."""
LEAST = 0.0005
"""A weight that is written."""


class Lists(NamedTuple):
    """The candidates of each post, in the order of the ranking."""

    x: np.ndarray
    """Posts × candidates × terms: stems, letters, the signals. Zeros where there are fewer candidates."""
    there: np.ndarray
    """Posts × candidates: is there one?"""
    right: np.ndarray
    """Posts × candidates: is it the claim that is repeated?"""
    claims: np.ndarray
    """The claim that each post repeats."""


class Weights(NamedTuple):
    """A head for terms as they are."""

    constant: float
    weights: np.ndarray


def lists_of(place: Path, split: str = "train") -> Lists:
    """The candidates for the posts of one part."""
    corpus = list(rows(place / "corpus.tsv"))
    searched = ClaimSearch([f"{row['vclaim']} {row['title']}"[:LONGEST] for row in corpus])
    wanted = {row["query_id"]: row["vclaim_id"] for row in rows(place / "qrels.tsv")}
    posts = [row for row in rows(place / "queries.tsv") if row["split"] == split and row["query_id"] in wanted]
    x = np.zeros((len(posts), CANDIDATES, 2 + len(NAMES)))
    there, right = np.zeros((2, len(posts), CANDIDATES), dtype=bool)
    for nth, post in enumerate(posts):
        for at, one in enumerate(searched.candidates(post["text"][:LONGEST], CANDIDATES)):
            x[nth, at] = [one.stems, one.letters, *one.signals]
            there[nth, at] = True
            right[nth, at] = corpus[one.position]["vclaim_id"] == wanted[post["query_id"]]
    return Lists(x, there, right, np.array([int(wanted[post["query_id"]]) for post in posts]))


def fitted(lists: Lists) -> Weights:
    """The head that makes the right candidates likest, each list by itself.

    No weight is below 0: each term is a reason to think of one thing, and a head free to take a reason for the contrary
    does so where posts hardly ever go, which is where two claims are that say the same.
    """
    found = lists.right.any(1)
    x, there, right = lists.x[found], lists.there[found], lists.right[found]
    spread = x[there].std(0) + 1e-6
    terms = x / spread

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = np.where(there, terms @ weights, -np.inf)
        odds = np.exp(sums - sums.max(1, keepdims=True))
        chances = odds / odds.sum(1, keepdims=True)
        slope = np.einsum("qcf,qc->f", terms, chances - right)
        return -np.log(chances[right]).sum() + STIFFNESS * weights @ weights, slope + 2 * STIFFNESS * weights

    bounds = [(0.0, None)] * x.shape[2]
    weights = minimize(cost, np.zeros(x.shape[2]), jac=True, method="L-BFGS-B", bounds=bounds).x / spread
    return calibrated(weights, *of_the_first(lists, lists.x @ weights))


def of_the_first(lists: Lists, sums: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sums of the likest candidates of each post, those that a search shows, and whether they are right."""
    sums = np.where(lists.there, sums, -np.inf)
    first = np.argsort(-sums, axis=1, kind="stable")[:, :SHOWN]
    there, found, right = (np.take_along_axis(one, first, 1) for one in (lists.there, sums, lists.right))
    return found[there], right[there]


def calibrated(weights: np.ndarray, sums: np.ndarray, right: np.ndarray) -> Weights:
    """The same order with sums that are log-odds (Platt 2000)."""

    def cost(given: np.ndarray) -> float:
        odds = given[0] + given[1] * sums
        return float((np.logaddexp(0.0, odds) - right * odds).sum())

    constant, slope = minimize(cost, np.array([-sums.max() / 2, 0.5]), method="Nelder-Mead").x
    return Weights(float(constant), slope * weights)


def mean_reciprocal(lists: Lists, sums: np.ndarray, most: int = 5) -> float:
    """MAP@5 where one claim is right: one over its place, nothing beyond the fifth."""
    sums = np.where(lists.there, sums, -np.inf)
    of_right = np.where(lists.right, sums, -np.inf).max(1)
    place = 1 + (sums > of_right[:, None]).sum(1)
    return float(np.where(lists.right.any(1) & (place <= most), 1 / place, 0.0).mean())


def part(lists: Lists, which: np.ndarray) -> Lists:
    """Some of the posts."""
    return Lists(*(one[which] for one in lists))


def held_out(lists: Lists, seed: int) -> np.ndarray:
    """The sums of each post's candidates under a head that was fitted without its claim."""
    claims = np.unique(lists.claims)
    fold = np.random.default_rng(seed).permutation(len(claims)) % FOLDS
    of_post = fold[np.searchsorted(claims, lists.claims)]
    sums = np.zeros(lists.there.shape)
    for nth in range(FOLDS):
        head = fitted(part(lists, of_post != nth))
        sums[of_post == nth] = head.constant + lists.x[of_post == nth] @ head.weights
    return sums


def reliability(lists: Lists, sums: np.ndarray) -> None:
    """Print how often a candidate is right that is said to be so with some probability."""
    found, right = of_the_first(lists, sums)
    said = 1.0 / (1.0 + np.exp(-found))
    print(f"reliability of the first {SHOWN} (score, matches, share that are right):")
    for low in np.arange(0.0, 1.0, 0.2):
        inside = (said >= low) & (said < low + 0.2)
        print(f"  {low:.1f} to {low + 0.2:.1f}: {inside.sum():6} {right[inside].mean():.3f}")


def head(found: Weights, usual: Sequence[float]) -> dict[str, object]:
    """The search head as it stands in the file; each signal counts by its distance from its usual value."""
    counts = [(*one, mean) for *one, mean in zip(NAMES, found.weights[2:], usual, strict=True) if one[1] >= LEAST]
    return {
        "constant": round(found.constant + sum(float(one) * mean for _, one, mean in counts), 3),
        "stems": round(float(found.weights[0]), 3),
        "letters": round(float(found.weights[1]), 3),
        "weights": {name: round(float(one), 3) for name, one, _ in counts},
        "usual": {name: round(float(one), 3) for name, _, one in counts},
    }


def main() -> None:
    """Print the figures of the folds, fit the head and write it into the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    lists = lists_of(given.shared / "eval" / "retrieval")
    in_order = np.broadcast_to(-np.arange(CANDIDATES, dtype=float), lists.there.shape)
    print(f"among the {CANDIDATES} candidates: {lists.right.any(1).mean():.3f} of {len(lists.claims)} posts")
    print(f"MAP@5, the ranking's own order: {mean_reciprocal(lists, in_order):.4f}")
    folds = [held_out(lists, SEED + nth) for nth in range(SHUFFLES)]
    figures = [mean_reciprocal(lists, sums) for sums in folds]
    print(f"MAP@5, {FOLDS} folds, {SHUFFLES} times: {np.mean(figures):.4f} ({min(figures):.4f} to {max(figures):.4f})")
    reliability(lists, folds[0])
    if not given.check:
        written = json.loads(PLACE.read_text(encoding="utf-8"))
        written["search"] = head(fitted(lists), lists.x[lists.there][:, 2:].mean(0).round(3).tolist())
        PLACE.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
