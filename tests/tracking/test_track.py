"""From claims to findings, on small ledgers that each test shows."""

import pytest

import claimtrack as ct
from claimtrack.finding import ShiftKind, Silence

HEAD = """
sides: {north: North, south: South}
speakers:
  ann: {name: Ann, side: north}
  nils: {name: Nils, side: north}
  bob: {name: Bob, side: south}
  both: {name: Both, kind: organisation, side: [north, south]}
issues:
  when:
    question: When does the bridge reopen?
    positions:
      spring: In spring
      april: {text: In April, narrows: spring}
      autumn: In autumn
    exclude: [[spring, autumn]]
claims:
"""


def report_of(claims: str, more: str = "", view: ct.View | None = None) -> ct.Report:
    """The report on HEAD's ledger with these claims."""
    ledger = ct.ledger_of(HEAD + claims + more)
    assert not [p for p in ledger.problems if p.level == "error"], ledger.problems
    return ct.track(ledger, view=view or ct.View())


def finding(report: ct.Report, issue: str = "when") -> ct.Finding:
    """The one finding on an issue."""
    (found,) = [one for one in report.findings if one.issue == issue]
    return found


ANN_SPRING = (
    "  - {id: a1, speaker: ann, date: 2024-02-01, about: when, holds: spring, text: The bridge opens in spring.}\n"
)
ANN_AUTUMN = (
    "  - {id: a2, speaker: ann, date: 2024-03-01, about: when, holds: autumn, text: The bridge opens in autumn.}\n"
)
NILS_AUTUMN = (
    "  - {id: n1, speaker: nils, date: 2024-02-01, about: when, holds: autumn, text: It will open in autumn.}\n"
)
BOB_SPRING = (
    "  - {id: b1, speaker: bob, date: 2024-02-02, about: when, holds: spring, text: Spring will see it open.}\n"
)
BOB_APRIL = "  - {id: b2, speaker: bob, date: 2024-02-02, about: when, holds: april, text: April will see it open.}\n"
BOB_AUTUMN = (
    "  - {id: b3, speaker: bob, date: 2024-02-02, about: when, holds: autumn, text: Autumn will see it open.}\n"
)


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        (ANN_SPRING + BOB_SPRING, "agree"),
        (ANN_SPRING + BOB_APRIL, "partial"),
        (ANN_SPRING + BOB_AUTUMN, "diverge"),
        (ANN_AUTUMN + BOB_APRIL, "diverge"),
        (ANN_SPRING, "one-sided"),
        ("  []\n", "unknown"),
    ],
)
def test_stated_positions_give_the_verdict(claims, verdict):
    """Shared: agree; narrower: partial; excluded, also through a narrower form: diverge; one side: one-sided."""
    found = finding(report_of(claims))
    assert found.verdict == verdict
    if verdict in ("agree", "partial", "diverge"):
        assert found.basis == "stated"
        assert found.because


def test_the_computed_verdict_is_told_where_it_differs():
    """Positions say diverge, the wordings alone would not."""
    found = finding(report_of(ANN_SPRING + BOB_AUTUMN))
    assert found.computed is not None
    assert found.computed != found.verdict


def test_who_denies_a_position_diverges_from_who_holds_it():
    """Stances count: a denial against an affirmation."""
    denied = BOB_SPRING.replace("holds: spring", "holds: spring, stance: denies")
    assert finding(report_of(ANN_SPRING + denied)).verdict == "diverge"
    left_open = BOB_SPRING.replace("holds: spring", "holds: spring, stance: leaves-open")
    assert finding(report_of(ANN_SPRING + left_open)).verdict == "partial"


def test_denying_a_wider_position_denies_the_narrower():
    """Not in spring at all, against in April."""
    denied = ANN_SPRING.replace("holds: spring", "holds: spring, stance: denies")
    assert finding(report_of(denied + BOB_APRIL)).verdict == "diverge"


def test_a_side_that_contradicts_itself_is_split_beside_the_verdict():
    """Two speakers of one side, one day, positions that exclude each other."""
    found = finding(report_of(ANN_SPRING + NILS_AUTUMN))
    assert found.verdict == "one-sided"
    assert found.split == ("north",)


def test_a_speakers_later_claim_replaces_the_earlier_and_is_a_reversal():
    """Current is what was said last; the change is told."""
    report = report_of(ANN_SPRING + ANN_AUTUMN + BOB_SPRING)
    found = finding(report)
    assert found.verdict == "diverge"
    assert [view.earlier for view in found.sides] == [("a1",), ()]
    assert [shift.kind for shift in found.course] == [ShiftKind.REVERSAL]
    assert found.course[0].speaker == "ann"


def test_a_more_exact_date_later_is_a_narrowing():
    """Spring, then April."""
    april = ANN_AUTUMN.replace("autumn", "april")
    assert [shift.kind for shift in finding(report_of(ANN_SPRING + april)).course] == [ShiftKind.NARROWING]


def test_as_of_shows_things_as_they_stood():
    """Before the reversal the sides agreed."""
    view = ct.View(as_of=ct.parse_when("2024-02-15"))
    report = report_of(ANN_SPRING + ANN_AUTUMN + BOB_SPRING, view=view)
    assert finding(report).verdict == "agree"
    assert report.as_of == "2024-02-15"


def test_undated_claims_left_out_by_a_date_are_counted():
    """What is left out is stated."""
    undated = BOB_AUTUMN.replace("date: 2024-02-02, ", "")
    report = report_of(ANN_SPRING + undated, view=ct.View(until=ct.parse_when("2024")))
    assert finding(report).verdict == "one-sided"
    assert "b3" in report.notes[0]


def test_a_superseded_claim_counts_no_more():
    """The one that replaces it stands alone."""
    newer = (
        "  - {id: n2, speaker: nils, date: 2024-02-01, about: when, holds: spring, supersedes: n1, text: In spring.}\n"
    )
    report = report_of(NILS_AUTUMN + newer + BOB_SPRING)
    assert finding(report).verdict == "agree"
    assert "n1" not in report.claims


def test_a_joint_statement_is_agreement_by_itself():
    """It counts for both sides."""
    joint = "  - {id: j, speaker: both, date: 2024-02-03, about: when, form: joint, text: We open it together.}\n"
    found = finding(report_of(joint))
    assert found.verdict == "agree"
    assert found.because[0].left == found.because[0].right == "j"


GATES = """
  - {id: j1, speaker: both, date: 2024-01-01, about: gates, text: The gates will stay open.}
  - {id: a2, speaker: ann, date: 2024-03-01, about: gates, text: The gates will not stay open.}
  - {id: b2, speaker: bob, date: 2024-03-02, about: gates, text: The gates will stay open.}
"""


def of_gates(claims: str, more: str = "") -> ct.Finding:
    """The finding on an issue that has two positions."""
    issue = "  gates: {question: Will they stay open?, positions: {open: Open, shut: Shut}, exclude: [[open, shut]]}"
    ledger = ct.ledger_of(HEAD.replace("claims:", f"{issue}\nclaims:") + claims + more)
    assert not [p for p in ledger.problems if p.level == "error"]
    return finding(ct.track(ledger), "gates")


def test_an_old_joint_statement_is_no_agreement_for_good():
    """What one side says against it later counts; the sides diverge, and its own words against it are a split."""
    found = of_gates(GATES)
    assert (found.verdict, found.basis, found.split) == ("diverge", "computed", ("north",))
    assert {frozenset((proof.left, proof.right)) for proof in found.because} == {
        frozenset(pair) for pair in (("a2", "b2"), ("a2", "j1"))
    }


def test_a_joint_statement_is_stated_where_it_holds_a_position():
    """Else it is said together, and nothing more."""
    joint = GATES.splitlines()[1] + "\n"
    assert (of_gates(joint).verdict, of_gates(joint).basis) == ("agree", "computed")
    held = joint.replace("gates,", "gates, holds: open,")
    assert (of_gates(held).verdict, of_gates(held).basis) == ("agree", "stated")
    assert of_gates(held).because[0].rule == "both sides said it together"


def test_positions_stated_later_outrank_a_joint_statement_without_one():
    """The first layer that has anything to say decides."""
    stated = GATES.replace("03-01, about: gates,", "03-01, about: gates, holds: shut,")
    stated = stated.replace("03-02, about: gates,", "03-02, about: gates, holds: open,")
    assert (of_gates(stated).verdict, of_gates(stated).basis) == ("diverge", "stated")


def test_what_a_person_judged_the_same_as_a_joint_statement_is_judged():
    """The judgement is the proof."""
    judged = "judgements:\n  - {same: [j1, b2], by: me, because: one sentence}\n"
    found = of_gates(GATES.replace("  - {id: a2", "  #"), judged)
    assert (found.verdict, found.basis) == ("agree", "judged")


LOOSE = """
  - {id: a, speaker: ann, date: 2024-02-01, text: Twelve trucks were lost when the bridge fell.}
  - {id: b, speaker: bob, date: 2024-02-01, text: When the bridge fell 40 trucks were lost.}
  - {id: c, speaker: nils, date: 2024-02-01, text: Twelve trucks were lost when the bridge fell down.}
"""


def test_claims_without_an_issue_are_grouped_by_their_wordings():
    """The same question in other numbers makes an issue of its own and diverges on the number."""
    found = finding(report_of(LOOSE), "like-a")
    assert found.verdict == "diverge"
    assert found.basis == "computed"
    assert found.because[0].comparison.contrasts[0].kind == "number"


def test_a_judgement_of_difference_holds_through_third_claims():
    """a and c are kept apart although both resemble b2."""
    same = LOOSE.replace("When the bridge fell 40 trucks were lost", "Twelve trucks were lost when the bridge fell")
    judged = "judgements:\n  - {different: [a, c], by: me, because: two bridges}\n"
    positions = report_of(same, judged).positions
    assert not [one for one in positions if {"a", "c"} <= set(one.claims)]
    assert [one for one in report_of(same).positions if {"a", "c"} <= set(one.claims)]


def test_a_judgement_of_sameness_joins_what_no_score_would():
    """Other words altogether, put together by a person."""
    claims = "  - {id: a, speaker: ann, about: when, text: Soon.}\n"
    claims += "  - {id: b, speaker: bob, about: when, text: Before long.}\n"
    found = finding(report_of(claims, "judgements:\n  - {same: [a, b], by: me, because: synonyms}\n"))
    assert (found.verdict, found.basis) == ("agree", "judged")


def test_a_judged_relation_gives_the_verdict():
    """A person says that two claims cannot both hold."""
    claims = "  - {id: a, speaker: ann, about: when, text: Soon.}\n"
    claims += "  - {id: b, speaker: bob, about: when, text: In a while.}\n"
    judged = "judgements:\n  - {different: [a, b], relation: diverge, by: me, because: as said}\n"
    found = finding(report_of(claims, judged))
    assert (found.verdict, found.basis) == ("diverge", "judged")


def test_silence_counts_only_where_the_source_is_whole():
    """A complete readout of the same event that does not speak to it is silent; else it is not covered."""
    event = ANN_SPRING.replace("id: a1", "id: a1, event: meeting")
    other = (
        "  - {id: b9, speaker: bob, event: meeting, source: {complete: true}, text: The weather was fine that day.}\n"
    )
    assert finding(report_of(event + other)).sides[1].silence is Silence.SILENT
    assert finding(report_of(event)).sides[1].silence is Silence.NOT_COVERED


def test_a_pinned_conclusion_that_no_longer_holds_is_a_problem():
    """With the claims that carry the new verdict."""
    more = "expect:\n  - {issue: when, between: [north, south], verdict: agree}\n"
    problems = report_of(ANN_SPRING + BOB_AUTUMN, more).problems
    (broken,) = [problem for problem in problems if problem.code == "CT301"]
    assert "pinned as agree, but is diverge" in broken.message
    assert "a1 and b3" in broken.message
    assert not [p for p in report_of(ANN_SPRING + BOB_SPRING, more).problems if p.code == "CT301"]


def test_a_pinned_split_and_a_pinned_issue_without_findings():
    """A split that is no more, seen at its date."""
    more = "expect:\n  - {issue: when, split: [north], as-of: 2024-02-10, because: two voices}\n"
    assert not [p for p in report_of(ANN_SPRING + NILS_AUTUMN, more).problems if p.code == "CT301"]
    assert [p for p in report_of(ANN_SPRING, more).problems if p.code == "CT301"]


def test_one_side_asked_for_is_set_beside_the_others():
    """--side with one name keeps its pairs; with two, theirs; unknown names are refused."""
    claims = ANN_SPRING + BOB_SPRING
    assert len(report_of(claims, view=ct.View(sides=("north",))).findings) == 1
    assert len(report_of(claims, view=ct.View(sides=("north", "south"))).findings) == 1
    assert len(report_of(claims, view=ct.View(issues=("when",))).findings) == 1
    assert set(report_of(claims, view=ct.View(speakers=("bob",))).claims) == {"b1"}
    for view in (ct.View(sides=("west",)), ct.View(speakers=("eve",)), ct.View(issues=("why",))):
        with pytest.raises(ct.UsageError, match="the ledger has no"):
            report_of(claims, view=view)


def test_a_claim_too_long_to_compare_is_compared_with_none_and_named():
    """Never a hang: beyond the limit a note says so."""
    long = f"  - {{id: long, speaker: ann, about: when, text: {'word ' * 1000}}}\n"
    report = report_of(long + BOB_SPRING)
    assert "long" in report.notes[0]
    assert "long" in report.claims
    assert report.compared == 0


def test_large_issues_are_searched_instead_of_paired_in_full():
    """Beyond the limit of an issue only look-alikes are compared; a twin is still found."""
    claims = "".join(
        f"  - {{id: a{i}, speaker: ann, about: when, text: Answer {i} concerns item w{i} and thing v{i}.}}\n"
        for i in range(8)
    )
    twin = "  - {id: twin, speaker: bob, about: when, text: Answer 3 concerns item w3 and thing v3.}\n"
    ledger = ct.ledger_of(HEAD + claims + twin)
    report = ct.track(ledger, settings=ct.Settings(issue_pairs_limit=3))
    assert ("a3", "twin") in {(link.left, link.right) for link in report.links}


def test_looking_at_one_issue_changes_no_verdict():
    """What a claim without an issue belongs to does not depend on what is looked at."""
    loose = "  - {id: l, speaker: ann, date: 2024-05-01, text: The bridge may be painted and may open some day.}\n"
    claims = ANN_SPRING + BOB_SPRING + loose
    whole = finding(report_of(claims))
    alone = report_of(claims, view=ct.View(issues=("when",)))
    assert finding(alone) == whole
    assert len(alone.findings) == 1


def test_a_split_that_is_judged_and_stated_is_told_once():
    """The judgement's words go first, and the pair is not repeated."""
    judged = "judgements:\n  - {different: [a1, n1], relation: diverge, by: me, because: one day}\n"
    (split,) = finding(report_of(ANN_SPRING + NILS_AUTUMN, judged)).splits
    assert [proof.rule for proof in split.because] == ["one day"]


def test_wordings_that_a_person_judged_different_are_no_agreement():
    """However alike: the word outranks what the wordings give, and what is left is partial."""
    text = """
sides: {a: A, b: B}
speakers: {ann: {name: Ann, side: a}, bob: {name: Bob, side: b}}
issues: {mill: {question: "Will it open?"}}
claims:
  - {id: x, speaker: ann, about: mill, date: 2024-01-01, text: The mill will open in May.}
  - {id: y, speaker: bob, about: mill, date: 2024-01-01, text: The mill will open in May.}
"""
    judged = 'judgements: [{different: [x, y], by: me, because: "two mills"}]\n'
    verdicts = [[one.verdict for one in ct.track(ct.ledger_of(given)).findings] for given in (text, text + judged)]
    assert verdicts == [[ct.Verdict.AGREE], [ct.Verdict.PARTIAL]]
