"""The grounds that verdicts rest on: what persons stated and judged, and what the wordings tell."""

from collections.abc import Mapping

from attrs import field, frozen

from claimtrack.claim import Judgement, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Proof
from claimtrack.tracking.classes import Classes
from claimtrack.tracking.comparer import Comparer, Pair, pair_of
from claimtrack.tracking.linking import Links
from claimtrack.tracking.standing import Standing


@frozen(kw_only=True)
class Grounds:
    """What findings are made from; asked by claim id."""

    comparer: Comparer
    links: Links
    judged: Mapping[Pair, Judgement]
    stated: Classes
    """Classes that persons made."""
    whole: Classes
    """The same, joined further by the wordings."""
    related: Mapping[str, tuple[str, ...]]
    """For each claim, those that its wording is related to."""
    apart: Mapping[str, tuple[str, ...]]
    """For each claim, those that a person judged different from it."""
    utterances: Mapping[str, str] = field(factory=dict)
    """For each claim that is a version of an utterance, one that stands for it; empty where nobody asks for changes."""

    def standing(self, claim_id: str) -> Standing | None:
        """What the editor stated of a claim, or of one that a person judged the same."""
        return self.stated.standing(claim_id)

    def relation(self, left: str, right: str) -> Relation:
        """The relation that the wordings alone give; unrelated where they were not compared."""
        return self.links.compared.get(pair_of(left, right), Relation.UNRELATED)

    def opposed(self, left: str, right: str) -> bool:
        """Do the wordings of two claims diverge, a person's word aside?"""
        return self.relation(left, right) is Relation.DIVERGE

    def judgement(self, left: str, right: str) -> Judgement | None:
        """A person's word on two claims that says more than "unsure", or None."""
        found = self.judged.get(pair_of(left, right))
        return None if found is None or found.word is Word.UNSURE else found

    def of_one_utterance(self, left: str, right: str) -> bool:
        """Are two claims versions of one utterance?"""
        return left in self.utterances and self.utterances[left] == self.utterances.get(right)

    def proof(self, pair: Pair, relation: Relation, basis: Basis, rule: str) -> Proof:
        """Two claims beside one another, left and right as given, with the words that differ; no `rule`: their own."""
        left, right = pair
        comparison = self.comparer.of(left, right)
        return Proof(
            left=left,
            right=right,
            relation=relation,
            basis=basis,
            rule=rule or comparison.reason,
            comparison=comparison,
        )
