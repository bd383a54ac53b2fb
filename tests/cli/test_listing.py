"""`list`, `show`, `timeline` and `explain`: filters, formats, and what is said of names that are not there."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.cli.program import run as run_here
from claimtrack.renderers.as_csv import cell
from claimtrack.tracking.selection import Wanted, chosen
from claimtrack.view import View

LEDGER = str(Path(__file__).parents[2] / "claims")


@pytest.fixture
def call(monkeypatch, capsys):
    """Run a verb in this process: status, what was printed, what was said on stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["claimtrack", *words])
        status = run_here()
        return (status, *capsys.readouterr())

    return run


@pytest.fixture(scope="module")
def ledger():
    """The shipped ledger."""
    return ct.load_ledger(LEDGER)


FILTERS = st.fixed_dictionaries(
    {
        "grep": st.sampled_from([(), ("strategic",), ("ARMS control",), ("zebra",), ("the", "talks")]),
        "sources": st.sampled_from([(), ("TASS",), ("urdupoint",), ("2021-07-28",), ("nowhere",)]),
        "issues": st.sampled_from([(), ("scope",), ("scope", "round-2-date")]),
        "sides": st.sampled_from([(), ("russia",), ("usa",)]),
    }
)


@given(filters=FILTERS)
@settings(max_examples=25, deadline=None)
def test_filters_commute(ledger, filters):
    """What stands under all filters is what stands under each of them, in whichever order they are asked."""

    def ids(**given):
        view = View(sides=given.get("sides", ()), issues=given.get("issues", ()))
        wanted = Wanted(view=view, sources=given.get("sources", ()), grep=given.get("grep", ()))
        return [claim.id for claim in chosen(ledger, wanted)]

    together = ids(**filters)
    for names in (list(filters), list(reversed(filters))):
        kept = [claim.id for claim in ledger.claims]
        for name in names:
            alone = set(ids(**{name: filters[name]}))
            kept = [one for one in kept if one in alone]
        assert kept == together


def test_several_words_must_all_stand_and_one_source_is_enough(call):
    """`--grep` narrows with each word, `--source` widens."""
    both = call("list", LEDGER, "--grep", "arms control", "--grep", "inventory")[1]
    assert both == ""
    one = len(call("list", LEDGER, "--source", "TASS")[1].splitlines())
    two = len(call("list", LEDGER, "--source", "TASS", "--source", "RTVI")[1].splitlines())
    assert two > one > 0


@pytest.mark.parametrize("verb", ["list", "show", "timeline"])
def test_csv_and_json_have_the_same_rows(call, verb):
    """A row for each claim, in columns that are named."""
    where = ["--ledger", LEDGER] if verb == "show" else [LEDGER]
    rows = list(csv.DictReader(io.StringIO(call(verb, *where, "--issue", "scope", "--format", "csv")[1])))
    (told,) = [
        value
        for value in json.loads(call(verb, *where, "--issue", "scope", "--format", "json")[1]).values()
        if isinstance(value, list)
    ]
    assert [row["id"] for row in rows] == [one["id"] for one in told]
    assert len(rows) > 10


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1"])
def test_no_cell_begins_a_formula(text):
    """A spreadsheet shows it as text."""
    assert cell(text).startswith("'")
    assert cell("plain - text") == "plain - text"


def test_a_formula_in_a_ledger_is_shown_as_text(call, tmp_path):
    """From the file to the table."""
    page = tmp_path / "a.yaml"
    page.write_text(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n  - {id: x, speaker: s, text: '=1+1'}\n"
    )
    for verb in ("list", "timeline"):
        row = next(csv.DictReader(io.StringIO(call(verb, str(page), "--format", "csv")[1])))
        assert row["text"] == "'=1+1"


def test_a_timeline_names_who_moved_and_by_which_claim(call):
    """The date of the second round narrows; what is not shown still counts as said before."""
    status, out, _ = call("timeline", LEDGER, "--issue", "round-2-date", "--since", "2021-09-20")
    assert status == 0
    assert "narrowing: from “september” to “next-week”, after c098" in out
    assert "2021-08-31" not in out
    assert max(map(len, out.splitlines())) <= 80
    by_speaker = call("timeline", LEDGER, "--by", "speaker", "--speaker", "lavrov")[1]
    assert by_speaker.startswith("Sergey Lavrov\n---")
    assert "no claim stands" in call("timeline", LEDGER, "--grep", "zebra")[1]


def test_a_correction_is_marked(call, tmp_path):
    """With what it replaces."""
    page = tmp_path / "a.yaml"
    page.write_text(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
        "  - {id: x, speaker: s, date: 2024-01-01, text: 'Twelve.'}\n"
        "  - {id: y, speaker: s, date: 2024-01-02, supersedes: x, text: 'Thirteen.'}\n"
    )
    out = call("timeline", str(page))[1]
    assert "Without an issue" in out
    assert "correction: replaces x" in out


def test_pages_are_no_wider_than_a_narrow_terminal(call, monkeypatch):
    """And 80 columns wide wherever else they go, so that what is compared with them stays the same."""
    verbs = (
        ("report", LEDGER, "--issue", "scope"),
        ("explain", "scope", LEDGER),
        ("timeline", LEDGER, "--issue", "scope"),
        ("list", LEDGER, "--issue", "scope"),
        ("compare", "The large bridge was destroyed in May.", "The crossing was not blown up in May."),
        ("diff", LEDGER, "--as-of", "2021-07-28", "--as-of", "2021-09-30"),
    )
    monkeypatch.setenv("NO_COLOR", "1")
    for columns, terminal, widest in (("60", True, 60), ("200", True, 80), ("60", False, 80), ("10", True, 40)):
        monkeypatch.setenv("COLUMNS", columns)
        monkeypatch.setattr(sys.stdout, "isatty", lambda terminal=terminal: terminal)
        for words in verbs:
            lines = call(*words)[1].splitlines()
            assert widest - 20 < max(map(len, lines)) <= widest, (words, columns)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", LEDGER, "--issue", "scop"), "did you mean “scope”?"),
        (("timeline", LEDGER, "--speaker", "lavrow"), "did you mean “lavrov”?"),
        (("show", "c999", "--ledger", LEDGER), "there is no claim “c999”"),
        (("show", "--ledger", LEDGER), "name a claim"),
        (("explain", "scop", LEDGER), "did you mean “scope”?"),
        (("explain", "scope:russia:us", LEDGER), "did you mean “scope:russia:usa”?"),
        (("explain", "scope:us:russia", LEDGER), "did you mean “scope:usa:russia”?"),
        (("explain", "c065", LEDGER), "explain working-groups"),
        (("explain", "like-zebra", LEDGER), "there is no finding"),
        (("timeline", "nowhere"), "nothing could be read"),
    ],
)
def test_a_name_that_is_not_there_gets_a_clear_word(call, words, said):
    """And the nearest one that is."""
    status, _, err = call(*words)
    assert status == 2
    assert said in err


def test_explain_shows_the_whole_proof(call):
    """Rule, claims with file, line and address, words, signals, what others say of it and what it hangs on."""
    status, out, _ = call("explain", "working-groups", LEDGER)
    assert status == 0
    for words in (
        "Rule: some current claim of one side cannot hold beside some current claim of",
        "2021-07-28-us-readout.yaml:",
        "http://ecns.cn",
        "Because: diverge, judged by a person",
        "signal ",
        "contrast scope",
        "without c065, all that ECNS has on it: one-sided",
        "without the one utterance behind c075, c076: one-sided",
        "≠ disputed: c065 says that Russia holds",
    ):
        assert words in out
    assert max(map(len, out.splitlines())) <= 80


def test_the_page_tells_what_verdicts_hang_on_unless_told_not_to(call):
    """It takes longer than all the rest."""
    for words, told in (((), True), (("--fragility",), True), (("--no-fragility",), False)):
        page = call("report", LEDGER, "--issue", "working-groups", "--format", "html", *words)[1]
        assert ("It was not tried what the verdicts hang on." not in page) is told


def test_the_sides_of_a_finding_are_named_in_either_order(call):
    """Nobody need know which of the two the ledger declares first."""
    status, out, _ = call("explain", "working-groups:usa:russia", LEDGER)
    assert (status, out) == call("explain", "working-groups:russia:usa", LEDGER)[:2]
    assert status == 0


def test_explain_as_json_has_signals_and_fragility(call):
    """The claims of a finding, whole."""
    found = json.loads(call("explain", "working-groups:russia:usa", LEDGER, "--format", "json")[1])
    (finding,) = found["findings"]
    assert finding["because"][0]["signals"]
    assert {one["kind"] for one in finding["fragility"]["hangs_on"]} == {"claim", "source", "outlet", "origin"}
    assert {claim["id"] for claim in found["claims"]} == {"c065", "c075", "c076"}


def test_explain_tells_of_splits_silence_and_what_came_before(call):
    """A split side, a side that says nothing, earlier claims, changes over time."""
    split = call("explain", "july-nature", LEDGER)[1]
    assert "Russia is split" in split
    assert "United States: not covered" in split
    dated = call("explain", "round-2-date", LEDGER)[1]
    assert "earlier:" in dated
    assert "Over time" in dated


def test_report_tells_what_verdicts_hang_on_where_it_is_asked(call):
    """In text, Markdown and JSON; else nothing is tried."""
    for form in ("text", "markdown"):
        page = call("report", LEDGER, "--issue", "working-groups", "--fragility", "--format", form)[1]
        assert "without c065, all that ECNS has on it: one-sided" in page
    told = json.loads(call("report", LEDGER, "--fragility", "--format", "json")[1])["fragility"]
    assert len(told) == 55
    assert "Hangs on" not in call("report", LEDGER)[1]


def test_show_tells_what_a_claim_reports_and_what_is_said_of_it(call):
    """Reports, links and judgements, in text and JSON."""
    out = call("show", "c065", LEDGER)[1]
    assert "reports  russia on working-groups: settled-in-principle (affirms)" in out
    assert "judged   different from c075 (diverge): " in out
    found = json.loads(call("show", "c065", LEDGER, "--format", "json")[1])
    assert found["reports"] == {
        "russia": {"issue": "working-groups", "holds": "settled-in-principle", "stance": "affirms"}
    }
    assert len(found["judgements"]) == 2
    linked = call("show", "c091", LEDGER)[1]
    assert "link     c097: same by judgement" in linked
    several = call("show", "--ledger", LEDGER, "--issue", "scope", "--speaker", "lavrov")[1]
    assert several.count("place    ") > 5


def test_show_tells_speakers_by_name_and_judgements_in_words(call, tmp_path):
    """Each word as a sentence has it, how two differ, and why where that is said."""
    (tmp_path / "a.yaml").write_text(
        "sides: {n: North}\nspeakers: {ann: {name: Ann Hill, side: n}, bob: {name: Bob Dale, role: Mayor, side: n}}\n"
        "claims:\n  - {id: a, speaker: ann, text: One.}\n  - {id: b, speaker: bob, text: Two.}\n"
        "  - {id: c, speaker: ann, text: Three.}\n  - {id: d, speaker: ann, text: Four.}\n"
        "judgements:\n  - {same: [a, b], because: one sentence}\n  - {unsure: [c, a]}\n"
        "  - {different: [a, d], relation: partial, because: one says less}\n",
        encoding="utf-8",
    )
    lines = call("show", "a", str(tmp_path))[1].splitlines()
    assert "  speaker  Ann Hill" in lines
    assert [line for line in lines if "judged" in line] == [
        "  judged   the same as b: one sentence",
        "  judged   different from d (partial): one says less",
        "  judged   not sure about c",
    ]
    assert "  speaker  Bob Dale, Mayor" in call("show", "b", str(tmp_path))[1].splitlines()


def test_explain_as_of_a_date(call):
    """What had been said by then, and the note of what has no date."""
    out = call("explain", "new-start-compliance", LEDGER, "--as-of", "2021-06-30")[1]
    assert "left out, because dates were asked for" in out
    assert "Note:" in out


@pytest.fixture
def corrected(tmp_path):
    """A ledger with a correction, a speaker without a role, and a source that is a URL."""
    page = tmp_path / "corrected.yaml"
    page.write_text(
        "sides: {a: North}\nspeakers: {s: {name: Ann, side: a}}\nsource: {url: 'https://example.org/1'}\nclaims:\n"
        "  - {id: x, speaker: s, date: 2024-01-01, form: joint, text: Twelve trucks.}\n"
        "  - {id: y, speaker: s, date: 2024-01-02, supersedes: x, cue: said, text: Thirteen trucks.}\n"
    )
    return str(page)


def test_what_is_superseded_is_listed_and_marked(call, corrected):
    """By list, show and timeline, in each format; not where the correction was not made yet."""
    assert call("list", corrected)[1] == (
        "x  2024-01-01  [superseded by y]  Ann: Twelve trucks.\ny  2024-01-02  Ann: Thirteen trucks.\n"
    )
    assert "superseded" not in call("list", corrected, "--as-of", "2024-01-01")[1]
    assert "[superseded by y]" in call("list", corrected, "--grep", "TWELVE")[1]
    told = json.loads(call("list", corrected, "--format", "json")[1])["claims"]
    assert [one["superseded_by"] for one in told] == [["y"], []]
    assert "superseded by y" in call("show", "x", corrected)[1]
    assert "replaces x" in call("show", "y", corrected)[1]
    assert json.loads(call("show", "x", corrected, "--format", "json")[1])["superseded_by"] == ["y"]
    assert "superseded by y" in call("timeline", corrected)[1]
    told = json.loads(call("timeline", corrected, "--format", "json")[1])["timeline"]
    assert [(one["id"], one["superseded_by"]) for one in told] == [("x", ["y"]), ("y", [])]
    (first, _) = csv.DictReader(io.StringIO(call("timeline", corrected, "--format", "csv")[1]))
    assert (first["id"], first["superseded_by"]) == ("x", "y")


def test_the_open_end_of_a_date_is_left_empty_in_a_timeline(call, tmp_path):
    """Nobody named the first day of the calendar, or its last."""
    page = tmp_path / "open.yaml"
    page.write_text(
        "sides: {a: North}\nspeakers: {s: {name: Ann, side: a}}\nclaims:\n"
        "  - {id: x, speaker: s, date: ../2024-01-02, text: Twelve trucks.}\n"
        "  - {id: y, speaker: s, date: 2024-01-05/.., text: Three ships.}\n"
    )
    told = list(csv.DictReader(io.StringIO(call("timeline", str(page), "--format", "csv")[1])))
    assert [(one["first"], one["last"]) for one in told] == [("", "2024-01-02"), ("2024-01-05", "")]
    told = json.loads(call("timeline", str(page), "--format", "json")[1])["timeline"]
    assert [(one["first"], one["last"]) for one in told] == [("", "2024-01-02"), ("2024-01-05", "")]


def test_a_superseded_claim_is_not_told_as_removed(call, corrected):
    """Between two dates nobody took it out of the ledger."""
    out = call("diff", corrected, "--as-of", "2024-01-01", "--as-of", "2024-01-02")[1]
    assert "removed" not in out


def test_show_names_who_spoke_and_for_whom(call, corrected):
    """Also a speaker without a role; a form without a cue, and a source of which only the address is known."""
    out = call("show", "x", corrected)[1]
    for line in ("speaker  Ann", "for      North", "form     joint", "source   https://example.org/1"):
        assert f"  {line}\n" in out
    assert "cue" not in out


def test_where_no_claim_stands_under_the_filters_stderr_says_so(call, corrected):
    """And the output is empty, for whoever reads it."""
    assert call("list", corrected, "--grep", "zebra") == (0, "", "no claim stands under these filters\n")
    assert call("show", "--ledger", corrected, "--grep", "zebra") == (0, "", "no claim stands under these filters\n")


def test_compare_takes_no_mistyped_id_for_a_text(call, tmp_path, monkeypatch):
    """Beside an id it is refused, beside a text it is told; two words that are no ids are texts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "a.yaml").write_text(
        "speakers: {s: {name: S}}\nclaims:\n"
        "  - {id: petrik-pay, speaker: s, text: We pay.}\n  - {id: laurens-pay, speaker: s, text: They pay.}\n"
    )
    status, out, said = call("compare", "petrik-pay", "laurens-pya")
    assert (status, out) == (2, "")
    assert "there is no claim “laurens-pya” in the ledger; did you mean “laurens-pay”?" in said
    status, out, said = call("compare", "laurens-pya", "zebra")
    assert said == "“laurens-pya” is no claim: it is compared as a text; did you mean “laurens-pay”?\n"
    assert (status, bool(out)) == (0, True)
    assert call("compare", "petrik-pay", "zebra")[::2] == (0, "")


def test_one_ledger_is_named(call, corrected, tmp_path):
    """A second one would be passed over in silence."""
    other = str(tmp_path / "nowhere")
    for words in (("show", "x"), ("explain", "q"), ("match", "trucks"), ("judge", "x", "y", "same")):
        status, _, said = call(*words, corrected, "--ledger", other)
        assert (status, f"PATH is {corrected} and --ledger {other}: name one ledger" in said) == (2, True), words


def test_dates_between_which_nothing_lies_are_refused(call, corrected):
    """And not an empty report."""
    status, _, said = call("report", corrected, "--since", "2024", "--until", "2023")
    assert (status, said) == (
        2,
        "claimtrack: nothing lies between --since 2024 and --until 2023: the first is the later day\n",
    )
    assert call("report", corrected, "--since", "2024", "--until", "2024-01")[0] == 0


def test_an_issue_is_explained_under_no_other(call):
    """`--issue` of another would leave nothing."""
    status, _, said = call("explain", "scope", LEDGER, "--issue", "round-2-date")
    assert (status, "what is explained is “scope”" in said) == (2, True)


def test_a_report_makes_the_folders_that_it_is_written_in(call, corrected, tmp_path):
    """As an export does."""
    assert call("report", corrected, "-o", str(tmp_path / "a" / "b" / "r.txt"))[0] == 0
    assert (tmp_path / "a" / "b" / "r.txt").read_text(encoding="utf-8").startswith("Claims")


def test_the_module_runs_as_the_command():
    """`python -m claimtrack`."""
    done = subprocess.run([sys.executable, "-m", "claimtrack", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"claimtrack, version {ct.__version__}\n"
