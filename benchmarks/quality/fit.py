"""Fits src/claimtrack/comparing/model.json; the only place that needs scikit-learn.

    python benchmarks/quality/fit.py --shared ../shared [--check]

Paraphrase: one logistic regression on the pooled sets, each with its share: MRPC, STS-B train (4 and more against 3 and
less), SICK train (entailed and all but equal, or not), VitaminC (supported or refuted), the ledger's own pairs (the
same, or not), sentences made from these by swapping two words (not the same) or two halves (the same), which teach it
order, and pairs of strangers (not the same). Similarity: least squares on STS-B train and SICK train, scaled to 0..1.
The search head stays as it is in the file: `fit_search.py` makes it. `--check` writes nothing. The figures printed are
of five seeded folds, or of dev parts that nothing was fitted on.
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from measures import accuracy, auc, f1, pearson
from sets import labelled, own_pairs
from sklearn.linear_model import LogisticRegression, Ridge

from claimtrack.comparing.comparison import contrasts_of, measured
from claimtrack.comparing.model import term_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import ContrastKind
from claimtrack.features import Features, features_of

PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "comparing" / "model.json"
NAMES = [signal.name for signal in SIGNALS]
PRODUCTS: list[str] = [
    "last_word*last_word",
    "first_word*last_word",
    "least_left_over*first_word",
    "in_step*in_step",
    "in_blocks*in_blocks",
    "least_contained*shared_neighbours",
    "shared_twos*last_word",
    "figures_alone*denials",
    "least_letters*last_word",
    "shared_neighbours*figures_alone",
    "rarest_left_over*least_contained",
    "weight_shared*first_word",
    "rarest_shared*least_contained",
    "most_letters*denials",
    "fewest_left_over*in_blocks",
    "least_left_over*least_letters",
    "least_left_over*least_left_over",
    "rarest_left_over*first_word",
    "most_covered*most_letters",
    "in_step*rivals",
    "figures*figures",
    "spelling*figures",
    "spelling*spelling",
    "shared_twos*first_word",
    "spelling*first_word",
    "least_covered*rarest_left_over",
    "rarest_left_over*least_left_over",
    "least_contained*denials",
]
"""Of two signals each; chosen by `products.py`."""
TERMS = [f"{word} {kind.value}" for kind in ContrastKind for word in ("contrary", "narrower")]
FOLDS = 5
SEED = 20210908
SHARES = {
    "MRPC": 1.0,
    "STS-B": 0.06,
    "SICK": 0.04,
    "VitaminC": 0.12,
    "order": 0.04,
    "own pairs": 0.1,
    "strangers": 0.03,
}
STRANGERS = "strangers"
MOST_ROUNDS = 600
"""Iterations of the solver."""
ROWS = 24_000
"""What the shares of all rows come to, so that the stiffness means the same whatever the sets hold."""
STIFFNESS = 0.5
"""scikit-learn's C: the less, the smaller the weights."""


class Part(NamedTuple):
    """One set, its rows as the model sees them, and what people said."""

    name: str
    x: np.ndarray
    y: np.ndarray


def terms_of(left: Features, right: Features, products: Sequence[str]) -> list[float]:
    """The value of every term of a head for two wordings: signals, products, contrasts."""
    pairing = pair(right, left) if turned(left, right) else pair(left, right)
    values = measured(pairing)
    by_name = dict(zip(NAMES, values, strict=True))
    multiplied = [by_name[a] * by_name[b] for a, b in (name.split("*") for name in products)]
    found = {term_of(one) for one in contrasts_of(pairing)}
    return [*values, *multiplied, *(float(term in found) for term in TERMS)]


def matrix(texts: list[tuple[str, str]], products: Sequence[str]) -> np.ndarray:
    """The terms of many pairs of texts."""
    return np.array([terms_of(features_of(left), features_of(right), products) for left, right in texts])


def reordered(texts: list[str], seed: int = SEED) -> tuple[list[tuple[str, str]], list[int]]:
    """Sentences beside themselves with two words changed over (0), or with their two halves changed over (1)."""
    rng = random.Random(seed)
    pairs, labels = [], []
    for text in texts:
        words = text.split()
        places = [at for at in range(1, len(words)) if words[at].isalpha() and len(words[at]) > 3]
        names = [at for at in places if words[at][0].isupper()]
        chosen = names if len(names) > 1 else [at for at in places if words[at].islower()]
        far = [(a, b) for a in chosen for b in chosen if b - a > 1 and words[a] != words[b]]
        if far:
            a, b = rng.choice(far)
            other = list(words)
            other[a], other[b] = other[b], other[a]
            pairs.append((text, " ".join(other)))
            labels.append(0)
        halves = text.rstrip(". ").split(", ")
        if len(halves) == 2 and min(map(len, halves)) > 12:
            pairs.append((text, f"{halves[1]}, {halves[0]}."))
            labels.append(1)
    return pairs, labels


def strangers(texts: list[str], seed: int = SEED) -> list[tuple[str, str]]:
    """Sentences beside others that speak of something else, beside pieces of these, and beside pieces of themselves.

    None is a paraphrase. The labelled sets have hardly any such pair, and what a head says of them would be chance.
    """
    rng = random.Random(seed)
    pairs = []
    for text in texts:
        other = rng.choice(texts)
        words, mine = other.split(), text.split()
        at, count = rng.randrange(len(words)), rng.randint(1, 6)
        pairs.append((text, other))
        pairs.append((text, " ".join(words[at : at + count])))
        piece = mine[: rng.randint(1, max(1, len(mine) // 3))]
        pairs.append((text, " ".join(piece)))
        pairs.append((" ".join(piece), " ".join(words[at : at + count])))
    return [(left, right) for left, right in pairs if left != right]


def parts_of(
    place: Path, facts: Path, products: Sequence[str] = PRODUCTS
) -> tuple[list[Part], dict[str, tuple[np.ndarray, np.ndarray]]]:
    """The pooled sets of the paraphrase head, and the graded ones of the similarity head."""
    mrpc = labelled(place / "mrpc.tsv", "a", "b", "label")
    stsb = labelled(place / "stsb-train.tsv", "a", "b", "score")
    sick = labelled(place / "sick-train.tsv", "a", "b", "relatedness")
    entailed = [one.label == "ENTAILMENT" for one in labelled(place / "sick-train.tsv", "a", "b", "label")]
    vitaminc = labelled(place / "vitaminc-synthetic.tsv", "a", "b", "label")
    own = own_pairs(facts)
    apart = strangers([one.left for one in (*mrpc[1::4], *stsb[1::4], *sick[::8])])
    made, made_labels = reordered([one.left for one in (*mrpc[::2], *stsb[::2], *vitaminc[::4])])
    x = {
        "MRPC": matrix([(one.left, one.right) for one in mrpc], products),
        "STS-B": matrix([(one.left, one.right) for one in stsb], products),
        "SICK": matrix([(one.left, one.right) for one in sick], products),
        "VitaminC": matrix([(one.left, one.right) for one in vitaminc], products),
        "order": matrix(made, products),
        STRANGERS: matrix(apart, products),
        "own pairs": np.array([terms_of(one.left, one.right, products) for one in own]),
    }
    graded = {
        "STS-B": np.array([float(one.label) / 5 for one in stsb]),
        "SICK": np.array([(float(one.label) - 1) / 4 for one in sick]),
    }
    clear = (graded["STS-B"] >= 0.8) | (graded["STS-B"] <= 0.6)
    parts = [
        Part("MRPC", x["MRPC"], np.array([one.label == "1" for one in mrpc])),
        Part("STS-B", x["STS-B"][clear], graded["STS-B"][clear] >= 0.8),
        Part("SICK", x["SICK"], np.array(entailed) & (graded["SICK"] >= 0.875)),
        Part("VitaminC", x["VitaminC"], np.array([one.label == "SUPPORTS" for one in vitaminc])),
        Part("order", x["order"], np.array(made_labels, dtype=bool)),
        Part(STRANGERS, x[STRANGERS], np.zeros(len(apart), dtype=bool)),
        Part("own pairs", x["own pairs"], np.array([one.label == "same" for one in own])),
    ]
    return parts, {name: (x[name], truth) for name, truth in graded.items()}


class Weights(NamedTuple):
    """A linear head in units of the scale."""

    constant: float
    weights: np.ndarray

    def says(self, x: np.ndarray) -> np.ndarray:
        """The probability of a paraphrase for each row."""
        return 1.0 / (1.0 + np.exp(-np.clip(self.constant + x @ self.weights, -30, 30)))


class Scale(NamedTuple):
    """Terms beside their usual value, in units of their spread."""

    usual: np.ndarray
    spread: np.ndarray

    def of(self, x: np.ndarray) -> np.ndarray:
        return (x - self.usual) / self.spread


def scale_of(parts: list[Part]) -> Scale:
    """The usual values and spreads, each set weighing the same; contrasts are usually absent."""
    usual = np.mean([part.x.mean(0) for part in parts if part.name not in ("order", STRANGERS)], axis=0)
    spread = np.mean([part.x.std(0) for part in parts if part.name not in ("order", STRANGERS)], axis=0)
    usual[len(NAMES) + len(PRODUCTS) :] = 0.0
    spread[len(NAMES) + len(PRODUCTS) :] = 0.3
    return Scale(usual, spread + 1e-6)


def _constants(sets: int, nth: int, rows: int) -> np.ndarray:
    """Columns that give each set but the first a constant of its own, so heavy that it costs next to nothing."""
    columns = np.zeros((rows, sets - 1))
    if nth:
        columns[:, nth - 1] = 10.0
    return columns


def pooled(parts: list[Part], held: list[np.ndarray], scale: Scale) -> Weights:
    """The paraphrase head, fitted on what is not held out.

    The sets differ in what share of them is a paraphrase: each has its own constant in the fit, and MRPC's stays. The
    strangers, of which none is, share MRPC's.
    """
    x = np.vstack(
        [
            np.hstack(
                [scale.of(part.x[~out]), _constants(len(parts), 0 if part.name == STRANGERS else nth, (~out).sum())]
            )
            for nth, (part, out) in enumerate(zip(parts, held, strict=True))
        ]
    )
    y = np.concatenate([part.y[~out] for part, out in zip(parts, held, strict=True)])
    share = np.concatenate(
        [np.full((~out).sum(), SHARES[part.name] / (~out).sum()) for part, out in zip(parts, held, strict=True)]
    )
    fitted = LogisticRegression(C=STIFFNESS, max_iter=MOST_ROUNDS).fit(x, y, sample_weight=share / share.sum() * ROWS)
    return Weights(float(fitted.intercept_[0]), fitted.coef_[0][: parts[0].x.shape[1]])


def cross_validated(parts: list[Part], scale: Scale) -> dict[str, np.ndarray]:
    """What the pooled head says of each row when it was fitted without the fold that the row is in."""
    rng = np.random.default_rng(SEED)
    folds = [rng.permutation(len(part.y)) % FOLDS for part in parts]
    said = {part.name: np.zeros(len(part.y)) for part in parts}
    for fold in range(FOLDS):
        held = [of == fold for of in folds]
        model = pooled(parts, held, scale)
        for part, out in zip(parts, held, strict=True):
            said[part.name][out] = model.says(scale.of(part.x[out]))
    return said


def alone(part: Part, scale: Scale) -> np.ndarray:
    """What a head fitted to one set alone says of it, over five folds."""
    folds = np.random.default_rng(SEED).permutation(len(part.y)) % FOLDS
    said = np.zeros(len(part.y))
    for fold in range(FOLDS):
        out = folds == fold
        model = LogisticRegression(C=STIFFNESS, max_iter=MOST_ROUNDS).fit(scale.of(part.x[~out]), part.y[~out])
        said[out] = model.predict_proba(scale.of(part.x[out]))[:, 1]
    return said


def similarity(graded: dict[str, tuple[np.ndarray, np.ndarray]], scale: Scale) -> Ridge:
    """The similarity head."""
    x = np.vstack([scale.of(x) for x, _ in graded.values()])
    y = np.concatenate([truth for _, truth in graded.values()])
    share = np.concatenate([np.full(len(truth), 1 / len(truth)) for _, truth in graded.values()])
    return Ridge(alpha=100.0).fit(x, y, sample_weight=share / share.mean())


def head(constant: float, weights: np.ndarray, scale: Scale) -> dict[str, object]:
    """A head as it stands in the file: weights for values as they are, and the usual values."""
    names = [*NAMES, *PRODUCTS, *TERMS]
    raw = weights / scale.spread
    return {
        "constant": round(float(constant), 3),
        "weights": {name: round(float(one), 3) for name, one in zip(names, raw, strict=True) if abs(one) >= 0.0005},
        "usual": {name: round(float(one), 3) for name, one in zip(names, scale.usual, strict=True) if one},
    }


def show(parts: list[Part], said: dict[str, np.ndarray], scale: Scale) -> None:
    """The figures of the folds, set by set, with the reliability of the pooled head."""
    for part in parts:
        p = said[part.name]
        if part.name == STRANGERS:
            print(f"{part.name}: called paraphrases {(p >= 0.5).mean():.3f}, mean {p.mean():.3f}")
            continue
        line = f"{part.name}: accuracy {accuracy(p >= 0.5, part.y):.3f}, F1 {f1(p >= 0.5, part.y):.3f}"
        print(f"{line}, AUC {auc(p, part.y):.3f}")
    mrpc = parts[0]
    p = alone(mrpc, scale)
    print(f"MRPC, a head of its own: accuracy {accuracy(p >= 0.5, mrpc.y):.3f}, F1 {f1(p >= 0.5, mrpc.y):.3f}")
    print("reliability on MRPC (paraphrase, pairs, share that are paraphrases):")
    p = said["MRPC"]
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (p >= low) & (p < low + 0.1 + (low > 0.85))
        if inside.any():
            print(f"  {low:.1f} to {low + 0.1:.1f}: {inside.sum():5} {mrpc.y[inside].mean():.2f}")


def main() -> None:
    """Fit both heads, print the figures and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    place = given.shared / "eval"
    parts, graded = parts_of(place, given.shared / "facts")
    scale = scale_of(parts)
    show(parts, cross_validated(parts, scale), scale)
    graded_head = similarity(graded, scale)
    for name, path, label, low, width in (
        ("STS-B dev", "stsb-dev.tsv", "score", 0, 5),
        ("SICK dev", "sick-dev.tsv", "relatedness", 1, 4),
    ):
        dev = labelled(place / path, "a", "b", label)
        guess = graded_head.predict(scale.of(matrix([(one.left, one.right) for one in dev], PRODUCTS)))
        truth = [(float(one.label) - low) / width for one in dev]
        print(f"{name}: Pearson {pearson(np.clip(guess, 0, 1), truth):.3f}")
    nothing_held = [np.zeros(len(part.y), dtype=bool) for part in parts]
    paraphrase = pooled(parts, nothing_held, scale)
    written = {
        "version": 2,
        "made_by": "python benchmarks/quality/fit.py",
        "paraphrase": head(paraphrase.constant, paraphrase.weights, scale),
        "similarity": head(float(graded_head.intercept_), graded_head.coef_, scale),
        "search": json.loads(PLACE.read_text(encoding="utf-8"))["search"],
    }
    if not given.check:
        PLACE.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
