"""The table of peers: what is missing is named, and what is counted is counted right."""

import numpy as np
import pytest

import drawing
import engines
import peers
from searchers import SEARCHERS


def nothing(texts):
    """Stands for an engine that must not be reached."""
    raise AssertionError("was run")


@pytest.fixture
def few(monkeypatch, tmp_path):
    """Ours, an engine whose library is nowhere, and one that breaks; no real corpus, no search."""
    absent = engines.Engine("absent engine", nothing, ("no_such_library",), "is not there")
    monkeypatch.setattr(peers, "engines", lambda baselines=None: (engines.ENGINES[0], absent))
    monkeypatch.setattr(peers, "SEARCHERS", SEARCHERS[:1])
    return ["--shared", str(tmp_path), "--sizes", "300"]


def test_an_engine_that_is_not_installed_is_named_and_skipped(few, capsys):
    """Its line says which module is missing; ours has figures all the same."""
    peers.main(few)
    printed = capsys.readouterr().out
    assert "absent engine         skipped: no_such_library is not installed" in printed
    assert [line for line in printed.splitlines() if line.startswith("claimtrack  ")]


def test_no_line_is_wider_than_eighty_columns(few, capsys):
    """Tables fit a terminal."""
    peers.main(few)
    assert max(map(len, capsys.readouterr().out.splitlines()[1:])) <= 80


def test_an_engine_that_met_a_bound_is_not_asked_for_more():
    """The reason names the smaller size."""
    before = [{"kind": "pairs", "engine": "slow", "size": 1_000, "skipped": "beyond 5 s of CPU"}]
    slow = engines.Engine("slow", nothing, (), "")
    assert peers.too_large(slow, 10_000, "pairs", before, 5) == "beyond 5 s of CPU at 1000"


def test_an_engine_that_would_meet_a_bound_by_its_growth_is_not_asked():
    """One second at a hundred and four at two hundred are sixteen at four hundred."""
    before = [{"kind": "pairs", "engine": "slow", "size": n, "cpu": s} for n, s in ((100, 1.0), (200, 4.0))]
    slow = engines.Engine("slow", nothing, (), "")
    assert peers.too_large(slow, 400, "pairs", before, 15) == "about 16 s by its growth at 200"
    assert peers.too_large(slow, 400, "pairs", before, 17) == ""


def test_pairs_count_once_whichever_way_they_were_given():
    """A pair both ways is one, a text with itself is none."""
    answer = engines.Answer(np.array([0, 1, 0, 2, 2]), np.array([1, 0, 0, 3, 0]))
    scored = peers.scored(answer, np.array([7, 7, 8, 8]))
    assert scored == {"pairs": 3, "precision": pytest.approx(2 / 3), "recall": 1.0}


def test_a_sample_is_scored_by_what_was_asked():
    """Recall is of the pairs of the texts that were asked about."""
    answer = engines.Answer(np.array([0, 0]), np.array([1, 3]), asked=np.array([0]))
    scored = peers.scored(answer, np.array([5, 5, 5, 6]))
    assert scored == {"pairs": 2, "precision": 0.5, "recall": 0.5}


def test_names_in_the_drawing_do_not_touch():
    """Lines that end at one place have names at least a line apart."""
    lines = {f"engine {n}": [(1_000, 1.0), (10_000, 10.0 + n / 100)] for n in range(6)}
    drawn = drawing.chart(lines, "engine 0")
    heights = sorted(float(part.split('y="')[1].split('"')[0]) for part in drawn.split("<text")[1:] if 'name"' in part)
    assert len(heights) == 6
    assert min(np.diff(heights)) >= 13.9
