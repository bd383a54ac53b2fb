"""Sets of keys that are alike under weights of the caller's own, by the same join as wordings."""

from collections.abc import Callable, Iterable
from itertools import chain

import numpy as np

from claimtrack.matching.join import Pairs, join
from claimtrack.matching.rows import Rows


def pairs_of_sets(
    sets: Iterable[set[str]],
    mass_of: Callable[[str], int],
    cutoff: float,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Pairs:
    """Every two sets whose shared mass, over the root of the product of both masses, is at or above `cutoff`.

    `mass_of`: the weight of a key, squared, in whole numbers from 0; asked once for each key. Exact, as
    `ClaimIndex.pairs` is; the left position is the lesser, and pairs are in order.
    """
    numbers: dict[str, int] = {}
    rows = [sorted(numbers.setdefault(key, len(numbers)) for key in one) for one in sets]
    starts = np.zeros(len(rows) + 1, np.int64)
    np.cumsum([len(row) for row in rows], out=starts[1:])
    words = np.fromiter(chain.from_iterable(rows), np.int32, int(starts[-1]))
    mass = np.fromiter(map(mass_of, numbers), np.float64, len(numbers))
    return join(Rows(words, starts), mass, cutoff, progress=progress)
