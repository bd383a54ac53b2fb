"""Dates as people give them."""

from datetime import date

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
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("0001-01-01", "0001-01-01", "0001-01-01", "day"),
        ("2021-q1", "2021-01-01", "2021-03-31", "quarter"),
        ("2021-12-31", "2021-12-31", "2021-12-31", "day"),
        ("2021/2021", "2021-01-01", "2021-12-31", "range"),
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
        ("٢٠٢١-٠٩-٣٠", "is not a date"),
        ("２０２１", "is not a date"),
        ("early 2021-٠٩", "is not a date"),
        ("2021-Q٣", "is not a date"),
        ("01/02/2024", "^'01/02/2024' is not a date"),
        ("06/2024", "^'06/2024' is not a date"),
        ("2024/06", "^'2024/06' is not a date"),
        ("2024/", "^'2024/' is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(text, words):
    """For the user: what was found and what is wanted."""
    with pytest.raises(ValueError, match=words):
        parse_when(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2021-02-30", "2021-02 has 28 days, not 30"),
        ("2021-02-00", "2021-02 has 28 days, not 00"),
        ("2021-13", "there is no month 13: months go from 01 to 12"),
        ("2021-00-01", "there is no month 00: months go from 01 to 12"),
        ("0000-01", "there is no year 0000"),
        ("../..", "a range needs at least one end"),
        ("2022/2021", "'2022/2021' ends before it begins"),
        (
            "2021/2022/2023",
            "'2022/2023' is not a date: write 2021-09-30, 2021-09, 2021 or a range 2021-09-28/2021-09-30",
        ),
        ("x" * 90_000, f"'{'x' * 60}' is not a date: write 2021-09-30, 2021-09, 2021 or a range 2021-09-28/2021-09-30"),
        ("2022" + " " * 90_000 + "/2021", f"'2022{' ' * 56}' ends before it begins"),
        ("mid 2021", "'mid 2021' is not a date: write 2021-09-30, 2021-09, 2021 or a range 2021-09-28/2021-09-30"),
    ],
)
def test_a_refusal_is_a_whole_sentence(text, sentence):
    """Word for word."""
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the message is the test
        parse_when(text)
    assert str(error.value) == sentence


def test_an_interval_contains_itself_and_what_shares_its_ends():
    """And not what goes on for a day more."""
    month = parse_when("2021-09")
    assert month.within(month)
    assert parse_when("2021-09-01/2021-09-10").within(month)
    assert parse_when("2021-09-20/2021-09-30").within(month)
    assert not parse_when("2021-08-31/2021-09-10").within(month)
    assert not parse_when("2021-09-20/2021-10-01").within(month)
    assert month.overlaps(parse_when("2021-09-30/2021-10"))
    assert not month.overlaps(parse_when("2021-10"))
    assert month.before(parse_when("2021-10"))
    assert not month.before(parse_when("2021-09-30"))


def test_a_day_is_written_as_a_person_would():
    """And equals what is read of that."""
    assert day(date(2021, 9, 5)) == parse_when("2021-09-05")


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
