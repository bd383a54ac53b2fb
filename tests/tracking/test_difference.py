"""Laws of what changed: nothing beside itself, and a cause taken back does change the verdict."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.change import EditKind
from claimtrack.tracking.difference import difference, edits_of, seen_at
from claimtrack.tracking.fragility import NOTHING
from tracking.test_fragility import CLAIM, JUDGEMENT, ledger_of

CLAIMS = st.lists(CLAIM, max_size=6)
JUDGEMENTS = st.lists(JUDGEMENT, max_size=3)
ABOUT = CLAIM.map(lambda claim: {**claim, "about": claim["about"] or "what"})


@given(claims=CLAIMS, judgements=JUDGEMENTS)
@settings(max_examples=60, deadline=None)
def test_a_ledger_beside_itself_differs_in_nothing(claims, judgements):
    """No verdict, no edit."""
    ledger = ledger_of(claims, judgements)
    found = difference(ledger, ledger)
    assert (found.turns, found.edits) == ((), ())


@given(before=CLAIMS, after=CLAIMS)
@settings(max_examples=60, deadline=None)
def test_the_verdicts_before_and_after_are_those_of_the_two_reports(before, after):
    """What is told as changed is what differs between two reports, for declared issues."""
    ledgers = ledger_of(before), ledger_of(after)
    was, now = (
        {one.id: (str(one.verdict), one.split) for one in ct.track(ledger).findings if one.issue in ("what", "why")}
        for ledger in ledgers
    )
    told = {
        ":".join((turn.issue, *turn.between)) for turn in difference(*ledgers).turns if turn.issue in ("what", "why")
    }
    assert told == {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}


def test_loose_claims_do_not_stand_before_the_issue_that_one_of_them_joins():
    """The issue had a verdict of its own, and that is what it is told to have been."""
    plain = {"speaker": "ann", "date": "", "about": "", "holds": "", "outlet": "", "supersedes": ""}
    fell = "The bridge was destroyed on 28 July."
    before = [
        {**plain, "text": "Twelve trucks were lost when the bridge fell."},
        {**plain, "text": "40 trucks were lost when the bridge fell."},
        {**plain, "text": fell, "about": "what"},
    ]
    after = [{**before[0], "text": fell, "about": "what"}]
    assert "what" not in {turn.issue for turn in difference(ledger_of(before), ledger_of(after)).turns}


@given(before=st.lists(ABOUT, max_size=4), more=st.lists(ABOUT, min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_without_its_cause_a_verdict_is_what_is_told(before, more):
    """The slow twin takes the added claims out of the whole ledger and tracks it anew."""
    plain = [{**one, "supersedes": ""} for one in (*before, *more)]
    old, new = ledger_of(plain[: len(before)]), ledger_of(plain)
    for turn in difference(old, new).turns:
        for cause in turn.causes:
            assert {edit.kind for edit in cause.edits} == {EditKind.ADDED}
            gone = {edit.names[0] for edit in cause.edits}
            rest = evolve(new, claims=tuple(claim for claim in new.claims if claim.id not in gone))
            found = {one.id: one for one in ct.track(rest).findings}.get(":".join((turn.issue, *turn.between)))
            words = NOTHING if found is None else str(found.verdict)
            if found is not None and found.split:
                words += f", split: {', '.join(found.split)}"
            assert cause.without == words
            assert cause.without != turn.after


@given(claims=CLAIMS)
@settings(max_examples=30, deadline=None)
def test_edits_mirror_each_other(claims):
    """What is new one way is gone the other way."""
    ledger = ledger_of(claims)
    empty = evolve(ledger, claims=())
    assert {(edit.kind, edit.names) for edit in edits_of(empty, ledger)} == {
        (EditKind.ADDED, (claim.id,)) for claim in ledger.claims
    }
    assert {(edit.kind, edit.names) for edit in edits_of(ledger, empty)} == {
        (EditKind.REMOVED, (claim.id,)) for claim in ledger.claims
    }


@given(claims=CLAIMS)
@settings(max_examples=30, deadline=None)
def test_a_view_without_a_date_is_the_ledger(claims):
    """But for what is superseded."""
    ledger = ledger_of([{**one, "supersedes": ""} for one in claims])
    assert seen_at(ledger, ct.View()).claims == ledger.claims
