"""The nastiest files that we could think of: what comes of each is written beside it, the same in both parsers."""

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.reading.records import BACKENDS
from nasty_pages import outcome

NASTY = sorted((Path(__file__).parents[1] / "data" / "nasty").glob("*.yaml"))
BOTH = pytest.mark.parametrize("backend", list(BACKENDS))


@BOTH
@pytest.mark.parametrize("path", NASTY, ids=lambda path: path.stem)
def test_a_nasty_file_comes_out_as_written_beside_it(path, backend):
    """What is read in spite of it, and each problem with its place."""
    assert outcome(path, backend) == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_forty_at_least():
    """None is lost."""
    assert len(NASTY) >= 40


@BOTH
def test_brackets_on_one_line_without_end_are_too_deep(backend):
    """libyaml looks a thousand brackets ahead before it says anything of the first."""
    problem = ct.ledger_of("[" * 100_000, backend=backend).problems[0]
    assert (problem.code, problem.place.line) == ("CT030", 1)


@BOTH
def test_a_claim_with_a_broken_date_stays_undated_with_its_error(backend):
    """It takes no date from the header; one that is left out does."""
    head = "speakers: {s: {name: S}}\ndate: 2021-01-01\nclaims:\n"
    ledger = ct.ledger_of(
        head + "  - {id: x, speaker: s, date: 2021-02-30, text: Yes.}\n  - {id: y, speaker: s, text: No.}\n",
        backend=backend,
    )
    assert [problem.code for problem in ledger.problems] == ["CT104"]
    assert [str(ledger.claim(name).date) for name in "xy"] == ["None", "2021-01-01"]


@BOTH
def test_a_quoted_merge_sign_does_not_let_a_plain_one_pass(backend):
    """`'<<'` is a key like any other, `<<` is a merge key wherever it stands."""
    found = ct.ledger_of("'<<': a\nsides:\n  <<: {a: A}\n", backend=backend).problems
    assert ("CT018", 3) in [(problem.code, problem.place.line) for problem in found]
