"""A wording beyond the limit is compared with none; what persons stated and judged of it counts, and it has spoken."""

import claimtrack as ct
from claimtrack.finding import Basis, Silence, Verdict

LIMIT = ct.Settings(text_limit=60)
LONG = "The envoy said of the bridge what has been said of it before, and said it at length. "
HEAD = """\
sides: {n: North, s: South}
speakers: {ann: {name: Ann, side: n}, bob: {name: Bob, side: s}}
issues: {pay: {question: Who pays?, positions: {y: North pays, n: Nobody pays}, exclude: [[y, n]]}}
date: 2024-01-02
claims:
"""


def report_of(left, right, more="", **asked):
    """What two claims come to, the second too long to be compared."""
    said = f"  - {{id: a, speaker: ann, about: pay{left}, text: North pays.}}\n"
    said += f"  - {{id: b, speaker: bob, about: pay{right}, text: '{LONG}'}}\n"
    return ct.track(ct.ledger_of(HEAD + said + more), settings=LIMIT, **asked)


def test_a_stated_position_needs_no_wording():
    """What the editor stated outranks what was computed, and here nothing was."""
    report = report_of(", holds: y", ", holds: n")
    (finding,) = report.findings
    assert (finding.verdict, finding.basis, finding.computed) == (Verdict.DIVERGE, Basis.STATED, None)
    assert report.notes == ("not compared, being longer than 60 characters: b",)
    for form in ("text", "markdown", "html", "json", "github"):
        assert ct.render(report, form)


def test_a_side_that_spoke_at_length_is_not_silent():
    """What it says is compatible as far as anybody knows, and the reason is told."""
    (finding,) = report_of("", "").findings
    assert (finding.verdict, finding.basis) == (Verdict.PARTIAL, Basis.COMPUTED)
    assert [view.silence for view in finding.sides] == [Silence.SPEAKS] * 2
    (proof,) = finding.because
    assert (proof.left, proof.right, proof.relation) == ("a", "b", "partial")
    assert proof.rule == "not compared: b is longer than 60 characters"
    assert (proof.comparison.left, proof.comparison.paraphrase) == ("North pays.", 0.0)


def test_a_judgement_on_a_long_claim_counts():
    """A person has read it, and need not read it again."""
    report = report_of("", "", "judgements: [{same: [a, b], by: me, because: it is one}]\n")
    (finding,) = report.findings
    assert (finding.verdict, finding.basis) == (Verdict.AGREE, Basis.JUDGED)
    assert [link.by for link in report.links] == ["judgement"]
    assert report.reprints == ()


def test_what_a_verdict_hangs_on_and_an_excerpt_of_it_are_found_beside_long_claims():
    """The walk is made again without each claim."""
    report = report_of(", holds: y", ", holds: n", fragility=True)
    (one,) = report.fragility
    assert {support.name for support in one.hangs_on} == {"a", "b"}


def test_two_long_claims_are_not_alike():
    """Not even two equal ones: nobody looked."""
    said = f"  - {{id: a, speaker: ann, text: '{LONG}'}}\n  - {{id: b, speaker: bob, text: '{LONG}'}}\n"
    report = ct.track(ct.ledger_of(HEAD + said), settings=LIMIT)
    assert (report.links, report.suggestions, report.alone) == ((), (), ("a", "b"))
