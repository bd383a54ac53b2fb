"""`claimtrack calibrate`: pairs in, a settings file out; wrong files are named by line."""

import json

import pytest
from click.testing import CliRunner

from claimtrack import features
from claimtrack.cli.program import program
from claimtrack.comparing import calibration
from claimtrack.errors import UsageError

GOOD = "left,right,label\n" + "".join(
    f"Talks {at} open in Geneva.,Talks {at} begin in Geneva.,same\n"
    f"Talks {at} open in Geneva.,The bridge of Oslo was painted.,different\n"
    for at in range(15)
)


def run(*words):
    """The verb in its own process, as it were: exit status or the error raised."""
    return CliRunner().invoke(program, ["calibrate", *words], catch_exceptions=True)


def test_pairs_give_a_settings_file(tmp_path):
    """Slope and shift, and how many pairs they rest on."""
    pairs, out = tmp_path / "pairs.csv", tmp_path / "settings.json"
    pairs.write_text(GOOD, encoding="utf-8")
    first, second = (run(str(pairs), "--output", str(out)) for _ in range(2))
    assert (first.exit_code, first.stdout.endswith(f", written to {out}\n")) == (0, True)
    assert second.stdout.endswith(f", written to {out}, over the one that was there\n")
    data = json.loads(out.read_text(encoding="utf-8"))
    assert data["pairs"] == 30
    assert set(data["settings"]) == {"slope", "shift"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no column"),
        ("a,b\n1,2\n", "no column left, right, label"),
        ("left,right,label\nx,y,perhaps\n", ":2: label"),
        ("left,right,label\nx,,same\n", ":2: a wording is empty"),
        ("left,right,label\nx,y\n", ":2: label"),
        ("left,right,label\nx,y,same\n", "at least 20"),
        ("left,right,label\n" + "x,y,same\n" * 30, "one label only"),
        ("left,right,label\n" + "x" * 3_000 + ",y,same\n", "longer than"),
    ],
)
def test_wrong_pairs_are_named(tmp_path, content, told):
    """The file, the line, and what is wanted."""
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(content, encoding="utf-8")
    found = run(str(pairs))
    assert isinstance(found.exception, UsageError)
    assert told in str(found.exception)


def test_a_figure_that_no_line_betters_is_said_to_stay(tmp_path, monkeypatch):
    """The file holds the shipped line, and the command says why."""
    sure = {"The bridge of Oslo was painted.": -25.0}
    monkeypatch.setattr(calibration, "log_odds", lambda left, right: sure.get(right, 25.0))
    monkeypatch.setattr(features, "features_of", str)
    pairs, out = tmp_path / "pairs.csv", tmp_path / "settings.json"
    pairs.write_text(GOOD, encoding="utf-8")
    assert "no line fits better, so that the figure stays as shipped" in run(str(pairs), "-o", str(out)).output
    assert json.loads(out.read_text(encoding="utf-8"))["settings"] == {"slope": 1.0, "shift": 0.0}


def test_the_file_holds_the_line_whose_fit_is_told(tmp_path):
    """Rounded before it is weighed, so that the log loss told is that of the file."""
    pairs, out = tmp_path / "pairs.csv", tmp_path / "settings.json"
    pairs.write_text(GOOD, encoding="utf-8")
    run(str(pairs), "-o", str(out))
    odds = [
        calibration.log_odds(features.features_of(left), features.features_of(right))
        for left, right, _ in (line.split(",") for line in GOOD.splitlines()[1:])
    ]
    found = calibration.calibrated(odds, [at % 2 == 0 for at in range(len(odds))])
    assert json.loads(out.read_text(encoding="utf-8"))["settings"] == {"slope": found.slope, "shift": found.shift}
