"""Which claims of a side are current: what a later one of its speaker replaces, and what it does not."""

import claimtrack as ct
from claimtrack.finding import Basis, Verdict

HEAD = """\
sides: {n: North, s: South}
speakers: {ann: {name: Ann, side: n}, bob: {name: Bob, side: s}, cy: {name: Cy, side: n}}
issues: {pay: {question: Who pays?, positions: {y: North pays, n: Nobody pays}, exclude: [[y, n]]}}
claims:
  - {id: b, speaker: bob, date: 2024-01-02, about: pay, holds: y, text: The north will pay for the bridge.}
"""


def finding_of(*said):
    """The one finding of what else is said, each an id, a speaker, a date, more keys and a wording."""
    told = [
        f"  - {{id: {name}, speaker: {who}, date: {day}, about: pay, {more}text: {text}}}\n"
        for name, who, day, more, text in said
    ]
    ledger = ct.ledger_of(HEAD + "".join(told))
    assert ledger.problems == ()
    (finding,) = ct.track(ledger).findings
    return finding


REFUSED = ("a", "ann", "2024-01-03", "holds: n, ", "We shall not pay.")


def test_a_later_claim_without_a_position_replaces_no_stated_one():
    """Nobody took the refusal back; what was said since is current beside it."""
    finding = finding_of(REFUSED, ("a2", "ann", "2024-01-09", "", "The south has dropped its demand."))
    assert (finding.verdict, finding.basis) == (Verdict.DIVERGE, Basis.STATED)
    assert (finding.sides[0].claims, finding.sides[0].earlier) == (("a", "a2"), ())


def test_a_later_claim_replaces_what_states_no_position_and_one_with_a_position_all():
    """A position is replaced by a position, a wording by either."""
    first = ("a0", "ann", "2024-01-01", "", "The south will have to wait.")
    last = ("a2", "ann", "2024-01-09", "holds: y, ", "Now we shall pay.")
    assert finding_of(first, REFUSED).sides[0].earlier == ("a0",)
    finding = finding_of(first, REFUSED, last)
    assert (finding.verdict, finding.sides[0].claims, finding.sides[0].earlier) == (
        Verdict.AGREE,
        ("a2",),
        ("a0", "a"),
    )


def test_a_position_that_another_speaker_states_replaces_none():
    """Each speaker's own latest counts."""
    finding = finding_of(REFUSED, ("c", "cy", "2024-01-09", "holds: y, ", "We shall pay."))
    assert finding.sides[0].claims == ("a", "c")


MOVED = ("b2", "cy", "2023-01-01", "side: s, holds: n, ", "The south will pay itself.")
HERE = ("c", "cy", "2024-01-05", "holds: n, ", "We in the north shall not pay.")


def test_who_changed_sides_speaks_no_longer_for_the_old_one_once_it_has_spoken():
    """The side's own later word replaces his."""
    finding = finding_of(MOVED, HERE)
    assert [(view.claims, view.earlier) for view in finding.sides] == [(("c",), ()), (("b",), ("b2",))]
    assert finding.splits == ()


def test_what_was_said_for_a_side_stands_until_the_side_speaks_again():
    """That its speaker left takes no word of the side's back."""
    late = ("b2", "cy", "2024-01-04", "side: s, holds: n, ", "The south will pay itself.")
    finding = finding_of(late, HERE)
    assert (finding.sides[1].claims, finding.split) == (("b", "b2"), ("s",))
    assert finding_of(MOVED).sides[1].claims == ("b2", "b")
    unstated = ("b3", "bob", "2024-01-02", "", "The south waits.")
    assert finding_of(MOVED, HERE, unstated).sides[1].claims == ("b", "b3")
