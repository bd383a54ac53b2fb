"""Which links a person's word would decide: what each verdict would become if two claims were judged."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, LinkBy
from claimtrack.problem import Place
from claimtrack.report import Report
from claimtrack.settings import Settings
from claimtrack.tracking.comparer import Comparer, Pair, pair_of
from claimtrack.tracking.track import report_with
from claimtrack.view import View

_PLAIN = Settings()
_WORK = 200_000
"""Claims looked at in all, over all pairs that are tried: beyond it, pairs are asked about without being tried."""
_NOWHERE = Place(path="")


@frozen(kw_only=True)
class Change:
    """A verdict that would become another: on which issue, between whom, by which word (and how the two differ)."""

    word: Word
    relation: str = ""
    issue: str
    between: tuple[str, str]
    before: str
    after: str


@frozen(kw_only=True)
class Question:
    """Two claims that nobody has judged, and what a person's word on them would change; `tried` if that is known."""

    left: str
    right: str
    paraphrase: float
    reason: str
    changes: tuple[Change, ...] = ()
    tried: bool = True


def questions(ledger: Ledger, *, settings: Settings = _PLAIN) -> tuple[Question, ...]:
    """The links worth a person's word: what would change a verdict first, then what is likest.

    Asked about are suggested links, and those held by score or carrying a computed verdict where another word would
    change something. A pair that was judged, be it as unsure, is not asked about again. Each pair is tried with both
    words, and with `partial` where the wordings alone are the same or diverge; the comparisons are made once. Where
    that is more than some 200,000 claims in all, the least like pairs are not tried, and come last.
    """
    comparer = Comparer({claim.id: claim for claim in ledger.claims}, settings)
    now = report_with(ledger, comparer, View(), ())
    judged = {pair_of(one.left, one.right) for one in ledger.judgements}
    waiting = {pair_of(one.left, one.right) for one in now.suggestions}
    pairs = sorted((_pairs(now) | waiting) - judged, key=lambda pair: (-comparer.of(*pair).paraphrase, pair))
    most = max(_WORK // max(len(ledger.claims), 1), 1)
    asked = [_question(ledger, comparer, now, pair, tried=number < most) for number, pair in enumerate(pairs)]
    kept = [one for one in asked if one.changes or (one.left, one.right) in waiting]
    return tuple(sorted(kept, key=_weightiest_first))


def _weightiest_first(one: Question) -> tuple[int, float, str, str]:
    return (-len({(change.issue, change.between) for change in one.changes}), -one.paraphrase, one.left, one.right)


def _pairs(report: Report) -> set[Pair]:
    """Pairs put together or apart by the wordings alone."""
    by_score = (one for one in report.links if one.by is LinkBy.SCORE)
    proofs = (
        proof
        for finding in report.findings
        for proof in (*finding.because, *(proof for split in finding.splits for proof in split.because))
        if proof.basis is Basis.COMPUTED
    )
    return {pair_of(one.left, one.right) for one in by_score} | {pair_of(proof.left, proof.right) for proof in proofs}


def _question(ledger: Ledger, comparer: Comparer, now: Report, pair: Pair, *, tried: bool) -> Question:
    found = comparer.of(*pair)
    words = [(Word.SAME, ""), (Word.DIFFERENT, "")] if tried else []
    if tried and found.relation in (Relation.SAME, Relation.DIVERGE):
        words.append((Word.DIFFERENT, str(Relation.PARTIAL)))
    return Question(
        left=pair[0],
        right=pair[1],
        paraphrase=found.paraphrase,
        reason=found.reason,
        changes=tuple(change for said in words for change in _changes(ledger, comparer, now, pair, said)),
        tried=tried,
    )


def _changes(ledger: Ledger, comparer: Comparer, now: Report, pair: Pair, said: tuple[Word, str]) -> Iterable[Change]:
    word, relation = said
    supposed = Judgement(left=pair[0], right=pair[1], word=word, relation=relation, place=_NOWHERE)
    then = report_with(evolve(ledger, judgements=(*ledger.judgements, supposed)), comparer, View(), ())
    before, after = _verdicts(now), _verdicts(then)
    for key in sorted(before.keys() | after.keys()):
        was, becomes = before.get(key, "nothing"), after.get(key, "nothing")
        if was != becomes:
            yield Change(word=word, relation=relation, issue=key[0], between=key[1], before=was, after=becomes)


def _verdicts(report: Report) -> Mapping[tuple[str, tuple[str, str]], str]:
    return {
        (finding.issue, finding.between): f"{finding.verdict}{', split' if finding.splits else ''}"
        for finding in report.findings
    }
