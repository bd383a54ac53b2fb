"""What alignment does fast, beside what is slow and obvious."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.comparing import alignment
from claimtrack.features import features_of
from claimtrack.text.forms import hooks_of, mask_of

WORDS = [
    "north",
    "south",
    "north",
    "northern",
    "safe",
    "unsafe",
    "talks",
    "negotiations",
    "rose",
    "fell",
    "red",
    "blue",
    "treaty",
    "treaties",
    "agreement",
    "envoy",
    "envoys",
    "harmful",
    "harmless",
    "signed",
    "halted",
    "geneva",
    "moscow",
    "colour",
    "color",
    "launchers",
    ",",
    ".",
    "and",
    "the",
    "not",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)


@given(one=TEXTS, other=TEXTS)
@settings(max_examples=300, deadline=None)
def test_words_that_stand_once_are_aligned_as_repeated_ones_are(one, other):
    """Where no word stands twice, the way for words that do gives the same."""
    left, right = (features_of(" ".join(dict.fromkeys(text.split()))) for text in (one, other))
    if len(left.place) == len(left.keys) and len(right.place) == len(right.keys):
        assert alignment._single(left.place, right.place) == alignment._repeated(left, right)


@given(one=TEXTS, other=TEXTS)
@settings(max_examples=300, deadline=None)
def test_words_that_may_answer_are_found_as_by_trying_each_pair(one, other):
    """Every two words that share a hook and have a ground, with their strength."""
    left, right = features_of(one), features_of(other)
    over_left, over_right = list(range(len(left.keys))), list(range(len(right.keys)))
    tried = {
        (i, j): alignment._worked_out(mine, yours, left.look_up)
        for i, mine in enumerate(left.keys)
        for j, yours in enumerate(right.keys)
        if hooks_of(mine, left.look_up) & hooks_of(yours, right.look_up)
    }
    expected = {places: ground for places, ground in tried.items() if ground is not None}
    found = alignment._likely(left, right, over_left, over_right)
    assert {(i, j): (by, -strength) for strength, _, i, j, by in found} == expected


@given(one=TEXTS, other=TEXTS)
@settings(max_examples=300, deadline=None)
def test_keys_with_a_hook_in_common_have_a_bit_in_common(one, other):
    """The bits may let two through that have none in common, never the other way round."""
    left, right = features_of(one), features_of(other)
    for mine in left.keys:
        for yours in right.keys:
            if hooks_of(mine, left.look_up) & hooks_of(yours, left.look_up):
                assert mask_of(mine, left.look_up) & mask_of(yours, left.look_up)


def test_words_whose_bits_meet_by_chance_have_no_ground():
    """A ground is asked of words with a hook in common alone, whatever the bits say."""
    look_up = features_of("a").look_up
    alike = [("committee", "comittee"), ("recieved", "received")]
    for mine, yours in alike:
        expected = None if hooks_of(mine, look_up).isdisjoint(hooks_of(yours, look_up)) else ("spelling", 0.75)
        assert alignment._ground((mine, yours), look_up) == expected


@given(one=TEXTS, other=TEXTS)
@settings(max_examples=300, deadline=None)
def test_shares_are_those_of_the_aligned_pairs(one, other):
    """The sums that are taken in one go are the sums taken one by one, and what is left over is what is in no pair."""
    left, right = features_of(one), features_of(other)
    found = alignment.align(left, right)
    spoken_of = [pair for pair in found.pairs if pair.by != "place"]
    mine, yours = (sum(left.weights[one.left] for one in spoken_of), sum(right.weights[one.right] for one in spoken_of))
    assert found.left_spoken_of * left.weight == pytest.approx(mine)
    assert found.right_spoken_of * right.weight == pytest.approx(yours)
    covered = sum(left.weights[one.left] * one.strength for one in found.pairs)
    assert found.left_covered * left.weight == pytest.approx(covered)
    assert found.right_covered * right.weight == pytest.approx(
        sum(right.weights[one.right] * one.strength for one in found.pairs)
    )
    assert found.left_over == [at for at in range(len(left.keys)) if at not in {pair.left for pair in found.pairs}]
    assert found.right_over == [at for at in range(len(right.keys)) if at not in {pair.right for pair in found.pairs}]
