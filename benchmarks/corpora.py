"""Corpora for the benchmarks: real sentences where they are at hand, a made-up stand-in, and perturbed copies.

No real corpus is shipped. `statements` and `speeches` read them below the folder that `--shared` names.
"""

import gzip
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SHARED = Path(__file__).parents[2] / "shared"
"""Where the real corpora lie unless `--shared` says otherwise: beside the checkout."""
ORIGINALS = 0.19
"""Share of a perturbed corpus that is original: the real sentences then suffice for a million texts."""

SIDES = "north south ministry council governor delegation senate union envoy committee".split()
VERBS = "approved rejected discussed postponed announced confirmed signed reviewed opened closed".split()
THINGS = "treaty budget bridge ceasefire inspection border tariff pipeline summit census".split()
PLACES = "Geneva Vienna Oslo Rome Lagos Lima Quito Delhi Tunis Riga".split()

_ATTRIBUTIONS = (
    "The minister said that",
    "According to the spokesman,",
    "The delegation confirmed that",
    "It was reported that",
    "The ambassador stressed that",
    "As officials noted,",
)
_UNLIKE = (
    "zyx qwv jjkk",
    "it is in the and of the to we that for our this with a on be as",
    "Näin talvella järven jää kantaa jo hiihtäjän ja kelkan",
)
"""Searches that resemble nothing: strange words, the commonest words alone, another language."""
_SHARES = (0.05, 0.15, 0.3)
"""Of its words, what an edit drops or replaces: light, middling, strong."""
_FURTHER_EDIT = 0.4
"""Chance that a copy that was edited is edited once more."""


class Corpus(NamedTuple):
    """Texts, and for each the number of its cluster: copies of one original share it."""

    texts: list[str]
    labels: NDArray[np.int64]


class AbsentError(Exception):
    """The real corpora are not here."""


def statements(shared: Path = SHARED) -> list[str]:
    """Attributed US statements; raises AbsentError where they are not at hand."""
    with _found(shared, "liar.tsv").open(encoding="utf-8") as lines:
        return _column(list(lines), "statement")


def speeches(shared: Path = SHARED) -> list[str]:
    """Sentences of the UN general debates 2014 to 2024, as they stand; raises AbsentError where not at hand."""
    with gzip.open(_found(shared, "ungdc-2014-2024.tsv.gz"), "rt", encoding="utf-8") as lines:
        return _column(list(lines), "text")


def real(shared: Path = SHARED) -> list[str]:
    """All real sentences, each once; raises AbsentError where they are not at hand."""
    return list(dict.fromkeys(" ".join(text.split()) for text in speeches(shared) + statements(shared)))


def made_up(size: int, seed: int = 7) -> list[str]:
    """Seeded sentences of one pattern, many of them alike: a stand-in where nothing real is at hand."""
    chance = random.Random(seed)
    return [
        f"The {chance.choice(SIDES)} {chance.choice(VERBS)} the {chance.choice(THINGS)} number {chance.randrange(400)} "
        f"in {chance.choice(PLACES)} on {chance.randrange(1, 29)} May"
        for _ in range(size)
    ]


def real_or_made_up(size: int, shared: Path = SHARED) -> tuple[list[str], str]:
    """Sentences enough for a perturbed corpus of `size` texts, and a word on what they are."""
    try:
        return real(shared), "real sentences"
    except AbsentError as absent:
        return list(dict.fromkeys(made_up(size, seed=8))), f"made-up sentences ({absent})"


def perturbed(texts: Sequence[str], size: int, seed: int = 0) -> Corpus:
    """A seeded corpus of `size` texts: real sentences, each once, and perturbed copies of them, in mixed order.

    Cluster sizes are geometric with mean 1 / ORIGINALS, alone or up to dozens, at every size alike; a copy has one
    edit or more: words dropped, replaced by others drawn by their frequency, neighbours swapped, a number changed, a
    typing slip, an attribution put before it, a clause of another sentence put after it. Raises ValueError where
    `texts` are too few.
    """
    chance = random.Random(seed)
    sizes = _cluster_sizes(size)
    if len(sizes) > len(texts):
        raise ValueError(f"{size} texts take {len(sizes)} originals, and there are {len(texts)} sentences")
    edits = _Edits(texts, chance)
    made: list[str] = []
    for original, copies in zip(chance.sample(texts, len(sizes)), sizes, strict=True):
        made.append(original)
        made += [edits.copy(original) for _ in range(copies - 1)]
    labels = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    order = np.random.default_rng(seed).permutation(size)
    return Corpus([made[at] for at in order.tolist()], labels[order])


def queries(corpus: Corpus, count: int, seed: int = 1) -> list[tuple[str, int]]:
    """`count` new texts to search for, each with its cluster: edited once more; the last few resemble nothing, -1."""
    chance = random.Random(seed)
    edits = _Edits(corpus.texts, chance)
    asked = chance.choices(range(len(corpus.texts)), k=count - len(_UNLIKE))
    return [(edits.copy(corpus.texts[at]), int(corpus.labels[at])) for at in asked] + [(text, -1) for text in _UNLIKE]


def _cluster_sizes(size: int) -> list[int]:
    """Geometric sizes at evenly spaced shares, not drawn, so that the composition is the same at every size."""
    clusters = max(1, round(ORIGINALS * size))
    shares = (np.arange(clusters) + 0.5) / clusters
    sizes = np.ceil(np.log1p(-shares) / math.log1p(-ORIGINALS)).astype(np.int64)
    while lacking := size - int(sizes.sum()):
        larger = np.flatnonzero(sizes > 1) if lacking < 0 else np.arange(clusters)
        sizes[larger[: abs(lacking)]] += 1 if lacking > 0 else -1
    listed: list[int] = sizes.tolist()
    return listed


class _Edits:
    """Ways to say a sentence a little differently, each drawing from one source of chance."""

    def __init__(self, texts: Sequence[str], chance: random.Random) -> None:
        self._texts = texts
        self._chance = chance
        # one flat list with repeats: a word drawn from it is drawn by its frequency
        self._words = " ".join(texts[:: max(1, len(texts) // 20_000)]).split()
        self._ways: tuple[Callable[[list[str]], list[str]], ...] = (
            self._drop,
            self._replace,
            self._swap,
            self._renumber,
            self._slip,
            self._attribute,
            self._append,
        )

    def copy(self, text: str) -> str:
        """The sentence after one edit or more; never empty."""
        words = text.split()
        while True:
            words = self._chance.choice(self._ways)(words)
            if self._chance.random() >= _FURTHER_EDIT:
                return " ".join(words)

    def _some(self, words: list[str]) -> list[int]:
        share = self._chance.choice(_SHARES)
        return self._chance.sample(range(len(words)), max(1, round(share * len(words))))

    def _drop(self, words: list[str]) -> list[str]:
        gone = set(self._some(words)) if len(words) > 1 else set()
        return [word for at, word in enumerate(words) if at not in gone]

    def _replace(self, words: list[str]) -> list[str]:
        for at in self._some(words):
            words[at] = self._chance.choice(self._words)
        return words

    def _swap(self, words: list[str]) -> list[str]:
        if len(words) > 1:
            at = self._chance.randrange(len(words) - 1)
            words[at], words[at + 1] = words[at + 1], words[at]
        return words

    def _renumber(self, words: list[str]) -> list[str]:
        """Another number in place of one; a sentence without any loses a word instead."""
        numbers = [at for at, word in enumerate(words) if word.isdecimal()]
        if not numbers:
            return self._drop(words)
        words[self._chance.choice(numbers)] = str(self._chance.randrange(2, 2_030))
        return words

    def _slip(self, words: list[str]) -> list[str]:
        """Two letters of a word change places."""
        at = self._chance.randrange(len(words))
        word = words[at]
        if len(word) > 3:
            inner = self._chance.randrange(1, len(word) - 2)
            words[at] = f"{word[:inner]}{word[inner + 1]}{word[inner]}{word[inner + 2 :]}"
        return words

    def _attribute(self, words: list[str]) -> list[str]:
        return self._chance.choice(_ATTRIBUTIONS).split() + words

    def _append(self, words: list[str]) -> list[str]:
        clause = self._chance.choice(self._texts).split()[: self._chance.randrange(3, 10)]
        return [*words, "and", *clause]


def _found(shared: Path, name: str) -> Path:
    path = shared / "eval" / "scale" / name
    if not path.exists():
        raise AbsentError(f"{name} is not here; say where with --shared")
    return path


def _column(lines: list[str], name: str) -> list[str]:
    at = lines[0].rstrip("\n").split("\t").index(name)
    return [line.rstrip("\n").split("\t")[at] for line in lines[1:]]
