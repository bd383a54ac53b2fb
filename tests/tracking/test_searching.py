"""Searching claims for what a text speaks of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import ClaimSearch, Settings, TooLongError, UsageError, compare

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


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_refused(limit):
    """As the exact index refuses it."""
    with pytest.raises(UsageError) as error:
        ClaimSearch(TEXTS).search("the bridge", limit=limit)
    assert str(error.value) == f"a search for {limit} matches finds nothing: the limit begins at 1"


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


def test_a_hashtag_finds_the_words_that_it_is_made_of():
    """A post says it in a tag, the claim in a sentence."""
    assert ClaimSearch(TEXTS).search("#SchoolBudget! https://t.co/Mb1")[0].position == 2


def test_a_match_beside_a_post_shows_the_post_as_it_is():
    """Addresses and tags are taken apart for the order alone."""
    post = "#SchoolBudget https://t.co/Mb1"
    assert ClaimSearch(TEXTS).search(post)[0].comparison.left == post


def test_a_candidate_has_the_usual_value_of_a_signal_that_is_switched_off():
    """Each signal stays in its place whatever is switched off, as its weight does."""
    text, off = "a dozen hurt as the bridge falls", Settings(switched_off=frozenset({"least_covered"}))
    one, other = (ClaimSearch(TEXTS, settings=each).candidates(text)[0] for each in (Settings(), off))
    assert len(one.signals) == len(other.signals)
    assert one.signals[1:] == other.signals[1:]


def test_a_claim_is_found_by_its_words_in_any_inflection():
    """ "fallen bridges" speaks of the bridge that fell."""
    assert ClaimSearch(TEXTS).search("fallen bridges hurting twelve")[0].position == 1


def test_no_items_have_no_matches():
    """An empty ledger is searched in vain."""
    assert ClaimSearch([]).search("the bridge") == ()


def test_a_match_is_scored_alike_in_any_order_of_the_items():
    """The order of the items breaks ties and nothing else."""
    post = "the bridge over the river, closed"
    forth, back = ClaimSearch(TEXTS).search(post), ClaimSearch(TEXTS[::-1]).search(post)
    assert [(one.comparison.right, one.score) for one in forth] == [(one.comparison.right, one.score) for one in back]
