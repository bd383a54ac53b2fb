"""The labelled sets under `../shared/eval`, each as pairs of texts with a label."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Labelled(NamedTuple):
    """Two texts and what people said of them, as the file has it."""

    left: str
    right: str
    label: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated, unquoted file with a header."""
    with path.open(encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(header, line.rstrip("\n").split("\t"), strict=False))


def labelled(path: Path, left: str, right: str, label: str) -> list[Labelled]:
    """The pairs of one file, by the names of its columns."""
    return [Labelled(row[left], row[right], row[label]) for row in rows(path)]
