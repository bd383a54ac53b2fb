"""The labelled sets as rows of numbers: every signal and contrast of each pair, and what people said of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made import MADE, ORDER, OTHER_WORDS, SEED, STRANGERS, in_other_words, reordered, strangers
from scipy import sparse
from sets import HANDS, labelled, own_pairs, written_pairs

from claimtrack.comparing.circumstances import Circumstances, occasion
from claimtrack.comparing.comparison import contrasts_of
from claimtrack.comparing.inside import measured
from claimtrack.comparing.model import term_of
from claimtrack.comparing.pairing import pair, turned
from claimtrack.comparing.signals import SIGNALS
from claimtrack.evidence import ContrastKind
from claimtrack.features import Features, features_of
from claimtrack.settings import Settings
from claimtrack.text.forms import forms_of

NAMES = [signal.name for signal in SIGNALS]
TERMS = [f"{word} {kind.value}" for kind in ContrastKind for word in ("contrary", "narrower")]
FOLDS, LAYERS = 5, 5
OWN = "own pairs"
"""The ledger's pairs: too few to learn words from, as are those of each hand."""

LONE = NAMES.index("lone_words")
OFTEN, OFTEN_IN_ONE, SETS = 20, 5, 2
"""Words that stand on one side alone in so many rows, and in so many of several sets, may have a weight."""


class Part(NamedTuple):
    """One set, its rows as the model sees them, and what people said."""

    name: str
    x: np.ndarray
    y: np.ndarray
    lone: sparse.csr_matrix
    """1 in the column of each word of the vocabulary that one wording alone has."""
    added: np.ndarray | None = None
    """What who said it adds to the log-odds of each row, where that is known."""
    hand: str = ""
    """Whose pairs these are, where they are a layer of one hand's."""

    def but(self, out: np.ndarray) -> "Part":
        """The set without these rows."""
        return self._replace(x=self.x[~out], y=self.y[~out], lone=self.lone[~out])


def terms_of(left: Features, right: Features) -> list[float]:
    """The value of every signal for two wordings, and of every contrast."""
    pairing = pair(right, left) if turned(left, right) else pair(left, right)
    found = {term_of(one) for one in contrasts_of(pairing)}
    return [*measured(pairing), *(float(term in found) for term in TERMS)]


def lone_of(left: Features, right: Features) -> list[str]:
    """The stems that one of two wordings alone has; numbers and dates are none."""
    told = set(left.stems) ^ set(right.stems)
    known = [*forms_of(left.forms, left.look_up), *forms_of(right.forms, right.look_up)]
    return sorted({one.key for one in known if one.number in told and one.key[0].isalpha()})


class Described(NamedTuple):
    """The terms of many pairs, and their lone words. The signal of these is left out: its table is what is learned."""

    x: np.ndarray
    lone: list[list[str]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Features, Features]]) -> "Described":
        """Those of these pairs."""
        terms, lone = [], []
        for left, right in pairs:
            terms.append(terms_of(left, right))
            lone.append(lone_of(left, right))
        x = np.array(terms)
        x[:, LONE] = 0.5
        return cls(x, lone)


def matrix(texts: list[tuple[str, str]]) -> Described:
    """Those of many pairs of texts."""
    return Described.of((features_of(left), features_of(right)) for left, right in texts)


def vocabulary(sets: Iterable[Sequence[Sequence[str]]]) -> list[str]:
    """The words that may have a weight, in order: by how often one wording alone has them in each of the sets."""
    counts = [Counter(word for words in rows for word in words) for rows in sets]
    every = sorted(set().union(*counts))
    return [
        word
        for word in every
        if sum(one[word] for one in counts) >= OFTEN and sum(one[word] >= OFTEN_IN_ONE for one in counts) >= SETS
    ]


def columns(lone: Sequence[Sequence[str]], words: Sequence[str]) -> sparse.csr_matrix:
    """1 in each row's columns of its lone words."""
    at = {word: nth for nth, word in enumerate(words)}
    cells = [(nth, at[word]) for nth, told in enumerate(lone) for word in told if word in at]
    rows_, columns_ = zip(*cells, strict=True) if cells else ((), ())
    return sparse.csr_matrix((np.ones(len(cells)), (rows_, columns_)), shape=(len(lone), len(words)))


def layer_of(values: np.ndarray) -> np.ndarray:
    """Of each pair, a row of the values of its signals, in which of LAYERS it is by how much both have in common."""
    common = values[:, NAMES.index("least_covered")] * values[:, NAMES.index("most_covered")]
    return np.digitize(common, np.quantile(common, np.arange(1, LAYERS) / LAYERS))


def layers_of(hand: Part) -> list[Part]:
    """The pairs of one hand in LAYERS by how much both wordings have in common: each is a set of its own in the fit.

    Whoever writes pairs puts what is the same in other words, and keeps the words where a fact changes, so that over
    all of them words in common would speak against one content. Matched so, they tell all but that (strata as in
    conditional logistic regression: Breslow & Day 1980, chapter 7).
    """
    layer = layer_of(hand.x)
    found = [(layer == nth, f"{hand.name} {nth + 1}") for nth in range(LAYERS)]
    return [
        hand._replace(name=name, x=hand.x[of], y=hand.y[of], lone=hand.lone[of], hand=hand.name)
        for of, name in found
        if of.any()
    ]


def parts_of(place: Path, facts: Path, without: str = "") -> tuple[list[Part], list[Part], list[str]]:
    """The sets of the paraphrase head, the graded ones of the similarity head (0 to 1), and the vocabulary.

    The set that is named is left out.
    """
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
    rows = {
        "MRPC": matrix([(one.left, one.right) for one in mrpc]),
        "STS-B": matrix([(one.left, one.right) for one in stsb]),
        "SICK": matrix([(one.left, one.right) for one in sick]),
        "VitaminC": matrix([(one.left, one.right) for one in vitaminc]),
        ORDER: matrix(moved),
        STRANGERS: matrix(apart),
        OTHER_WORDS: matrix(others),
        OWN: Described.of((one.left, one.right) for one in own),
    }
    written = written_pairs()
    by_hand = {hand: [one for kind, one in written if kind == hand] for hand in HANDS}
    rows |= {hand: matrix([(one.left, one.right) for one in pairs]) for hand, pairs in by_hand.items()}
    graded = {
        "STS-B": np.array([float(one.label) / 5 for one in stsb]),
        "SICK": np.array([(float(one.label) - 1) / 4 for one in sick]),
    }
    clear = (graded["STS-B"] >= 0.8) | (graded["STS-B"] <= 0.6)
    words = vocabulary([one.lone for name, one in rows.items() if name not in (*MADE, OWN, *HANDS)])

    def part(name: str, y: np.ndarray, kept: np.ndarray | slice = slice(None), added: np.ndarray | None = None) -> Part:
        return Part(name, rows[name].x[kept], y[kept], columns(rows[name].lone, words)[kept], added)

    parts = [
        part("MRPC", np.array([one.label == "1" for one in mrpc])),
        part("STS-B", graded["STS-B"] >= 0.8, clear),
        part("SICK", np.array(entailed) & (graded["SICK"] >= 0.875)),
        part("VitaminC", np.array([one.label == "SUPPORTS" for one in vitaminc])),
        part(ORDER, np.array(moved_labels, dtype=bool)),
        part(OTHER_WORDS, np.array(others_labels, dtype=bool)),
        part(STRANGERS, np.zeros(len(apart), dtype=bool)),
        part(
            OWN,
            np.array([one.label == "same" for one in own]),
            added=np.array([_added(one.known) for one in own]),
        ),
    ]
    for hand, pairs in by_hand.items():
        parts += layers_of(part(hand, np.array([one.label == "same" for one in pairs])))
    kept = [part for part in parts if (part.hand or part.name) != without]
    return kept, [part(name, truth) for name, truth in graded.items()], words


def _added(known: Circumstances) -> float:
    return 0.0 if known.one_occasion is None else occasion(known.one_occasion, Settings().occasion_weight).weight


def folds_of(parts: Sequence[Part]) -> Iterator[list[np.ndarray]]:
    """Of each of five seeded folds what rows of each set are in it."""
    rng = np.random.default_rng(SEED)
    folds = [rng.permutation(len(part.y)) % FOLDS for part in parts]
    for fold in range(FOLDS):
        yield [of == fold for of in folds]


def usual(parts: Sequence[Part]) -> list[Part]:
    """The sets that were not made from others, the small ones of one hand aside: by these go scale and bounds."""
    return [part for part in parts if part.name not in MADE and not part.hand]
