"""Fits src/claimtrack/comparing/model.json; scikit-learn is needed in this folder alone.

    python benchmarks/quality/fit.py --shared ../shared [--check]

Paraphrase: one logistic regression on the pooled sets, each with its share: MRPC, STS-B train (4 and more against 3
and less), SICK train (entailed and all but equal, or not), VitaminC (supported or refuted), the ledger's own pairs and
those that other hands wrote (the same, or not), and pairs made from these: two words swapped (not the same), a half or
an ending moved (the same), synonyms put in or articles left out (the same), anything put in (not), and strangers (not);
`made.py` makes them.
Similarity: least squares on STS-B train and SICK train, scaled to 0..1, SICK with a constant of its own. Each head has
its own products of two signals. The other heads stay as they are in the file: `fit_relation.py` and `fit_search.py`
make them. `--check` writes nothing, `--without` leaves a set out (`held_out.py`). The figures printed are of five
seeded folds, or of dev parts that nothing was fitted on.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from heads import STIFFNESS, Weights, multiplied, paraphrase_head, scale_of, similarity_head
from made import SEED, STRANGERS
from measures import accuracy, auc, f1, pearson
from rows import FOLDS, NAMES, TERMS, Part, columns, folds_of, matrix, parts_of, usual
from sets import labelled
from sklearn.linear_model import LogisticRegression

import claimtrack
from claimtrack.text.lone_words import SPAN

PLACE = Path(claimtrack.__file__).parent / "comparing" / "model.json"
PRODUCTS = [
    "least_contained>0.45*shared_neighbours>0.0",
    "shared_neighbours>0.22*in_blocks>0.0",
    "spelling>0.45*last_word<1.0",
    "spelling>0.61*in_step>0.88",
    "weight_shared<0.34*fewest_left_over>0.83",
    "rarest_left_over>0.26*first_word<1.0",
    "most_letters<0.87*least_kin>0.53",
    "most_letters>0.71*denials<1.0",
    "shared_neighbours>0.22*least_letters>0.69",
    "most_things>0.86*figures_alone",
    "in_blocks>0.67*figures",
    "shared_twos<0.31*spelling<0.45",
    "least_covered<0.72*shared_neighbours>0.0",
    "most_covered>0.94*spelling>0.76",
    "last_word*least_kin<0.3",
    "last_word>0.5*most_things<0.63",
    "weight_shared>0.46*figures_alone<0.8",
    "most_letters>0.87*first_word<1.0",
    "in_blocks>0.5*most_deeds<0.97",
    "least_letters>0.48*most_letters>0.71",
    "most_letters>0.53*most_kin>0.98",
    "least_covered<0.49*weight_shared",
    "least_letters<0.69*in_blocks>0.67",
    "least_letters<0.48*spelling>0.45",
]
"""Of two signals each, for the paraphrase head; chosen by `terms.py`, like the next."""
GRADED_PRODUCTS = [
    "weight_shared>0.5*in_blocks<0.5",
    "least_contained*most_deeds<0.49",
    "rarest_shared>0.7*theme<0.95",
    "spelling<0.81*figures_alone<1.0",
    "least_covered>0.61*denials",
    "theme*theme<0.69",
    "most_covered<0.75*most_letters>0.68",
    "least_kin*places_apart<1.0",
    "least_covered>0.81*first_word<1.0",
    "least_letters*in_step<1.0",
    "least_letters<0.56*synonyms<1.0",
    "weight_shared<0.5*first_word>0.5",
    "spelling>0.56*denials<1.0",
    "least_left_over>0.93*shared_neighbours>0.0",
    "least_left_over<0.93*most_letters>0.48",
    "least_left_over<0.93*shared_twos>0.17",
]
"""The same for the similarity head."""
LONE_PLACE = PLACE.parents[1] / "text" / "lone_words.json"
LEAST_OF_WORDS = 0.03
LEAST = 0.0005
"""Weights below this are left out."""


def cross_validated(parts: list[Part]) -> dict[str, np.ndarray]:
    """What the pooled head says of each row when it was fitted without the fold that the row is in."""
    scale = scale_of(usual(parts))
    said = {part.name: np.zeros(len(part.y)) for part in parts}
    for held in folds_of(parts):
        head = paraphrase_head([part.but(out) for part, out in zip(parts, held, strict=True)], scale)
        for part, out in zip(parts, held, strict=True):
            said[part.name][out] = head.chance(part, out)
    return said


def alone(part: Part) -> np.ndarray:
    """What a head fitted to one set alone says of it, over five folds."""
    x = scale_of([part]).of(part.x)
    folds = np.random.default_rng(SEED).permutation(len(part.y)) % FOLDS
    said = np.zeros(len(part.y))
    for fold in range(FOLDS):
        out = folds == fold
        fitted = LogisticRegression(C=1 / STIFFNESS, max_iter=600).fit(x[~out], part.y[~out])
        said[out] = fitted.predict_proba(x[out])[:, 1]
    return said


def written(head: Weights, products: Sequence[str]) -> dict[str, Any]:
    """A head as it stands in the file: weights for values as they are, and the usual values."""
    names = [*NAMES, *products, *TERMS]
    raw = head.weights / head.scale.spread
    return {
        "constant": brief(head.constant),
        "weights": {name: brief(one) for name, one in zip(names, raw, strict=True) if abs(one) >= LEAST},
        "usual": {name: brief(one) for name, one in zip(names, head.scale.usual, strict=True) if one},
    }


def written_words(head: Weights, words: Sequence[str]) -> dict[str, object]:
    """The weights of lone words as they stand in their file."""
    told = {word: round(float(one), 2) for word, one in zip(words, head.lone, strict=True)}
    return {
        "version": 1,
        "made_by": "python benchmarks/quality/fit.py",
        "weights": {word: one for word, one in told.items() if abs(one) >= LEAST_OF_WORDS},
    }


def brief(figure: float) -> float:
    """Four figures that count: a product that is hardly ever beyond its bounds has a large weight and a small value."""
    return float(f"{figure:.4g}")


def told(parts: Sequence[Part], said: Mapping[str, np.ndarray]) -> None:
    """Print the figures of each set."""
    for part in parts:
        p = said[part.name]
        if part.hand:
            continue
        if part.name == STRANGERS:
            print(f"{part.name}: called paraphrases {(p >= 0.5).mean():.3f}, mean {p.mean():.3f}")
            continue
        line = f"{part.name}: accuracy {accuracy(p >= 0.5, part.y):.3f}, F1 {f1(p >= 0.5, part.y):.3f}"
        print(f"{line}, AUC {auc(p, part.y):.3f}")
        if part.added is not None:
            with_it = np.log(p / (1 - p)) + part.added
            print(f"{part.name}, who said it counted: AUC {auc(with_it, part.y):.3f}")


def told_of_hands(parts: Sequence[Part], said: Mapping[str, np.ndarray]) -> None:
    """Print the AUC of each hand's pairs among those that share alike."""
    for hand in dict.fromkeys(part.hand for part in parts if part.hand):
        layers = [part for part in parts if part.hand == hand and 0 < part.y.sum() < len(part.y)]
        sizes = [int(part.y.sum() * (~part.y).sum()) for part in layers]
        found = np.average([auc(said[part.name], part.y) for part in layers], weights=sizes)
        print(f"{hand}: AUC {found:.3f} among pairs that share alike")


def show(parts: list[Part]) -> None:
    """The figures of the folds, set by set, with the reliability of the pooled head."""
    said = cross_validated(parts)
    told(parts, said)
    told_of_hands(parts, said)
    mrpc = parts[0]
    p = alone(mrpc)
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
    parser.add_argument("--without", default="", metavar="SET")
    given = parser.parse_args()
    place = given.shared / "eval"
    parts, graded, words = parts_of(place, given.shared / "facts", given.without)
    parts = [multiplied(part, PRODUCTS) for part in parts]
    graded = [multiplied(part, GRADED_PRODUCTS) for part in graded]
    show(parts)
    similarity = similarity_head(graded, scale_of(graded))
    for name, path, label, low, width in (
        ("STS-B dev", "stsb-dev.tsv", "score", 0, 5),
        ("SICK dev", "sick-dev.tsv", "relatedness", 1, 4),
    ):
        rows = labelled(place / path, "a", "b", label)
        truth = np.array([(float(one.label) - low) / width for one in rows])
        found = matrix([(one.left, one.right) for one in rows])
        dev = multiplied(Part(name, found.x, truth, columns(found.lone, words)), GRADED_PRODUCTS)
        print(f"{name}: Pearson {pearson(np.clip(similarity.sum(dev.x), 0, 1), truth):.3f}")
    paraphrase = paraphrase_head(parts, scale_of(usual(parts)))
    heads = {
        "version": 3,
        "made_by": "python benchmarks/quality/fit.py",
        "paraphrase": written(paraphrase, PRODUCTS),
        "similarity": written(similarity, GRADED_PRODUCTS),
    }
    # the other heads stay as they are: `fit_relation.py` and `fit_search.py` make them anew
    heads = json.loads(PLACE.read_text(encoding="utf-8")) | heads
    # the signal of lone words is their sum, on a scale from 0 to 1
    heads["paraphrase"]["weights"]["lone_words"] = SPAN
    if not given.check:
        PLACE.write_text(json.dumps(heads, indent=2) + "\n", encoding="utf-8")
        LONE_PLACE.write_text(json.dumps(written_words(paraphrase, words), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
