"""Judgements that contradict one another."""

from claimtrack.checks.contradictory_judgements import check
from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.problem import Place

PLACE = Place(path="judgements.yaml", line=1)


def judged(word: Word, left: str, right: str) -> Judgement:
    """A word on two claims."""
    return Judgement(left=left, right=right, word=word, by="me", because="x", place=PLACE)


def test_a_claim_judged_different_from_itself_contradicts_no_judgement_of_sameness():
    """There is no chain of judgements to name; reading tells of such a judgement."""
    ledger = Ledger(judgements=(judged(Word.SAME, "a", "b"), judged(Word.DIFFERENT, "a", "a")))
    assert list(check(ledger)) == []
