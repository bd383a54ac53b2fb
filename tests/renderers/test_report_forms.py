"""The report's JSON beside its schema, its comment for a pull request, and its SARIF."""

import json
import re
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

import claimtrack as ct
from claimtrack.claim import Form, Stance
from claimtrack.cli.program import run as run_here
from claimtrack.evidence import ContrastKind, Fate, Relation
from claimtrack.finding import Basis, ShiftKind, Silence, SupportKind, Verdict
from claimtrack.renderers import comment
from claimtrack.voices import Borne

LEDGER = str(Path(__file__).parents[2] / "claims")
SCHEMA = json.loads(files("claimtrack").joinpath("report.schema.json").read_text(encoding="utf-8"))
HOSTILE = """
title: "<script>alert(1)</script> @team [x](javascript:alert(1))"
sides: {a: "A|B", b: B}
speakers: {s: {name: "<img src=x>", side: a}, t: {name: T, side: b}}
issues: {when: {question: "When? </details>", positions: {may: In May, june: In June}, exclude: [[may, june]]}}
claims:
  - {id: x, speaker: s, date: 2024-01-01, about: when, holds: may, text: "May | <b>it</b> `is`.", source: {url: u}}
  - {id: y, speaker: t, date: 2024-01-01, about: when, holds: june, text: June., source: {url: u}}
"""


@pytest.fixture
def call(monkeypatch, capsys):
    """Run a verb in this process: status, what was printed, what was said on stderr."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *words])
        status = run_here()
        return (status, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def told():
    """The JSON of the report on the shipped ledger, with all that may be asked for."""
    return json.loads(ct.render(ct.track(ct.load_ledger(LEDGER), fragility=True), "json"))


def closed(schema):
    """The same schema with no key allowed that it does not describe."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if schema.get("type") == "object" and "properties" in schema:
        found.setdefault("additionalProperties", False)
    return found


def test_the_report_is_as_its_schema_says(told):
    """And every key that it has is described."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    jsonschema.Draft202012Validator(closed(SCHEMA)).validate(told)


def test_the_schema_knows_every_word():
    """The fixed words of the schema are those of the program."""
    enums = []

    def walk(schema):
        if isinstance(schema, dict):
            enums.extend([set(schema["enum"])] if "enum" in schema else [])
            for value in schema.values():
                walk(value)
        elif isinstance(schema, list):
            for value in schema:
                walk(value)

    walk(SCHEMA)
    for words in (Verdict, Basis, Relation, ContrastKind, Silence, ShiftKind, Borne, Fate, SupportKind, Stance, Form):
        assert {str(word) for word in words} in enums, words


def test_the_verb_prints_the_schema_of_the_report(call, tmp_path):
    """To the screen and to a file."""
    assert json.loads(call("schema", "--report")[1]) == SCHEMA
    call("schema", "--report", "-o", str(tmp_path / "a.json"))
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == SCHEMA


def test_the_comment_has_what_diverges_and_folds_the_rest(call):
    """Short enough for GitHub; every issue is in it."""
    status, page, _ = call("report", LEDGER, "--format", "github", "--fragility")
    assert status == 0
    assert len(page) < comment.MOST
    assert page.count("<details>") == page.count("</details>") == 4
    assert "17 pinned conclusions: all hold." in page
    assert "**diverge, split: usa**" in page
    assert "without c065, all that ECNS has on it: one-sided" in page
    for issue in ct.load_ledger(LEDGER).issues:
        assert f"`{issue.id}`" in page


def test_the_summary_of_a_job_is_added_to(call, monkeypatch, tmp_path):
    """What is there already stays; a file that cannot be written is said."""
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    page = call("report", LEDGER, "--format", "github")[1]
    assert path.read_text(encoding="utf-8") == "before\n" + page
    call("report", LEDGER, "--format", "json")
    assert path.read_text(encoding="utf-8") == "before\n" + page
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "where"))
    status, _, err = call("report", LEDGER, "--format", "github")
    assert status == 2
    assert "could not be written" in err


def test_nothing_of_a_ledger_is_obeyed_in_a_comment():
    """No tag, no mention, no link, no cell of its own making."""
    page = ct.render(ct.track(ct.ledger_of(HOSTILE)), "github")
    bare = re.sub(r"\\[<>@\[\]|`*_]", "", page)
    for sign in ("<script", "<img", "<b>", "@", "[x]", "A|B", "May |"):
        assert sign not in bare
    assert set(re.findall(r"</?\w+", bare)) == {"<details", "</details", "<summary", "</summary"}
    assert page.count("<details>") == page.count("</details>\n")


@pytest.mark.parametrize("format_", ["markdown", "github"])
def test_the_name_of_a_file_leaves_no_code(format_):
    """Backticks and bars in it are escaped: what stands behind them is no markup and no cell."""
    text = HOSTILE + "  - {id: z, speaker: nobody, text: x}\n"
    page = ct.render(ct.track(ct.ledger_of(text, name="a`<img src=x>|b.yaml")), format_)
    assert "`<img" not in re.sub(r"\\[`<]", "", page)
    assert r"a\`\<img src=x\>\|b.yaml:" in page


def test_a_comment_that_is_too_long_is_cut_at_a_line(monkeypatch):
    """It says so, and leaves nothing open."""
    monkeypatch.setattr(comment, "MOST", 6_000)
    page = ct.render(ct.track(ct.load_ledger(LEDGER)), "github")
    assert len(page) <= 6_100
    assert page.endswith("has all.*\n")
    assert page.count("<details>") == page.count("</details>")


@pytest.mark.parametrize("title", ["x" * 70_000, "<" * 70_000, "a<" * 35_000])
def test_a_title_that_is_too_long_for_a_comment_is_cut_itself(title):
    """Between two characters, not behind the backslash of one."""
    page = ct.render(ct.track(ct.ledger_of(f"title: {title!r}\nsides: {{a: A}}\n")), "github")
    assert 59_000 < len(page) <= comment.MOST
    kept = page.removesuffix("\n\n*Cut here: `claimtrack report --format markdown` has all.*\n")
    assert len(kept) < len(page)
    assert kept.removeprefix("## ").replace("\\<", "<") == title[: len(kept.replace("\\<", "<")) - 3]


def test_errors_are_in_the_comment():
    """With code and place."""
    page = ct.render(ct.track(ct.ledger_of(HOSTILE + "  - {id: z, speaker: nobody, text: x}\n")), "github")
    assert "### 1 error" in page
    assert "CT201" in page


def test_sarif_tells_of_what_is_asked_to_fail(call):
    """A result for each, at the claims that carry it; the exit status is that of --fail-on."""
    status, out, _ = call("report", LEDGER, "--format", "sarif", "--fail-on", "diverge,split")
    assert status == 1
    (run,) = json.loads(out)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["diverge", "split"]
    kinds = [result["ruleId"] for result in run["results"]]
    assert (kinds.count("diverge"), kinds.count("split")) == (4, 2)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].endswith(".yaml")
        assert place["region"]["startLine"] > 1
        assert result["relatedLocations"]


def test_sarif_tells_of_errors_and_of_issues_without_proof(call, tmp_path):
    """A one-sided issue stands at its claims; without --fail-on there is nothing to tell."""
    page = tmp_path / "a.yaml"
    page.write_text(HOSTILE + "  - {id: z, speaker: nobody, text: x}\n", encoding="utf-8")
    status, out, _ = call("report", str(page), "--format", "sarif", "--fail-on", "problems,one-sided,unknown")
    assert status == 1
    assert [result["ruleId"] for result in json.loads(out)["runs"][0]["results"]] == ["problems"]
    one_sided = call("report", LEDGER, "--format", "sarif", "--fail-on", "one-sided")[1]
    assert len(json.loads(one_sided)["runs"][0]["results"]) == 27
    status, _, err = call("report", LEDGER, "--format", "sarif")
    assert status == 2
    assert "--fail-on" in err


@pytest.mark.parametrize("form", ["text", "markdown", "github", "html"])
def test_verbatim_words_stand_between_quotation_marks(form):
    """In every form, beside a wording that is not verbatim."""
    ledger = ct.ledger_of(
        "sides: {a: A, b: B}\nspeakers: {s: {name: S, side: a}, t: {name: T, side: b}}\n"
        "issues: {i: {question: I?, positions: {p: P, q: Q}, exclude: [[p, q]]}}\nclaims:\n"
        "  - {id: x, speaker: s, about: i, holds: p, quote: Zebras graze.}\n"
        "  - {id: y, speaker: t, about: i, holds: q, text: Lions roar.}\n"
    )
    page = re.sub(r"[*\[\]]|<[^>]+>", "", ct.render(ct.track(ledger), form))
    assert "“Zebras graze.”" in page
    assert "“Lions roar" not in page
