"""The command line, run as a user runs it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

LEDGER = Path(__file__).parents[2] / "claims"


def run(*words: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from claimtrack.cli import main; main()", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
    )


def test_init_writes_a_ledger_that_reports_something_at_once(here):
    """init, then check and report; a second init touches nothing."""
    assert here("init")[0] == 0
    assert here("check") == (0, "", "")
    status, out, _ = here("report")
    assert status == 0
    assert "*Twelve*" in out
    assert here("init")[0] == 2
    assert "nothing was touched" in here("init")[2]


def test_report_fails_on_what_it_is_asked_to_fail_on(here):
    """--fail-on sets the status; unknown words are refused."""
    here("init")
    assert here("report", "--fail-on", "diverge")[0] == 1
    assert here("report", "--fail-on", "unknown,split,problems")[0] == 0
    status, _, err = here("report", "--fail-on", "anger")
    assert status == 2
    assert "anger" in err


def test_report_writes_every_format(here, tmp_path):
    """To a file or to the screen."""
    here("init")
    assert json.loads(here("report", "--format", "json")[1])["counts"]["claims"] == 4
    assert here("report", "--format", "markdown")[1].startswith("# The bridge at Karsk")
    assert here("report", "-o", "page.txt")[0] == 0
    assert "Twelve" in (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert here("report", "-o", "page.txt/is/no/folder.txt")[0] == 2


def test_a_page_that_cannot_be_written_leaves_the_old_one(here, tmp_path, monkeypatch):
    """Of a report, a schema: they are written beside it, and take its place when they are whole."""
    here("init")
    for words in (("report",), ("report", "--format", "html"), ("schema",)):
        (tmp_path / "page").write_text("old", encoding="utf-8")
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
            status, _, err = here(*words, "-o", "page")
        assert (status, err) == (2, "claimtrack: page could not be written: No space left on device\n")
        assert (tmp_path / "page").read_text(encoding="utf-8") == "old"
        assert sorted(one.name for one in tmp_path.iterdir()) == ["claims", "page"]
        assert here(*words, "-o", "page")[0] == 0
        assert (tmp_path / "page").read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize(
    ("words", "name"), [(("", ""), "A"), (("Yes.", " \n\u00a0"), "B"), (("", "mayor-spring"), "A")]
)
def test_an_empty_text_is_compared_with_nothing(here, words, name):
    """Two would be the same, and say nothing."""
    here("init")
    status, out, err = here("compare", *words)
    assert (status, out) == (2, "")
    assert err == f"claimtrack: {name} is an empty text: there is nothing to compare\n"


def test_list_and_show(here):
    """One a line, one whole; JSON of both."""
    here("init")
    assert len(here("list")[1].splitlines()) == 4
    assert len(here("list", "--side", "south")[1].splitlines()) == 2
    assert len(json.loads(here("list", "--issue", "damage", "--format", "json")[1])["claims"]) == 2
    assert "Twelve trucks" in here("show", "mayor-trucks", "--ledger", "claims")[1]
    assert json.loads(here("show", "mayor-trucks", "--format", "json")[1])["id"] == "mayor-trucks"
    status, _, err = here("show", "mayor-truck")
    assert status == 2
    assert "did you mean “mayor-trucks”" in err


def test_compare_takes_texts_and_ids(here):
    """Two wordings, or two claims; JSON has the keys of the design."""
    here("init")
    found = json.loads(here("compare", "12 were hurt", "40 were hurt", "--format", "json")[1])
    assert found["relation"] == "diverge"
    assert found["contrasts"][0]["left_span"] == [0, 2]
    status, out, _ = here("compare", "mayor-trucks", "ministry-trucks")
    assert status == 0
    assert "*Twelve*" in out
    assert "number (contrary)" in out
    assert here("compare", "x" * 9_000, "y")[0] == 2


def test_compare_wants_the_ledger_that_is_named(here):
    """Two ids of a ledger that is not there are no texts to be compared."""
    here("init")
    for words in (("--ledger", "nope"), ("nope",)):
        status, out, err = here("compare", "mayor-trucks", "ministry-trucks", *words)
        assert (status, out) == (2, "")
        assert "nope could not be read" in err
    status, _, err = here("compare", "mayor-trucks", "ministry-trucks", "claims", "--ledger", "nope")
    assert (status, "name one ledger" in err) == (2, True)
    assert here("compare", "mayor-trucks", "ministry-trucks", "claims")[0] == 0


def test_match_finds_the_likest_claims(here):
    """With relation and paraphrase; nothing where nothing is alike."""
    here("init")
    found = json.loads(here("match", "forty trucks were lost", "--limit", "1", "--format", "json")[1])
    assert found["matches"][0]["id"] == "ministry-trucks"
    assert "ministry-trucks" in here("match", "forty trucks were lost")[1]
    assert "nothing in the ledger" in here("match", "zebra")[1]


@pytest.mark.parametrize(
    ("name", "content", "code", "status"),
    [
        ("speaker.yaml", b"sides: {a: A}\nclaims:\n  - {id: c, speaker: nobody, text: Yes.}\n", "CT201", 1),
        ("key.yaml", b"titel: x\n", "CT101", 1),
        ("syntax.yaml", b"title: a: b\n", "CT010", 2),
        ("empty.yaml", b"", "CT006", 2),
        ("latin.yaml", b"title: caf\xe9\n", "CT004", 2),
        ("utf16.yaml", "title: x\n".encode("utf-16"), "CT004", 2),
    ],
)
def test_a_wrong_ledger_gets_a_clear_line_and_a_status(here, tmp_path, name, content, code, status):
    """File, line, column, code and hint; never a traceback."""
    (tmp_path / name).write_bytes(content)
    found, out, err = here("check", name)
    assert found == status
    assert f"{name}:" in out
    assert code in out
    assert "Traceback" not in out + err
    assert here("report", name)[0] in (0, 2)


def test_a_missing_ledger_is_named(here):
    """Exit 2, and what to do."""
    status, out, _ = here("check", "nowhere", "--format", "concise")
    assert status == 2
    assert "nowhere: CT001" in out
    assert here("report", "nowhere")[0] == 2
    assert here("show", "x", "--ledger", "nowhere")[0] == 2


def test_misuse_ends_with_two(here):
    """Unknown verbs, options, dates, names."""
    here("init")
    assert here("dance")[0] == 2
    assert here("report", "--as-of", "soon")[0] == 2
    assert here("report", "--side", "west")[0] == 2
    assert here("--help")[0] == 0
    assert "report" in here("--help")[1]


def test_what_was_mistyped_is_told_with_what_may_have_been_meant(here):
    """A verb, and a date written in another manner."""
    here("init")
    assert here("chek")[2].endswith("No such command 'chek'; did you mean “check”?\n")
    assert here("dance")[2].endswith("No such command 'dance'.\n")
    assert "did you mean “2024-03-15”?" in here("report", "--as-of", "15 March 2024")[2]
    assert "did you mean “2024-02-29” or “2024-03-01”?" in here("list", "--since", "2024-02-30")[2]
    assert "did you mean" not in here("list", "--since", "soon")[2]


def test_dates_narrow_the_report(here):
    """--as-of before anything was said leaves nothing."""
    here("init")
    assert "0 claims" in here("report", "--as-of", "2020")[1]
    assert "4 claims" in here("report", "--as-of", "2024-02-01")[1]


def test_the_json_report_has_the_same_bytes_for_any_hash_seed_and_locale():
    """Law 1, on the shipped ledger."""
    first = run("report", str(LEDGER), "--format", "json", PYTHONHASHSEED="1", LC_ALL="C")
    second = run("report", str(LEDGER), "--format", "json", PYTHONHASHSEED="77", LC_ALL="C.UTF-8")
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout


def test_compare_marks_what_differs_and_what_stands_alone(here):
    """Asterisks and brackets show without colour; the words that answer to one another are told; 80 columns."""
    here("init")
    out = here("compare", "The large bridge was destroyed in May.", "The crossing was not blown up in May.")[1]
    assert "A  The [large] bridge was *destroyed* in May." in out
    assert "bridge ~ crossing (synonym)" in out
    assert "diverge: polarity" in out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_compare_tells_signals_by_group_with_their_sums(here):
    """Each under its group, the group with what its signals add in all, but for rounding."""
    here("init")
    out = here("compare", "The large bridge was destroyed in May.", "The crossing was blown up in May.")[1]
    rows = [line for line in out.split("what it tells\n")[1].splitlines() if re.search(r" [+-]\d\.\d\d", line)]
    groups: list[tuple[str, list[float]]] = []
    for row in rows:
        weight = float(re.search(r" ([+-]\d\.\d\d)", row)[1])
        if row.startswith("  "):
            groups[-1][1].append(weight)
        else:
            groups.append((row.split(" " * 2)[0], [weight]))
    assert {"related words", "letters", "order"} < {name for name, _ in groups}
    assert all(abs(told - sum(parts)) < 0.05 for _, (told, *parts) in groups)


def test_report_writes_a_page_for_a_browser(here, tmp_path):
    """With what each verdict hangs on, without being asked for it."""
    page = tmp_path / "report.html"
    assert here("report", str(LEDGER), "--format", "html", "-o", str(page))[0] == 0
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert "without c065, all that ECNS has on it: one-sided" in html
