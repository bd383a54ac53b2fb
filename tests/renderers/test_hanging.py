"""What a verdict hangs on, in words: what would become of it, and of who is split."""

import pytest

import claimtrack as ct
from claimtrack.finding import Fragility, Support, SupportKind
from claimtrack.renderers.hanging import hanging_words

LEDGER = """
sides: {a: A, b: B}
speakers: {ann: {name: Ann, side: a}, abe: {name: Abe, side: a}, bob: {name: Bob, side: b}}
issues: {when: {question: When?, positions: {may: In May, june: In June, july: In July},
  exclude: [[may, june], [may, july], [june, july]]}}
claims:
  - {id: x, speaker: ann, date: 2024-03-01, about: when, holds: may, text: The bridge opens in May.}
  - {id: y, speaker: abe, date: 2024-03-01, about: when, holds: june, text: It opens in June.}
  - {id: z, speaker: bob, date: 2024-03-01, about: when, holds: july, text: July is the time.}
"""


@pytest.mark.parametrize("form", ["text", "markdown", "github", "html"])
def test_a_split_that_would_be_gone_is_told_beside_the_verdict_that_stays(form):
    """And a verdict that would be another is told as ever."""
    page = ct.render(ct.track(ct.ledger_of(LEDGER), fragility=True), form)
    assert "without x: still diverge, no longer split: a" in page
    assert "without z: one-sided, split: a" in page


@pytest.mark.parametrize(
    ("after", "split", "words"),
    [
        ("diverge", (), "still diverge, no longer split: a"),
        ("diverge", ("a", "b"), "still diverge, split too: b"),
        ("diverge", ("b",), "still diverge, no longer split: a, split too: b"),
        ("agree", ("a",), "agree, split: a"),
        ("agree", (), "agree"),
    ],
)
def test_what_changes_is_what_is_told(after, split, words):
    """Splits that come and go, where the verdict stays."""
    report = ct.track(ct.ledger_of(LEDGER), fragility=True)
    (finding,) = report.findings
    support = Support(kind=SupportKind.CLAIM, name="x", claims=("x",), after=after, split=split)
    told = Fragility(finding=finding.id, hangs_on=(support,))
    assert hanging_words(finding, told) == [f"without x: {words}"]
