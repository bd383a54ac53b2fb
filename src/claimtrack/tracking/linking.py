"""Which claims are put together: a person's judgement first, then the comparison of the wordings."""

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from claimtrack.claim import Judgement, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Link, LinkBy
from claimtrack.settings import Settings
from claimtrack.tracking.comparer import Comparer, Pair, pair_of


@frozen(kw_only=True)
class Links:
    """Links that hold, links that wait for a person's word, and pairs that must stay apart."""

    held: tuple[Link, ...]
    suggested: tuple[Link, ...]
    apart: frozenset[Pair]
    """Pairs that a person judged different."""
    opposed: frozenset[Pair]
    """Pairs whose wordings diverge."""
    related: tuple[Link, ...]
    """Pairs that surely have a common question: what groups claims without an issue."""


def judged_words(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """The judgement that counts for each pair; where a person spoke twice, the later word (by date, then place)."""
    ordered = sorted(judgements, key=_spoken)
    return {pair_of(j.left, j.right): j for j in ordered if j.left != j.right}


def _spoken(judgement: Judgement) -> tuple[str, str, int]:
    day = judgement.on.last.isoformat() if judgement.on else ""
    return (day, judgement.place.path, judgement.place.line)


def link(pairs: Iterable[Pair], comparer: Comparer, judged: Mapping[Pair, Judgement]) -> Links:
    """Put claims together, pair by pair; a judgement always wins over the score."""
    settings = comparer.settings
    related = [_linked(pair, comparer, judged.get(pair)) for pair in pairs]
    held = tuple(one for one in related if _holds(one, settings))
    apart = frozenset(pair for pair, judgement in judged.items() if judgement.word is Word.DIFFERENT)
    return Links(
        held=held,
        suggested=tuple(
            evolve(one, suggested=True)
            for one in related
            if _is_suggestion(one, judged, settings) and not _holds(one, settings)
        ),
        apart=apart,
        opposed=frozenset((one.left, one.right) for one in related if one.relation is Relation.DIVERGE),
        related=tuple(one for one in related if _one_question(one, settings)),
    )


def _linked(pair: Pair, comparer: Comparer, judgement: Judgement | None) -> Link:
    found = comparer.of(*pair)
    by, relation, because = LinkBy.SCORE, found.relation, found.reason
    if judgement is not None and judgement.word is not Word.UNSURE:
        by, because = LinkBy.JUDGEMENT, judgement.because
        relation = Relation.SAME if judgement.word is Word.SAME else _apart_relation(judgement, found.relation)
    return Link(
        left=pair[0],
        right=pair[1],
        relation=relation,
        by=by,
        paraphrase=found.paraphrase,
        similarity=found.similarity,
        because=because,
    )


def _apart_relation(judgement: Judgement, computed: Relation) -> Relation:
    if judgement.relation:
        return Relation(judgement.relation)
    return Relation.PARTIAL if computed is Relation.SAME else computed


def _holds(one: Link, settings: Settings) -> bool:
    if one.relation is not Relation.SAME:
        return False
    return one.by is LinkBy.JUDGEMENT or one.paraphrase >= settings.link_at


def _one_question(one: Link, settings: Settings) -> bool:
    """The same, contrary, or like enough to be suggested: a faint overlap decides no issue."""
    if one.relation in (Relation.SAME, Relation.DIVERGE):
        return True
    return one.relation is Relation.PARTIAL and one.paraphrase >= settings.suggest_at


def _is_suggestion(one: Link, judged: Mapping[Pair, Judgement], settings: Settings) -> bool:
    if (one.left, one.right) in judged or one.relation is Relation.DIVERGE:
        return False
    return one.paraphrase >= settings.suggest_at
