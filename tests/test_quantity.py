"""One is told as one, in every form of the report."""

import re

import pytest

import claimtrack as ct
from claimtrack.quantity import are, quantity
from claimtrack.tracking.candidates import _notes
from claimtrack.tracking.track import _sides_note

ONE = """
sides: {a: A}
speakers: {s: {name: S, side: a}}
issues: {when: {question: When?}}
claims:
  - {id: x, speaker: s, about: when, text: Talks go on.}
"""
NAIVE = re.compile(r"(?<![\d,.-])1 (?:more |current |other )?(?!is\b|was\b|has\b|hangs\b|rests\b|counts\b)[a-z]+s\b")


def test_a_number_stands_before_its_noun():
    """With commas, and a plural of its own where the noun has one."""
    assert [quantity(n, "claim") for n in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]
    assert quantity(2, "country", "countries") == "2 countries"
    assert [are(0), are(1), are(2)] == ["are", "is", "are"]


@pytest.mark.parametrize("form", ["text", "markdown", "html", "github"])
def test_a_ledger_of_one_claim_is_told_without_a_plural(form):
    """One claim, speaker, side, issue, position, file and outlet."""
    report = ct.track(ct.ledger_of(ONE), fragility=True)
    text = re.sub(r"<(style|script).*?</\1>", "", ct.render(report, form), flags=re.DOTALL)
    assert not NAIVE.findall(re.sub("<[^>]+>", " ", text))


def test_the_notes_on_what_was_left_out_count_to_one():
    """Sides, issues and pairs of claims."""
    [sides] = _sides_note(1, 1, 30, ct.Settings())
    assert "left out is 1 pair of sides" in sides
    assert "1 issue is without a finding" in sides
    [pairs] = _notes(1, ct.Settings())
    assert pairs.startswith("1 pair of claims that share some words was not compared")
