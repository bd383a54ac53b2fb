"""Calibration: a person's pairs move the figure, and nothing else."""

import json
import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.comparing.calibration import calibrated, log_odds
from claimtrack.features import features_of


def test_a_known_line_is_found_again():
    """Labels drawn by slope 2 and shift -1 give back a line near it."""
    rng = random.Random(7)
    odds = [rng.uniform(-4, 4) for _ in range(4_000)]
    same = [rng.random() < 1 / (1 + math.exp(-(2 * x - 1))) for x in odds]
    found = calibrated(odds, same)
    assert found.slope == pytest.approx(2, abs=0.2)
    assert found.shift == pytest.approx(-1, abs=0.2)
    assert found.after <= found.before


@given(
    odds=st.lists(st.floats(min_value=-30, max_value=30), min_size=20, max_size=60),
    parted=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_pairs_that_part_without_a_rest_give_no_extreme_line(odds, parted):
    """Slope and shift stay within what Settings takes, whatever the labels."""
    same = [x > 0 if parted else at % 2 == 0 for at, x in enumerate(odds)]
    same[0], same[1] = True, False
    found = calibrated(odds, same)
    ct.Settings(slope=found.slope, shift=found.shift)


def test_the_figure_moves_and_the_contrasts_stay():
    """A shift down lowers paraphrase; similarity and contrasts do not move."""
    left, right = "The talks open in Geneva.", "The talks begin in Geneva in May."
    plain, lower = ct.compare(left, right), ct.compare(left, right, settings=ct.Settings(shift=-3.0))
    assert lower.paraphrase < plain.paraphrase
    assert (lower.similarity, lower.contrasts) == (plain.similarity, plain.contrasts)
    assert log_odds(features_of(left), features_of(right)) == log_odds(features_of(right), features_of(left))


def test_settings_are_read_from_a_file(tmp_path):
    """What `claimtrack calibrate` wrote."""
    path = tmp_path / "claimtrack.json"
    path.write_text(json.dumps({"settings": {"slope": 1.5, "shift": -0.25}}), encoding="utf-8")
    assert ct.Settings.from_file(path) == ct.Settings(slope=1.5, shift=-0.25)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        "{",
        '{"settings": {"colour": 1}}',
        '{"settings": {"slope": "x"}}',
        '{"settings": {"slope": -4}}',
        '{"settings": 5}',
    ],
)
def test_a_wrong_settings_file_is_refused_by_name(tmp_path, content):
    """A clear word with the path, never a traceback."""
    path = tmp_path / "claimtrack.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ct.UsageError, match=r"claimtrack\.json"):
        ct.Settings.from_file(path)
