"""An encoder that the user brings: it finds, explains itself, never judges, and without it nothing changes."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import claimtrack as ct
from claimtrack.comparing.model import shipped_model
from claimtrack.matching.meaning import Meanings
from claimtrack.renderers.choose import render
from claimtrack.tracking.deciding import questions

SHIPPED = Path(__file__).parents[2] / "claims"
THINGS = (
    {"children", "kids", "pupils"},
    {"sleep", "night", "rest"},
    {"badly", "trouble", "poorly"},
    {"bridge", "crossing", "span"},
    {"closed", "shut", "barred"},
)
"""What the stand-in knows: words of one thing are one direction."""
LEDGER = """\
sides: {n: North, s: South}
speakers: {a: {name: A, side: n}, b: {name: B, side: s}}
claims:
  - {id: one, speaker: a, text: Children sleep badly}
  - {id: two, speaker: b, text: Kids have trouble at night}
  - {id: three, speaker: b, text: The crossing stays shut}
"""


class StandIn:
    """Counts words by the thing that they name; every other text has a direction of its own."""

    def __init__(self, kind: type = np.float32, scale: float = 1.0) -> None:
        self.kind = kind
        self.scale = scale

    def encode(self, texts: list[str]) -> np.ndarray:
        rows = np.zeros((len(texts), len(THINGS) + len(texts)), dtype=self.kind)
        for number, text in enumerate(texts):
            words = text.lower().split()
            rows[number, : len(THINGS)] = [sum(word in thing for word in words) for thing in THINGS]
            if not rows[number].any():
                rows[number, len(THINGS) + number] = 1
        return rows * self.scale


class Stranger:
    """Finds no two texts alike."""

    def encode(self, texts: list[str]) -> np.ndarray:
        return np.eye(len(texts))


def test_what_shares_no_word_is_suggested_with_an_encoder_alone():
    """It brings the pair before a person; nothing is linked, and no verdict made, by it."""
    ledger = ct.ledger_of(LEDGER)
    assert ct.track(ledger).suggestions == ()
    report = ct.track(ledger, encoder=StandIn())
    assert [(one.left, one.right) for one in report.suggestions] == [("one", "two")]
    assert report.suggestions[0].relation is ct.compare("Children sleep badly", "Kids have trouble at night").relation
    assert "alike in meaning: 1.00" in report.suggestions[0].because
    assert report.links == ()
    assert report.findings == ct.track(ledger).findings


def test_what_an_encoder_finds_is_asked_about():
    """The questions for a person have the pair, too."""
    ledger = ct.ledger_of(LEDGER)
    assert questions(ledger) == ()
    assert [(one.left, one.right) for one in questions(ledger, encoder=StandIn())] == [("one", "two")]


def test_an_encoder_that_finds_nothing_alike_changes_no_byte_of_the_report():
    """The shipped ledger, as JSON."""
    ledger = ct.load_ledger(SHIPPED)
    assert render(ct.track(ledger, encoder=Stranger()), "json") == render(ct.track(ledger), "json")


def test_whatever_an_encoder_finds_no_relation_between_two_claims_changes():
    """One that takes all for the same: every pair that was compared before has the relation that it had."""

    class Everything:
        def encode(self, texts: list[str]) -> np.ndarray:
            return np.ones((len(texts), 3))

    ledger = ct.load_ledger(SHIPPED)
    before, after = ct.track(ledger), ct.track(ledger, encoder=Everything())
    there = {(one.left, one.right): one.relation for one in after.links}
    assert all(there[one.left, one.right] is one.relation for one in before.links)
    assert set(there) == {(one.left, one.right) for one in before.links}


WORDS = ("talks", "arms", "not", "will", "12", "40", "cover", "limit", "Geneva", "in")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS, st.floats(0, 1))
def test_meaning_raises_the_figure_and_nothing_else(left, right, meaning):
    """Law: relation, contrasts and similarity stay; paraphrase never falls; mirrored texts give the mirrored result."""
    plain, told = ct.compare(left, right), ct.compare(left, right, meaning=meaning)
    assert (told.relation, told.contrasts, told.similarity) == (plain.relation, plain.contrasts, plain.similarity)
    assert told.paraphrase >= plain.paraphrase
    assert ct.compare(right, left, meaning=meaning).paraphrase == told.paraphrase


def test_the_signal_says_what_it_added():
    """All weights together are the log-odds, as they are without it."""
    text, other = "Children sleep badly", "Kids have trouble at night"
    told = ct.compare(text, other, meaning=0.8)
    signal = told.signals[-1]
    assert (signal.name, signal.value) == ("meaning", 0.8)
    assert signal.weight == pytest.approx(8.0 * 0.4)
    weights = math.fsum(one.weight for one in (*told.signals, *told.contrasts))
    log_odds = shipped_model().paraphrase.constant + weights
    assert told.paraphrase == pytest.approx(1 / (1 + math.exp(-log_odds)))
    assert [one.name for one in ct.compare(text, other).signals] == [one.name for one in told.signals[:-1]]


@pytest.mark.parametrize("encoder", [StandIn(np.float64), StandIn(scale=37.0), StandIn(scale=1e-6)])
def test_the_kind_and_length_of_vectors_do_not_matter(encoder):
    """The same report for vectors of another precision or length."""
    ledger = ct.ledger_of(LEDGER)
    assert render(ct.track(ledger, encoder=encoder), "json") == render(ct.track(ledger, encoder=StandIn()), "json")


BAD = (np.zeros((2, 3)), np.zeros(5), np.full((3, 2), np.nan), [["a"], ["b"], ["c"]], None)


@pytest.mark.parametrize("given_", BAD, ids=["rows", "flat", "nan", "words", "none"])
def test_what_is_no_row_for_each_text_is_refused_by_name(given_):
    """Never a traceback from within."""

    class Broken:
        def encode(self, texts: list[str]) -> object:
            return given_

    with pytest.raises(ct.UsageError, match="the encoder gave"):
        ct.track(ct.ledger_of(LEDGER), encoder=Broken())


def test_a_ledger_without_claims_needs_no_encoding():
    """Nothing is asked of the encoder."""
    assert ct.track(ct.ledger_of("title: t\n"), encoder=StandIn()).counts.claims == 0


def slow_likest(meanings: Meanings, texts: list[str], cutoff: float, most: int) -> set[tuple[int, int]]:
    """The obvious way: every two, every rank counted."""
    found = set()
    for i, text in enumerate(texts):
        scores = {j: meanings.likeness(text, other) for j, other in enumerate(texts) if i != j}
        near = {j: score for j, score in scores.items() if score >= max(cutoff, 1e-4)}
        levels = sorted(set(near.values()), reverse=True)[:most]
        found |= {(min(i, j), max(i, j)) for j, score in near.items() if score in levels}
    return found


@settings(deadline=None)
@given(arrays.arrays(np.int8, st.tuples(st.integers(1, 12), st.integers(1, 4))), st.floats(0, 1), st.integers(1, 3))
def test_the_likest_are_what_trying_every_two_finds(vectors, cutoff, most):
    """Law: as the slow twin has it, copies and zero vectors among them."""

    class Given:
        def encode(self, texts: list[str]) -> np.ndarray:
            return vectors

    texts = [f"{number:02}" for number in range(len(vectors))]
    meanings = Meanings.of(texts, Given())
    assert set(meanings.likest(texts, cutoff, most)) == slow_likest(meanings, texts, cutoff, most)
