"""Fits src/claimtrack/comparing/model.json; the only place that needs scikit-learn.

    python benchmarks/quality/fit.py --shared ../shared

Paraphrase: logistic regression on MRPC and STS-B train (4 and more against 2.5 and less), each weighing the same.
Similarity: least squares on STS-B train and SICK train, scaled to 0..1.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sets import labelled
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict

from claimtrack.comparing.pairing import pair
from claimtrack.comparing.signals import SIGNALS
from claimtrack.features import features_of

PLACE = Path(__file__).parents[2] / "src" / "claimtrack" / "comparing" / "model.json"
NAMES = list(SIGNALS)


def values(left: str, right: str) -> list[float]:
    """The value of every signal for two texts."""
    pairing = pair(features_of(left), features_of(right))
    return [signal(pairing).value for signal in SIGNALS.values()]


def head(constant: float, weights: np.ndarray) -> dict[str, object]:
    """A head as it stands in the file."""
    return {
        "constant": round(float(constant), 3),
        "weights": {name: round(float(weight), 3) for name, weight in zip(NAMES, weights, strict=True)},
    }


def pooled_fold(
    x_mrpc: np.ndarray, y_mrpc: np.ndarray, x_other: np.ndarray, y_other: np.ndarray, fold: int
) -> tuple[np.ndarray, np.ndarray]:
    """What the pooled regression says of a fifth of MRPC that it was not fitted on, and the truth."""
    held = np.arange(len(y_mrpc)) % 5 == fold
    x = np.vstack([x_mrpc[~held], x_other])
    y = np.concatenate([y_mrpc[~held], y_other]).astype(int)
    share = np.concatenate([np.full((~held).sum(), 1 / (~held).sum()), np.full(len(y_other), 1 / len(y_other))])
    model = LogisticRegression(C=1.0, max_iter=5000).fit(x, y, sample_weight=share / share.mean())
    return model.predict(x_mrpc[held]), y_mrpc[held]


def main() -> None:
    """Fit both heads and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    place = parser.parse_args().shared / "eval"
    mrpc = labelled(place / "mrpc.tsv", "a", "b", "label")
    stsb = labelled(place / "stsb-train.tsv", "a", "b", "score")
    sick = labelled(place / "sick-train.tsv", "a", "b", "relatedness")
    print(f"signals of {len(mrpc) + len(stsb) + len(sick)} pairs …", flush=True)
    x_mrpc, x_stsb, x_sick = (np.array([values(one.left, one.right) for one in part]) for part in (mrpc, stsb, sick))
    y_mrpc = np.array([int(one.label) for one in mrpc])
    graded_stsb = np.array([float(one.label) / 5 for one in stsb])
    graded_sick = np.array([(float(one.label) - 1) / 4 for one in sick])
    clear = (graded_stsb >= 0.8) | (graded_stsb <= 0.5)
    x = np.vstack([x_mrpc, x_stsb[clear]])
    y = np.concatenate([y_mrpc, graded_stsb[clear] >= 0.8]).astype(int)
    share = np.concatenate([np.full(len(part), 1 / len(part)) for part in (x_mrpc, x_stsb[clear])])
    paraphrase = LogisticRegression(C=1.0, max_iter=5000).fit(x, y, sample_weight=share / share.mean())
    folds = cross_val_predict(LogisticRegression(C=1.0, max_iter=5000), x_mrpc, y_mrpc, cv=5)
    print(f"MRPC alone, five folds: accuracy {np.mean(folds == y_mrpc):.3f}, F1 {f1_score(y_mrpc, folds):.3f}")
    pooled = [pooled_fold(x_mrpc, y_mrpc, x_stsb[clear], graded_stsb[clear] >= 0.8, fold) for fold in range(5)]
    truth = np.concatenate([one[1] for one in pooled])
    guess = np.concatenate([one[0] for one in pooled])
    print(f"MRPC, pooled model, five folds: accuracy {np.mean(guess == truth):.3f}, F1 {f1_score(truth, guess):.3f}")
    similarity = Ridge(alpha=1.0).fit(np.vstack([x_stsb, x_sick]), np.concatenate([graded_stsb, graded_sick]))
    written = {
        "version": 1,
        "made_by": "python benchmarks/quality/fit.py",
        "paraphrase": head(paraphrase.intercept_[0], paraphrase.coef_[0]),
        "similarity": head(float(similarity.intercept_), similarity.coef_),
    }
    PLACE.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")
    print(PLACE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
