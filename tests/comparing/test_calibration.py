"""Calibration: a person's pairs move the figure, and nothing else."""

import json
import math
import random

import numpy as np
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


def test_pairs_that_part_far_from_nought_are_parted():
    """All below 5 different, all above it the same: a line between them, not one at the edge."""
    odds, same = [4.0] * 20 + [6.0] * 20, [False] * 20 + [True] * 20
    found = calibrated(odds, same)
    assert found.after < 0.2 < found.before
    assert 4 < -found.shift / found.slope < 6


def test_figures_that_no_line_betters_stay_as_shipped():
    """Sure and right already: what smooths the labels would only make them less sure."""
    found = calibrated([-25.0] * 20 + [25.0] * 20, [False] * 20 + [True] * 20)
    assert (found.slope, found.shift, found.after) == (1.0, 0.0, found.before)


def test_labels_the_wrong_way_round_give_the_flattest_line():
    """The slope waits at its bound, and the shift still comes to rest."""
    found = calibrated([9.0] * 20 + [-9.0] * 30, [False] * 20 + [True] * 30)
    assert found.slope == 0.05
    assert found.shift == pytest.approx(slow_line([9.0] * 20 + [-9.0] * 30, [False] * 20 + [True] * 30)[1], abs=1e-3)


def slow_loss(odds, same, slope, shift):
    """What is made least: log loss against smoothed labels, and the pull towards the shipped line."""
    good, bad = sum(same), len(same) - sum(same)
    high, low = (good + 1) / (good + 2), 1 / (bad + 2)
    total = 0.0
    for x, label in zip(odds, same, strict=True):
        target, said = high if label else low, slope * x + shift
        total += target * float(np.logaddexp(0, -said)) + (1 - target) * float(np.logaddexp(0, said))
    return total / len(odds) + 0.0005 * ((slope - 1) ** 2 + shift**2)


def slow_line(odds, same):
    """The best of a grid over all slopes and shifts allowed, then of finer ones around it."""
    best, wide, high = (10.0, 0.0), 10.0, 20.0
    for _ in range(10):
        slopes = [min(20.0, max(0.05, best[0] + wide * at / 8)) for at in range(-8, 9)]
        shifts = [min(20.0, max(-20.0, best[1] + high * at / 8)) for at in range(-8, 9)]
        best = min(((a, b) for a in slopes for b in shifts), key=lambda line: slow_loss(odds, same, *line))
        wide, high = wide / 2, high / 2
    return best


@given(
    odds=st.lists(st.floats(min_value=-30, max_value=30), min_size=2, max_size=8),
    labels=st.lists(st.booleans(), min_size=8, max_size=8),
    parted=st.booleans(),
    near=st.booleans(),
    aside=st.floats(min_value=-30, max_value=30),
)
@settings(max_examples=60, deadline=None)
def test_the_line_is_as_good_as_any_of_a_grid(odds, labels, parted, near, aside):
    """Twin: no line of a slow search fits better; or none is better than the shipped one, which is kept.

    Also where all figures stand near one another, far from nought.
    """
    odds = [aside + x / 30 for x in odds] if near else odds
    same = [x > aside for x in odds] if parted else labels[: len(odds)]
    same[0], same[1] = True, False
    found, best = calibrated(odds, same), slow_line(odds, same)
    assert found.after <= found.before
    if (found.slope, found.shift) == (1.0, 0.0):
        assert found.after == found.before
    else:
        assert slow_loss(odds, same, found.slope, found.shift) <= slow_loss(odds, same, *best) + 1e-5


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
        "{" * 100_000,
        "[" * 100_000,
    ],
)
def test_a_wrong_settings_file_is_refused_by_name(tmp_path, content):
    """A clear word with the path, never a traceback."""
    path = tmp_path / "claimtrack.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ct.UsageError, match=r"claimtrack\.json"):
        ct.Settings.from_file(path)


WRAPPED = "an object with an object of settings under “settings” is wanted"
LONG = "1" + 399 * "0"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("null", f" is no settings file: it is null; {WRAPPED}"),
        ("[1, 2]", f" is no settings file: it is [1, 2]; {WRAPPED}"),
        ("{}", f" is no settings file: it is empty; {WRAPPED}"),
        ('{"slope": 2}', f" is no settings file: it holds slope; {WRAPPED}"),
        ('{"setings": {"slope": 2}}', f" is no settings file: it holds setings; {WRAPPED}"),
        ('{"version": "2.1.0", "runs": []}', f" is no settings file: it holds runs, version; {WRAPPED}"),
        ('{"settings": null}', ": settings is null: an object of settings is wanted"),
        ('{"settings": {"slope": null}}', ": slope is null: a number is wanted"),
        ('{"settings": {"slope": true}}', ": slope is true: a number is wanted"),
        ('{"settings": {"slope": "2"}}', ': slope is "2": a number is wanted'),
        ('{"settings": {"slope": [2]}}', ": slope is [2]: a number is wanted"),
        ('{"settings": {"slope": NaN}}', ": slope is nan: a number from 0.01 to 100 is wanted"),
        ('{"settings": {"slope": -4}}', ": slope is -4.0: a number from 0.01 to 100 is wanted"),
        (f'{{"settings": {{"shift": {LONG}}}}}', f": shift is {LONG[:40]}…: a number from -50 to 50 is wanted"),
    ],
)
def test_what_is_wrong_in_a_settings_file_is_said(tmp_path, content, message):
    """What was found, and what is wanted."""
    path = tmp_path / "claimtrack.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ct.UsageError) as error:
        ct.Settings.from_file(path)
    assert str(error.value) == f"{path}{message}"


def test_what_is_switched_off_may_come_in_any_collection():
    """And is kept as a set of names."""
    for names in (["number", "date"], ("date", "number"), {"number": 1, "date": 2}, iter(["date", "number"])):
        assert ct.Settings(switched_off=names).switched_off == frozenset({"number", "date"})


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: ct.Settings(link_at=2), "link_at is 2: a number from 0 to 1 is wanted"),
        (lambda: ct.Settings(link_at=True), "link_at is True: a number from 0 to 1 is wanted"),
        (lambda: ct.Settings(slope=True), "slope is True: a number from 0.01 to 100 is wanted"),
        (lambda: ct.Settings(link_at="x"), "link_at is 'x': a number from 0 to 1 is wanted"),
        (lambda: ct.Settings(link_at=math.nan), "link_at is nan: a number from 0 to 1 is wanted"),
        (lambda: ct.Settings(sides_limit=1), "sides_limit is 1: a whole number from 2 on is wanted"),
        (lambda: ct.Limits(depth=0), "depth is 0: a whole number from 1 on is wanted"),
        (lambda: ct.Limits(nodes=2.5), "nodes is 2.5: a whole number from 1 on is wanted"),
        (lambda: ct.Settings(text_limit=math.inf), "text_limit is inf: a whole number from 1 on is wanted"),
        (
            lambda: ct.Settings(candidates_per_claim=True),
            "candidates_per_claim is True: a whole number from 1 on is wanted",
        ),
        (
            lambda: ct.Settings(slope=10**5000),
            "slope is a number of very many digits: a number from 0.01 to 100 is wanted",
        ),
        (
            lambda: ct.Settings(text_limit=-(10**5000)),
            "text_limit is a number of very many digits: a whole number from 1 on is wanted",
        ),
        (
            lambda: ct.Settings(switched_off="number"),
            "switched_off is 'number': a set of names is wanted, as in {'number'}",
        ),
        (lambda: ct.Settings(limits=None), "limits is None: a value of Limits is wanted"),
        (lambda: ct.Settings(switched_off=7), "switched_off is 7: a set of names is wanted, as in {'number'}"),
        (lambda: ct.Settings(switched_off=["number", 7]), "switched_off holds 7: names are wanted, as in {'number'}"),
    ],
)
def test_a_setting_out_of_its_range_is_refused(make, message):
    """By an error of the house, which is a ValueError too."""
    for kind in (ct.UsageError, ValueError):
        with pytest.raises(kind) as error:
            make()
        assert str(error.value) == message
