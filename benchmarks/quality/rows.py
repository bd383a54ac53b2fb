"""The labelled sets as rows of numbers: every signal and contrast of each pair, and what people said of it."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sets import labelled, own_pairs

from claimtrack.comparing.comparison import contrasts_of, measured
from claimtrack.comparing.model import term_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import ContrastKind
from claimtrack.features import Features, features_of
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.text.stems import stem

NAMES = [signal.name for signal in SIGNALS]
TERMS = [f"{word} {kind.value}" for kind in ContrastKind for word in ("contrary", "narrower")]
SEED = 20210908
FOLDS = 5
STRANGERS = "strangers"
OTHER_WORDS = "other words"
MADE = ("order", STRANGERS, OTHER_WORDS)
"""Sets that were made from the others."""

BEGINNINGS = frozenset(["in", "on", "at", "after", "before", "during", "since", "near", "for"])
"""Words that begin what may stand at the end of a sentence as well as before it."""
SHORT_ENDING = 6
ARTICLES = frozenset(["the", "a", "an"])
MANY, LONG = 3, 4
"""Synonyms that a sentence must have, and letters from which a word carries something."""


class Part(NamedTuple):
    """One set, its rows as the model sees them, and what people said."""

    name: str
    x: np.ndarray
    y: np.ndarray


def terms_of(left: Features, right: Features) -> list[float]:
    """The value of every signal for two wordings, and of every contrast."""
    pairing = pair(right, left) if turned(left, right) else pair(left, right)
    found = {term_of(one) for one in contrasts_of(pairing)}
    return [*measured(pairing), *(float(term in found) for term in TERMS)]


def matrix(texts: list[tuple[str, str]]) -> np.ndarray:
    """The terms of many pairs of texts."""
    return np.array([terms_of(features_of(left), features_of(right)) for left, right in texts])


def reordered(texts: list[str], seed: int = SEED) -> tuple[list[tuple[str, str]], list[int]]:
    """Sentences beside themselves with two words changed over (0), or with two halves or an ending moved (1)."""
    rng = random.Random(seed)
    pairs, labels = [], []
    for text in texts:
        words = text.split()
        places = [at for at in range(1, len(words)) if words[at].isalpha() and len(words[at]) > 3]
        names = [at for at in places if words[at][0].isupper()]
        chosen = names if len(names) > 1 else [at for at in places if words[at].islower()]
        far = [(a, b) for a in chosen for b in chosen if b - a > 1 and words[a] != words[b]]
        if far:
            a, b = rng.choice(far)
            other = list(words)
            other[a], other[b] = other[b], other[a]
            pairs.append((text, " ".join(other)))
            labels.append(0)
        halves = text.rstrip(". ").split(", ")
        if len(halves) == 2 and min(map(len, halves)) > 12:
            pairs.append((text, f"{halves[1]}, {halves[0]}."))
            labels.append(1)
        begin = next((at for at in range(len(words) - 2, 2, -1) if words[at] in BEGINNINGS), 0)
        if begin and len(words) - begin <= SHORT_ENDING:
            pairs.append((text, " ".join([*words[begin:], *words[:begin]])))
            labels.append(1)
    return pairs, labels


def in_other_words(texts: list[str], seed: int = SEED) -> tuple[list[tuple[str, str]], list[int]]:
    """Sentences beside themselves with words put as the lexicon's synonyms (1), or with others in their place (0).

    So are their beginnings without articles (1): short wordings of one content.

    The labelled sets have few paraphrases that share little but synonyms, and a head fitted without takes none for one.
    """
    rng = random.Random(seed)
    synonyms: dict[str, list[list[str]]] = {}
    for group in shipped_lexicon().synonyms:
        words = [word for word in group.split() if "_" not in word]
        for word in words:
            synonyms.setdefault(stem(word), []).append([other for other in words if stem(other) != stem(word)])
    every = sorted({word for groups in synonyms.values() for group in groups for word in group})
    pairs, labels = [], []
    for text in texts:
        words = text.split()
        places = [at for at, word in enumerate(words) if any(synonyms.get(stem(word.lower()), ()))]
        if len(places) < MANY or len(places) * 2 < sum(len(word) > LONG for word in words):
            continue
        other, wrong = list(words), list(words)
        for at in places:
            groups = [group for group in synonyms[stem(words[at].lower())] if group]
            other[at], wrong[at] = rng.choice(rng.choice(groups)), rng.choice(every)
        pairs += [(text, " ".join(other)), (text, " ".join(wrong))]
        labels += [1, 0]
    for text in texts:
        words = text.split()
        piece = words[: rng.randint(3, 8)]
        bare = [word for word in piece if word.lower() not in ARTICLES]
        if 1 < len(bare) < len(piece):
            pairs.append((" ".join(piece), " ".join(bare)))
            labels.append(1)
    return pairs, labels


def strangers(texts: list[str], seed: int = SEED) -> list[tuple[str, str]]:
    """Sentences beside others that speak of something else, beside pieces of these, and beside pieces of themselves.

    None is a paraphrase. The labelled sets have hardly any such pair, and what a head says of them would be chance.
    """
    rng = random.Random(seed)
    pairs = []
    for text in texts:
        other = rng.choice(texts)
        words, mine = other.split(), text.split()
        at, count = rng.randrange(len(words)), rng.randint(1, 6)
        pairs.append((text, other))
        pairs.append((text, " ".join(words[at : at + count])))
        piece = mine[: rng.randint(1, max(1, len(mine) // 3))]
        pairs.append((text, " ".join(piece)))
        pairs.append((" ".join(piece), " ".join(words[at : at + count])))
    return [(left, right) for left, right in pairs if left != right]


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
    made, made_labels = reordered([one.left for one in (*mrpc[::2], *stsb[::2], *vitaminc[::4])])
    x = {
        "MRPC": matrix([(one.left, one.right) for one in mrpc]),
        "STS-B": matrix([(one.left, one.right) for one in stsb]),
        "SICK": matrix([(one.left, one.right) for one in sick]),
        "VitaminC": matrix([(one.left, one.right) for one in vitaminc]),
        "order": matrix(made),
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
        Part("order", x["order"], np.array(made_labels, dtype=bool)),
        Part(OTHER_WORDS, x[OTHER_WORDS], np.array(others_labels, dtype=bool)),
        Part(STRANGERS, x[STRANGERS], np.zeros(len(apart), dtype=bool)),
        Part("own pairs", x["own pairs"], np.array([one.label == "same" for one in own])),
    ]
    return parts, [Part(name, x[name], truth) for name, truth in graded.items()]


def folds_of(parts: Sequence[Part]) -> Iterator[list[np.ndarray]]:
    """Of each of five seeded folds what rows of each set are in it."""
    rng = np.random.default_rng(SEED)
    folds = [rng.permutation(len(part.y)) % FOLDS for part in parts]
    for fold in range(FOLDS):
        yield [of == fold for of in folds]


def usual(parts: Sequence[Part]) -> list[Part]:
    """The sets that were not made from others: by these go scale and bounds."""
    return [part for part in parts if part.name not in MADE]
