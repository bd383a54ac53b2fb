"""Is the join exact, and what does it cost? Against the full product on real sentences.

    python benchmarks/exact.py --shared ../shared

Prints, for each cutoff, pairs found, the symmetric difference with the full product on 10,000 sentences, and CPU
seconds; then the CPU seconds of building and joining at .6 at growing sizes. Skips with a clear word where the
sentences are absent.
"""

import argparse
import gzip
import math
import resource
import time
from pathlib import Path

import numpy as np

from claimtrack.matching import ClaimIndex
from claimtrack.matching.weights import scores


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    place = parser.parse_args().shared / "eval" / "scale" / "ungdc-2014-2024.tsv.gz"
    if not place.exists():
        print("exact: skipped, the UN sentences are not here (say where with --shared)")
        return
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        next(lines)
        texts = [line.rstrip("\n").split("\t")[-1] for line in lines]
    _exactness(texts[:10_000])
    _cost(texts)


def _exactness(texts: list[str]) -> None:
    index = ClaimIndex(texts)
    matrix = index._weighed().matrix
    product = (matrix @ matrix.T).tocoo()
    upper = product.col > product.row
    row, column, score = product.row[upper], product.col[upper], scores(product.data[upper])
    print("cutoff   pairs  difference  CPU s")
    for cutoff in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        begun = time.process_time()
        found = index.pairs(cutoff)
        spent = time.process_time() - begun
        kept = score >= cutoff
        full = set(zip(row[kept].tolist(), column[kept].tolist(), strict=True))
        ours = set(zip(found.left.tolist(), found.right.tolist(), strict=True))
        print(f"{cutoff:6.1f} {len(ours):7d} {len(full ^ ours):11d} {spent:6.2f}", flush=True)


def _cost(texts: list[str]) -> None:
    print("  size  weigh s  join .6 s   pairs  exponent")
    before = (0, 0.0)
    for size in (10_000, 50_000, 100_000, 185_000):
        begun = time.process_time()
        index = ClaimIndex(texts[:size])
        index.search("talks")
        weighed = time.process_time()
        found = index.pairs(0.6)
        spent = time.process_time() - weighed
        growth = f"{math.log(spent / before[1]) / math.log(size / before[0]):.2f}" if before[0] else ""
        print(f"{size:6d} {weighed - begun:8.2f} {spent:10.2f} {len(found.left):7d} {growth:>9}", flush=True)
        before = (size, spent)
        assert np.all(found.score >= 0.6)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
