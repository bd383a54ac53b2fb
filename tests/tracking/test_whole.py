"""What the walk hands on, field by field, on a ledger where everything is stated or judged."""

import pytest

import claimtrack as ct
from claimtrack.finding import Basis, ShiftKind

LEDGER = """
sides: {n: North, s: South}
speakers:
  ann: {name: Ann, side: n}
  nils: {name: Nils, side: n}
  bob: {name: Bob, side: s}
issues:
  when:
    question: When?
    positions:
      spring: In spring
      april: {text: In April, narrows: spring}
      autumn: In autumn
    exclude: [[spring, autumn]]
claims:
  - {id: z, speaker: ann, date: 2024-01-01, about: when, holds: spring, text: The bridge opens in spring.}
  - {id: y, speaker: ann, date: 2024-02-01, about: when, holds: april, text: Cars will cross in April.}
  - {id: x, speaker: ann, date: 2024-03-01, about: when, holds: autumn, text: Workers leave in autumn.}
  - {id: w, speaker: nils, date: 2024-03-02, about: when, holds: spring, text: Spring it is.}
  - {id: v, speaker: bob, date: 2024-01-05, about: when, holds: spring, text: The opening is due in spring.}
"""


@pytest.fixture(scope="module")
def report():
    """The report on it."""
    ledger = ct.ledger_of(LEDGER)
    assert not [one for one in ledger.problems if one.level == "error"]
    return ct.track(ledger)


def test_positions_know_their_claims_sides_and_first_day(report):
    """In the words of the ledger where it states them."""
    seen = {one.id: one for one in report.positions}
    (spring,) = [one for one in seen.values() if one.text == "In spring"]
    assert (spring.issue, spring.stated, str(spring.since)) == ("when", True, "2024-01-01")
    assert set(spring.claims) == {"z", "v", "w"}
    assert set(spring.sides) == {"n", "s"}
    (april,) = [one for one in seen.values() if one.text == "In April"]
    assert (april.claims, april.sides, str(april.since)) == (("y",), ("n",), "2024-02-01")


def test_a_position_is_held_since_a_day_that_is_known():
    """A date without a beginning tells of none, but where there is no other."""
    for dates, since in (
        (("../2024-04-12", "2024-03-03"), "2024-03-03"),
        (("../2024-04-12", "../2024-04-02"), "../2024-04-02"),
        (("2024-03", "2024-03-03"), "2024-03"),
    ):
        claims = "".join(
            f"  - {{id: c{at}, speaker: bob, date: {one}, about: when, holds: spring, text: In spring.}}\n"
            for at, one in enumerate(dates)
        )
        found = ct.track(ct.ledger_of(f"{LEDGER.partition('claims:')[0]}claims:\n{claims}"))
        (spring,) = found.positions
        assert str(spring.since) == since


def test_changes_are_told_in_time(report):
    """By the later claim, then by the earlier."""
    (found,) = report.findings
    told = [(shift.earlier, shift.later, shift.kind, shift.speaker, shift.basis) for shift in found.course]
    assert told == [
        ("z", "y", ShiftKind.NARROWING, "ann", Basis.STATED),
        ("y", "x", ShiftKind.REVERSAL, "ann", Basis.STATED),
        ("x", "w", ShiftKind.REVERSAL, "", Basis.STATED),
    ]
    assert found.course[0].side == "n"
    assert found.course[0].reason == "from “spring” to “april”"


def test_a_split_and_a_divergence_carry_their_proof(report):
    """Relation, basis, and the two claims as they are shown."""
    (found,) = report.findings
    assert (found.verdict, found.basis, found.between) == ("diverge", Basis.STATED, ("n", "s"))
    (split,) = found.splits
    assert split.side == "n"
    assert [(one.left, one.right, one.relation, one.basis) for one in split.because] == [
        ("x", "w", ct.Relation.DIVERGE, Basis.STATED)
    ]
    assert (found.because[0].left, found.because[0].right) == ("x", "v")
    assert found.because[0].relation is ct.Relation.DIVERGE
    assert found.because[0].basis is Basis.STATED


def test_a_judged_pair_does_not_hide_the_pairs_after_it():
    """Wordings that diverge are told of for every pair of a side that nobody judged."""
    claims = "".join(
        f"  - {{id: {name}, speaker: {who}, date: 2024-01-01, about: when, text: The flood took {number} trucks.}}\n"
        for name, who, number in (("a", "ann", 12), ("b", "nils", 40), ("c", "nils", 70))
    )
    head = LEDGER[: LEDGER.index("  - {id: z")]
    judged = "judgements: [{different: [a, b], relation: partial, by: me, because: other days}]\n"
    (found,) = ct.track(ct.ledger_of(head + claims + judged)).findings
    told = {frozenset((one.left, one.right)) for split in found.splits for one in split.because}
    assert told == {frozenset("ac"), frozenset("bc")}
    assert {one.basis for split in found.splits for one in split.because} == {Basis.COMPUTED}


def test_the_likest_of_several_claims_are_shown():
    """Not the first of each side."""
    more = "  - {id: vv, speaker: bob, date: 2024-01-05, about: when, holds: spring, text: Workers leave in spring.}\n"
    (found,) = ct.track(ct.ledger_of(LEDGER + more)).findings
    (proof, *_) = found.because
    assert {proof.left, proof.right} == {"x", "vv"}


def test_claims_whose_wordings_tell_the_reason_are_shown_before_likelier_ones():
    """A reader sees in them what the verdict says."""
    head = LEDGER[: LEDGER.index("claims:")]
    texts = {
        "x": ("ann", "spring", "The army will leave the town and the port in spring."),
        "v": ("bob", "autumn", "The army will leave the town and the port in spring, and the station."),
        "u": ("bob", "autumn", "In spring the army will not leave the town."),
    }
    claims = "".join(
        f"  - {{id: {name}, speaker: {who}, date: 2024-01-05, about: when, holds: {held}, text: '{text}'}}\n"
        for name, (who, held, text) in texts.items()
    )
    (found,) = ct.track(ct.ledger_of(f"{head}claims:\n{claims}")).findings
    assert found.verdict == "diverge"
    assert {found.because[0].left, found.because[0].right} == {"x", "u"}


def test_what_is_left_out_among_many_sides_is_counted():
    """Pairs of sides, and issues that have no finding for it."""
    sides = [f"s{number}" for number in range(21)]
    head = "sides: {" + ", ".join(f"{one}: {one.upper()}" for one in sides) + "}\nspeakers:\n"
    head += "".join(f"  {one}: {{name: {one.upper()}, side: {one}}}\n" for one in sides)
    head += "issues: {alone: {question: Who?}, both: {question: What?, positions: {p: P}}}\nclaims:\n"
    claims = "  - {id: a, speaker: s0, about: alone, text: Nobody else speaks of it.}\n"
    claims += "".join(f"  - {{id: b{n}, speaker: s{n}, about: both, holds: p, text: Word {n}.}}\n" for n in (1, 2))
    report = ct.track(ct.ledger_of(head + claims))
    (note,) = [one for one in report.notes if "sides" in one]
    assert [(one.issue, one.between) for one in report.findings] == [("both", ("s1", "s2"))]
    assert note == (
        "with 21 sides not every two are told of on each issue: left out are 58 pairs of sides of which nothing is "
        "stated, judged or alike, or that go beyond 40 on one issue; 1 issue is without a finding for that. Name a "
        "side to see all that it has with others"
    )


def test_a_view_of_several_sides_has_their_claims_alone():
    """One side's is compared with every other's, two are compared among themselves."""
    more = "sides: {t: Third}\nspeakers: {tom: {name: Tom, side: t}}\n"
    claim = (
        "claims:\n  - {id: t1, speaker: tom, date: 2024-01-06, about: when, holds: spring, text: 'Spring, we hear.'}\n"
    )
    ledger = ct.ledger_of({"a.yaml": LEDGER, "b.yaml": more + claim})
    assert set(ct.track(ledger, view=ct.View(sides=("n", "t"))).claims) == {"x", "y", "z", "w", "t1"}
    assert set(ct.track(ledger, view=ct.View(sides=("n",))).claims) == {"x", "y", "z", "w", "v", "t1"}
    assert set(ct.track(ledger, view=ct.View(sides=("n", "t"), speakers=("tom",))).claims) == {"t1"}


def test_a_link_within_a_group_does_not_end_the_grouping():
    """Three claims that are all linked, then two others."""
    from claimtrack.finding import Link, LinkBy
    from claimtrack.tracking.grouping import group

    head = LEDGER[: LEDGER.index("  - {id: z")]
    ledger = ct.ledger_of(
        head + "".join(f"  - {{id: {name}, speaker: ann, text: Word {name}.}}\n" for name in "abcdef")
    )
    likeness = {"ab": 0.9, "bc": 0.8, "ac": 0.7, "de": 0.6}
    links = [
        Link(left=a, right=b, relation=ct.Relation.SAME, by=LinkBy.SCORE, paraphrase=p, similarity=p)
        for (a, b), p in likeness.items()
    ]
    found = group(ledger.claims, (), links)
    assert [[claim.id for claim in claims] for _, claims in found.issues] == [["a", "b", "c"], ["d", "e"]]
    assert found.alone == ("f",)


def test_a_link_says_by_what_it_holds_and_why():
    """A judgement's own words, else what the comparison says."""
    head = LEDGER[: LEDGER.index("  - {id: z")]
    claims = "".join(f"  - {{id: {name}, speaker: ann, text: The bridge opens again.}}\n" for name in "ab")
    other = "  - {id: c, speaker: bob, text: Cars cross the river once more.}\n"
    judged = "judgements: [{same: [c, a], by: me, because: one event}]\n"
    links = {(one.left, one.right): one for one in ct.track(ct.ledger_of(head + claims + other + judged)).links}
    assert (links["a", "c"].by, links["a", "c"].because) == ("judgement", "one event")
    assert (links["a", "b"].by, links["a", "b"].because) == ("score", "the same words")


@pytest.mark.parametrize(
    ("date", "as_of"), [("2024-05", "2024-05"), ("2024-05-02/..", "2024-05-02"), ("../2024-06", "2024-06-30")]
)
def test_a_report_is_as_of_the_last_date_that_it_knows(date, as_of):
    """No more exact than that; an open end has no day: there its first one counts."""
    more = f"  - {{id: u, speaker: bob, date: {date}, text: It is done.}}\n"
    assert ct.track(ct.ledger_of(LEDGER + more)).as_of == as_of


def test_an_undated_claim_does_not_end_the_course():
    """It stands in no order; what was said after another is still told."""
    head = LEDGER[: LEDGER.index("  - {id: z")]
    claims = "".join(
        f"  - {{id: {name}, speaker: ann, {date}about: when, holds: {holds}, text: Word {name}.}}\n"
        for name, date, holds in (
            ("a", "", "spring"),
            ("b", "date: 2024-01-01, ", "spring"),
            ("c", "date: 2024-02-01, ", "april"),
        )
    )
    (found,) = ct.track(ct.ledger_of(head + claims)).findings
    assert [(one.earlier, one.later) for one in found.course] == [("b", "c")]
