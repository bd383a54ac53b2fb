"""Dates as people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.when import day, parse_when


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2021-09-30", "2021-09-30", "2021-09-30", "day"),
        ("2021-09", "2021-09-01", "2021-09-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-Q3", "2021-07-01", "2021-09-30", "quarter"),
        ("early 2021-09", "2021-09-01", "2021-09-10", "part"),
        ("mid 2021-09", "2021-09-11", "2021-09-20", "part"),
        ("late 2021-09", "2021-09-21", "2021-09-30", "part"),
        ("2021-09-28/2021-10", "2021-09-28", "2021-10-31", "range"),
        ("../2021-09", "0001-01-01", "2021-09-30", "open"),
        ("2021-09/..", "2021-09-01", "9999-12-31", "open"),
        (" 2021-09~ ", "2021-09-01", "2021-09-30", "month"),
    ],
)
def test_a_date_is_the_interval_that_was_given(text, first, last, precision):
    """With its precision and its text."""
    when = parse_when(text)
    assert (when.first.isoformat(), when.last.isoformat(), when.precision) == (first, last, precision)
    assert str(when) == text.strip()
    assert when.approximate is text.strip().endswith("~")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-02-30", "2021-02 has 28 days, not 30"),
        ("2021-13", "no month 13"),
        ("2021-13-01", "no month 13"),
        ("0000", "no year 0000"),
        ("soon", "is not a date"),
        ("", "is not a date"),
        ("../..", "at least one end"),
        ("2021-10/2021-09", "ends before it begins"),
        ("2021-9-3", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text, words):
    """For the user: what was found and what is wanted."""
    with pytest.raises(ValueError, match=words):
        parse_when(text)


@given(a=st.dates(), b=st.dates())
def test_intervals_are_ordered_and_compared(a, b):
    """before, within and overlaps agree with the days."""
    left, right = day(a), day(b)
    assert left.before(right) is (a < b)
    assert (left < right) is (a < b)
    assert left.overlaps(right) is (a == b)
    assert left.within(parse_when(f"{a.year:04}"))
    assert left.__lt__(0) is NotImplemented


def test_about_may_stand_apart():
    """`2021-09 ~` is `2021-09~`."""
    apart, close = parse_when("2021-09 ~"), parse_when("2021-09~")
    assert (apart.first, apart.last, apart.approximate) == (close.first, close.last, True)
