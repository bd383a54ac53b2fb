"""Times of day, and numbers of which only the size is told."""

import pytest

import claimtrack as ct
from claimtrack.features import features_of


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("The session opens at 9 am.", 9.0),
        ("The session opens at 9 a.m. sharp.", 9.0),
        ("The session opens at 3:30 p.m.", 15.5),
        ("The session opens at 3 PM.", 15.0),
        ("The session opens at 15:00 GMT.", 15.0),
        ("The session opens at noon.", 12.0),
        ("The session opens at 12 am.", 0.0),
        ("The session opens at midnight.", 0.0),
        ("The session opens at 00:00.", 0.0),
        ("The session opens at 00:30.", 0.5),
        ("The session opens at 24:00.", 0.0),
        ("The session opens at 12 midnight.", 0.0),
        ("The session opens at 12 noon.", 12.0),
    ],
)
def test_a_time_of_day_is_hours_since_midnight(text, hours):
    """However it is put."""
    assert [(one.low, one.high, one.unit) for one in features_of(text).amounts] == [(hours, hours, "clock")]


@pytest.mark.parametrize(
    "text", ["They won 3:2.", "At 12:30 they met.", "It was 9:75 pm.", "He is 24.", "He said I am 5."]
)
def test_what_may_be_no_time_or_either_half_of_the_day_is_none(text):
    """Scores, and times that do not tell morning from evening."""
    assert all(one.unit != "clock" for one in features_of(text).amounts)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Dozens of houses burned.", 20, 100, "hous"),
        ("Scores of people fled.", 30, 100, "person"),
        ("Hundreds of people fled.", 101, 1_500, "person"),
        ("Tens of thousands of people fled.", 15_000, 150_000, "person"),
        ("Hundreds of thousands fled.", 150_000, 1_500_000, "flee"),
        ("It cost millions of dollars.", 1_500_001, 1.5e9, "$"),
        ("Several hundred men marched.", 200, 900, "man"),
        ("A few dozen men marched.", 24, 108, "man"),
        ("Every second child is ill.", 50, 50, "%"),
    ],
)
def test_a_multitude_is_an_interval(text, low, high, unit):
    """With room, and with what is counted behind "of"."""
    assert [(one.low, one.high, one.unit) for one in features_of(text).amounts] == [(low, high, unit)]


@pytest.mark.parametrize("text", ["He settled scores.", "They meet every second week.", "The film scores well."])
def test_what_only_looks_like_one_is_none(text):
    """Scores of a game, and what comes round."""
    assert features_of(text).amounts == ()


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Dozens of houses burned.", "Thousands of houses burned.", "diverge"),
        ("Hundreds of people fled.", "40 people fled.", "diverge"),
        ("Hundreds of people fled.", "300 people fled.", "partial"),
        ("Thousands of people fled.", "Tens of thousands of people fled.", "partial"),
        ("The meeting starts at 9 am.", "The meeting starts at 3 pm.", "diverge"),
        ("The meeting starts at 15:00.", "The meeting starts at 3 pm.", "same"),
        ("Some 200 envoys attended.", "About two hundred envoys attended.", "same"),
    ],
)
def test_sizes_and_times_are_compared_as_amounts(left, right, relation):
    """What leaves no room for the other diverges, what leaves some is partial."""
    assert ct.compare(left, right).relation == relation
