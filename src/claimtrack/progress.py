"""How far a long run has come: what is called to tell of it, and an iterator that tells as it goes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is in all; 0 of 0 where nobody knows."""

_Item = TypeVar("_Item")
_EVERY = 256
"""Items between two calls: telling must cost nothing beside the work."""


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def counted(items: Iterable[_Item], total: int, stage: str, progress: Progress) -> Iterator[_Item]:
    """The same items; `progress` hears of the first, of every 256th, and of the end."""
    progress(stage, 0, total)
    for done, item in enumerate(items):
        if done % _EVERY == 0 and done:
            progress(stage, done, total)
        yield item
    progress(stage, total, total)
