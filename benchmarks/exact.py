"""Is the join exact, what does it cost, and how does that grow?

    python benchmarks/exact.py --shared ../shared --sizes 10000,100000,1000000

First, on 10,000 real sentences: the pairs at each cutoff beside the full product, which is worked out here from the
words alone (ln(1 + N / df), binary, float64), and the symmetric difference. Scores have six places, so a pair whose
cosine is within 0.000001 of the cutoff may fall on either side; such pairs are counted apart. Then the CPU seconds at
growing sizes, split into the floor (tokenising and weighing, up to a first search) and the join; each size in a
process of its own, whose peak memory is shown per claim, corpus and libraries taken off.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import scipy.sparse as sp

import corpora
from claimtrack.matching import ClaimIndex
from claimtrack.text.words import folded_words
from measuring import begin_peak_anew, cpu_seconds, growths, peak_mb

CUTOFFS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
LOW, HIGH = 0.35, 0.6
SMALL = 50_000
NEAR = 1e-6
_BLOCK = 1_000

Result = TypeVar("Result")
Scored = dict[tuple[int, int], float]


class Cost(NamedTuple):
    """CPU seconds of each part, pairs found, and memory, for one size."""

    floor: float
    low: float
    high: float
    pairs_low: int
    pairs_high: int
    bytes_low: float
    """Peak memory a claim above that of the corpus and an empty process, up to the join at the low cutoff."""
    bytes_high: float
    """The same up to the join at the high cutoff, which runs first."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--exact", type=int, default=10_000, help="how many sentences to set beside the full product")
    parser.add_argument("--real", default="10000,50000,100000,185000", help="sizes of real sentences")
    parser.add_argument("--sizes", default="10000,100000", help="sizes of perturbed corpora, up to 1000000")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    try:
        if options.child:
            print(json.dumps(_cost(_corpus(options.child[0], int(options.child[1]), options.shared))))
            return
        exactness(corpora.speeches(options.shared)[: options.exact])
    except corpora.AbsentError as absent:
        print(f"exact: skipped, {absent}")
        return
    for kind, sizes in (("real", options.real), ("perturbed", options.sizes)):
        costs(kind, [int(size) for size in sizes.split(",") if size], options.shared)


def exactness(texts: Sequence[str]) -> None:
    """At each cutoff, ours beside the full product."""
    full = full_product(texts, min(CUTOFFS) - NEAR)
    index = ClaimIndex(texts)
    index.search("talks", limit=1)
    print(f"{len(texts):,} real sentences beside the full product")
    print("cutoff   pairs  difference  at the cutoff  largest error  CPU s")
    for cutoff in CUTOFFS:
        begun = cpu_seconds()
        found = index.pairs(cutoff)
        spent = cpu_seconds() - begun
        ours = dict(
            zip(
                zip(found.left.tolist(), found.right.tolist(), strict=True),
                found.score.tolist(),
                strict=True,
            )
        )
        wanted = {pair for pair, score in full.items() if score >= cutoff}
        differing = wanted ^ set(ours)
        near = {pair for pair in differing if abs(full.get(pair, 0.0) - cutoff) <= NEAR}
        error = max((abs(score - full.get(pair, 0.0)) for pair, score in ours.items()), default=0.0)
        print(
            f"{cutoff:6.1f} {len(ours):7d} {len(differing - near):11d} {len(near):14d} {error:14.1e} {spent:6.2f}",
            flush=True,
        )


def full_product(texts: Sequence[str], least: float) -> Scored:
    """Every pair of texts, left before right, whose cosine is `least` or more; slow and obvious."""
    words = [sorted(set(folded_words(text))) for text in texts]
    often = Counter(word for distinct in words for word in distinct)
    numbers = {word: number for number, word in enumerate(often)}
    rows = np.repeat(np.arange(len(texts)), [len(distinct) for distinct in words])
    columns = np.array([numbers[word] for distinct in words for word in distinct], np.int64)
    weights = np.log1p(len(texts) / np.array(list(often.values()), np.float64))[columns]
    lengths = np.sqrt(np.bincount(rows, weights * weights, minlength=len(texts)))
    matrix = sp.csr_matrix((weights / lengths[rows], (rows, columns)), shape=(len(texts), len(often)))
    found: Scored = {}
    for at in range(0, len(texts), _BLOCK):
        product = (matrix[at : at + _BLOCK] @ matrix.T).tocoo()
        kept = (product.data >= least) & (product.col > product.row + at)
        ends = zip((product.row[kept] + at).tolist(), product.col[kept].tolist(), strict=True)
        found.update(zip(ends, product.data[kept].tolist(), strict=True))
    return found


def costs(kind: str, sizes: Sequence[int], shared: Path) -> None:
    """CPU seconds and memory at each size."""
    measured = {size: _in_own_process(kind, size, shared) for size in sizes}
    parts: tuple[tuple[str, Callable[[Cost], float]], ...] = (
        ("floor", lambda cost: cost.floor),
        (f"join {HIGH}", lambda cost: cost.high),
        (f"all {HIGH}", lambda cost: cost.floor + cost.high),
        (f"join {LOW}", lambda cost: cost.low),
        (f"all {LOW}", lambda cost: cost.floor + cost.low),
    )
    print(f"\n{kind} sentences, CPU s; in brackets the exponent of growth from the size before")
    print("   size " + "".join(f"{name:>14}" for name, _ in parts))
    growing = {name: dict(growths({size: part(cost) for size, cost in measured.items()})) for name, part in parts}
    for size, cost in sorted(measured.items()):
        cells = [f"{part(cost):.2f} {_bracketed(growing[name][size])}" for name, part in parts]
        print(f"{size:7d} " + "".join(f"{cell:>14}" for cell in cells))
    print(f"   size  all/floor {HIGH}  all/floor {LOW}   pairs {HIGH}  pairs {LOW}  bytes a claim {HIGH}, {LOW}")
    for size, cost in sorted(measured.items()):
        print(
            f"{size:7d} {1 + cost.high / cost.floor:14.2f} {1 + cost.low / cost.floor:15.2f} {cost.pairs_high:11d}"
            f" {cost.pairs_low:11d} {cost.bytes_high:14.0f} {cost.bytes_low:6.0f}",
            flush=True,
        )


def _bracketed(growth: float | None) -> str:
    return "      " if growth is None else f"({growth:.2f})"


def _in_own_process(kind: str, size: int, shared: Path) -> Cost:
    command = [sys.executable, __file__, "--shared", str(shared), "--child", kind, str(size)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def _corpus(kind: str, size: int, shared: Path) -> list[str]:
    if kind == "real":
        return corpora.speeches(shared)[:size]
    return corpora.perturbed(corpora.real(shared), size).texts


def _cost(texts: list[str]) -> Cost:
    ClaimIndex(texts[:50]).pairs(HIGH)  # imports and first uses are not counted
    empty = begin_peak_anew()
    floor, index = _least(lambda: _answering(texts), len(texts))
    high, found = _least(lambda: len(index.pairs(HIGH).left), len(texts))
    peak_high = peak_mb()
    low, found_low = _least(lambda: len(index.pairs(LOW).left), len(texts))
    a_claim = (1 << 20) / len(texts)
    return Cost(
        floor=floor,
        high=high,
        low=low,
        pairs_high=found,
        pairs_low=found_low,
        bytes_high=(peak_high - empty) * a_claim,
        bytes_low=(peak_mb() - empty) * a_claim,
    )


def _answering(texts: list[str]) -> ClaimIndex:
    index = ClaimIndex(texts)
    index.search("talks", limit=1)
    return index


def _least(work: Callable[[], Result], size: int) -> tuple[float, Result]:
    """The least CPU seconds of three runs where the corpus is small, of one where it is large, and what came of it."""
    costs: list[float] = []
    results: list[Result] = []
    for _ in range(3 if size <= SMALL else 1):
        results.clear()  # two at once would count as memory of one
        begun = cpu_seconds()
        results.append(work())
        costs.append(cpu_seconds() - begun)
    return min(costs), results[0]


if __name__ == "__main__":
    main()
