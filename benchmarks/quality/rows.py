"""The labelled sets as rows of numbers: every signal and contrast of each pair, and what people said of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made import MADE, ORDER, OTHER_WORDS, SEED, STRANGERS, in_other_words, reordered, strangers
from sets import labelled, own_pairs

from claimtrack.comparing.circumstances import Circumstances, occasion
from claimtrack.comparing.comparison import contrasts_of
from claimtrack.comparing.inside import measured
from claimtrack.comparing.model import term_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import ContrastKind
from claimtrack.features import Features, features_of
from claimtrack.settings import Settings

NAMES = [signal.name for signal in SIGNALS]
TERMS = [f"{word} {kind.value}" for kind in ContrastKind for word in ("contrary", "narrower")]
FOLDS = 5


class Part(NamedTuple):
    """One set, its rows as the model sees them, and what people said."""

    name: str
    x: np.ndarray
    y: np.ndarray
    added: np.ndarray | None = None
    """What who said it adds to the log-odds of each row, where that is known."""


def terms_of(left: Features, right: Features) -> list[float]:
    """The value of every signal for two wordings, and of every contrast."""
    pairing = pair(right, left) if turned(left, right) else pair(left, right)
    found = {term_of(one) for one in contrasts_of(pairing)}
    return [*measured(pairing), *(float(term in found) for term in TERMS)]


def matrix(texts: list[tuple[str, str]]) -> np.ndarray:
    """The terms of many pairs of texts."""
    return np.array([terms_of(features_of(left), features_of(right)) for left, right in texts])


def parts_of(place: Path, facts: Path) -> tuple[list[Part], list[Part]]:
    """The sets of the paraphrase head, and the graded ones of the similarity head (0 to 1)."""
    mrpc = labelled(place / "mrpc.tsv", "a", "b", "label")
    stsb = labelled(place / "stsb-train.tsv", "a", "b", "score")
    sick = labelled(place / "sick-train.tsv", "a", "b", "relatedness")
    entailed = [one.label == "ENTAILMENT" for one in labelled(place / "sick-train.tsv", "a", "b", "label")]
    vitaminc = labelled(place / "vitaminc-synthetic.tsv", "a", "b", "label")
    own = own_pairs(facts)
    apart = strangers([one.left for one in (*mrpc[1::4], *stsb[1::4], *sick[::8])])
    others, others_labels = in_other_words(
        [one.left for one in (*mrpc[1::4], *stsb[1::4], *vitaminc[1::4], *sick[::8])]
    )
    moved, moved_labels = reordered([one.left for one in (*mrpc[::2], *stsb[::2], *vitaminc[::4])])
    x = {
        "MRPC": matrix([(one.left, one.right) for one in mrpc]),
        "STS-B": matrix([(one.left, one.right) for one in stsb]),
        "SICK": matrix([(one.left, one.right) for one in sick]),
        "VitaminC": matrix([(one.left, one.right) for one in vitaminc]),
        ORDER: matrix(moved),
        STRANGERS: matrix(apart),
        OTHER_WORDS: matrix(others),
        "own pairs": np.array([terms_of(one.left, one.right) for one in own]),
    }
    graded = {
        "STS-B": np.array([float(one.label) / 5 for one in stsb]),
        "SICK": np.array([(float(one.label) - 1) / 4 for one in sick]),
    }
    clear = (graded["STS-B"] >= 0.8) | (graded["STS-B"] <= 0.6)
    parts = [
        Part("MRPC", x["MRPC"], np.array([one.label == "1" for one in mrpc])),
        Part("STS-B", x["STS-B"][clear], graded["STS-B"][clear] >= 0.8),
        Part("SICK", x["SICK"], np.array(entailed) & (graded["SICK"] >= 0.875)),
        Part("VitaminC", x["VitaminC"], np.array([one.label == "SUPPORTS" for one in vitaminc])),
        Part(ORDER, x[ORDER], np.array(moved_labels, dtype=bool)),
        Part(OTHER_WORDS, x[OTHER_WORDS], np.array(others_labels, dtype=bool)),
        Part(STRANGERS, x[STRANGERS], np.zeros(len(apart), dtype=bool)),
        Part(
            "own pairs",
            x["own pairs"],
            np.array([one.label == "same" for one in own]),
            np.array([_added(one.known) for one in own]),
        ),
    ]
    return parts, [Part(name, x[name], truth) for name, truth in graded.items()]


def _added(known: Circumstances) -> float:
    return 0.0 if known.one_occasion is None else occasion(known.one_occasion, Settings().occasion_weight).weight


def folds_of(parts: Sequence[Part]) -> Iterator[list[np.ndarray]]:
    """Of each of five seeded folds what rows of each set are in it."""
    rng = np.random.default_rng(SEED)
    folds = [rng.permutation(len(part.y)) % FOLDS for part in parts]
    for fold in range(FOLDS):
        yield [of == fold for of in folds]


def usual(parts: Sequence[Part]) -> list[Part]:
    """The sets that were not made from others: by these go scale and bounds."""
    return [part for part in parts if part.name not in MADE]
