"""BM25: texts ranked by what they share with a text that may be much longer or shorter, by stems and by letters."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.matching.arrays import spread, stable_order, totals
from claimtrack.matching.letters import letters_of
from claimtrack.matching.masses import DIGITS, ln
from claimtrack.matching.rows import rows_of
from claimtrack.matching.search import Found, Wanted, best
from claimtrack.matching.tokens import Tokens, Vocabulary
from claimtrack.text.stems import stem
from claimtrack.text.words import folded_words

_OFTEN, _OFTEN_ASKED = 1.2, 1.0
"""k1 and k3: how soon a word that is repeated, in a text or in what is asked, counts no more."""
_LONG, _LONG_IN_LETTERS = 0.75, 0.9
"""b: how much a long text must share more."""
_LETTERS_COUNT = 0.15
"""What a run of letters counts beside a stem: a word has as many runs as letters."""
_DEEP = 3
"""So many times the hits that are wanted are found by stems, and put in order by letters as well."""


class Ranked(NamedTuple):
    """Positions of texts, likest first, and what each shares: in stems, in letters, in words as rare as there are."""

    positions: NDArray[np.int64]
    stems: NDArray[np.float64]
    letters: NDArray[np.float64]


class Ranking:
    """Texts under BM25 (Robertson & Zaragoza 2009, section 3.4) over the stems of their folded words.

    The texts found are scored over their runs of four letters too (McNamee & Mayfield 2004), which see what words have
    in common that no stem tells: "vaccine" and "antivaccine", a hashtag in lower case. Both scores are sums
    over what is shared, each part 0.0 to about 2.2, where 1.0 is a stem (run) of one text alone that stands once in a
    text of usual length.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._vocabulary = Vocabulary()
        tokens = self._vocabulary.tokens(texts)
        words = [word.decode("utf-8", "surrogatepass") for word in self._vocabulary]
        self._words = tokens.words
        self._starts = np.zeros(len(tokens.lengths) + 1, np.int64)
        np.cumsum(tokens.lengths, out=self._starts[1:])
        self._numbers: dict[str, int] = {}
        numbers = [self._numbers.setdefault(stem(word), len(self._numbers)) for word in words]
        self._count_stems(np.array(numbers, np.int32), tokens.lengths)
        self._count_letters(words, tokens)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def search(self, text: str, limit: int) -> Ranked:
        """At most `limit` of the texts that share a stem with `text`, those first that share most; ties by position.

        Letters alone find nothing, but they say who is among the first.
        """
        words = folded_words(text)
        found = best(self._by_stems(words), Wanted(_DEEP * limit, 0.0))
        letters = self._by_letters(words, found.positions)
        order = np.lexsort((found.positions, -np.round(found.scores + _LETTERS_COUNT * letters, DIGITS)))[:limit]
        return Ranked(found.positions[order], found.scores[order], letters[order])

    def _count_stems(self, stem_of: NDArray[np.int32], lengths: NDArray[np.int64]) -> None:
        """The texts of each stem, with what the stem counts in each."""
        stems = stem_of[self._words]
        order = stable_order(stems, len(self._numbers))
        stems, texts = stems[order], np.repeat(np.arange(len(self), dtype=np.int32), lengths)[order]
        new = np.ones(len(stems), bool)
        np.logical_or(stems[1:] != stems[:-1], texts[1:] != texts[:-1], out=new[1:])
        first = np.flatnonzero(new)
        times = np.diff(first, append=len(stems))
        stems, self._texts = stems[first], texts[first]
        count = np.bincount(stems, minlength=len(self._numbers))
        self._of_stem = np.concatenate([np.zeros(1, np.int64), np.cumsum(count)])
        self._counts = _rarity(count, len(self))[stems] * _often(times, _room(lengths, _LONG)[self._texts])

    def _count_letters(self, words: list[str], tokens: Tokens) -> None:
        """The runs of each word, how rare they are, and how many each text has.

        A run stands in at most as many texts as its words do, which is near enough and needs no look at the texts.
        """
        self._letters = letters_of(words)
        per_word = np.diff(self._letters.starts)
        texts = np.bincount(rows_of(tokens, len(words)).words, minlength=len(words))
        count = np.bincount(self._letters.runs, np.repeat(texts, per_word), minlength=len(self._letters.numbers))
        self._rarity_of_run = _rarity(np.minimum(count, len(self)), len(self))
        self._room_of_text = _room(totals(per_word[self._words].astype(np.float64), self._starts), _LONG_IN_LETTERS)

    def _by_stems(self, words: list[str]) -> Found:
        """Every text and its score."""
        asked: dict[int, int] = {}
        for word in words:
            number = self._numbers.get(stem(word))
            if number is not None:
                asked[number] = asked.get(number, 0) + 1
        stems = np.array(sorted(asked), np.int64)
        times = np.array([asked[one] for one in stems.tolist()], np.float64)
        first = self._of_stem[stems]
        places, which = spread(first, self._of_stem[stems + 1] - first)
        counts = self._counts[places] * (times / (times + _OFTEN_ASKED) * (_OFTEN_ASKED + 1.0))[which]
        scores = np.bincount(self._texts[places], counts, minlength=len(self))
        return Found(np.arange(len(self)), np.round(scores, DIGITS))

    def _by_letters(self, words: list[str], positions: NDArray[np.int64]) -> NDArray[np.float64]:
        """The scores of some texts."""
        asked = np.zeros(len(self._letters.numbers), bool)
        asked[self._letters.known(words)] = True
        first = self._starts[positions]
        places, text = spread(first, self._starts[positions + 1] - first)
        runs, word = self._letters.of(self._words[places])
        shared = asked[runs]
        keys, times = np.unique(text[word[shared]] * len(asked) + runs[shared], return_counts=True)
        text, runs = np.divmod(keys, max(1, len(asked)))
        counts = self._rarity_of_run[runs] * _often(times, self._room_of_text[positions[text]])
        return np.round(np.bincount(text, counts, minlength=len(positions)), DIGITS)


def _rarity(count: NDArray[np.int64] | NDArray[np.float64], texts: int) -> NDArray[np.float64]:
    """How rare what stands in `count` of the texts is: 1.0 in one text alone, 0.0 nearly everywhere."""
    rarest = ln(1.0 + np.array([max(0.5, texts - 0.5) / 1.5]))
    return ln(1.0 + (texts - count + 0.5) / (count + 0.5)) / rarest


def _room(lengths: NDArray[np.int64] | NDArray[np.float64], long: float) -> NDArray[np.float64]:
    """The k1 of each text: the longer beside the usual length, the greater."""
    usual = (float(lengths.mean()) if len(lengths) else 0.0) or 1.0
    return np.asarray(_OFTEN * (1.0 - long + long * lengths / usual), np.float64)


def _often(times: NDArray[np.int64] | NDArray[np.float64], room: NDArray[np.float64]) -> NDArray[np.float64]:
    """What something that is said so often counts: 1.0 once in a text of usual length, and never much more than 2."""
    counts: NDArray[np.float64] = times * (_OFTEN + 1.0) / (times + room)
    return counts
