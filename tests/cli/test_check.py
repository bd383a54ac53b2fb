"""`claimtrack check` and `claimtrack rule`: what is printed, chosen, ignored, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.catalogue import rules
from claimtrack.cli.program import program
from claimtrack.errors import UsageError
from claimtrack.renderers.problems import sarif
from problem_pages import problems_of

FAULTY = """\
sides: {a: A}
speakers:
  s: {name: S, side: a}
claims:
  - {id: x, speaker: s, date: 2021, text: Yes.}
  - {id: y, speaker: s, date: 2021, form: odd, source: {url: u}, text: No.}
judgements:
  - {unsure: [x, y]}
"""


@pytest.fixture
def check(tmp_path, monkeypatch):
    """Write a ledger and check it: exit status and what was printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("COLUMNS", "90")

    def run(text, *options):
        (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
        done = CliRunner().invoke(program, ["check", "a.yaml", *options], standalone_mode=False)
        if done.exception is not None:
            raise done.exception
        return done.return_value, done.stdout

    return run


def codes(printed):
    """The codes in a JSON page."""
    return [problem["code"] for problem in json.loads(printed)["problems"]]


def test_the_full_page_shows_line_and_caret(check):
    """And counts what there is."""
    status, page = check(FAULTY)
    assert status == 1
    assert "6 |   - {id: y, speaker: s, date: 2021, form: odd, source: {url: u}, text: No.}\n" in page
    assert page.endswith("1 error, 1 warning, 1 note\n")


@pytest.mark.parametrize("width", [10, 40, 66, 80, 200])
@pytest.mark.parametrize("at", [0, 1, 30, 100, 170, 189, 190])
@pytest.mark.parametrize("letter", ["x", "語", "e\u0301"])
def test_a_line_fits_into_the_terminal_with_its_caret_below(width, at, letter):
    """Cut on either side, with dots where it is."""
    from claimtrack.problem import Place
    from claimtrack.reading.rules.shapes import UNKNOWN_KEY
    from claimtrack.renderers.problems.full import _columns, render

    line = letter * at + ("@" + letter * (189 - at) if at < 190 else "")
    place = Place(path="a.yaml", line=12, column=at * len(letter) + 1)
    _, shown, caret = render([UNKNOWN_KEY.at(place, "m", excerpt=line)], width).split("\n")[2:5]
    assert _columns(shown) <= max(width, 25)
    assert _columns(caret) <= max(width, 25)
    before = shown.partition("@")[0]
    assert _columns(before) == _columns(caret) - 1
    assert (before[5:6] == "…") is (at > 0 and not line.startswith(before[5:]))
    assert shown.endswith("…") is (not line.endswith(shown[6:]))


def test_a_line_is_cut_to_the_width_that_the_environment_names(check, monkeypatch):
    """And to 80 in a pipe."""
    monkeypatch.setenv("COLUMNS", "50")
    (line,) = (line for line in check(FAULTY)[1].split("\n") if line.startswith("6 |"))
    assert (len(line), line[4], line[-1]) == (50, "…", "…")
    monkeypatch.delenv("COLUMNS")
    words = [sys.executable, "-c", "from claimtrack.cli import main; main()", "check", "a.yaml"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert "\n6 |   - {id: y, speaker: s, date: 2021, form: odd, source: {url: u}, text: No.}\n" in done.stdout


def test_the_concise_page_has_a_line_for_each(check):
    """Place first, as editors read it."""
    lines = check(FAULTY, "--format", "concise")[1].splitlines()
    assert [line.split(": ")[1].split()[0] for line in lines[:-1]] == ["CT501", "CT105", "CT403"]
    assert lines[0].startswith("a.yaml:5:5: ")


def test_select_and_ignore_choose_by_code_or_its_beginning(check):
    """And the exit status goes by what is left."""
    assert codes(check(FAULTY, "--format", "json", "--select", "CT4,ct501")[1]) == ["CT501", "CT403"]
    assert check(FAULTY, "--ignore", "CT1") == (0, check(FAULTY, "--select", "CT4,CT5")[1])


def test_strict_fails_for_a_warning(check):
    """A note is advice still."""
    assert check(FAULTY, "--strict", "--select", "CT4")[0] == 1
    assert check(FAULTY, "--strict", "--select", "CT5")[0] == 0


def test_an_unknown_code_is_misuse(check):
    """A mistyped --ignore must not pass in silence."""
    with pytest.raises(UsageError, match="no code begins with “CT9”"):
        check(FAULTY, "--ignore", "CT9")


def test_problems_are_chosen_by_their_names_too(check):
    """As `rule` takes them, in any case; what is no name is told as it was typed."""
    for words in ("no-url,CT4", "No-URL, ct4"):
        assert codes(check(FAULTY, "--format", "json", "--select", words)[1]) == ["CT501", "CT403"]
    assert check(FAULTY, "--ignore", "no-url") == check(FAULTY, "--ignore", "CT501")
    with pytest.raises(UsageError, match=r"--select: no code begins with “no-urls”, .*; did you mean “no-url”\?"):
        check(FAULTY, "--select", "no-urls")
    with pytest.raises(UsageError, match="“zzz”, and no problem is called so; `claimtrack rule` lists all"):
        check(FAULTY, "--select", "zzz")


def test_what_cannot_be_read_is_told_whatever_is_selected(check):
    """An error of CT0 means that the rest was not looked at."""
    assert check("title: 'a\n", "--select", "CT5")[0] == 2


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("  - {id: x, speaker: s, date: 2021, text: Yes.}  # claimtrack: ignore[CT501]", []),
        ("  # claimtrack: ignore[CT5]\n  - {id: x, speaker: s, date: 2021, text: Yes.}", []),
        ("  # claimtrack: ignore[CT401, CT502]\n  - {id: x, speaker: s, date: 2021, text: Yes.}", ["CT501"]),
        ("  - {id: x, speaker: s, date: x, text: Yes.}  # claimtrack: ignore[CT104,CT5]", []),
    ],
)
def test_a_comment_ignores_codes_on_its_line_or_the_next(check, line, left):
    """Reading's and the checks' alike."""
    text = f"sides: {{a: A}}\nspeakers: {{s: {{name: S, side: a}}}}\nclaims:\n{line}\n"
    assert codes(check(text, "--format", "json")[1]) == left


def test_a_comment_cannot_ignore_what_makes_a_file_unreadable(check):
    """A tab, say."""
    assert codes(check("title:\ta # claimtrack: ignore[CT0]\n", "--format", "json")[1]) == ["CT013"]


def test_a_pinned_conclusion_can_be_passed_over(check):
    """By a comment beside it."""
    text = rules()["CT301"].bad
    assert codes(check(text, "--format", "json")[1]) == ["CT301"]
    assert check(text.rstrip() + "  # claimtrack: ignore[CT301]\n") == (0, "")


def test_under_github_actions_problems_are_workflow_commands(check, monkeypatch):
    """Chosen by itself; a message cannot end its command."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    lines = check(FAULTY)[1].splitlines()
    assert lines[0].startswith("::notice file=a.yaml,line=5,col=5,title=CT501 no-url::")
    assert lines[1].startswith("::error file=a.yaml,line=6,col=43,")
    assert lines[2].startswith("::warning ")
    assert check("'%0A::error::x': 1\n")[1].count("\n") == 2


def test_twenty_thousand_faults_print_the_first_few_and_a_count(check):
    """In every format for people."""
    claims = "".join(f"  - {{id: c{n}, speaker: s, date: 2021, text: Yes {n}.}}\n" for n in range(20_000))
    text = "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nissues: {i: {question: I}}\nabout: i\nclaims:\n" + claims
    page = check(text.replace("text", "txet"))[1]
    assert page.count("-->") == 50
    assert "39,900 more problems in this file are not listed" in page


def test_twenty_thousand_notes_print_the_first_few_and_a_count(check):
    """What the checks find is counted too."""
    from claimtrack.checks import check_ledger
    from claimtrack.reading import ledger_of
    from claimtrack.renderers.problems import concise, full

    claims = "".join(f"  - {{id: c{n}, speaker: s, date: 2021, text: Yes {n}.}}\n" for n in range(20_000))
    found = check_ledger(ledger_of("speakers: {s: {name: S}}\nclaims:\n" + claims))
    assert full.render(found).endswith("20,000 notes; the first 50 are shown, --format json has all\n")
    assert concise.render(found).count("\n") == 51


@pytest.mark.parametrize("form", ["full", "concise"])
def test_an_error_is_shown_behind_however_many_notes(check, form):
    """The gravest are shown where not all are, in the order of their places."""
    claims = "".join(f"  - {{id: c{n}, speaker: s, date: 2021, text: Yes {n}.}}\n" for n in range(60))
    wrong = "  - {id: d, speaker: t, date: 2021, text: Never.}\n"
    page = check("speakers: {s: {name: S}}\nclaims:\n" + claims + wrong, "--format", form)[1]
    assert "there is no speaker “t”" in page
    assert page.index("c0: its source") < page.index("c48: its source") < page.index("there is no speaker “t”")
    assert "c49: its source" not in page
    assert page.endswith("1 error, 60 notes; the gravest 50 are shown, --format json has all\n")


def type_of(value):
    """A JSON type's name."""
    return {dict: "object", list: "array", str: "string", int: "integer"}[type(value)]


SARIF = {
    "": {"$schema": "string", "version": "string", "runs": "array"},
    "runs": {"tool": "object", "columnKind": "string", "results": "array"},
    "tool": {"driver": "object"},
    "driver": {"name": "string", "version": "string", "rules": "array"},
    "rules": {
        "id": "string",
        "name": "string",
        "shortDescription": "object",
        "fullDescription": "object",
        "defaultConfiguration": "object",
    },
    "shortDescription": {"text": "string"},
    "fullDescription": {"text": "string"},
    "defaultConfiguration": {"level": "string"},
    "results": {
        "ruleId": "string",
        "ruleIndex": "integer",
        "level": "string",
        "message": "object",
        "locations": "array",
    },
    "message": {"text": "string"},
    "locations": {"physicalLocation": "object"},
    "physicalLocation": {"artifactLocation": "object", "region": "object"},
    "artifactLocation": {"uri": "string"},
    "region": {"startLine": "integer", "startColumn": "integer"},
}
"""The objects of SARIF 2.1.0 that we write, with their properties and types as its schema has them."""


def assert_sarif(name, value):
    """Every property is one of the object's, of its type; and so is all that is in it."""
    for key, inside in value.items():
        assert type_of(inside) == SARIF[name][key], (name, key)
        for one in inside if isinstance(inside, list) else [inside]:
            if isinstance(one, dict):
                assert_sarif(key, one)


@pytest.mark.parametrize("text", [FAULTY, "", "title: 'a\n"])
def test_sarif_has_the_shape_of_its_schema(check, text):
    """Version, required properties, levels, indexes into the rules."""
    log = json.loads(check(text, "--format", "sarif")[1])
    assert_sarif("", log)
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    for run in log["runs"]:
        assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
        known = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in known}) == len(known)
        for result in run["results"]:
            assert known[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["level"] in ("none", "note", "warning", "error")
            assert result["message"]["text"]


def test_sarif_fulfils_the_published_schema():
    """Every problem of tests/data in one log; the schema's file is named by SARIF_SCHEMA, and not kept here."""
    named = os.environ.get("SARIF_SCHEMA")
    if not named:
        pytest.skip("SARIF_SCHEMA names no file")
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads(Path(named).read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    files = sorted((Path(__file__).parents[1] / "data").glob("*/*.yaml"))
    logs = [problems_of(path, "c")[1] for path in files]
    for problems in (*logs, [one for log in logs for one in log]):
        assert not [error.message for error in validator.iter_errors(json.loads(sarif.render(problems, rules())))]


def test_sarif_writes_paths_as_uris(check, tmp_path):
    """Spaces and other characters are percent-encoded."""
    from claimtrack.problem import Place

    rule = rules()["CT001"]
    for path, uri in (("my claims/é.yaml", "my%20claims/%C3%A9.yaml"), ("/a b", "file:///a%20b")):
        log = json.loads(sarif.render([rule.at(Place(path=path), "gone")], rules()))
        place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place == {"artifactLocation": {"uri": uri}}


HOSTILE = """\
sides: {a: A}
speakers: {s: {name: S, side: a}}
claims:
  - {id: x, speaker: "\\e[2J\\a\\x9b1m\\u202e", text: a}
"""


@pytest.mark.parametrize("format_", ["full", "concise", "github", "json", "sarif"])
@pytest.mark.parametrize("raw", ["", "\x1b]0;x\x07", "\x9b2J", "\u202e", "\u2066", "\x7f"])
def test_no_format_lets_a_terminal_obey_what_a_file_says(check, format_, raw):
    """Neither from escapes nor from the line that is shown."""
    page = check(HOSTILE + f"note: {raw}\n", "--format", format_)[1]
    assert not set(page) & set("\x1b\x07\x9b\x7f\u202e\u2066")


@pytest.mark.parametrize("code", ["CT201", "ct201", "unknown-speaker"])
def test_rule_explains_a_code_with_both_examples(code):
    """By code or name."""
    page = CliRunner().invoke(program, ["rule", code]).stdout
    assert page.startswith(
        "CT201 unknown-speaker (error)\n\nA mistyped name would become a second speaker.\n\nRefused:"
    )
    assert "Right:" in page


def test_rule_lists_all_codes():
    """One a line."""
    assert CliRunner().invoke(program, ["rule"]).stdout.count("\n") == len(rules())


def test_rule_proposes_the_nearest_name():
    """A code that is none is misuse."""
    done = CliRunner().invoke(program, ["rule", "unknown-speakers"])
    assert isinstance(done.exception, UsageError)
    assert "unknown-speaker" in str(done.exception)


@pytest.mark.parametrize(
    "rule", [rule for rule in rules().values() if rule.code >= "CT3" and rule.bad], ids=lambda rule: rule.code
)
def test_a_checks_examples_are_whole_ledgers(check, rule):
    """The bad one has its problem, the good one has none at all."""
    assert rule.code in codes(check(rule.bad, "--format", "json")[1])
    if rule.code != "CT405":
        assert check(rule.good) == (0, "")


def test_a_pair_that_nobody_judged_can_be_ignored(check):
    """By a comment at the later of the two."""
    lines = rules()["CT404"].bad.rstrip().split("\n")
    assert check("\n".join([*lines[:-1], lines[-1] + "  # claimtrack: ignore[CT404]"]) + "\n") == (0, "")


def test_under_github_actions_a_problem_without_a_line_names_its_file(check, monkeypatch):
    """The count of what is not listed, say."""
    from claimtrack.problem import Place
    from claimtrack.renderers.problems import github

    line = github.render([rules()["CT001"].at(Place(path="a.yaml"), "gone")]).splitlines()[0]
    assert line == "::error file=a.yaml,title=CT001 missing-path::gone"


def test_rule_shows_no_example_where_no_text_can_show_it():
    """A path that is not there."""
    assert "Refused" not in CliRunner().invoke(program, ["rule", "CT001"]).stdout
