"""Claims that speak for no side count for no verdict: nothing of them is passed over in silence."""

import click.testing
import pytest

import claimtrack as ct
from claimtrack.checks import check_ledger
from claimtrack.cli.program import program

LEDGER = """\
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}, u: {name: Observer}}
issues: {q: {question: How many trucks?}, r: {question: Is it safe?}}
source: {url: u}
date: 2023
claims:
  - {id: x, speaker: s, about: q, text: Twelve trucks were lost.}
  - {id: y, speaker: t, about: q, text: Forty trucks were lost.}
  - {id: z, speaker: u, about: q, text: Thirty trucks were lost.}
  - {id: w, speaker: u, about: r, text: The bridge is unsafe.}
  - {id: v, speaker: u, about: r, side: a, text: The bridge is safe.}
"""
NOTE = "2 claims speak for no side and count for no verdict: of Observer"


def test_a_report_notes_what_speaks_for_no_side():
    """How many claims, and whose."""
    assert ct.track(ct.ledger_of(LEDGER)).notes == (NOTE,)
    one = LEDGER.replace("  - {id: z, speaker: u, about: q, text: Thirty trucks were lost.}\n", "")
    assert ct.track(ct.ledger_of(one)).notes == (
        NOTE.replace("2 claims speak", "1 claim speaks").replace("count ", "counts "),
    )


def test_an_issue_to_which_no_side_speaks_stays_in_the_report():
    """Its verdict is unknown, as where nobody speaks to it."""
    report = ct.track(ct.ledger_of(LEDGER.replace(", side: a, text", ", text")))
    assert [(one.issue, str(one.verdict)) for one in report.findings] == [("q", "diverge"), ("r", "unknown")]


def test_check_names_the_speaker_without_a_side():
    """At the place where the side is missing; not where no side is declared at all."""
    (problem,) = check_ledger(ct.ledger_of(LEDGER))
    assert (problem.code, problem.level, str(problem.place)) == ("CT511", "warning", "ledger.yaml:2:58")
    assert problem.message == "2 claims of “u” speak for no side and count for no verdict"
    none = "speakers: {s: {name: S}}\nsource: {url: u, date: 2023}\nclaims:\n  - {speaker: s, text: Yes.}\n"
    assert check_ledger(ct.ledger_of(none)) == ()


@pytest.mark.parametrize(("sides", "told"), [("", "no side"), ("sides: {a: A}\n", "1 side")])
def test_without_two_sides_report_and_explain_say_why_there_is_no_verdict(sides, told, tmp_path):
    """No filter is blamed that nobody gave."""
    text = sides + "speakers: {s: {name: S}}\nissues: {q: {question: Q?}}\nclaims:\n"
    text += "  - {id: x, speaker: s, about: q, text: Yes.}\n"
    note = f"a verdict is between two sides, and the ledger declares {told}"
    assert note in ct.track(ct.ledger_of(text)).notes
    (tmp_path / "l.yaml").write_text(text, encoding="utf-8")
    done = click.testing.CliRunner().invoke(program, ["explain", "q", str(tmp_path)])
    assert str(done.exception) == f"there is no finding “q” here; {note}"
