"""The labelled sets under `../shared/eval`, each as pairs of texts with a label."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from claimtrack.features import Features, features_of
from claimtrack.when import parse_when


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


class Pair(NamedTuple):
    """Two claims of the ledger as comparing sees them, with the relation that a person gave."""

    left: Features
    right: Features
    label: str


RELATION = {
    "same-claim": "same",
    "agree-partly": "partial",
    "diverge": "diverge",
    "related-but-different": "unrelated",
    "unrelated": "unrelated",
}


def own_pairs(facts: Path) -> list[Pair]:
    """The labelled pairs of the ledger's claims, each wording read against the day on which it was said."""
    claims = {one["id"]: one for one in yaml.load((facts / "claims.yaml").read_text("utf-8"), yaml.CBaseLoader)}

    def features(claim_id: str) -> Features:
        claim = claims[claim_id]
        when = claim["said_on"] if claim["said_on"] not in ("null", "") else claim["published_on"]
        return features_of(claim["text_own_words"], said=parse_when(when) if when not in ("null", "") else None)

    return [
        Pair(features(row["id_a"]), features(row["id_b"]), RELATION[row["label"]])
        for row in rows(facts / "pairs-dev.tsv")
    ]
