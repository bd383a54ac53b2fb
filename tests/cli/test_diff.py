"""`diff`: two dates, two folders, two revisions; which verdicts changed, and by which claims."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli.program import run as run_here
from claimtrack.errors import UsageError
from claimtrack.reading import revision

LEDGER = str(Path(__file__).parents[2] / "claims")
HEAD = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
issues: {when: {question: When?, positions: {may: In May, june: In June}, exclude: [[may, june]]}}
claims:
  - {id: x, speaker: s, date: 2024-01-01, about: when, holds: may, text: It is in May.}
"""
MAY = "  - {id: y, speaker: t, date: 2024-01-02, about: when, holds: may, text: May it is.}\n"
JUNE = MAY.replace("may", "june")


@pytest.fixture
def call(monkeypatch, capsys, tmp_path):
    """Run a verb in this process, in an empty folder: status, what was printed, what was said on stderr."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *words])
        status = run_here()
        return (status, *capsys.readouterr())

    return run


def two(folder: Path, old: str, new: str) -> tuple[str, str]:
    """Two files of a ledger."""
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        (folder / name).write_text(HEAD + text, encoding="utf-8")
    return "old.yaml", "new.yaml"


def turns(call, *words: str) -> list[tuple[str, str, list[tuple[list[list[object]], str]]]]:
    """What changed, from the JSON: before, after, and the causes."""
    status, out, err = call("diff", *words, "--format", "json")
    assert status == 0, err
    return [
        (
            turn["before"],
            turn["after"],
            [([[edit["kind"], *edit["names"]] for edit in one["edits"]], one["without"]) for one in turn["causes"]],
        )
        for turn in json.loads(out)["turns"]
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        (MAY, MAY.replace("}", ", note: n}"), []),
        ("", MAY, [("one-sided", "agree", [([["added", "y"]], "one-sided")])]),
        (MAY, "", [("agree", "one-sided", [([["removed", "y"]], "agree")])]),
        (MAY, JUNE, [("agree", "diverge", [([["changed", "y"]], "agree")])]),
        (
            MAY,
            MAY + "judgements: [{different: [x, y], relation: diverge, by: me, because: r}]\n",
            [("agree", "diverge", [([["judged", "x", "y"]], "agree")])],
        ),
        (
            MAY + "judgements: [{different: [x, y], relation: diverge, by: me, because: r}]\n",
            MAY,
            [("diverge", "agree", [([["unjudged", "x", "y"]], "diverge")])],
        ),
        (
            MAY,
            MAY + "  - {id: z, speaker: t, date: 2024-01-03, about: when, holds: june, supersedes: y, text: June.}\n",
            [("agree", "diverge", [([["added", "z"]], "agree")])],
        ),
    ],
)
def test_a_verdict_that_changed_is_told_with_its_cause(call, tmp_path, old, new, expected):
    """Claims added, removed, changed, superseded; judgements made and taken back; nothing where nothing changed."""
    assert turns(call, *two(tmp_path, old, new)) == expected


def test_a_declaration_can_be_the_cause(call, tmp_path):
    """The positions exclude each other no longer."""
    old, new = two(tmp_path, JUNE, JUNE)
    page = tmp_path / new
    page.write_text(page.read_text().replace(", exclude: [[may, june]]", ""))
    assert turns(call, old, new) == [("diverge", "partial", [([["declared", "when"]], "diverge")])]


def test_where_no_single_claim_is_the_cause_a_smallest_set_is(call, tmp_path):
    """Two speakers of one side, on two days, in two documents: either alone would do."""
    more = MAY + MAY.replace("id: y", "id: z").replace("01-02", "01-05").replace("May it is", "We say it is in May")
    assert turns(call, *two(tmp_path, "", more)) == [
        ("one-sided", "agree", [([["added", "y"], ["added", "z"]], "one-sided")])
    ]


def test_the_shipped_ledger_between_two_dates(call):
    """Each changed verdict and its cause, between the first round and the second."""
    found = json.loads(call("diff", "--as-of", "2021-07-28", "--as-of", "2021-09-30", LEDGER, "--format", "json")[1])
    told = {
        turn["issue"]: (
            turn["before"],
            turn["after"],
            [sorted(name for edit in cause["edits"] for name in edit["names"]) for cause in turn["causes"]],
        )
        for turn in found["turns"]
    }
    assert told == {
        "new-start-after-2026": ("unknown", "one-sided", [["c113"]]),
        "round-1-status": ("diverge", "diverge, split: usa", [["c185"]]),
        "dialogue-prospects": ("one-sided", "partial", [["c118"]]),
        "common-ground": ("unknown", "one-sided", [["c107", "c183"]]),
        "ground-rules": ("unknown", "one-sided", [["c104", "c167"]]),
        "austin-shoigu-call": (
            "unknown",
            "partial",
            [["c091", "c093", "c094", "c095", "c097"], ["c092", "c096", "c165"]],
        ),
        "round-2-date": ("one-sided", "agree", [["c108", "c110"]]),
        "round-2-preparation": ("unknown", "one-sided", [["c109"]]),
        "round-2-agenda": ("unknown", "one-sided", [["c136"]]),
        "round-2-assessment": ("unknown", "agree", [["c125"]]),
        "expert-groups": ("unknown", "agree", [["c123", "c126", "c169"]]),
        "round-3-date": ("unknown", "agree", [["c124"]]),
        "milley-gerasimov": ("unknown", "partial", [["c115"], ["c116"]]),
    }
    assert found["counts"] == {"changed": 13, "steady": 42, "edits": 65}


def test_a_ledger_beside_itself_differs_in_nothing(call):
    """And the exit status says so, if asked."""
    status, out, _ = call("diff", LEDGER, LEDGER, "--exit-code")
    assert status == 0
    assert "no verdict changed, 55 did not; no claim differs." in out


def test_text_and_markdown_name_the_cause(call, tmp_path):
    """In 80 columns; the exit status is 1 where that was asked."""
    names = two(tmp_path, "", MAY)
    status, out, _ = call("diff", *names, "--exit-code")
    assert status == 1
    assert "when: A and B: one-sided → agree" in out
    assert "new: y; without it: one-sided" in out
    assert "y · T · 2024-01-02: May it is." in out
    page = call("diff", *names, "--format", "markdown", "--issue", "when")[1]
    assert "| `when` | A, B | one-sided | **agree** | new: y; without it: one-sided |" in page


def git(folder: Path, *words: str) -> None:
    """git, with nothing of this machine's settings."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    named = ("-c", "user.name=n", "-c", "user.email=e@x", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *named, *words], check=True, capture_output=True, env=env)


@pytest.fixture
def repository(tmp_path):
    """A ledger with two revisions, and an edit that is not committed."""
    folder = tmp_path / "claims"
    (folder / "deeper").mkdir(parents=True)
    git(tmp_path, "init")
    (folder / "a.yaml").write_text(HEAD)
    (folder / ".hidden.yaml").write_text("titel: x\n")
    (folder / "notes.txt").write_text("titel: x\n")
    (folder / "link.yaml").symlink_to("a.yaml")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "one")
    (folder / "deeper" / "b c.yaml").write_text("claims:\n" + MAY)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "two")
    (folder / "deeper" / "b c.yaml").write_text("claims:\n" + JUNE)
    (folder / "link.yaml").unlink()
    return tmp_path


def test_revisions_are_compared_with_one_another_and_with_what_is_there_now(call, repository):
    """HEAD~1, HEAD, A..B, and the files as they are; read from a folder below, too."""
    agree = [("one-sided", "agree", [([["added", "y"]], "one-sided")])]
    assert turns(call, "HEAD~1", "HEAD") == agree
    assert turns(call, "HEAD~1..HEAD") == agree
    assert turns(call, "HEAD~1..") == agree
    assert turns(call, "HEAD") == [("agree", "diverge", [([["changed", "y"]], "agree")])]
    assert turns(call, "HEAD~1", "HEAD", "--ledger", str(repository / "claims")) == agree


def test_one_file_of_a_revision_and_the_places_in_it(repository, monkeypatch):
    """A file can be the ledger; its places are those that it would have now."""
    monkeypatch.chdir(repository)
    ledger = revision.ledger_at("HEAD", "claims")
    assert ledger.files == ("claims/a.yaml", "claims/deeper/b c.yaml")
    assert revision.ledger_at("HEAD", "claims/a.yaml").files == ("claims/a.yaml",)
    monkeypatch.chdir(repository / "claims")
    assert revision.ledger_at("HEAD", ".").files == ("a.yaml", "deeper/b c.yaml")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "“nowhere” is neither a folder or file here nor a git revision"),
        (("--", "-x"), "is no git revision"),
        (("HEAD", "HEAD", "HEAD"), "name what to compare"),
        (("claims",), "name what to compare"),
        ((), "name what to compare"),
        (("--as-of", "2024-01-01"), "two dates"),
        (("--as-of", "2024-01-01", "--as-of", "soon"), "not a date"),
        (("HEAD", "--issue", "whe"), "did you mean “when”?"),
        (("HEAD", "--ledger", "claims/notes"), "holds no ledger"),
        (("HEAD", "--ledger", "/"), "lies in no git repository"),
        (("HEAD", "--ledger", "/nowhere/at/all"), "lies outside the git repository"),
        (("HEAD", "claims/notes.txt"), ""),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(call, repository, words, said):
    """Exit 2, never a traceback, no option smuggled to git."""
    status, _, err = call("diff", *words)
    if said:
        assert status == 2
        assert said in err
    assert "Traceback" not in err


def test_a_folder_without_a_repository_is_said(call, tmp_path):
    """And that there are other ways."""
    status, _, err = call("diff", "HEAD")
    assert status == 2
    assert "lies in no git repository" in err


def test_git_that_is_missing_slow_or_failing_is_said(monkeypatch, tmp_path):
    """Each in a sentence."""

    def raising(error):
        def run(*_words, **_more):
            raise error

        return run

    for error, said in (
        (FileNotFoundError(), "git is not installed"),
        (subprocess.TimeoutExpired("git", 60), "did not answer"),
    ):
        monkeypatch.setattr(revision.subprocess, "run", raising(error))
        with pytest.raises(UsageError, match=said):
            revision.ledger_at("HEAD", tmp_path)


def test_a_file_that_is_no_utf8_is_named_with_its_revision(call, repository):
    """It is not read half."""
    (repository / "claims" / "c.yaml").write_bytes(b"title: caf\xe9\n")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "three")
    status, _, err = call("diff", "HEAD")
    assert status == 2
    assert "claims/c.yaml is not UTF-8 in the revision “HEAD”" in err


def test_a_ledger_outside_the_repository_is_refused(call, repository, tmp_path_factory):
    """A link that leads out."""
    away = tmp_path_factory.mktemp("away")
    (repository / "out").symlink_to(away)
    status, _, err = call("diff", "HEAD", "--ledger", "out")
    assert status == 2
    assert "git repository" in err


def test_the_ledger_s_own_words_can_be_the_cause(call, tmp_path):
    """Two words that exclude each other, since somebody said so."""
    head = HEAD.replace("holds: may, text: It is in May.", "text: The bridge is wobbly.")
    claim = MAY.replace("holds: may, text: May it is.", "text: The bridge is steadfast.")
    (tmp_path / "old.yaml").write_text(head + claim, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(head + claim + "lexicon: {antonyms: [[wobbly, steadfast]]}\n", encoding="utf-8")
    ((before, after, causes),) = turns(call, "old.yaml", "new.yaml")
    assert (before, after, causes) == ("partial", "diverge", [([["words"]], "partial")])
    assert "the ledger's own words changed; without it: partial" in " ".join(
        call("diff", "old.yaml", "new.yaml")[1].split()
    )
