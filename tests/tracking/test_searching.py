"""Searching claims for what a text speaks of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import ClaimSearch, Settings, TooLongError, compare

TEXTS = (
    "The bridge over the river was closed on Monday.",
    "Twelve people were hurt when the bridge fell.",
    "The ministry announced a new budget for schools.",
)


def test_the_likest_comes_first_with_its_comparison():
    """A post in other words finds the text that it repeats, and the comparison stands beside the score."""
    first = ClaimSearch(TEXTS).search("BREAKING: a dozen hurt as bridge falls, police say")[0]
    assert first.position == 1
    assert 0.0 <= first.score <= 1.0
    assert first.comparison.right == TEXTS[1]


def test_nothing_shared_finds_nothing():
    """Texts without a word of the query are no matches."""
    assert ClaimSearch(TEXTS).search("zebra") == ()


def test_the_limit_is_kept():
    """At most so many matches are given."""
    assert len(ClaimSearch(["the bridge fell"] * 9).search("the bridge fell", limit=4)) == 4


def test_equals_come_in_the_order_of_the_items():
    """Ties are broken by position."""
    found = ClaimSearch(["the bridge fell", "a budget", "the bridge fell"]).search("the bridge fell")
    assert [one.position for one in found] == [0, 2]


def test_a_text_that_is_too_long_is_refused_by_name():
    """The query keeps to the limit of compare."""
    with pytest.raises(TooLongError, match="longer than the 50 that are compared"):
        ClaimSearch(TEXTS, settings=Settings(text_limit=50)).search("bridge " * 20)


def test_an_item_that_is_too_long_is_left_out():
    """What cannot be compared is no match, and stops no search."""
    found = ClaimSearch([*TEXTS, "bridge " * 20], settings=Settings(text_limit=60)).search("the bridge")
    assert {one.position for one in found} == {0, 1, 2}


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TEXTS, "the bridge", "a school and a bridge"]), max_size=8), st.sampled_from(TEXTS))
def test_a_match_is_what_compare_says(items, text):
    """Twin: each match holds the comparison of the two texts alone."""
    for one in ClaimSearch(items).search(text):
        alone = compare(text, items[one.position])
        assert (one.comparison.relation, one.comparison.paraphrase) == (alone.relation, alone.paraphrase)
