"""Words in another's mouth: what one side says of another, beside what that one says itself."""

import json

import pytest

import claimtrack as ct
from claimtrack.reading.records import BACKENDS

HEAD = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}, both: {name: Both, side: [a, b]}}
issues:
  when:
    question: When?
    positions: {soon: Soon, may: {text: In May, narrows: soon}, never: Never}
    exclude: [[soon, never]]
  who: {question: Who goes?}
claims:
  - {id: said, speaker: s, date: 2024-02-02, about: when, text: B says it is soon., reports: {b: {holds: soon}}}
"""


def the_one(text: str) -> ct.Ascription:
    """The ascription in a ledger that has one."""
    ledger = ct.ledger_of(HEAD + text)
    assert not ledger.problems
    (found,) = ct.track(ledger).ascriptions
    return found


def claim(day: str, rest: str, speaker: str = "t") -> str:
    """A claim on a day of 2024."""
    return f"  - {{id: own-{day}, speaker: {speaker}, date: 2024-{day}, about: when, {rest}}}\n"


@pytest.mark.parametrize(
    ("own", "borne"),
    [
        ("holds: soon, text: Soon.", "confirmed"),
        ("holds: may, text: In May.", "confirmed"),
        ("holds: never, text: Never.", "disputed"),
        ("holds: soon, stance: denies, text: Not soon.", "disputed"),
        ("holds: soon, stance: leaves-open, text: Perhaps soon.", "unconfirmed"),
        ("text: Trains are late.", "unconfirmed"),
    ],
)
def test_own_words_confirm_dispute_or_do_neither(own, borne):
    """The same or a narrower position confirms; one that excludes it, or a denial, disputes."""
    assert the_one(claim("02-01", own)).borne == borne


def test_silence_leaves_it_unconfirmed():
    """And there is nothing to show."""
    found = the_one("")
    assert (found.borne, found.own, found.because) == ("unconfirmed", (), ())


def test_a_wider_position_does_not_confirm_a_narrower_one():
    """Who says soon has not said May."""
    text = HEAD.replace("{holds: soon}", "{holds: may}") + claim("02-01", "holds: soon, text: Soon.")
    assert ct.track(ct.ledger_of(text)).ascriptions[0].borne == "unconfirmed"


def test_what_was_current_then_counts_and_not_what_came_later():
    """A side that changes its mind does not make liars of those who told of it before."""
    found = the_one(claim("02-01", "holds: soon, text: Soon.") + claim("03-01", "holds: never, text: Never."))
    assert (found.borne, found.own, found.later) == ("confirmed", ("own-02-01",), False)


def test_the_first_later_words_that_decide_count_where_none_were_said_before():
    """Later ones again do not."""
    found = the_one(claim("03-01", "holds: may, text: In May.") + claim("04-01", "holds: never, text: Never."))
    assert (found.borne, found.later, found.because[0].right) == ("confirmed", True, "own-03-01")


def test_a_joint_statement_is_each_side_s_own_word():
    """Whoever signed it said it."""
    assert the_one(claim("02-01", "holds: soon, text: Soon.", "both")).borne == "confirmed"


def test_a_judgement_outranks_positions():
    """A person looked at the two claims."""
    judged = "judgements: [{different: [said, own-02-01], relation: diverge, by: me, because: B meant June}]\n"
    found = the_one(claim("02-01", "holds: soon, text: Soon.") + judged)
    assert (found.borne, found.basis, found.because[0].rule) == ("disputed", "judged", "B meant June")


def test_without_a_position_the_wordings_are_compared():
    """And the basis says so."""
    text = HEAD.replace("{holds: soon}", "{issue: who}") + (
        "  - {id: own, speaker: t, date: 2024-02-01, about: who, text: B says that it is not soon.}\n"
    )
    (found,) = ct.track(ct.ledger_of(text)).ascriptions
    assert (found.borne, found.basis, found.position) == ("disputed", "computed", "")


def test_a_report_changes_no_verdict():
    """It is told beside the findings."""
    with_it = HEAD + claim("02-01", "holds: never, text: Never.")
    without = with_it.replace(", reports: {b: {holds: soon}}", "")
    verdicts = [[one.verdict for one in ct.track(ct.ledger_of(text)).findings] for text in (with_it, without)]
    assert verdicts[0] == verdicts[1]


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("{c: {holds: soon}}", "CT202"),
        ("{a: {holds: soon}}", "CT208"),
        ("{b: {issue: where, holds: soon}}", "CT203"),
        ("{b: {holds: later}}", "CT204"),
        ("{b: {issue: who, holds: soon}}", "CT204"),
        ("{b: soon}", "CT102"),
        ("[b]", "CT102"),
        ("{b: {hold: soon}}", "CT101"),
        ("{b: {holds: soon, stance: sure}}", "CT105"),
    ],
)
def test_a_wrong_report_gets_its_code(given, code, backend):
    """In both parsers, and the claim stays."""
    ledger = ct.ledger_of(HEAD.replace("{b: {holds: soon}}", given), backend=backend)
    assert [problem.code for problem in ledger.problems] == [code]
    assert len(ledger.claims) == 1


def test_a_report_of_a_claim_without_an_issue_names_one():
    """Or nobody knows what it is on."""
    ledger = ct.ledger_of(HEAD.replace("about: when, text: B", "text: B"))
    assert [problem.code for problem in ledger.problems] == ["CT207"]


def test_every_page_tells_of_it():
    """With the word, the claim and whose mouth; JSON has the claims looked at."""
    report = ct.track(ct.ledger_of(HEAD + claim("02-01", "holds: never, text: Never.")))
    assert "≠ disputed: said says that B holds “soon” (when)" in ct.render(report, "text")
    assert "| ≠ disputed | `said` that B holds “soon” (when)" in ct.render(report, "markdown")
    (told,) = json.loads(ct.render(report, "json"))["ascriptions"]
    assert (told["borne"], told["own"], told["because"][0]["right"]) == ("disputed", ["own-02-01"], "own-02-01")
