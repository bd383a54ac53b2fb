"""A report with filters names them, and takes what they leave out for no silence."""

import json

import pytest

import claimtrack as ct
from claimtrack.renderers import explain_text, text
from claimtrack.renderers.phrases import UNDER_FILTERS

LEDGER = """
sides: {a: A, b: B}
speakers: {ann: {name: Ann, side: a}, bob: {name: Bob, side: b}}
issues: {when: {question: When?}, who: {question: Who?}}
claims:
  - {id: x, speaker: ann, date: 2024-03-01, about: when, event: fair, text: The bridge opens in May.}
  - {id: w, speaker: ann, date: 2024-03-01, about: who, event: fair, text: The mayor opens it.}
  - {id: y, speaker: bob, date: 2024-02-01, about: when, event: fair, source: {complete: true}, text: It opens in May.}
"""
FORMS = ("text", "markdown", "github", "html")
LATE = ct.View(since=ct.parse_when("2024-03"))


def page(form: str, view: ct.View) -> str:
    """The report of the view, in that form."""
    return ct.render(ct.track(ct.ledger_of(LEDGER), view=view), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("view", "words"),
    [
        (LATE, "since 2024-03"),
        (ct.View(as_of=ct.parse_when("2024-02"), speakers=("ann", "bob")), "as of 2024-02; speakers: ann, bob"),
        (ct.View(until=ct.parse_when("2024"), sides=("a",), issues=("when",)), "until 2024; side: a; issue: when"),
    ],
)
def test_every_form_names_the_filters(form, view, words):
    """In one line, in the same words."""
    told = page(form, view)
    assert (f"<dt>Filters</dt><dd>{words}</dd>" if form == "html" else f"\nFilters: {words}.\n") in told


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_a_report_of_everything_has_no_line_of_filters(form):
    """There is nothing to say."""
    assert "Filters" not in page(form, ct.View())


def test_json_has_the_filters():
    """Each by its name; what does not restrict is null or empty."""
    none = {"as_of": None, "since": None, "until": None, "sides": [], "speakers": [], "issues": []}
    assert json.loads(page("json", ct.View()))["filters"] == none
    view = ct.View(since=ct.parse_when("2024-03"), speakers=("ann",))
    assert json.loads(page("json", view))["filters"] == none | {"since": "2024-03", "speakers": ["ann"]}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("view", [LATE, ct.View(speakers=("ann",))])
def test_what_the_filters_leave_out_is_not_called_uncovered(form, view):
    """B spoke to it, earlier and by another; nor is it silent, though its source is whole."""
    told = page(form, view)
    assert UNDER_FILTERS[:11] in told
    assert "not covered" not in told
    assert "B: silent" not in told


def test_an_explanation_says_no_more_either():
    """The same words."""
    report = ct.track(ct.ledger_of(LEDGER), view=LATE)
    assert f"B: {UNDER_FILTERS}" in explain_text.render_explanation(report, report.findings)


@pytest.mark.parametrize("view", [ct.View(), ct.View(issues=("who",)), ct.View(sides=("a", "b"))])
def test_filters_that_leave_nothing_out_of_an_issue_change_no_silence(view):
    """B's source is whole, and has nothing of it."""
    assert "B: silent" in page("text", view)
    assert json.loads(page("json", view))["findings"][-1]["sides"]["b"]["state"] == "silent"


def test_a_source_within_the_dates_is_still_whole():
    """As of a day by which it had said all that it says."""
    assert "B: silent" in page("text", ct.View(as_of=ct.parse_when("2024-03-02")))


@pytest.mark.parametrize("width", [60, 80])
def test_issues_and_verdicts_are_cut_after_what_sides_say(width):
    """Three sides of which nothing is known under the filters leave the other columns their words."""
    ledger = ct.ledger_of(
        "sides: {a: Republic of Orsa, b: Kingdom of Kell, c: River Tane Commission}\n"
        "speakers: {s: {name: S, side: a}}\nissues: {inspectors: {question: Were they let in?}}\n"
        "claims:\n  - {id: x, speaker: s, date: 2024-01-01, about: inspectors, text: They were let in.}\n"
    )
    told = text.render(ct.track(ledger, view=ct.View(as_of=ct.parse_when("2024-02"))), width=width)
    rows = [line for line in told.splitlines() if line.startswith("inspectors  ")]
    assert [row.split("  ")[1] for row in rows] == ["· one-sided"] * 2
    assert max(map(len, rows)) <= width
