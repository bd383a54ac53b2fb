"""The ranking: BM25 over stems and letters, beside a slow twin."""

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.matching.letters import runs_of
from claimtrack.matching.ranking import Ranking
from claimtrack.text.stems import stem
from claimtrack.text.words import folded_words

WORDS = ("bridge", "bridges", "fell", "fall", "vaccine", "antivaccine", "a", "the", "Straße", "中国", "2019")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=7)


def slow_ranking(texts: list[str], query: str, limit: int) -> list[tuple[int, float, float]]:
    """Positions, scores by stems and scores by letters, likest first."""
    asked = folded_words(query)
    stems = [Counter(stem(word) for word in folded_words(text)) for text in texts]
    runs = [Counter(run for word in folded_words(text) for run in runs_of(word)) for text in texts]
    of_words = Counter(word for text in texts for word in set(folded_words(text)))
    of_stems = Counter(one for text in stems for one in text)
    of_runs = Counter[str]()
    for word, count in of_words.items():
        for run in runs_of(word):
            of_runs[run] += count

    def rarity(count: int) -> float:
        count = min(count, len(texts))
        return math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) / math.log(1 + (len(texts) - 0.5) / 1.5)

    def score(has: list[Counter[str]], at: int, of: Counter[str], wanted: Counter[str], long: float) -> float:
        usual = sum(sum(one.values()) for one in has) / len(has) or 1.0
        room = 1.2 * (1 - long + long * sum(has[at].values()) / usual)
        each = (
            rarity(of[one]) * 2.2 * has[at][one] / (has[at][one] + room) * times
            for one, times in wanted.items()
            if has[at][one]
        )
        return round(math.fsum(each), 6)

    repeated = Counter({one: 2 * times / (times + 1) for one, times in Counter(map(stem, asked)).items()})
    once = Counter({run for word in asked for run in runs_of(word)})
    found = [(at, score(stems, at, of_stems, repeated, 0.75)) for at in range(len(texts))]
    found = sorted((one for one in found if one[1] > 0), key=lambda one: (-one[1], one[0]))[: 3 * limit]
    both = [(at, by_stems, score(runs, at, of_runs, once, 0.9)) for at, by_stems in found]
    return sorted(both, key=lambda one: (-round(one[1] + 0.15 * one[2], 6), one[0]))[:limit]


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.lists(st.sampled_from([*WORDS, "unheard"]), max_size=8).map(" ".join), st.integers(1, 4))
def test_a_ranking_is_what_scoring_every_text_gives(texts, query, limit):
    """Twin: the same texts in the same order with the same scores."""
    found = Ranking(texts).search(query, limit)
    slow = slow_ranking(texts, query, limit)
    assert found.stems.tolist() == pytest.approx([one for _, one, _ in slow], abs=2e-6)
    assert found.letters.tolist() == pytest.approx([one for _, _, one in slow], abs=2e-6)
    assert found.positions.tolist() == [at for at, _, _ in slow]


def test_inflections_are_found():
    """A stem stands for its inflections."""
    assert Ranking(["Bridges were falling", "A budget"]).search("the bridge fell", 5).positions.tolist() == [0]


def test_letters_decide_between_equals():
    """Of two texts that share as much by stems, the one with a word spelled alike comes first."""
    found = Ranking(["Mumps and a train", "Mumps and a vaccine"]).search("mumps among antivaccine crowds", 5)
    assert found.positions.tolist() == [1, 0]


def test_letters_alone_find_nothing():
    """A text without a stem of the query is no candidate."""
    assert not len(Ranking(["vaccine", "a train"]).search("antivaccine", 5).positions)
