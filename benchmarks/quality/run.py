"""Scores comparing on labelled sets that it does not ship, beside a naive baseline.

    python benchmarks/quality/run.py --shared ../shared

Skips with a clear word where the sets are absent. `--quick` takes the first rows of each set, so that CI sees it run.
STS-B and SICK are scored on their dev parts, which nothing was fitted on; `fit.py` prints MRPC by five folds. The
relation's thresholds were chosen while looking at MRPC and at `pairs-dev`; SemAntoNeg, RTE-3 and the negated
statements were not looked at for anything.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import yaml
from rapidfuzz import fuzz
from sets import labelled, rows

from claimtrack.comparing import compare, compare_features
from claimtrack.evidence import Comparison
from claimtrack.features import features_of
from claimtrack.when import parse_when

QUICK = 60
RELATIONS = ("same", "partial", "diverge", "unrelated")
WORDS = {
    "same-claim": "same",
    "agree-partly": "partial",
    "diverge": "diverge",
    "related-but-different": "unrelated",
    "unrelated": "unrelated",
}


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    place = given.shared / "eval"
    if not place.is_dir():
        print("quality: skipped, the labelled sets are not here (say where with --shared)")
        sys.exit(0)
    most = QUICK if given.quick else None
    print(f"{'set':22} {'figure':34} {'ours':>7} {'token_sort':>11}")
    _mrpc(place, most)
    _stsb(place, most)
    _sick(place, most)
    _diverge_recall(place, most)
    _semantoneg(place, most)
    _rte3(place, most)
    _pairs(given.shared / "facts", most)


def _line(name: str, figure: str, ours: float, naive: float | None = None) -> None:
    shown = f"{naive:11.3f}" if naive is not None else f"{'':>11}"
    print(f"{name:22} {figure:34} {ours:7.3f} {shown}", flush=True)


def _mrpc(place: Path, most: int | None) -> None:
    pairs = labelled(place / "mrpc.tsv", "a", "b", "label")[:most]
    found = [compare(one.left, one.right) for one in pairs]
    truth = [one.label == "1" for one in pairs]
    raw = [fuzz.token_sort_ratio(one.left, one.right) / 100 for one in pairs]
    _line(
        "MRPC (fitted on)",
        "accuracy at paraphrase >= .5",
        _accuracy([c.paraphrase >= 0.5 for c in found], truth),
        _accuracy([value >= 0.6 for value in raw], truth),
    )
    _line(
        "MRPC (fitted on)",
        "F1 at paraphrase >= .5",
        _f1([c.paraphrase >= 0.5 for c in found], truth),
        _f1([value >= 0.6 for value in raw], truth),
    )
    positive = [c for c, is_paraphrase in zip(found, truth, strict=True) if is_paraphrase]
    _line("MRPC", "share of paraphrases called diverge", sum(c.relation == "diverge" for c in positive) / len(positive))


def _stsb(place: Path, most: int | None) -> None:
    pairs = labelled(place / "stsb-dev.tsv", "a", "b", "score")[:most]
    found = [compare(one.left, one.right) for one in pairs]
    truth = [float(one.label) for one in pairs]
    raw = [fuzz.token_sort_ratio(one.left, one.right) for one in pairs]
    _line("STS-B dev", "Pearson of similarity", _pearson([c.similarity for c in found], truth), _pearson(raw, truth))
    high = [c for c, score in zip(found, truth, strict=True) if score >= 4.5]
    _line("STS-B dev, 4.5 and more", "share called diverge", sum(c.relation == "diverge" for c in high) / len(high))


def _sick(place: Path, most: int | None) -> None:
    table = list(rows(place / "sick-dev.tsv"))[:most]
    found = [compare(row["a"], row["b"]) for row in table]
    truth = [row["label"] == "CONTRADICTION" for row in table]
    _line("SICK dev", "F1 of diverge for CONTRADICTION", _f1([c.relation == "diverge" for c in found], truth))
    graded = [float(row["relatedness"]) for row in table]
    raw = [fuzz.token_sort_ratio(row["a"], row["b"]) for row in table]
    _line("SICK dev", "Pearson of similarity", _pearson([c.similarity for c in found], graded), _pearson(raw, graded))


def _diverge_recall(place: Path, most: int | None) -> None:
    table = list(rows(place / "negated-dev.tsv"))[:most]
    found = [compare(row["a"], row["b"]).relation == "diverge" for row in table]
    _line("negated statements", "recall of diverge", sum(found) / len(found))


def _semantoneg(place: Path, most: int | None) -> None:
    table = list(rows(place / "semantoneg-dev.tsv"))[:most]
    right = naive = 0
    for row in table:
        candidates = [row["cand0"], row["cand1"], row["cand2"]]
        ranks = [_rank(compare(row["input"], one)) for one in candidates]
        right += ranks.index(max(ranks)) == int(row["correct"])
        raw = [fuzz.token_sort_ratio(row["input"], one) for one in candidates]
        naive += raw.index(max(raw)) == int(row["correct"])
    _line("SemAntoNeg", "accuracy", right / len(table), naive / len(table))


def _rank(found: Comparison) -> tuple[bool, float]:
    return (found.relation != "diverge", found.paraphrase)


def _rte3(place: Path, most: int | None) -> None:
    pairs = labelled(place / "rte3-dev.tsv", "a", "b", "label")[:most]
    found = [compare(one.left, one.right).relation == "diverge" for one in pairs]
    truth = [one.label.casefold() == "contradiction" for one in pairs]
    _line("RTE-3 dev", "F1 of diverge for contradiction", _f1(found, truth))
    _line("RTE-3 dev", "precision of diverge", _precision(found, truth))


def _pairs(facts: Path, most: int | None) -> None:
    claims = {one["id"]: one for one in yaml.load((facts / "claims.yaml").read_text("utf-8"), yaml.CBaseLoader)}

    def features(claim_id: str) -> object:
        claim = claims[claim_id]
        when = claim["said_on"] if claim["said_on"] not in ("null", "") else claim["published_on"]
        return features_of(claim["text_own_words"], said=parse_when(when) if when not in ("null", "") else None)

    table = list(rows(facts / "pairs-dev.tsv"))[:most]
    found = [compare_features(features(row["id_a"]), features(row["id_b"])) for row in table]
    truth = [WORDS[row["label"]] for row in table]
    each = {name: _f1([c.relation == name for c in found], [one == name for one in truth]) for name in RELATIONS}
    _line("facts/pairs-dev", "macro F1 of the four relations", sum(each.values()) / len(each))
    for name, value in each.items():
        _line("facts/pairs-dev", f"F1 of {name}", value)
    scores = [c.paraphrase for c in found]
    _line("facts/pairs-dev", "AUC of same against the rest", _auc(scores, [one == "same" for one in truth]))
    print(
        "facts/pairs-dev: said | found:", dict(Counter((t, str(c.relation)) for t, c in zip(truth, found, strict=True)))
    )


def _accuracy(found: list[bool], truth: list[bool]) -> float:
    return sum(a == b for a, b in zip(found, truth, strict=True)) / len(truth)


def _precision(found: list[bool], truth: list[bool]) -> float:
    return sum(a and b for a, b in zip(found, truth, strict=True)) / max(1, sum(found))


def _f1(found: list[bool], truth: list[bool]) -> float:
    both = sum(a and b for a, b in zip(found, truth, strict=True))
    return 2 * both / max(1, sum(found) + sum(truth))


def _pearson(x: list[float], y: list[float]) -> float:
    mx, my = sum(x) / len(x), sum(y) / len(y)
    top = sum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    return top / max(1e-12, (sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y)) ** 0.5)


def _auc(scores: list[float], truth: list[bool]) -> float:
    """The chance that a true one scores above a false one, ties counted half."""
    good = [s for s, t in zip(scores, truth, strict=True) if t]
    bad = [s for s, t in zip(scores, truth, strict=True) if not t]
    wins = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    return wins / max(1, len(good) * len(bad))


if __name__ == "__main__":
    main()
