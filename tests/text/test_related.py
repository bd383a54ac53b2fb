"""Vectors and kinds of words: what is about one thing is near."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.features import features_of
from claimtrack.text.related import _NEAR, about, kinds_of, nearest, row_of, vectors

WORDS = st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8)


def test_words_for_one_thing_are_nearer_than_words_for_two():
    """Purchases are nearer to buying than to violins."""
    near, far = nearest(["buy", "violin"], ["purchas"])[0]
    assert near > 0.8 > 0.2 > far


def test_every_word_has_a_vector_of_length_one():
    """Also one that WordNet does not know."""
    assert np.allclose(np.linalg.norm(vectors(), axis=1), 1.0, atol=1e-5)


@given(st.text(min_size=1, max_size=20))
def test_any_word_is_nearest_to_itself(word):
    """Known or not, whatever its letters."""
    assert nearest([word], [word])[0][0] > 0.999


def test_a_phrase_is_its_last_known_word():
    """The head of an English compound comes last."""
    assert row_of("zzyq_treati") == row_of("treati") != row_of("zzyq")


def test_words_are_of_the_kinds_that_they_are_used_as():
    """A treaty is a thing, to arrive a deed, nuclear a trait, Moscow a place."""
    assert kinds_of("treati").thing > 0.9
    assert kinds_of("arriv").deed > 0.9
    assert kinds_of("nuclear").trait > 0.9
    assert kinds_of("moscow").place > 0.9 > 0.1 > kinds_of("treati").place


@given(st.text(min_size=1, max_size=20))
def test_a_word_has_shares_of_kinds(word):
    """Known or not: none beyond the whole, and places are things."""
    kinds = kinds_of(word)
    assert all(0.0 <= share <= 1.0 for share in kinds)
    assert kinds.place <= kinds.thing + 1e-6
    assert kinds.thing + kinds.deed + kinds.trait <= 1.02


@given(WORDS)
def test_what_a_wording_is_about_is_a_weighed_sum(words):
    """The fast way gives what adding word by word gives."""
    weights = [1.0 + at for at in range(len(words))]
    slow = np.zeros(vectors().shape[1])
    for word, weight in zip(words, weights, strict=True):
        slow = slow + weight * vectors()[row_of(word)].astype(float)
    length = np.linalg.norm(slow)
    found = about(words, weights)
    assert np.allclose(found.theme, slow / length if length else slow, atol=1e-4)
    sums = [sum(weight * kinds_of(word)[at] for word, weight in zip(words, weights, strict=True)) for at in range(3)]
    assert np.allclose(found[1:], sums, atol=1e-3)


def test_no_words_are_about_nothing():
    """A wording of nothing but marks has no theme and no things."""
    assert not about([], []).theme.any()
    assert not features_of("…").about.theme.any()
    assert about([], [])[1:] == (0.0, 0.0, 0.0)


@given(WORDS, WORDS, st.integers(1, 5))
def test_the_nearest_word_is_found_among_few_and_many(left, right, times):
    """As when each two are put side by side."""
    left, right = left * times, right * times
    known = vectors()
    cosines = [[float(known[row_of(a)] @ known[row_of(b)]) for b in right] for a in left]
    of_left, of_right = nearest(left, right)
    assert np.allclose(of_left, [max(row) for row in cosines], atol=1e-5)
    assert np.allclose(of_right, [max(column) for column in zip(*cosines, strict=True)], atol=1e-5)


@given(WORDS, WORDS)
def test_how_near_two_words_are_does_not_depend_on_what_was_asked_before(left, right):
    """The very figure, be it remembered or not, whatever stands beside the two and whichever is named first."""
    _NEAR.clear()
    fresh, again = nearest(left, right), nearest(left, right)
    assert fresh == again
    assert fresh[0] == [max(nearest([one], [other])[0][0] for other in right) for one in left]
    assert fresh == nearest(right, left)[::-1]


def test_what_is_remembered_of_words_is_bounded(monkeypatch):
    """Beyond the bound all is forgotten, and learned anew."""
    monkeypatch.setattr("claimtrack.text.related._MOST_NEAR", 4)
    _NEAR.clear()
    before = nearest(["ship", "boat"], ["vessel", "train"])
    nearest(["wheat"], ["grain"])
    nearest(["truce"], ["war"])
    assert sum(map(len, _NEAR.values())) <= 4
    assert nearest(["ship", "boat"], ["vessel", "train"]) == before
