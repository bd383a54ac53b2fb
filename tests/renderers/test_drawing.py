"""Timelines and marked words as the page lays them out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.overviews.lanes import Lane, Timeline, issue_timelines
from claimtrack.renderers.html.drawing import LANE, drawing_of
from claimtrack.renderers.html.names import JOINT, NOBODY, Names
from claimtrack.renderers.marking import marked_pair
from strategies import TEXTS

HEAD = """
sides: {north: North, south: South}
speakers: {ann: {name: Ann, side: north}, bob: {name: Bob, side: south}}
issues: {when: {question: When?, positions: {a: A, b: B, c: C}, exclude: [[a, b]]}}
claims:
"""
DATES = st.sampled_from(
    ("2021-02-03", "2021-02", "2021", "2021-Q3", "../2020", "2022/..", "0001-01-01", "9999-12-31", "2021-02~", "")
)


def drawn(*dates: str):
    """Claims of one side at these dates, each on the next of three positions."""
    claims = "".join(
        f"  - {{id: c{n}, speaker: ann, about: when, holds: {'abc'[n % 3]}, text: Thing {n}"
        f"{f', date: {date!r}' if date else ''}}}\n"
        for n, date in enumerate(dates)
    )
    report = ct.track(ct.ledger_of(HEAD + claims))
    return drawing_of(Names(report=report), issue_timelines(report)["when"])


@given(dates=st.lists(DATES, min_size=1, max_size=8))
@settings(max_examples=80, deadline=None)
def test_everything_stands_inside_the_drawing(dates):
    """Marks, intervals, arrows and ticks, whatever the dates."""
    found = drawn(*dates)
    for dot in found.dots:
        assert 0 <= dot.begin <= dot.x <= dot.begin + dot.width + 0.01 <= 100.01
        assert 0 < dot.y < found.height
    for arrow in found.arrows:
        assert 0 <= arrow.x1 <= 100
        assert 0 <= arrow.x2 <= 100
    assert all(0 <= tick.x <= 100 for tick in found.ticks)
    assert len(found.ticks) <= 12


def test_later_stands_to_the_right():
    """In days."""
    first, second, third = (
        next(dot for dot in drawn("2021-01-01", "2021-01-02", "2021-01-31").dots if dot.claim == c)
        for c in ("c0", "c1", "c2")
    )
    assert first.x < second.x < third.x
    assert third.x - second.x > second.x - first.x


def test_a_month_is_as_wide_as_its_days():
    """And its mark is not exact."""
    day, month = sorted(drawn("2021-01-01", "2021-02").dots, key=lambda dot: dot.claim)
    assert (day.width, day.exact) == (0, True)
    assert month.width > 40
    assert not month.exact


def test_claims_of_one_side_and_date_share_a_mark():
    """With their number."""
    (dot,) = drawn("2021-01-01").dots
    assert dot.number == 1
    both = drawn("2021-01-01", "2021-01-01", "2021-01-01", "2021-01-01").dots
    assert sorted(one.number for one in both) == [1, 1, 2]


def test_a_reversal_is_an_arrow_from_the_earlier_to_the_later_mark():
    """From one lane to the other."""
    found = drawn("2021-01-01", "2021-02-01")
    (arrow,) = found.arrows
    assert arrow.kind == "reversal"
    assert arrow.x1 < arrow.x2
    assert arrow.y2 - arrow.y1 == LANE


def test_marks_that_would_hide_one_another_step_aside():
    """Two sides on one day."""
    report = ct.track(
        ct.ledger_of(
            HEAD + "  - {id: a, speaker: ann, about: when, holds: a, date: 2021-01-01, text: A}\n"
            "  - {id: b, speaker: bob, about: when, holds: a, date: 2021-01-01, text: A too}\n"
        )
    )
    one, other = drawing_of(Names(report=report), issue_timelines(report)["when"]).dots
    assert one.x == other.x
    assert one.y != other.y


def test_a_timeline_of_one_moment_is_not_worth_drawing():
    """A list says as much."""
    assert not drawn("2021-01-01", "2021-01-01").worth_drawing
    assert drawn("2021-01-01", "2021-01-02").worth_drawing
    assert drawn("2021-01-01", "").worth_drawing


def test_each_lane_says_in_words_what_its_marks_say():
    """For who does not see them."""
    (row, _) = drawn("2021-01-01", "2021-02").rows
    assert row.told == ("2021-01-01: Ann (c0)",)


def test_a_timeline_without_any_date_has_no_scale():
    """Nothing to divide by."""
    report = ct.track(ct.ledger_of(HEAD + "  []\n"))
    bare = Timeline(id="t", first=None, last=None, lanes=(Lane(id="x", label="x", marks=()),))
    assert drawing_of(Names(report=report), bare).ticks == ()


@pytest.mark.parametrize(("sides", "shape"), [((), NOBODY), (("north", "south"), JOINT), (("north",), "circle")])
def test_sides_have_shapes(sides, shape):
    """One each, one for those who speak together, one for nobody."""
    assert Names(report=ct.track(ct.ledger_of(HEAD + "  []\n"))).shape(sides) == shape


@given(left=TEXTS, right=TEXTS)
@settings(max_examples=200, deadline=None)
def test_marked_pieces_joined_are_the_wordings(left, right):
    """Nothing is lost or told twice."""
    pieces = marked_pair(ct.compare(left, right))
    assert ["".join(piece.words for piece in side) for side in pieces] == [left, right]


def test_words_of_a_contrast_are_marked_as_differing():
    """The two numbers, and nothing else."""
    left, right = marked_pair(ct.compare("12 trucks were lost", "40 trucks were lost"))
    assert [piece.words for piece in left if piece.mark == "differs"] == ["12"]
    assert [piece.words for piece in right if piece.mark == "differs"] == ["40"]
    assert [piece.words for piece in left if piece.mark == "answers"] == ["trucks", "lost"]
