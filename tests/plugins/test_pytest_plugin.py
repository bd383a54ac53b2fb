"""Ledgers as tests: asked for, told by file and line, and absent where nobody asks."""

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

LEDGER = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
issues: {when: {question: When?, positions: {now: Now, later: Later}, exclude: [[now, later]]}}
claims:
  - {id: x, speaker: s, about: when, holds: now, text: The round is now.}
  - {id: y, speaker: t, about: when, holds: later, text: The round comes later.}
expect:
  - {issue: when, between: [a, b], verdict: diverge}
  - {issue: when, between: [a, b], verdict: agree}
"""


@pytest.fixture
def run(pytester):
    """Run pytest on a folder with a ledger; claimtrack's plug-in is installed as any other."""
    (pytester.path / "claims").mkdir()
    (pytester.path / "claims" / "ledger.yaml").write_text(LEDGER, encoding="utf-8")
    pytester.makepyfile(test_other="def test_other():\n    pass\n")
    return lambda *words: pytester.runpytest_inprocess("-p", "no:cacheprovider", *words)


def test_nothing_happens_where_nobody_asks(run):
    """The other tests run alone."""
    run().assert_outcomes(passed=1)


def test_files_and_conclusions_are_tests(run):
    """A file without errors passes; of two conclusions the broken one fails, with its place and proof."""
    result = run("--claimtrack", "claims")
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["*“when” was pinned as agree, but is diverge*", "*--> *claims/ledger.yaml:10:*"])
    result.stdout.fnmatch_lines(["FAILED claims/ledger.yaml::expect:10 when a b agree*"])


def test_a_file_with_an_error_fails(run, pytester):
    """With what `check` says of it."""
    (pytester.path / "claims" / "more.yaml").write_text(
        "claims: [{id: z, speaker: nobody, text: No.}]\n", encoding="utf-8"
    )
    result = run("--claimtrack", "claims", "-k", "file")
    result.assert_outcomes(passed=1, failed=1, deselected=3)
    result.stdout.fnmatch_lines(["*CT201 unknown-speaker*", "FAILED claims/more.yaml::file*"])


def test_the_ini_file_can_ask(run, pytester):
    """`claimtrack = claims`."""
    pytester.makeini("[pytest]\nclaimtrack = claims\n")
    run("-k", "diverge").assert_outcomes(passed=1, deselected=3)


def test_a_ledger_that_is_not_there_is_a_usage_error(run):
    """No traceback."""
    result = run("--claimtrack", "nowhere")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*there is no ledger at *nowhere*"])


def test_verbose_shows_file_and_line(run):
    """As an editor jumps to it."""
    result = run("--claimtrack", "claims", "-v", "-k", "agree")
    result.stdout.fnmatch_lines(["claims/ledger.yaml::expect:10 when a b agree FAILED*"])
    assert result.parseoutcomes()["failed"] == 1


def test_loading_it_loads_nothing_heavy():
    """Nor any room of claimtrack."""
    code = "import sys, pytest; a = set(sys.modules); import claimtrack.pytest_plugin; print(*(set(sys.modules) - a))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(told) <= {"claimtrack", "claimtrack.pytest_plugin"}
