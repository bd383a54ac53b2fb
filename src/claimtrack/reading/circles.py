"""References that lead back to where they began."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

_SHOWN = 4
"""Things of a circle that are named before the others are counted."""


class Circle(NamedTuple):
    """A reference from one thing to another that closes a circle, and the way round in words."""

    here: str
    there: str
    way: str


def circles(references: Mapping[str, Iterable[str]]) -> Iterator[Circle]:
    """Every reference that closes a circle; without these none is left.

    Things are gone through in the order given, depth first, with what each refers to; what is not given refers to
    nothing.
    """
    seen: set[str] = set()
    for start in references:
        way = [start] if start not in seen else []
        left = {one: (0, iter(references[one])) for one in way}
        while way:
            here = way[-1]
            seen.add(here)
            there = next(left[here][1], None)
            if there is None:
                del left[way.pop()]
            elif there in left:
                yield Circle(here, there, _in_words(way, left[there][0]))
            elif there in references and there not in seen:
                left[there] = len(way), iter(references[there])
                way.append(there)


def _in_words(way: list[str], start: int) -> str:
    """The end of a way from a place on, back to that place."""
    named = [f"“{name[:60]}”" for name in way[start : start + _SHOWN]]
    more = len(way) - start - len(named)
    return ", ".join([*named, *([f"{more} more"] if more else []), named[0]])
