"""Which links a person's word would decide: what each verdict would become if two claims were judged."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import define, evolve, field, frozen

from claimtrack.claim import Judgement, Ledger, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, LinkBy, Verdict
from claimtrack.problem import Place
from claimtrack.report import Report
from claimtrack.settings import Settings
from claimtrack.tracking.comparer import Comparer, Pair, comparer_of, pair_of
from claimtrack.tracking.parts import with_ties
from claimtrack.tracking.selection import without_superseded
from claimtrack.tracking.track import report_with
from claimtrack.view import View

if TYPE_CHECKING:
    from claimtrack.matching.meaning import Encoder

_PLAIN = Settings()
_WORK = 200_000
"""Claims looked at in all, over all pairs that are tried: beyond it, pairs are asked about without being tried."""
_NOWHERE = Place(path="")
Verdicts = Mapping[tuple[str, tuple[str, str]], str]
"""Verdicts by issue and sides."""


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


def questions(ledger: Ledger, *, settings: Settings = _PLAIN, encoder: "Encoder | None" = None) -> tuple[Question, ...]:
    """The links worth a person's word: what would change a verdict first, then what is likest.

    Asked about are suggested links, and those held by score or carrying a computed verdict, and what sides say that
    would diverge if both spoke of one thing, where another word would
    change something. A pair that was judged, be it as unsure, is not asked about again. Each pair is tried with both
    words, with `partial` where the wordings alone diverge, and with `diverge` where only common ground is missing for
    that, on that part of the ledger that it can
    touch. Where that is more than some 200,000 claims in all, the least like pairs are not tried, and come last. An
    `encoder` finds further pairs, as it does for `track`.
    """
    trial = _Trial(ledger, comparer_of(ledger, settings, encoder))
    now = report_with(ledger, trial.comparer, View(), ())
    judged = {pair_of(one.left, one.right) for one in ledger.judgements}
    waiting = {pair_of(one.left, one.right) for one in now.suggestions}
    pairs = (_pairs(now) | _near_divergence(now, trial.comparer) | waiting) - judged
    asked = [trial.question(pair) for pair in sorted(pairs, key=trial.likest_first)]
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


def _near_divergence(report: Report, comparer: Comparer) -> set[Pair]:
    """Pairs of current claims of two sides, which do not diverge, that would if both spoke of one thing."""
    most = report.settings.issue_pairs_limit
    pairs: set[Pair] = set()
    for finding in report.findings:
        left, right = (view.claims for view in finding.sides)
        if finding.verdict is not Verdict.DIVERGE and max(len(left), len(right)) <= most:
            pairs |= {pair_of(a, b) for a in left for b in right if a != b}
    return {pair for pair in pairs if _nearly_diverges(comparer, pair)}


def _nearly_diverges(comparer: Comparer, pair: Pair) -> bool:
    return comparer.outcome(*pair).relation is Relation.PARTIAL and any(
        one.contrary for one in comparer.of(*pair).contrasts
    )


@define
class _Trial:
    """Supposes judgements, one after another, and sees what becomes of the verdicts."""

    ledger: Ledger
    comparer: Comparer
    spent: int = 0
    """Claims looked at so far."""
    _parts: dict[str, tuple[Ledger, Verdicts]] = field(factory=dict, init=False)

    def likest_first(self, pair: Pair) -> tuple[float, Pair]:
        """By which pairs are sorted."""
        return (-self.comparer.of(*pair).paraphrase, pair)

    def question(self, pair: Pair) -> Question:
        """What may be asked about a pair, tried while there is work left to spend."""
        found = self.comparer.of(*pair)
        words = [(Word.SAME, ""), (Word.DIFFERENT, "")]
        if found.relation is Relation.DIVERGE:
            words.append((Word.DIFFERENT, str(Relation.PARTIAL)))
        elif _nearly_diverges(self.comparer, pair):
            words.append((Word.DIFFERENT, str(Relation.DIVERGE)))
        tried = self.spent < _WORK
        return Question(
            left=pair[0],
            right=pair[1],
            paraphrase=found.paraphrase,
            reason=found.reason,
            changes=tuple(change for said in words for change in self._changes(pair, said)) if tried else (),
            tried=tried,
        )

    def _changes(self, pair: Pair, said: tuple[Word, str]) -> Iterable[Change]:
        word, relation = said
        part, before = self._part(pair)
        self.spent += len(part.claims)
        supposed = Judgement(left=pair[0], right=pair[1], word=word, relation=relation, place=_NOWHERE)
        after = self._verdicts(evolve(part, judgements=(*part.judgements, supposed)))
        for key in sorted(before.keys() | after.keys()):
            was, becomes = before.get(key, "nothing"), after.get(key, "nothing")
            if was != becomes:
                yield Change(word=word, relation=relation, issue=key[0], between=key[1], before=was, after=becomes)

    def _part(self, pair: Pair) -> tuple[Ledger, Verdicts]:
        """What of the ledger a word on a pair can touch, and the verdicts there now."""
        about = {self.comparer.claims[one].about for one in pair}
        key = about.pop() if len(about) == 1 else ""
        if key not in self._parts:
            part = _about(self.ledger, key) if key else self.ledger
            self._parts[key] = part, self._verdicts(part)
        return self._parts[key]

    def _verdicts(self, ledger: Ledger) -> Verdicts:
        return _verdicts(report_with(ledger, self.comparer, View(), ()))


def _about(ledger: Ledger, issue: str) -> Ledger:
    """The part of a ledger that speaks to an issue, or may: claims without one, and what judgements tie to these."""
    standing = without_superseded(ledger.claims)
    tied = with_ties((claim.id for claim in standing if claim.about in (issue, "")), ledger.judgements)
    return evolve(ledger, claims=tuple(claim for claim in standing if claim.id in tied))


def _verdicts(report: Report) -> Verdicts:
    return {
        (finding.issue, finding.between): f"{finding.verdict}{', split' if finding.splits else ''}"
        for finding in report.findings
    }
