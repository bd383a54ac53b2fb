"""Plug-ins: the example takes part, and what is broken is named."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack import plugins
from claimtrack.catalogue import rules_here
from claimtrack.exporting.choose import EXPORTS
from claimtrack.renderers.choose import FORMATS

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-plugin"
LEDGER = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}}
issues: {place: {question: Where did it break?}}
claims:
  - {id: x, speaker: s, about: place, text: The old dam of Harrow broke on Monday night leeward of the bridge.}
  - {id: y, speaker: t, about: place, text: The old dam of Harrow broke on Monday night windward of the bridge.}
  - {id: z, speaker: t, text: NOBODY PAID.}
"""


def install(folder: Path, name: str, groups: dict[str, dict[str, str]]) -> None:
    """A package of that name, as an installer would leave it in the folder."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    lines = []
    for group, points in groups.items():
        lines += [f"[{group}]", *(f"{point} = {value}" for point, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of packages that python looks into; plug-ins are looked for anew before and after."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delenv(plugins.VARIABLE, raising=False)
    plugins.forget()
    yield tmp_path
    plugins.forget()


@pytest.fixture
def example(site, monkeypatch):
    """The example package, installed."""
    monkeypatch.syspath_prepend(str(EXAMPLE / "src"))
    groups = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    install(site, "claimtrack_example", groups)
    return site


def broken_package(site: Path, kind: str, code: str, value: str = "badly:thing") -> None:
    """A package with one plug-in, made of this code."""
    (site / "badly.py").write_text(code, encoding="utf-8")
    sys.modules.pop("badly", None)
    install(site, "badly", {f"claimtrack.{kind}": {"bad": value}})


def test_the_example_brings_one_of_each_kind(example):
    """Each is found."""
    assert {kind: [one.name for one in plugins.plugged(kind)] for kind in plugins.KINDS} == {
        "checks": ["shouting"],
        "signals": ["same_length"],
        "contrasts": ["by_the_wind"],
        "renderers": ["verdicts"],
        "exports": ["paraphrases"],
    }
    assert plugins.broken() == ()


def test_the_examples_check_finds_its_problem(example):
    """And `rule` explains it."""
    found = [one for one in ct.track(ct.ledger_of(LEDGER)).problems if one.code == "EX1"]
    assert [one.place.line for one in found] == [8]
    rule = rules_here()["EX1"]
    assert rule.why.startswith("Capitals hide")
    assert "EX1" in {one.code for one in ct.track(ct.ledger_of(rule.bad)).problems}
    assert "EX1" not in {one.code for one in ct.track(ct.ledger_of(rule.good)).problems}


@pytest.mark.parametrize("kind", list(ct.ContrastKind))
def test_a_contrary_contrast_of_any_kind_makes_two_wordings_diverge(site, kind):
    """Also of one in which no shipped contrast is contrary."""
    code = (
        "from claimtrack.evidence import Contrast, ContrastKind\n"
        "def thing(pairing):\n"
        f"    return [Contrast(ContrastKind('{kind}'), 'will', 'may', (5, 9), (5, 8), 'sure and unsure', True)]\n"
    )
    broken_package(site, "contrasts", code)
    assert ct.compare("They will sign the new treaty.", "They may sign the new treaty.").relation == "diverge"


def test_the_examples_contrast_makes_two_wordings_diverge(example):
    """From both sides, with the words."""
    one = "The old earth dam of Harrow broke on Monday night leeward of the city bridge."
    other = one.replace("leeward", "windward")
    found = ct.compare(one, other)
    assert found.relation is ct.Relation.DIVERGE
    assert ("leeward", "windward") in [(one.left, one.right) for one in found.contrasts]
    assert ct.compare(other, one).relation is found.relation
    assert ct.compare(other, one).paraphrase == found.paraphrase
    without = ct.Settings(switched_off=frozenset({"by_the_wind"}))
    assert ct.compare(one, other, settings=without).relation is not ct.Relation.DIVERGE


def test_the_examples_signal_is_weighed_and_shown(example):
    """Beside its usual value."""
    left, right = "Trucks were lost near the bridge.", "Some trucks were lost near the old bridge on Monday night."
    found = ct.compare(left, right)
    shown = [one for one in found.signals if one.name == "same_length"]
    assert len(shown) == 1
    assert shown[0].weight < 0
    off = ct.Settings(switched_off=frozenset({"same_length"}))
    assert found.paraphrase < ct.compare(left, right, settings=off).paraphrase
    assert ct.track(ct.ledger_of(LEDGER), settings=off).findings


def test_the_examples_renderer_is_a_format(example):
    """By its name."""
    assert ct.render(ct.track(ct.ledger_of(LEDGER)), "verdicts") == "place\ta b\tdiverge\n"


def test_a_report_names_the_plug_ins_that_took_part(example):
    """In its notes; renderers have no bearing on it."""
    assert "shouting (claimtrack_example 1.0)" in ct.track(ct.ledger_of(LEDGER)).notes[-1]
    assert "verdicts" not in ct.track(ct.ledger_of(LEDGER)).notes[-1]


def test_the_variable_leaves_all_plug_ins_out(example, monkeypatch):
    """As if they were not installed."""
    monkeypatch.setenv(plugins.VARIABLE, "none")
    plugins.forget()
    report = ct.track(ct.ledger_of(LEDGER))
    assert not any(plugins.plugged(kind) for kind in plugins.KINDS)
    assert not [note for note in report.notes if "plug-ins" in note]


CHECK = "import claimtrack as ct\nCODE, NAME, LEVEL = 'X1', 'n', ct.Level.NOTE\ndef check(ledger):\n    "
SIGNAL = "from claimtrack.comparing.signals import Signal\nthing = Signal('bad', lambda pairing: "
PROBLEM = "return [ct.Problem(code='X1', name='n', level={}, message={}, place={})]"
CONTRAST = "import claimtrack as ct\ndef thing(_): return [ct.Contrast(ct.ContrastKind.NAME, "


@pytest.mark.parametrize(
    ("kind", "code", "value", "told"),
    [
        ("checks", "1 / 0", "badly", "could not be loaded: ZeroDivisionError"),
        ("checks", "raise SystemExit(3)", "badly", "could not be loaded: SystemExit"),
        ("checks", "", "nowhere_at_all", "could not be loaded: ModuleNotFoundError"),
        ("checks", "CODE = 'X1'", "badly", "has no NAME, LEVEL, check"),
        ("checks", "CODE, NAME, LEVEL, check = 'CT999', 'n', 'note', print", "badly", "does not begin with CT"),
        ("checks", "CODE, NAME, LEVEL, check = 'X1', 'n', 'note', print", "badly", "wants a LEVEL"),
        ("signals", "thing = 3", "badly:thing", "is no claimtrack.comparing.signals.Signal"),
        ("signals", SIGNAL + "1, 'says', 'much')", "badly:thing", "wants a weight and a usual value"),
        ("signals", SIGNAL + "1, 'says', None)", "badly:thing", "wants a weight and a usual value"),
        ("signals", SIGNAL + "1, 'says', float('nan'))", "badly:thing", "wants a weight and a usual value"),
        ("signals", SIGNAL + "1, 'says', 1.0, float('inf'))", "badly:thing", "wants a weight and a usual value"),
        ("signals", SIGNAL + "1, None)", "badly:thing", "and what it says as text"),
        ("contrasts", "thing = 3", "badly:thing", "is nothing that can be called"),
        ("renderers", "", "badly:thing", "could not be loaded: AttributeError"),
    ],
)
def test_a_plug_in_that_cannot_be_used_is_a_problem(site, kind, code, value, told):
    """Of the report, with its name and why."""
    broken_package(site, kind, code, value)
    found = [one for one in ct.track(ct.ledger_of(LEDGER)).problems if one.code == "CT601"]
    assert len(found) == 1
    assert f"“bad” ({kind})" in found[0].message
    assert told in found[0].message


@pytest.mark.parametrize(
    ("kind", "code", "told"),
    [
        ("checks", CHECK + "raise KeyError('x')", "failed: KeyError"),
        ("checks", CHECK + "return [1]", "failed: TypeError"),
        ("checks", CHECK + PROBLEM.format("LEVEL", "'m'", "None"), "a problem has a Level, a Place"),
        ("checks", CHECK + PROBLEM.format("LEVEL", "'m'", "ct.Place(path=None)"), "a problem has a Level, a Place"),
        ("checks", CHECK + PROBLEM.format("LEVEL", "None", "ct.Place(path='p')"), "a problem has a Level, a Place"),
        ("checks", CHECK + PROBLEM.format("'note'", "'m'", "ct.Place(path='p')"), "a problem has a Level, a Place"),
        ("signals", SIGNAL + "1 / 0, 'says')", "failed: ZeroDivisionError"),
        ("signals", SIGNAL + "2, 'says')", "a number from 0 to 1, not 2"),
        ("signals", SIGNAL + "float('nan'), 'says')", "a number from 0 to 1"),
        ("contrasts", "def thing(pairing): return ['x']", "a contrast is a Contrast"),
        (
            "contrasts",
            "import claimtrack as ct\ndef thing(_): return [ct.Contrast(ct.ContrastKind.NAME, '', '', (0, 9999))]",
            "spans lie in the two texts",
        ),
        ("contrasts", CONTRAST + "'', '', (0, 1), (0, 1), None, True)]", "its reason are texts"),
        ("contrasts", CONTRAST + "'', None)]", "its reason are texts"),
        ("contrasts", CONTRAST + "'', '', (0.0, 1.0))]", "spans lie in the two texts"),
        ("contrasts", CONTRAST + "'', '', None)]", "failed: TypeError"),
    ],
)
def test_a_plug_in_that_fails_when_asked_is_a_problem_and_says_nothing(site, kind, code, told):
    """The report is what it would be without it, but for the problem and the note."""
    plain = ct.track(ct.ledger_of(LEDGER))
    broken_package(site, kind, code, "badly" if kind == "checks" else "badly:thing")
    plugins.forget()
    report = ct.track(ct.ledger_of(LEDGER))
    found = [one for one in report.problems if one.code == "CT601"]
    assert len(found) == 1
    assert told in found[0].message
    assert report.findings == plain.findings


@pytest.mark.parametrize(("kind", "name"), [("renderers", "html"), ("renderers", "sarif"), ("exports", "csv")])
def test_a_plug_in_with_the_name_of_a_shipped_format_is_a_problem(site, kind, name):
    """It would never be asked, and now that is said."""
    (site / "badly.py").write_text("def thing(*given): return 'x'", encoding="utf-8")
    sys.modules.pop("badly", None)
    install(site, "badly", {f"claimtrack.{kind}": {name: "badly:thing"}})
    assert plugins.plugged(kind) == ()
    (fault,) = plugins.broken()
    assert fault.message == f"the plug-in “{name}” ({kind}) has the name of one that claimtrack brings"


def test_the_names_that_are_taken_are_those_of_the_shipped_formats():
    """Twin: those of the two lists, and sarif, which `report` alone gives."""
    assert {kind: set(names) for kind, names in plugins.SHIPPED.items()} == {
        "renderers": {*FORMATS, "sarif"},
        "exports": {one.name for one in EXPORTS},
    }


@pytest.mark.parametrize("code", ["def thing(report): return 3", "def thing(report): raise KeyError('x')"])
def test_a_renderer_that_fails_is_a_clear_refusal(site, code):
    """It names the plug-in."""
    broken_package(site, "renderers", code)
    with pytest.raises(ct.UsageError, match="“bad”"):
        ct.render(ct.track(ct.ledger_of(LEDGER)), "bad")


def test_a_format_whose_plug_in_could_not_be_loaded_says_why(site):
    """Beside the formats that there are."""
    broken_package(site, "renderers", "1 / 0")
    with pytest.raises(ct.UsageError, match="ZeroDivisionError"):
        ct.render(ct.track(ct.ledger_of(LEDGER)), "bad")


def test_two_plug_ins_of_one_name_are_a_problem(example):
    """The first stays."""
    install(example, "second", {"claimtrack.renderers": {"verdicts": "claimtrack_example.verdicts:render"}})
    plugins.forget()
    assert ["has the name of one" in one.message for one in plugins.broken()] == [True]


def command(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line with the packages of the folder and of the example."""
    (site / "l.yaml").write_text(LEDGER, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(EXAMPLE / "src")])}
    code = "from claimtrack.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=site, env=env, capture_output=True, text=True, check=False
    )


def test_the_command_line_knows_the_example(example):
    """Its format, its code and its rule."""
    assert command(example, "report", "l.yaml", "--format", "verdicts").stdout == "place\ta b\tdiverge\n"
    assert "[EX1" in command(example, "check", "l.yaml", "--select", "EX1").stdout
    assert "EX1 shouting" in command(example, "rule", "EX1").stdout


def test_the_command_line_names_a_broken_plug_in(site):
    """In `check` as an error, in `compare` on stderr; no traceback."""
    broken_package(site, "contrasts", "1 / 0")
    checked = command(site, "check", "l.yaml")
    assert checked.returncode == 1
    assert "CT601 broken-plugin" in checked.stdout
    compared = command(site, "compare", "one thing", "another thing")
    assert compared.returncode == 0
    assert "CT601" in compared.stderr
    assert "Traceback" not in checked.stderr + compared.stderr


def test_a_format_to_export_to_can_be_added(example):
    """It is given the ledger and the report, and what it gives is what export gives."""
    ledger = ct.ledger_of(LEDGER + "judgements: [{same: [x, y], by: me, because: r}]\n")
    one, *rest = ct.export(ledger, ct.track(ledger), "paraphrases").splitlines()
    assert one.split("\t") == ["same", ledger.claims[0].text, ledger.claims[1].text]
    assert not rest


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("return 3", "gives a text, bytes, or a dict of texts by file name, not 3"),
        ("return None", "gives a text, bytes, or a dict of texts by file name, not None"),
        ("1 / 0", "failed: ZeroDivisionError"),
        ("return {1: 2}", "gives texts by file name, not 1: 2"),
        ("return {'a': b'x'}", "gives texts by file name, not 'a': b'x'"),
        *[
            (f"return {{{name!r}: 'x'}}", f"names files inside its folder, not {name!r}")
            for name in ("a/../../x.txt", "..", "/x.txt", "", ".", "..\\x.txt", "C:x.txt", "C:\\x", "\\x", "a\0b")
        ],
    ],
)
def test_an_export_that_fails_is_a_clear_refusal(site, code, told):
    """It names the plug-in, and is a problem from then on."""
    broken_package(site, "exports", f"def thing(ledger, report): {code}")
    ledger = ct.ledger_of(LEDGER)
    with pytest.raises(ct.UsageError, match="“bad”") as error:
        ct.export(ledger, ct.track(ledger), "bad")
    assert told in str(error.value)
    assert [one.message for one in plugins.broken()] == [str(error.value)]


def test_an_export_that_names_a_file_outside_its_folder_writes_nothing(site):
    """The command ends with the plug-in's name and status 2."""
    broken_package(site, "exports", "def thing(ledger, report): return {'in.txt': 'x', '../out.txt': 'x'}")
    found = command(site, "export", "bad", "l.yaml", "-o", "folder")
    assert found.returncode == 2
    assert "“bad”" in found.stderr
    assert not (site / "out.txt").exists()
    assert not (site / "folder").exists()


def test_an_export_may_name_files_in_folders_of_its_folder(site):
    """What lies inside is written."""
    broken_package(site, "exports", "def thing(ledger, report): return {'a/b.txt': 'x', 'c..d': 'y'}")
    assert command(site, "export", "bad", "l.yaml", "-o", "folder").returncode == 0
    assert (site / "folder" / "a" / "b.txt").read_text(encoding="utf-8") == "x"
