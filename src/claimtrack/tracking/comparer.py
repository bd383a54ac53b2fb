"""Comparisons of claims by id: what came out of each is kept, the comparison itself is worked out again when shown."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from attrs import define, field

from claimtrack.claim import Claim, Ledger
from claimtrack.comparing import compare_features
from claimtrack.comparing.circumstances import circumstances_of
from claimtrack.evidence import AlignedWords, Comparison, Evidence, Relation, Span, turned_about
from claimtrack.features import Features, features_of
from claimtrack.quantity import are
from claimtrack.settings import Settings
from claimtrack.switches import refuse_unknown_switches
from claimtrack.text.lexicon import Lexicon
from claimtrack.vocabulary import lexicon_of

if TYPE_CHECKING:
    from claimtrack.matching.meaning import Encoder, Meanings

Pair = tuple[str, str]
"""Two claim ids, the lesser first."""

_FEATURES_KEPT = 150_000
"""Wordings; some 5 kB each."""
_COMPARISONS_KEPT = 1_000
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def pair_of(left: str, right: str) -> Pair:
    """The two ids in the order in which pairs are kept."""
    return (left, right) if left <= right else (right, left)


class Outcome(NamedTuple):
    """What is kept of a comparison: the same whichever of the two stood left, but for the order in the reason."""

    relation: Relation
    paraphrase: float
    judged: float
    """The paraphrase figure without what an encoder says: on this a link rests."""
    of_wordings: float
    judged_wordings: float
    """This, too, without what an encoder says: on this it rests that claims have a common question."""
    similarity: float
    reason: str
    related: bool


@define
class Comparer:
    """Outcomes of every two claims that were compared, some hundred bytes each; features and comparisons of the latest.

    Memory is bounded by what is kept: the features of 150,000 wordings and 1,000 whole comparisons, the first to come
    being the first to go.
    """

    claims: Mapping[str, Claim]
    settings: Settings
    lexicon: Lexicon | None = None
    """The ledger's; None for the shipped one."""
    meanings: "Meanings | None" = None
    """What an encoder says of the claims' wordings; None where nobody brought one."""
    _features: dict[str, Features] = field(factory=dict, init=False)
    _comparisons: dict[Pair, Comparison] = field(factory=dict, init=False)
    _outcomes: dict[Pair, Outcome] = field(factory=dict, init=False)

    def features(self, claim_id: str) -> Features:
        """What comparing sees of one claim."""
        found = self._features.get(claim_id)
        if found is None:
            claim = self.claims[claim_id]
            found = features_of(claim.text, said=claim.known_by, lexicon=self.lexicon)
            _keep(self._features, claim_id, found, _FEATURES_KEPT)
        return found

    def of(self, left: str, right: str) -> Comparison:
        """The whole comparison of two claims, left and right as asked for."""
        found = self._comparisons.get((left, right))
        if found is None:
            found = self._compare(left, right)
            _keep(self._comparisons, (left, right), found, _COMPARISONS_KEPT)
        return found

    def outcome(self, left: str, right: str) -> Outcome:
        """What came out of comparing two claims, left and right as asked for."""
        pair = pair_of(left, right)
        found = self._outcomes.get(pair)
        if found is None:
            seen = self._compare(*pair)
            found = Outcome(
                seen.relation,
                seen.paraphrase,
                seen.inside.judged,
                seen.of_wordings,
                seen.inside.judged_wordings,
                seen.similarity,
                seen.reason,
                seen.related,
            )
            self._outcomes[pair] = found
        return found if pair[0] == left else found._replace(reason=turned_about(found.reason))

    def compares(self, claim_id: str) -> bool:
        """Is the wording of a claim short enough to be compared?"""
        return len(self.claims[claim_id].text) <= self.settings.text_limit

    def _compare(self, left: str, right: str) -> Comparison:
        too_long = [one for one in (left, right) if not self.compares(one)]
        if too_long:
            return self._not_compared(left, right, too_long)
        meaning = self.meanings
        return compare_features(
            self.features(left),
            self.features(right),
            settings=self.settings,
            known=circumstances_of(self.claims[left], self.claims[right]),
            meaning=None if meaning is None else meaning.likeness(self.claims[left].text, self.claims[right].text),
        )

    def _not_compared(self, left: str, right: str, too_long: Sequence[str]) -> Comparison:
        """Two wordings side by side of which nothing is known."""
        told = f"{' and '.join(too_long)} {are(len(too_long))} longer than {self.settings.text_limit} characters"
        return Comparison(
            left=self.claims[left].text,
            right=self.claims[right].text,
            relation=Relation.UNRELATED,
            contrasts=(),
            reason=f"not compared: {told}",
            related=False,
            inside=_NothingKnown(),
        )


class _NothingKnown:
    """What stands behind a comparison that was not made."""

    paraphrase = judged = judged_wordings = of_wordings = similarity = 0.0
    signals: tuple[Evidence, ...] = ()
    alignment: tuple[AlignedWords, ...] = ()
    alone: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())


def comparer_of(ledger: Ledger, settings: Settings, encoder: "Encoder | None" = None) -> Comparer:
    """A comparer for the claims of a ledger, with its own words; with an encoder, their wordings are encoded first."""
    refuse_unknown_switches(settings)
    by_id = {claim.id: claim for claim in ledger.claims}
    if encoder is None:
        return Comparer(by_id, settings, lexicon_of(ledger))
    from claimtrack.matching.meaning import Meanings

    meanings = Meanings.of([claim.text for claim in by_id.values()], encoder)
    return Comparer(by_id, settings, lexicon_of(ledger), meanings)


def _keep(kept: dict[_Key, _Value], key: _Key, value: _Value, most: int) -> None:
    if len(kept) >= most:
        del kept[next(iter(kept))]
    kept[key] = value


def comparable(claims: Iterable[Claim], settings: Settings) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims short enough to be compared, and a note on those that are not."""
    given = tuple(claims)
    too_long = [claim.id for claim in given if len(claim.text) > settings.text_limit]
    fit = tuple(claim for claim in given if len(claim.text) <= settings.text_limit)
    if not too_long:
        return fit, ()
    return fit, (f"not compared, being longer than {settings.text_limit} characters: {', '.join(too_long)}",)
