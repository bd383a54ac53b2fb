"""Each reason that a verdict can have: its relation, what it rests on, and its words."""

import pytest

import claimtrack as ct
from claimtrack.finding import Basis

HEAD = """
sides: {n: North, s: South}
speakers:
  ann: {name: Ann, side: n}
  bob: {name: Bob, side: s}
  both: {name: Both, side: [n, s]}
issues:
  when:
    question: When does the bridge open?
    note: Both speak of the road bridge.
    positions: {spring: In spring, autumn: In autumn}
    exclude: [[spring, autumn]]
claims:
"""
SAME = ("The road bridge opens in early spring.", "In early spring the road bridge opens.")


def ledger(*claims: tuple[str, str, str, str], more: str = "") -> ct.Ledger:
    """Claims as id, speaker, position ("" for none) and text."""
    told = [
        f"  - {{id: {name}, speaker: {who}, date: 2024-01-01, about: when, "
        + (f"holds: {held}, " if held else "")
        + f"text: '{text}'}}\n"
        for name, who, held, text in claims
    ]
    return ct.ledger_of(HEAD + "".join(told) + more)


def reasons(given: ct.Ledger) -> list[tuple[str, ct.Relation, Basis, str]]:
    """Of the only finding: verdict, and relation, basis and rule of each proof."""
    (found,) = ct.track(given).findings
    return [(str(found.verdict), one.relation, one.basis, one.rule) for one in found.because]


def test_one_position_of_both_sides_is_named():
    """A person stated it."""
    found = reasons(ledger(("a", "ann", "spring", "It opens in spring."), ("b", "bob", "spring", "Cars cross by May.")))
    assert found == [("agree", ct.Relation.SAME, Basis.STATED, "both hold the position “spring”")]


def test_what_a_person_judged_the_same_agrees():
    """Whatever the wordings are."""
    more = "judgements: [{same: [a, b], by: me}]\n"
    found = reasons(ledger(("a", "ann", "", "It opens in spring."), ("b", "bob", "", "Cars cross by May."), more=more))
    assert found == [("agree", ct.Relation.SAME, Basis.JUDGED, "a person judged them the same")]


@pytest.mark.parametrize("relation", ["diverge", "partial"])
@pytest.mark.parametrize(("because", "rule"), [("", "a person judged them different"), ("Other years", "Other years")])
def test_what_a_person_judged_different_is_as_was_said(relation, because, rule):
    """With the person's reason, where one is given."""
    told = f", because: {because}" if because else ""
    more = f"judgements: [{{different: [a, b], relation: {relation}, by: me{told}}}]\n"
    found = reasons(ledger(("a", "ann", "", SAME[0]), ("b", "bob", "", SAME[1]), more=more))
    assert found == [(relation, ct.Relation(relation), Basis.JUDGED, rule)]


@pytest.mark.parametrize(("because", "rule"), [("", "a person judged them different"), ("Other years", "Other years")])
def test_wordings_that_a_person_judged_different_are_no_computed_agreement(because, rule):
    """Where the person did not say how they stand, they stand in part."""
    told = f", because: {because}" if because else ""
    more = f"judgements: [{{different: [a, b], by: me{told}}}]\n"
    found = reasons(ledger(("a", "ann", "", SAME[0]), ("b", "bob", "", SAME[1]), more=more))
    assert found == [("partial", ct.Relation.PARTIAL, Basis.COMPUTED, rule)]


def test_wordings_agree_with_the_likest_first():
    """The reason is the comparison's own."""
    texts = (
        "The road bridge opens in spring.",
        "The road bridge opens in spring, as planned.",
        "In spring the road bridge opens.",
    )
    found = ct.track(
        ledger(("a", "ann", "", texts[0]), ("b", "bob", "", texts[1]), ("c", "bob", "", texts[2]))
    ).findings[0]
    assert [one.basis for one in found.because] == [Basis.COMPUTED] * len(found.because)
    assert [one.rule for one in found.because] == [one.comparison.reason for one in found.because]
    likeness = [one.comparison.similarity for one in found.because]
    assert len(likeness) == 2
    assert likeness == sorted(likeness, reverse=True)


@pytest.mark.parametrize(
    ("held", "splits"), [(("", ""), 1), (("spring", ""), 1), (("", "spring"), 1), (("spring", "spring"), 0)]
)
def test_a_side_contradicts_itself_by_wording_unless_a_person_stated_where_both_stand(held, splits):
    """What the editor states of both outranks how it is put."""
    given = ledger(
        ("a", "ann", held[0], "The bridge carries 12 trucks a day."),
        ("b", "ann", held[1], "The bridge carries 40 trucks a day."),
        ("c", "bob", "autumn", "It opens in autumn."),
    )
    (found,) = ct.track(given).findings
    assert [one.side for one in found.splits] == ["n"] * splits
    for split in found.splits:
        (proof,) = split.because
        assert (proof.relation, proof.basis) == (ct.Relation.DIVERGE, Basis.COMPUTED)
        assert proof.rule == proof.comparison.reason


def test_a_finding_has_the_note_of_its_issue_and_the_positions_of_its_sides():
    """As the ledger names them; one that no person named is named after its claims."""
    given = ledger(("a", "ann", "spring", "It opens in spring."), ("b", "bob", "", "Nobody knows yet."))
    (found,) = ct.track(given).findings
    assert found.note == "Both speak of the road bridge."
    assert [one.positions for one in found.sides] == [("spring",), ("like-b",)]


@pytest.mark.parametrize(("held", "basis"), [("", Basis.COMPUTED), ("spring", Basis.STATED)])
def test_what_both_sides_said_together_agrees(held, basis):
    """One claim is its own counterpart; stated is what holds a position."""
    (found,) = ct.track(ledger(("a", "both", held, "It opens in spring."))).findings
    assert [(one.left, one.right, one.relation, one.basis, one.rule) for one in found.because] == [
        ("a", "a", ct.Relation.SAME, basis, "both sides said it together")
    ]
