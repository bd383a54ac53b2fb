"""Two parts of a wording that changed places while the rest stayed: which parts, and around what."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.comparing.alignment import Aligned
from claimtrack.features import Features

_MOST_WORDS = 60
"""Content words of a wording that is tried for words exchanged all over; bounds the worst case."""
_LONGEST_PART = 2
_LONGEST_SUBJECT = 5
"""Words of a part that stands first, where what else moves ("in Rome, behind closed doors") seldom stands."""
_BETWEEN = 6


class Swap(NamedTuple):
    """Two parts that changed places: the first word of each, what stays between them, and how many words each has."""

    one: Aligned
    other: Aligned
    between: list[Aligned]
    of_one: int = 1
    of_other: int = 1


def in_step(pairs: Sequence[Aligned]) -> bool:
    """Do all words come in one order on both sides?"""
    return all(a.right < b.right for a, b in pairwise(pairs))


def swapped(pairs: list[Aligned]) -> Swap | None:
    """Two short parts that changed places around a part that stays, if any; None for any other order."""
    nth = {right: at for at, right in enumerate(sorted(one.right for one in pairs))}
    order = [nth[one.right] for one in pairs]
    first = next((at for at, place in enumerate(order) if place != at), None)
    if first is None:
        return None
    last = max(at for at, place in enumerate(order) if place != at)
    breaks = [at for at in range(first, last) if order[at + 1] != order[at] + 1]
    if order[last] == last or order[first] <= first or len(breaks) not in (1, 2):
        return None
    if len(breaks) == 1:
        of_one, of_other = breaks[0] + 1 - first, last - breaks[0]
        found = Swap(pairs[first], pairs[breaks[0] + 1], [], of_one, of_other)
        return found if max(of_one, of_other) <= _LONGEST_PART else None
    a, b = breaks
    of_one, of_other = a + 1 - first, last - b
    longest = _LONGEST_PART if first else _LONGEST_SUBJECT
    if order[b + 1] != first or order[a] != last or max(of_one, of_other) > longest:
        return None
    if b - a > _BETWEEN and of_one + of_other > _TWO:
        return None
    return Swap(pairs[first], pairs[b + 1], pairs[a + 1 : b + 1], of_one, of_other)


def exchanged(left: Features, right: Features) -> Swap | None:
    """Two words each of which now stands wherever the other stood, where some word stands several times; else None.

    "The bank lent the firm money before the firm sued the bank", "A's attack on B is an attack on all": alignment puts
    such a word to its likest place, where nothing tells who did it. Clauses that changed places as a whole are none
    ("A supports B and B supports A").
    """
    mine, yours = list(left.keys), list(right.keys)
    if len(mine) != len(yours) or len(left.place) == len(mine) or mine == yours or len(mine) > _MOST_WORDS:
        return None
    at = next(at for at, (a, b) in enumerate(zip(mine, yours, strict=True)) if a != b)
    turn = {mine[at]: yours[at], yours[at]: mine[at]}
    if yours[at] not in left.place or [turn.get(key, key) for key in mine] != yours:
        return None
    if any(mine[cut:] + mine[:cut] == yours for cut in range(1, len(mine))):
        return None
    other = mine.index(yours[at])
    between = [Aligned(nth, nth, "same", 1.0) for nth in range(at + 1, other)]
    return Swap(Aligned(at, other, "same", 1.0), Aligned(other, at, "same", 1.0), between)


_TWO = 2
