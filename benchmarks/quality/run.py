"""Scores comparing on labelled sets that it does not ship, beside naive baselines and what others published.

    python benchmarks/quality/run.py --shared ../shared            the table
    python benchmarks/quality/run.py --shared ../shared --ablate   each signal and contrast switched off
    python benchmarks/quality/run.py --shared ../shared --errors 5 the worst errors of each set

Skips with a clear word where the sets are absent; the minimal pairs are here and are always scored. `--quick` takes the
first rows of each set, so that CI sees it run. What was fitted on a set, or looked at while rules were written, is said
in its row: "in-sample" (fitted on it; `fit.py` has the folds), "seen" (rules or thresholds were chosen with a look at
it), "seen half" (the even rows were looked at; the figure is of the odd ones), "unseen".
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from measures import accuracy, auc, f1, pearson, precision, recall
from rapidfuzz import fuzz
from sets import Labelled, labelled, own_pairs, rows, written_pairs

from claimtrack.comparing import compare, compare_features
from claimtrack.comparing.contrasts import CONTRASTS
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import Comparison
from claimtrack.settings import Settings
from claimtrack.text.fold import fold
from claimtrack.text.words import folded_words

QUICK = 60
LONGEST = 2_000
"""Longer texts (a few tweets and passages) are cut for comparing."""
RELATIONS = ("same", "partial", "diverge", "unrelated")
MINIMAL_PAIRS = Path(__file__).parent / "minimal_pairs.tsv"
Score = Callable[[str, str], float]


def exact(left: str, right: str) -> float:
    """Equal but for case, marks and spaces."""
    return float(fold(left).rstrip(".") == fold(right).rstrip("."))


def token_set(left: str, right: str) -> float:
    return fuzz.token_set_ratio(left, right) / 100


def token_sort(left: str, right: str) -> float:
    return fuzz.token_sort_ratio(left, right) / 100


def jaccard(left: str, right: str) -> float:
    """Words in both by words in either."""
    mine, yours = set(folded_words(left)), set(folded_words(right))
    return len(mine & yours) / len(mine | yours) if mine or yours else 1.0


NAIVE: dict[str, Score] = {"exact": exact, "set": token_set, "sort": token_sort, "jaccard": jaccard}


class Row(NamedTuple):
    """One figure of the table."""

    name: str
    figure: str
    how: str
    ours: float
    naive: tuple[float, ...] = ()
    anchor: str = ""


def show(row: Row) -> None:
    naive = " ".join(f"{value:7.3f}" for value in row.naive) or " " * 31
    print(f"{row.name:20} {row.figure:34} {row.how:10} {row.ours:7.3f} {naive:31} {row.anchor}", flush=True)


def at_best_cutoff(
    scores: Sequence[float], truth: Sequence[bool], figure: Callable[..., float], *, below: bool = False
) -> float:
    """A naive score as a decision: over five folds, the cutoff that is best on the other four (below: low is true)."""
    found = [False] * len(scores)
    for fold_ in range(5):
        inside = [at for at in range(len(scores)) if at % 5 != fold_]
        kept = [truth[at] for at in inside]

        def said(cutoff: float, at: int) -> bool:
            return scores[at] < cutoff if below else scores[at] >= cutoff

        best = max(
            (step / 40 for step in range(42)),
            key=lambda cutoff: figure([said(cutoff, at) for at in inside], kept),
        )
        for at in range(fold_, len(scores), 5):
            found[at] = said(best, at)
    return figure(found, truth)


def compared(pairs: Sequence[Labelled], settings: Settings | None = None) -> list[Comparison]:
    return [compare(one.left[:LONGEST], one.right[:LONGEST], settings=settings or Settings()) for one in pairs]


def naive_scores(pairs: Sequence[Labelled]) -> list[list[float]]:
    return [[score(one.left, one.right) for one in pairs] for score in NAIVE.values()]


def diverging(found: Sequence[Comparison]) -> list[bool]:
    return [one.relation == "diverge" for one in found]


def mrpc(place: Path, most: int | None) -> None:
    pairs = labelled(place / "mrpc.tsv", "a", "b", "label")[:most]
    found, truth, naive = compared(pairs), [one.label == "1" for one in pairs], naive_scores(pairs)
    for name, figure, anchor in (
        ("accuracy", accuracy, ".774 Madnani 2012; .804 Ji & Eisenstein 2013"),
        ("F1", f1, ".841 Madnani 2012; .859 Ji & Eisenstein 2013"),
    ):
        ours = figure([one.paraphrase >= 0.5 for one in found], truth)
        cut = tuple(at_best_cutoff(scores, truth, figure) for scores in naive)
        show(Row("MRPC", f"{name} at paraphrase >= .5", "in-sample", ours, cut, anchor))
    positive = [one for one, good in zip(found, truth, strict=True) if good]
    show(Row("MRPC paraphrases", "share called diverge", "seen", sum(diverging(positive)) / len(positive)))


def stsb(place: Path, most: int | None) -> None:
    table = list(rows(place / "stsb-dev.tsv"))[:most]
    pairs = [Labelled(row["a"], row["b"], row["score"]) for row in table]
    found, truth = compared(pairs), [float(one.label) for one in pairs]
    naive = tuple(pearson(scores, truth) for scores in naive_scores(pairs))
    ours = pearson([one.similarity for one in found], truth)
    show(
        Row(
            "STS-B dev", "Pearson of similarity", "unseen", ours, naive, ".775 aligner, .810 ensemble (Cer et al. 2017)"
        )
    )
    for genre in sorted({row["genre"] for row in table}):
        part = [at for at, row in enumerate(table) if row["genre"] == genre]
        ours = pearson([found[at].similarity for at in part], [truth[at] for at in part])
        show(Row("STS-B dev", f"Pearson, {genre}", "unseen", ours))
    high = [one for one, score in zip(found, truth, strict=True) if score >= 4.5]
    show(Row("STS-B dev, 4.5 on", "share called diverge", "unseen", sum(diverging(high)) / max(1, len(high))))


def sick(place: Path, most: int | None) -> None:
    table = list(rows(place / "sick-dev.tsv"))[:most]
    pairs = [Labelled(row["a"], row["b"], row["label"]) for row in table]
    found, naive = compared(pairs), naive_scores(pairs)
    truth = [one.label == "CONTRADICTION" for one in pairs]
    cut = tuple(at_best_cutoff(scores, truth, f1) for scores in naive)
    show(Row("SICK dev", "F1 of diverge for contradiction", "unseen", f1(diverging(found), truth), cut))
    graded = [float(row["relatedness"]) for row in table]
    ours = pearson([one.similarity for one in found], graded)
    naive_graded = tuple(pearson(scores, graded) for scores in naive)
    show(Row("SICK dev", "Pearson of similarity", "unseen", ours, naive_graded, ".828 (Marelli et al. 2014, best)"))


def rte3(place: Path, most: int | None) -> None:
    pairs = labelled(place / "rte3-dev.tsv", "a", "b", "label")[:most]
    found, truth = diverging(compared(pairs)), [one.label.casefold() == "contradiction" for one in pairs]
    cut = tuple(at_best_cutoff(scores, truth, f1) for scores in naive_scores(pairs))
    show(
        Row(
            "RTE-3 dev", "F1 of diverge for contradiction", "seen", f1(found, truth), cut, ".21 de Marneffe et al. 2008"
        )
    )
    show(Row("RTE-3 dev", "precision of diverge", "seen", precision(found, truth)))


def vitaminc(place: Path, most: int | None) -> None:
    pairs = labelled(place / "vitaminc-synthetic.tsv", "a", "b", "label")[:most]
    found, truth = compared(pairs), [one.label == "SUPPORTS" for one in pairs]
    naive = tuple(auc(scores, truth) for scores in naive_scores(pairs))
    ours = auc([one.paraphrase for one in found], truth)
    show(Row("VitaminC synthetic", "AUC of paraphrase", "in-sample", ours, naive))


def semantoneg(place: Path, most: int | None) -> None:
    table = list(rows(place / "semantoneg-dev.tsv"))[:most]
    ours = _picked(table, lambda left, right: compare(left, right).paraphrase)
    naive = tuple(_picked(table, score) for score in NAIVE.values())
    show(Row("SemAntoNeg", "accuracy, likest by paraphrase", "seen", ours, naive, "chance .333"))


def _picked(table: Sequence[dict[str, str]], score: Score) -> float:
    """How often the likest of the three candidates is the right one; the first of equals."""
    right = 0
    for row in table:
        scores = [score(row["input"], row[f"cand{at}"]) for at in range(3)]
        right += scores.index(max(scores)) == int(row["correct"])
    return right / max(1, len(table))


def negated(place: Path, most: int | None) -> None:
    pairs = labelled(place / "negated-dev.tsv", "a", "b", "contradicts")[:most]
    found = diverging(compared(pairs))
    show(Row("negated statements", "recall of diverge, odd rows", "seen half", sum(found[1::2]) / len(found[1::2])))
    show(Row("negated statements", "recall of diverge, all rows", "all", sum(found) / len(found)))


def glue(place: Path, most: int | None) -> None:
    table = list(rows(place / "glue-diagnostic.tsv"))[:most]
    found = diverging([compare(row["a"][:LONGEST], row["b"][:LONGEST]) for row in table])
    truth = [row["label"] == "contradiction" for row in table]
    show(Row("GLUE diagnostic", "F1 of diverge for contradiction", "seen", f1(found, truth)))
    named: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(table):
        for column in ("lexical_semantics", "predicate_argument", "logic", "knowledge"):
            for phenomenon in filter(None, row[column].split(";")):
                named[phenomenon].append(at)
    for phenomenon, part in sorted(named.items()):
        of = [truth[at] for at in part]
        if sum(of) >= 10:
            said = [found[at] for at in part]
            show(
                Row(
                    "  " + phenomenon[:18],
                    f"recall of {sum(of)} ({precision(said, of):.2f} right)",
                    "seen",
                    recall(said, of),
                )
            )


def checkthat(place: Path, most: int | None) -> None:
    from claimtrack import ClaimIndex, ClaimSearch

    folder = place / "retrieval"
    corpus = list(rows(folder / "corpus.tsv"))
    texts = [f"{row['vclaim']} {row['title']}"[:LONGEST] for row in corpus]
    index, searched = ClaimIndex(texts), ClaimSearch(texts)
    wanted = {row["query_id"]: row["vclaim_id"] for row in rows(folder / "qrels.tsv")}
    queries = [row for row in rows(folder / "queries.tsv") if row["split"] == "dev" and row["query_id"] in wanted][
        :most
    ]
    plain = again = 0.0
    for query in queries:
        good, text = wanted[query["query_id"]], query["text"][:LONGEST]
        plain += _reciprocal([corpus[hit.position]["vclaim_id"] for hit in index.search(text)], good)
        again += _reciprocal([corpus[one.position]["vclaim_id"] for one in searched.search(text)], good)
    anchor = ".929 winner, a neural net (Barrón-Cedeño et al. 2020)"
    show(Row("CheckThat 2020 dev", "MAP@5, ClaimIndex", "unseen", plain / len(queries), (), anchor))
    show(Row("CheckThat 2020 dev", "MAP@5, ClaimSearch", "unseen", again / len(queries)))


def _reciprocal(found: Sequence[str], good: str) -> float:
    return 1 / (found.index(good) + 1) if good in found[:5] else 0.0


def pairs_of_the_ledger(facts: Path, most: int | None) -> None:
    table = own_pairs(facts)[:most]
    found = [compare_features(one.left, one.right, known=one.known) for one in table]
    truth = [one.label for one in table]
    each = {name: f1([one.relation == name for one in found], [one == name for one in truth]) for name in RELATIONS}
    show(Row("ledger's own pairs", "macro F1 of the four relations", "seen", sum(each.values()) / len(each)))
    for name, value in each.items():
        show(Row("ledger's own pairs", f"F1 of {name}", "seen", value))
    by_topic = [
        compare_features(one.left, one.right, known=one.known._replace(one_issue=one.one_topic)).relation
        for one in table
    ]
    each = {name: f1([one == name for one in by_topic], [one == name for one in truth]) for name in RELATIONS}
    figure = sum(each.values()) / len(each)
    show(Row("ledger's own pairs", "macro F1, their topic as the issue", "seen", figure))
    same = [one == "same" for one in truth]
    naive = tuple(auc([score(one.left.text, one.right.text) for one in table], same) for score in NAIVE.values())
    ours = auc([one.paraphrase for one in found], same)
    show(Row("ledger's own pairs", "AUC of same against the rest", "in-sample", ours, naive))
    bare = auc([compare_features(one.left, one.right).paraphrase for one in table], same)
    show(Row("ledger's own pairs", "the same by their wordings alone", "in-sample", bare))


def minimal_pairs() -> None:
    """Precision and recall of each kind of contrast on pairs written for it, and how many twins stay the same."""
    print(f"\n{'minimal pairs':20} {'precision':>9} {'recall':>7} {'relation':>9} {'twins same':>11}")
    told: defaultdict[str, list[bool]] = defaultdict(list)
    truth: defaultdict[str, list[bool]] = defaultdict(list)
    right: defaultdict[str, list[bool]] = defaultdict(list)
    twins: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows(MINIMAL_PAIRS):
        found = compare(row["left"], row["right"])
        kinds = {str(one.kind) for one in found.contrasts}
        for kind in CONTRASTS:
            told[kind].append(kind in kinds)
            truth[kind].append(kind == row["kind"] and row["relation"] != "same")
        (twins if row["relation"] == "same" else right)[row["kind"]].append(found.relation == row["relation"])
    for kind in CONTRASTS:
        figures = precision(told[kind], truth[kind]), recall(told[kind], truth[kind])
        share = sum(right[kind]) / len(right[kind]), sum(twins[kind]) / len(twins[kind])
        print(f"{kind:20} {figures[0]:9.2f} {figures[1]:7.2f} {share[0]:9.2f} {share[1]:11.2f}")


def further_pairs() -> None:
    """How many of the further pairs of each kind, written to be new to the rules, have the right relation."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for kind, one in written_pairs():
        right[kind].append(compare(one.left, one.right).relation == one.label)
    print(f"\n{'further pairs':20} {'pairs':>9} {'relation':>9}")
    for kind, told in right.items():
        print(f"{kind:20} {len(told):9} {sum(told) / len(told):9.2f}")


def ablate(place: Path, most: int | None) -> None:
    """What each signal and contrast adds: the figures with it switched off, less the figures with all."""
    mrpc_pairs = labelled(place / "mrpc.tsv", "a", "b", "label")[:most]
    stsb_pairs = labelled(place / "stsb-dev.tsv", "a", "b", "score")[:most]
    sick_pairs = labelled(place / "sick-dev.tsv", "a", "b", "label")[:most]

    def figures(off: frozenset[str]) -> tuple[float, float, float]:
        settings = Settings(switched_off=off)
        judged, graded, opposed = (compared(part, settings) for part in (mrpc_pairs, stsb_pairs, sick_pairs))
        return (
            accuracy([one.paraphrase >= 0.5 for one in judged], [one.label == "1" for one in mrpc_pairs]),
            pearson([one.similarity for one in graded], [float(one.label) for one in stsb_pairs]),
            f1(diverging(opposed), [one.label == "CONTRADICTION" for one in sick_pairs]),
        )

    whole = figures(frozenset())
    print(f"\n{'switched off':22} {'MRPC':>7} {'STS-B':>7} {'SICK':>7}")
    print(f"{'nothing':22} " + " ".join(f"{value:7.3f}" for value in whole))
    for name in (*(signal.name for signal in SIGNALS), *CONTRASTS):
        less = figures(frozenset({name}))
        print(f"{name:22} " + " ".join(f"{a - b:+7.3f}" for a, b in zip(less, whole, strict=True)), flush=True)


def errors(place: Path, facts: Path, count: int) -> None:
    """The surest wrong answers of some sets."""
    pairs = labelled(place / "mrpc.tsv", "a", "b", "label")
    wrong = [(abs(c.paraphrase - (one.label == "1")), one, c) for one, c in zip(pairs, compared(pairs), strict=True)]
    _tell("MRPC", wrong, count)
    pairs = labelled(place / "stsb-dev.tsv", "a", "b", "score")
    wrong = [(abs(c.similarity - float(one.label) / 5), one, c) for one, c in zip(pairs, compared(pairs), strict=True)]
    _tell("STS-B dev", wrong, count)
    pairs = labelled(place / "sick-dev.tsv", "a", "b", "label")
    wrong = [
        (c.paraphrase, one, c)
        for one, c in zip(pairs, compared(pairs), strict=True)
        if (one.label == "CONTRADICTION") != (c.relation == "diverge")
    ]
    _tell("SICK dev", wrong, count)
    own = [
        (Labelled(one.left.text, one.right.text, one.label), compare_features(one.left, one.right, known=one.known))
        for one in own_pairs(facts)
    ]
    _tell("ledger's own pairs", [(abs(c.paraphrase - (one.label == "same")), one, c) for one, c in own], count)


def _tell(name: str, wrong: Sequence[tuple[float, Labelled, Comparison]], count: int) -> None:
    print(f"\n{name}")
    for size, one, found in sorted(wrong, key=lambda item: -item[0])[:count]:
        print(
            f"  said {one.label}, found {found.relation} {found.paraphrase:.2f} {found.similarity:.2f} ({size:.2f} off)"
        )
        print(f"    {one.left}\n    {one.right}\n    {found.reason}")


def main() -> None:
    """Print one line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[3] / "shared")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    given = parser.parse_args()
    place, facts = given.shared / "eval", given.shared / "facts"
    if not place.is_dir():
        minimal_pairs()
        further_pairs()
        print("quality: the labelled sets are skipped, they are not here (say where with --shared)")
        sys.exit(0)
    most = QUICK if given.quick else None
    if given.ablate or given.errors:
        if given.ablate:
            ablate(place, most)
        if given.errors:
            errors(place, facts, given.errors)
        return
    naive = " ".join(f"{name:>7}" for name in NAIVE)
    print(f"{'set':20} {'figure':34} {'how':10} {'ours':>7} {naive} published")
    for score in (mrpc, stsb, sick, rte3, vitaminc, semantoneg, negated, glue, checkthat):
        score(place, most)
    pairs_of_the_ledger(facts, most)
    minimal_pairs()
    further_pairs()


if __name__ == "__main__":
    main()
