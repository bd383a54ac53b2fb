"""Fits the heads of src/claimtrack/comparing/model.json that judge how two wordings stand, and leaves the others.

    python benchmarks/quality/fit_relation.py --shared ../shared [--check]

Two logistic regressions on what the paraphrase and the similarity head say, and on signals; no reason for a yes may
come to speak against it. *Related*: do the two answer to one question? *Same*: does each say what the other says, some
objection (`objections.py`) weighed? Fitted on pairs that a person gave a relation: the ledger's own, the minimal and
the written ones (each writer a set), STS-B train (4.5 and more the same, 2 and more partial, 1 and less unrelated) and
SICK train (entailed and as good as equal the same, neutral partial). Neither head says *diverge*. `--check` writes
nothing, `--without` leaves a set out (`held_out.py`). The figures printed are macro F1 and the F1 of *same* and
*unrelated*: of five seeded folds, and with the whole set held out, of these heads alone. To be run after `fit.py`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit import PLACE, brief
from measures import f1
from rows import LAYERS, NAMES, layer_of
from scipy.optimize import minimize
from sets import HANDS, own_pairs, rows, written_pairs

from claimtrack.comparing.circumstances import NOTHING_KNOWN, Circumstances
from claimtrack.comparing.comparison import compare_features, contrasts_of
from claimtrack.comparing.objections import SETTLED, Objection, objection_to
from claimtrack.comparing.relation import surely_related
from claimtrack.evidence import Relation
from claimtrack.features import Features, features_of

OWN, SHORT, STSB, SICK = "own pairs", "short pairs", "STS-B", "SICK"
OF_RELATED = ("least_kin", "most_kin", "most_things", "theme", "least_covered", "most_covered")
"""The signals of the first head: more of them fit better and are worse on a set held out."""
STIFFNESS = 30.0
"""What half the square of each weight costs, in units of the spread of each term: the more, the smaller the weights."""
ENOUGH = 150
"""Rows from which a set counts in full."""
SHARES = {OWN: 2.0, SHORT: 2.0} | dict.fromkeys(HANDS, 0.3)
"""What the ledger's own pairs, which these heads are for, a thousand short ones, and those of one hand count.

The eleven hands together are three sets: with more, a little in common spoke for one content, and short pairs suffered.
"""
FOLDS, SHUFFLES, SEED = 5, 3, 20210616


class Case(NamedTuple):
    """What the heads see of a pair, and the relation that a person gave."""

    truth: str
    diverges: bool
    surely_related: bool | None
    objection: Objection
    values: Sequence[float]
    of_model: float
    wording_odds: float
    is_likely: bool
    similarity: float


Sets = Mapping[str, Sequence[Case]]
Columns = Callable[[Case], Sequence[float]]


def case_of(left: Features, right: Features, truth: str, known: Circumstances = NOTHING_KNOWN) -> Case:
    """A pair of wordings as the heads see it."""
    found = compare_features(left, right, known=known)
    inside = found.inside
    pairing = inside.pairing
    contrasts = contrasts_of(pairing)
    return Case(
        truth,
        found.relation is Relation.DIVERGE,
        surely_related(pairing),
        objection_to(pairing, contrasts, inside)[0],
        inside.values,
        inside.of_model,
        inside.wording_odds,
        inside.odds >= 0.0,
        inside.similarity,
    )


def sets_of(shared: Path) -> dict[str, list[Case]]:
    """Every set by its name."""
    place = shared / "eval"
    found: dict[str, list[Case]] = {name: [] for name in (OWN, SHORT, *HANDS, STSB, SICK)}
    found[OWN] = [case_of(one.left, one.right, one.label, one.known) for one in own_pairs(shared / "facts")]

    def add(name: str, left: str, right: str, truth: str) -> None:
        if truth and left != right:
            found[name].append(case_of(features_of(left), features_of(right), truth))

    for row in rows(Path(__file__).parent / "minimal_pairs.tsv"):
        add(SHORT, row["left"], row["right"], row["relation"])
    for kind, one in written_pairs():
        add(kind if kind in HANDS else SHORT, *one)
    for row in rows(place / "stsb-train.tsv"):
        add(STSB, row["a"], row["b"], _of_score(float(row["score"])))
    for row in rows(place / "sick-train.tsv"):
        add(SICK, row["a"], row["b"], _of_entailment(row["label"], float(row["relatedness"])))
    return found


def _of_score(score: float) -> str:
    """Scores between two relations are left out."""
    return (
        "same" if score >= 4.5 else "" if score >= 4 else "partial" if score >= 2 else "" if score > 1 else "unrelated"
    )


def _of_entailment(label: str, relatedness: float) -> str:
    if label == "ENTAILMENT":
        return "same" if relatedness >= 4.6 else ""
    return "partial" if label == "NEUTRAL" else ""


def columns_of_related(case: Case) -> list[float]:
    return [case.of_model, case.similarity, *(case.values[NAMES.index(name)] for name in OF_RELATED)]


WEIGHED = [one for one in Objection if one not in (*SETTLED, Objection.NONE)]


def columns_of_same(case: Case) -> list[float]:
    return [case.wording_odds, *case.values, *(float(case.objection is one) for one in WEIGHED)]


class Fitted(NamedTuple):
    """A logistic regression on columns as they are; `usual` are their means."""

    constant: float
    weights: np.ndarray
    usual: np.ndarray

    def log_odds(self, x: np.ndarray) -> np.ndarray:
        """The log-odds for each row."""
        return self.constant + (x - self.usual) @ self.weights


def fitted(
    sets: Iterable[tuple[str, Sequence[Case]]], columns: Columns, wanted: Callable[[Case], bool], against: int = 0
) -> Fitted:
    """Each set counts alike, a yes and a no in it alike too: what is rare among them is rare by how they were chosen.

    Several of one name are layers of one set.

    No weight is below 0, and none of the last columns, so many as speak `against` a yes, above it. A free head learns
    how pairs were chosen: writers put what is the same in other words, and keep the words where they change a fact, so
    that shared words would speak against one content.
    """
    x, y, counts = [], [], []
    sets = list(sets)
    sizes: Counter[str] = Counter()
    for name, cases in sets:
        sizes[name] += len(cases)
    for name, cases in sets:
        told = np.array([wanted(one) for one in cases], dtype=bool)
        share = SHARES.get(name, 1.0) * len(cases) / max(sizes[name], ENOUGH) / 2
        for answer in (True, False):
            chosen = [one for one, said in zip(cases, told, strict=True) if said is np.bool_(answer)]
            x += [columns(one) for one in chosen]
            y += [answer] * len(chosen)
            counts += [share / len(chosen)] * len(chosen) if chosen else []
    terms, weights = np.array(x), np.array(counts)
    usual, spread = terms.mean(0), terms.std(0) + 1e-6
    scaled, truth, weights = (terms - usual) / spread, np.array(y, dtype=float), weights / weights.mean()

    def cost(given: np.ndarray) -> tuple[float, np.ndarray]:
        odds = given[0] + scaled @ given[1:]
        missed = weights * (1.0 / (1.0 + np.exp(-odds)) - truth)
        loss = weights @ (np.logaddexp(0.0, odds) - truth * odds) + STIFFNESS / 2 * given[1:] @ given[1:]
        return float(loss), np.concatenate([[missed.sum()], scaled.T @ missed + STIFFNESS * given[1:]])

    count = terms.shape[1]
    bounds = [(None, None), *[(0.0, None)] * (count - against), *[(None, 0.0)] * against]
    found = minimize(cost, np.zeros(1 + count), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Fitted(float(found[0]), found[1:] / spread, usual)


def of_related(sets: Sets) -> Fitted:
    """The head that tells whether two wordings answer to one question; SICK's captions are not asked."""
    chosen = [(name, cases) for name, cases in sets.items() if name not in (SHORT, SICK)]
    return fitted(chosen, columns_of_related, lambda one: one.truth != "unrelated")


def of_same(sets: Sets) -> Fitted:
    """The head that tells whether two wordings on one question say the same."""
    chosen: list[tuple[str, Sequence[Case]]] = []
    for name, cases in sets.items():
        open_ = [one for one in cases if one.truth != "unrelated" and not one.diverges and one.objection not in SETTLED]
        chosen += [(name, layer) for layer in (layers(open_) if name in HANDS else [open_])]
    return fitted(chosen, columns_of_same, lambda one: one.truth == "same", against=len(WEIGHED))


def layers(cases: Sequence[Case]) -> list[list[Case]]:
    """The pairs of one hand in LAYERS by how much both have in common, as `rows.layers_of` has them for `fit.py`."""
    if not cases:
        return []
    layer = layer_of(np.array([one.values for one in cases]))
    return [[one for one, of in zip(cases, layer, strict=True) if of == nth] for nth in range(LAYERS)]


def said(cases: Sequence[Case], related: Fitted, same: Fitted) -> list[str]:
    """The relation of each, as `relation_of` gives it."""
    is_related = related.log_odds(np.array([columns_of_related(one) for one in cases])) >= 0
    is_same = same.log_odds(np.array([columns_of_same(one) for one in cases])) >= 0
    told = []
    for one, near, equal in zip(cases, is_related, is_same, strict=True):
        if one.diverges:
            told.append("diverge")
        elif not (near if one.surely_related is None else one.surely_related):
            told.append("unrelated")
        else:
            told.append("same" if SETTLED.get(one.objection, equal and one.is_likely) else "partial")
    return told


def figures(truth: Sequence[str], told: Sequence[str]) -> tuple[float, float, float]:
    """Macro F1 over the four relations, and the F1 of *same* and of *unrelated*."""
    each = {str(name): f1([one == name for one in told], [one == name for one in truth]) for name in Relation}
    return sum(each.values()) / len(each), each["same"], each["unrelated"]


def in_folds(sets: Sets, seed: int) -> dict[str, list[str]]:
    """What heads say of each pair that were fitted without its fold."""
    rng = np.random.default_rng(seed)
    fold = {name: rng.permutation(len(cases)) % FOLDS for name, cases in sets.items()}
    told = {name: [""] * len(cases) for name, cases in sets.items()}
    for nth in range(FOLDS):
        rest = {
            name: [one for one, of in zip(cases, fold[name], strict=True) if of != nth] for name, cases in sets.items()
        }
        related, same = of_related(rest), of_same(rest)
        for name, cases in sets.items():
            out = np.flatnonzero(fold[name] == nth)
            for at, one in zip(out, said([cases[at] for at in out], related, same), strict=True):
                told[name][at] = one
    return told


def show(sets: Sets) -> None:
    """The figures of each set of which a person gave all four relations."""
    folds = [in_folds(sets, SEED + nth) for nth in range(SHUFFLES)]
    print(f"{'set':18} {'pairs':>5}   folds: macro, same, unrelated   held out")
    for name in (OWN, *HANDS):
        truth = [one.truth for one in sets[name]]
        inside = np.mean([figures(truth, one[name]) for one in folds], axis=0)
        rest = {other: cases for other, cases in sets.items() if other != name}
        held_out = figures(truth, said(sets[name], of_related(rest), of_same(rest)))
        numbers = "   ".join(" ".join(f"{one:.3f}" for one in told) for told in (inside, held_out))
        print(f"{name:18} {len(truth):5}          {numbers}", flush=True)


def written(found: Fitted, names: Sequence[str]) -> dict[str, object]:
    """A head as it stands in the file: signals beside their usual values, all else as it is."""
    weights = dict(zip(names, found.weights, strict=True))
    usual = dict(zip(names, found.usual, strict=True))
    aside = [name for name in names if name not in NAMES]
    constant = found.constant - sum(weights[name] * usual[name] for name in aside)
    heads = ("paraphrase", "similarity")
    return {
        "constant": brief(constant),
        **{name: brief(weights.get(name, 0.0)) for name in heads},
        "weights": {name: brief(one) for name, one in weights.items() if name not in heads and one},
        "usual": {name: brief(one) for name, one in usual.items() if name in NAMES and weights[name]},
    }


def heads_of(sets: Sets) -> Iterator[tuple[str, dict[str, object]]]:
    """Both heads as they stand in the file."""
    yield "related", written(of_related(sets), ["paraphrase", "similarity", *OF_RELATED])
    yield "same", written(of_same(sets), ["paraphrase", *NAMES, *map(str, WEIGHED)])


def main() -> None:
    """Print the figures, fit the heads and write them into the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--without", default="", metavar="SET")
    given = parser.parse_args()
    sets = sets_of(given.shared)
    if given.without:
        sets[given.without] = []
    else:
        show(sets)
    if not given.check:
        heads = json.loads(PLACE.read_text(encoding="utf-8")) | dict(heads_of(sets))
        PLACE.write_text(json.dumps(heads, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
