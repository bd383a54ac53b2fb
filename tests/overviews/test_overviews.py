"""What pages draw of a report: tables, lanes and shares, on a small ledger that this file shows."""

from datetime import date

import pytest
from attrs import evolve

import claimtrack as ct
from claimtrack.claim import Issue
from claimtrack.finding import Silence
from claimtrack.overviews.hanging import hanging_of
from claimtrack.overviews.lanes import MOST_LANES, issue_timelines, movements_of, speaker_timelines
from claimtrack.overviews.leads import leads_of
from claimtrack.overviews.making import making_of
from claimtrack.overviews.matrix import MOST_ROWS, folded, rows_of, topics_of
from claimtrack.overviews.readouts import NO_SIDE, readouts_of
from claimtrack.overviews.shares import shares_of
from claimtrack.problem import Place

BRIDGE = """
title: The bridge
sides: {north: North, south: South, east: East}
speakers:
  ann: {name: Ann, side: north}
  nils: {name: Nils, side: north}
  bob: {name: Bob, side: south}
  eve: {name: Eve, side: east}
  paper: {name: The Paper}
issues:
  when:
    question: When does the bridge reopen?
    topic: dates
    positions: {spring: In spring, april: {text: In April, narrows: spring}, autumn: In autumn}
    exclude: [[spring, autumn]]
  cost: {question: What does it cost?, topic: money, positions: {dear: Too much}}
  where: {question: Where is it?, topic: dates}
source: {publisher: Gazette, url: https://example.org/a}
claims:
  - id: a1
    speaker: ann
    date: 2024-02
    about: when
    holds: spring
    event: meeting
    source: {publisher: Chronicle, url: https://example.org/c, complete: true}
    text: The bridge opens in spring.
  - {id: n1, speaker: nils, date: 2024-02-09, about: when, holds: autumn, text: It will be autumn.}
  - {id: b1, speaker: bob, date: 2024-02-02, about: when, holds: april, event: meeting, text: April will see it open.}
  - {id: b2, speaker: bob, date: 2024-02-02, about: cost, holds: dear, event: meeting, text: It is too dear.}
  - {id: p1, speaker: paper, date: 2024-02-03, event: meeting, about: where, text: They met at the pass.}
  - {id: e0, speaker: eve, date: 2024-01-05, about: when, holds: spring, text: Spring it is.}
  - {id: e1, speaker: eve, date: 2024-02-03, about: when, holds: autumn, supersedes: e0, text: Autumn it is.}
  - {id: e2, speaker: eve, date: 2024-05-03, about: when, holds: spring, text: Spring after all.}
  - {id: e3, speaker: eve, about: when, holds: spring, text: It was always to be spring.}
"""


@pytest.fixture(scope="module")
def report() -> ct.Report:
    """The report on BRIDGE."""
    return ct.track(ct.ledger_of(BRIDGE), fragility=True)


def mention(report, text):
    """What is mentioned of the meeting under that text, by side."""
    (meeting,) = readouts_of(report)
    (found,) = [one for one in meeting.mentions if one.text == text]
    return {account.side: account for account in found.accounts}


def test_a_side_that_is_told_whole_is_silent_where_it_says_nothing(report):
    """North's Chronicle is complete; it has nothing of the cost."""
    assert mention(report, "Too much")["north"].silence is Silence.SILENT


def test_a_side_that_is_not_told_whole_is_not_covered(report):
    """South may have said spring elsewhere."""
    assert mention(report, "In spring")["south"].silence is Silence.NOT_COVERED


def test_an_account_names_the_claims(report):
    """South on the cost."""
    assert mention(report, "Too much")["south"].claims == ("b2",)


def test_what_is_said_for_no_side_has_a_column_of_its_own(report):
    """The paper speaks for nobody; sides that do not tell of the event have no column."""
    (meeting,) = readouts_of(report)
    assert [side for side, _ in meeting.sides] == ["north", "south", NO_SIDE]
    assert mention(report, "They met at the pass.")[NO_SIDE].claims == ("p1",)


def test_what_is_left_out_is_what_another_side_mentions(report):
    """The paper's remark is nobody's to leave out."""
    (meeting,) = readouts_of(report)
    ((silence, mentions),) = meeting.left_out("north")
    assert (silence, [one.text for one in mentions]) == (Silence.SILENT, ["In April", "Too much"])


def test_an_event_that_one_side_alone_tells_of_is_no_readout_against_readout():
    """Unless it is told whole."""
    ledger = ct.ledger_of(
        BRIDGE.replace("complete: true", "complete: false").replace("event: meeting, text: A", "text: A")
    )
    kept = tuple(claim for claim in ledger.claims if claim.id in ("a1", "p1", "e1"))
    assert readouts_of(ct.track(evolve(ledger, claims=kept))) == ()


def test_positions_are_lanes_in_the_order_of_the_ledger(report):
    """A narrower one stands below the wider, one step deeper."""
    lanes = issue_timelines(report)["when"].lanes
    assert [(lane.id, lane.depth) for lane in lanes] == [("spring", 0), ("april", 1), ("autumn", 0)]


def test_every_claim_stands_on_a_lane_once(report):
    """Corrected ones too."""
    marked = [
        one
        for line in issue_timelines(report).values()
        for lane in line.lanes
        for mark in lane.marks
        for one in mark.claims
    ]
    assert sorted(marked) == sorted([*report.claims, *report.superseded])


def test_a_corrected_claim_is_marked_and_its_correction_told(report):
    """e1 takes e0 back."""
    line = issue_timelines(report)["when"]
    (gone,) = [mark for lane in line.lanes for mark in lane.marks if mark.superseded]
    assert gone.claims == ("e0",)
    assert [(one.earlier, one.later) for one in line.corrections] == [("e0", "e1")]


def test_a_scale_reaches_from_the_first_day_to_the_last(report):
    """Of what is dated; what is not stands aside."""
    line = issue_timelines(report)["when"]
    assert (line.first, line.last) == (date(2024, 1, 5), date(2024, 5, 3))
    assert line.undated()


def test_speakers_have_the_issues_as_lanes(report):
    """Who spoke most comes first."""
    lines = speaker_timelines(report)
    assert next(iter(lines)) == "eve"
    assert [lane.id for lane in lines["bob"].lanes] == ["when", "cost"]


def test_lanes_beyond_the_limit_are_counted():
    """As many positions as claims, and more than are drawn."""
    claims = "".join(f"  - {{id: c{n}, speaker: s, about: q, text: Thing number {n}x{n}.}}\n" for n in range(20))
    text = "sides: {a: A, b: B}\nspeakers: {s: {name: S, side: a}}\nissues: {q: {question: Q?}}\nclaims:\n" + claims
    line = issue_timelines(ct.track(ct.ledger_of(text)))["q"]
    assert len(line.lanes) == MOST_LANES
    assert line.lanes_left_out == 20 - MOST_LANES


def test_movements_follow_the_later_claim(report):
    """In time."""
    moved = [shift.later for _, shift in movements_of(report)]
    assert moved
    assert moved == sorted(moved, key=lambda one: report.claims[one].known_by)


def test_shares_add_up_to_all_claims(report):
    """Each outlet once, the largest first."""
    shares = shares_of(report)
    assert sum(one.claims for one in shares) == len(report.claims)
    assert sum(one.share for one in shares) == pytest.approx(1)
    assert [one.outlet for one in shares] == ["Gazette", "Chronicle"]


def test_leads_are_the_divergences_and_the_splits(report):
    """What each side holds, and who contradicts whom inside a side."""
    leads = leads_of(report, rows_of(report))
    between = [one for one in leads if not one.side]
    assert len(between) == report.counts.verdicts[ct.Verdict.DIVERGE]
    assert all(len(one.held) == 2 for one in between)
    assert [(one.side, one.against) for one in leads if one.side] == [("north", ("ann", "nils"))]


def test_the_matrix_has_a_row_for_each_issue(report):
    """With the weightiest verdict, under its topic; also where only who speaks for no side speaks to it."""
    rows = rows_of(report)
    assert [row.issue.id for row in rows] == ["when", "cost", "where"]
    assert rows[0].verdict is ct.Verdict.DIVERGE
    assert [row.speaking() for row in rows[1:]] == [("south",), ()]
    assert [(topic.name, len(topic.rows)) for topic in topics_of(rows)] == [("dates", 2), ("money", 1)]


def test_many_rows_are_folded_to_what_both_sides_speak_to(report):
    """None is lost."""
    rows = rows_of(report)
    many = rows + tuple(evolve(rows[1], issue=_issue(n)) for n in range(MOST_ROWS))
    first, rest = folded(many)
    assert [row.issue.id for row in first] == ["when"]
    assert len(first) + len(rest) == len(many)
    assert folded(rows) == (rows, ())


def _issue(number: int) -> Issue:
    return Issue(id=f"i{number}", question="?", place=Place(path="x"))


def test_what_hangs_on_an_outlet_comes_before_what_hangs_on_a_claim(report):
    """And what both sides speak to before what one does."""
    found = hanging_of(report)
    keys = [(not one.of_both, not one.outlets) for one in found]
    assert keys == sorted(keys)
    assert any("Chronicle" in one.outlets for one in found)


def test_the_making_counts_what_the_report_holds(report):
    """Verdicts by what they rest on, links by who made them."""
    made = making_of(report)
    both = [one for one in report.findings if one.verdict not in ("one-sided", "unknown")]
    assert sum(made.bases.values()) == len(both)
    assert sum(made.links.values()) == len(report.links)
