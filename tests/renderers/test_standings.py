"""A position that is denied or left open is printed as such, wherever its text stands."""

import json
import re

import pytest

import claimtrack as ct
from claimtrack.overviews.lanes import issue_timelines
from claimtrack.overviews.leads import leads_of
from claimtrack.overviews.matrix import rows_of
from renderers.pages import Page

LEDGER = """
sides: {a: A, b: B}
speakers: {x: {name: X, side: a}, y: {name: Y, side: b}}
issues:
  i: {question: Will the dam be finished?, positions: {p: The dam will be finished}}
  j: {question: Will the canal be dug?, positions: {q: The canal will be dug}}
  k: {question: Will the mill stand?, positions: {r: The mill will stand, s: It will stand in May}}
claims:
  - {id: a1, speaker: x, about: i, holds: p, stance: denies, text: X foresees a ruin.}
  - {id: b1, speaker: y, about: i, holds: p, text: Y foresees completion.}
  - {id: a2, speaker: x, about: j, holds: q, stance: denies, text: No spade will be lifted.}
  - {id: b2, speaker: y, about: j, holds: q, stance: declines, text: We shall not dig.}
  - {id: a3, speaker: x, about: k, holds: r, stance: leaves-open, text: Time will tell of the mill.}
  - {id: b3, speaker: y, about: k, holds: s, text: May sees it.}
  - {id: b4, speaker: y, about: k, holds: s, supersedes: b5, text: In May it stands.}
  - {id: b5, speaker: y, about: k, holds: s, stance: denies, text: Not in May.}
"""
DENIED = "denies: The dam will be finished"
BOTH = "denies or declines: The canal will be dug"
OPEN = "leaves open: The mill will stand"


@pytest.fixture(scope="module")
def report() -> ct.Report:
    """The report on it."""
    ledger = ct.ledger_of(LEDGER)
    assert not ledger.problems
    return ct.track(ledger)


@pytest.mark.parametrize(
    ("form", "written"), [("text", "i: {}\n    A: a1"), ("markdown", "| i | {} | A |"), ("json", '"text": "{}"')]
)
def test_a_denied_position_is_no_position_held(report, form, written):
    """Text, Markdown and JSON, beside who holds it."""
    page = ct.render(report, form)
    assert written.format(DENIED) in page
    held = written.replace("A:", "B:").replace("| A |", "| B |").replace("a1", "b1")
    assert held.format("The dam will be finished") in page
    assert BOTH in page
    assert OPEN in page
    assert not re.search(r"(?<!denies or declines: )The canal will be dug", page)


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_a_table_of_ids_says_it_too(report, form):
    """Where a cell has the position's id."""
    page = ct.render(report, form)
    assert "denies: p" in page
    assert "leaves open: r" in page
    assert ":against" not in page


def test_what_one_side_alone_leaves_open_is_said_so(report):
    """In text and Markdown, where each side's own is told."""
    assert f"A alone: {OPEN}" in ct.render(report, "text")
    assert f"A alone: {OPEN}" in ct.render(report, "markdown")


def test_the_head_of_the_page_tells_who_denies(report):
    """One denies what the other holds."""
    (lead,) = leads_of(report, rows_of(report))
    assert lead.held == (("a", DENIED), ("b", "The dam will be finished"))


def test_the_page_never_has_both_hold_what_both_deny(report):
    """Neither in the matrix nor on the timeline."""
    words = "\n".join(Page(ct.render(report, "html")).text)
    assert BOTH in words
    assert not re.search(r"(?<!denies or declines: )The canal will be dug", words)


def test_a_corrected_denial_has_a_lane_of_its_own(report):
    """It does not stand among those who hold the position."""
    lanes = {lane.id: lane.label for lane in issue_timelines(report)["k"].lanes}
    assert lanes["s:against"] == "denies: It will stand in May"
    assert lanes["s"] == "It will stand in May"


def test_the_rule_says_that_both_deny(report):
    """And not that both hold it."""
    (found,) = [one for one in report.findings if one.issue == "j"]
    assert found.because[0].rule == "each denies the position “q” or declines it"


def test_who_speaks_for_no_side_is_named_as_a_holder():
    """Alone, or behind the sides that hold it too."""
    neutral = LEDGER.replace("speakers: {", "speakers: {z: {name: Zed}, ")
    said = "  - {id: %s, speaker: z, about: %s, date: 2024-02, holds: %s, text: So it is told.}\n"
    report = ct.track(ct.ledger_of(neutral + said % ("z1", "k", "r") + said % ("z2", "i", "p")))
    assert "\n    Zed (no side) since 2024-02: z1" in ct.render(report, "text")
    assert "\n    B, Zed (no side) since 2024-02: " in ct.render(report, "text")
    assert "| The mill will stand | Zed (no side) | 2024-02 |" in ct.render(report, "markdown")
    assert "| The dam will be finished | B, Zed (no side) | 2024-02 |" in ct.render(report, "markdown")


def test_the_id_tells_it_too(report):
    """In JSON, as ever."""
    told = {one["id"]: one["text"] for one in json.loads(ct.render(report, "json"))["positions"]}
    assert told["p:against"] == DENIED
    assert told["r:open"] == OPEN


def test_a_position_that_was_given_up_is_not_told_as_held():
    """By the side that gave it up; in text, Markdown and JSON."""
    later = "  - {id: a9, speaker: x, date: 2024-03, about: i, holds: p, text: It will be.}\n"
    report = ct.track(
        ct.ledger_of(LEDGER.replace("{id: a1, speaker: x,", "{id: a1, speaker: x, date: 2024-02,") + later)
    )
    given_up = {one.text: one.former for one in report.positions if one.issue == "i"}
    assert given_up == {DENIED: ("a",), "The dam will be finished": ()}
    assert f"i: {DENIED}\n    A (earlier) since 2024-02: a1" in ct.render(report, "text")
    assert f"| {DENIED} | A (earlier) | 2024-02 |" in ct.render(report, "markdown")
    told = {one["text"]: one["former"] for one in json.loads(ct.render(report, "json"))["positions"]}
    assert (told[DENIED], told["The dam will be finished"]) == (["a"], [])


def test_who_became_more_precise_holds_the_wider_position_still():
    """A narrower one says it too."""
    narrow = LEDGER.replace("s: It will stand in May", "s: {text: It will stand in May, narrows: r}")
    said = "  - {id: b0, speaker: y, about: k, date: 2024-01, holds: r, text: It stands.}\n"
    report = ct.track(ct.ledger_of(narrow.replace("{id: b3, ", "{id: b3, date: 2024-02, ") + said))
    (wide,) = [one for one in report.positions if one.claims == ("b0",)]
    assert wide.former == ()


def test_each_stance_is_told_by_its_own_word():
    """In the table, among the positions, in rules, in changes over time, and in another's mouth."""
    report = ct.track(
        ct.ledger_of(
            """
sides: {a: A, b: B}
speakers: {x: {name: X, side: a}, y: {name: Y, side: b}}
issues: {i: {question: Will it open?, positions: {p: It will open}}}
claims:
  - {id: a0, speaker: x, about: i, holds: p, stance: doubts, date: 2024-01-01, text: That is doubtful.}
  - {id: a1, speaker: x, about: i, holds: p, stance: declines, date: 2024-01-02, text: We shall not open it.,
     reports: {b: {holds: p, stance: doubts}}}
  - {id: b1, speaker: y, about: i, holds: p, date: 2024-01-03, text: It opens.}
"""
        )
    )
    (finding,) = report.findings
    assert finding.because[0].rule == "one holds the position “p”, the other declines it"
    assert [one.reason for one in finding.course] == ["from “p” (doubts) to “p” (declines)"]
    assert {one.text for one in report.positions} == {
        "doubts: It will open",
        "declines: It will open",
        "It will open",
    }
    page = ct.render(report, "text")
    assert "declines: p" in page
    assert "that B doubts “p” (i)" in page
    assert not any(
        told in ct.render(report, form)
        for form in ("text", "markdown", "html", "github")
        for told in ("denies: ", "denies “", "leaves open")
    )
    assert {lane.label for lane in issue_timelines(report)["i"].lanes} == {one.text for one in report.positions}


def test_a_position_that_is_doubted_is_not_left_open():
    """In the rule, too."""
    claims = "  - {id: a, speaker: x, about: j, holds: q, stance: doubts, text: Doubtful.}\n"
    claims += "  - {id: b, speaker: y, about: j, holds: q, stance: %s, text: So it is.}\n"
    head = LEDGER.partition("claims:\n")[0] + "claims:\n"
    for stance, rule in (
        ("affirms", "one doubts the position “q”"),
        ("doubts", "each doubts the position “q”"),
        ("leaves-open", "each doubts the position “q” or leaves it open"),
    ):
        (finding,) = [one for one in ct.track(ct.ledger_of(head + claims % stance)).findings if one.issue == "j"]
        assert finding.because[0].rule == rule
