"""The labelled sets under `../shared/eval`, each as pairs of texts with a label."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from claimtrack.claim import Claim, Source
from claimtrack.comparing.circumstances import Circumstances, circumstances_of
from claimtrack.comparing.comparison import features_within
from claimtrack.features import Features
from claimtrack.problem import Place
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


HANDS = ("news", "news again", "statements", "statements again", "one affair", "accounts")
HANDS += ("security", "economy", "law", "world", "mixed")
"""Kinds of written pairs that are each of one other hand, long and of many subjects; all others are ours, and short."""
WRITTEN_PAIRS = Path(__file__).parent / "written_pairs.tsv"


def written_pairs() -> list[tuple[str, Labelled]]:
    """The written pairs, each with its kind and the relation that its writer gave it."""
    return [(row["kind"], Labelled(row["left"], row["right"], row["relation"])) for row in rows(WRITTEN_PAIRS)]


class Pair(NamedTuple):
    """Two claims of the ledger as comparing sees them, with the relation that a person gave."""

    left: Features
    right: Features
    known: Circumstances
    """Who said them and when; no issue."""
    one_topic: bool
    label: str


RELATION = {
    "same-claim": "same",
    "agree-partly": "partial",
    "diverge": "diverge",
    "related-but-different": "unrelated",
    "unrelated": "unrelated",
}
_ABSENT = ("null", "")


def own_pairs(facts: Path) -> list[Pair]:
    """The labelled pairs of the ledger's claims: each wording read against its day, who said it known, no issue."""
    given = yaml.load((facts / "claims.yaml").read_text("utf-8"), yaml.CBaseLoader)
    claims = {one["id"]: _claim(one, Place(path=str(facts / "claims.yaml"))) for one in given}
    pairs = [(claims[row["id_a"]], claims[row["id_b"]], row["label"]) for row in rows(facts / "pairs-dev.tsv")]
    return [
        Pair(
            features_within(one),
            features_within(other),
            circumstances_of(one, other)._replace(one_issue=False),
            one.about == other.about,
            RELATION[label],
        )
        for one, other, label in pairs
    ]


def _claim(given: dict[str, str], place: Place) -> Claim:
    when = given["said_on"] if given["said_on"] not in _ABSENT else given["published_on"]
    return Claim(
        id=given["id"],
        text=given["text_own_words"],
        speaker=given["speaker"],
        about=given["about"],
        date=None if when in _ABSENT else parse_when(when),
        source=Source(publisher=given["publisher"], url=given["url"]),
        place=place,
        text_place=place,
    )
