"""Which claims are put together: a person's judgement first, then the comparison of the wordings."""

from collections.abc import Collection, Iterable, Mapping

from attrs import evolve, frozen

from claimtrack.claim import Judgement, Word
from claimtrack.evidence import Relation
from claimtrack.finding import Link, LinkBy
from claimtrack.progress import Progress, counted, silent
from claimtrack.settings import Settings
from claimtrack.tracking.comparer import Comparer, Outcome, Pair, pair_of


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
    compared: Mapping[Pair, Relation]
    """The relation that the wordings alone give, for every pair that was compared and is not unrelated."""


def judged_words(judgements: Iterable[Judgement]) -> Mapping[Pair, Judgement]:
    """The judgement that counts for each pair; where a person spoke twice, the later word (by date, then place)."""
    ordered = sorted(judgements, key=_spoken)
    return {pair_of(j.left, j.right): j for j in ordered if j.left != j.right}


def _spoken(judgement: Judgement) -> tuple[str, str, int]:
    day = judgement.on.last.isoformat() if judgement.on else ""
    return (day, judgement.place.path, judgement.place.line)


COMPARING = "comparing"


def link(
    pairs: Collection[Pair], comparer: Comparer, judged: Mapping[Pair, Judgement], progress: Progress = silent
) -> Links:
    """Put claims together, pair by pair; a judgement always wins over the score."""
    settings = comparer.settings
    held: list[Link] = []
    suggested: list[Link] = []
    related: list[Link] = []
    opposed: list[Pair] = []
    compared: dict[Pair, Relation] = {}
    for pair in counted(pairs, len(pairs), COMPARING, progress):
        found = comparer.outcome(*pair)
        if found.related:
            compared[pair] = found.relation
        judgement = judged.get(pair)
        # of two speakers the wordings alone are enough: where sides may agree, a person is asked
        likely = max(found.paraphrase, found.of_wordings) >= settings.suggest_at
        if judgement is None and not likely and not _decides(found.relation):
            continue
        one = _linked(pair, found, judgement)
        if _holds(one, found.judged, settings):
            held.append(one)
        elif judgement is None and one.relation is not Relation.DIVERGE and likely:
            suggested.append(evolve(one, suggested=True))
        if one.relation is Relation.DIVERGE:
            opposed.append(pair)
        alike = found.judged_wordings >= settings.suggest_at
        if _decides(one.relation) or (one.relation is Relation.PARTIAL and alike):
            related.append(one)
    return Links(
        held=tuple(held),
        suggested=tuple(suggested),
        apart=frozenset(pair for pair, judgement in judged.items() if judgement.word is Word.DIFFERENT),
        opposed=frozenset(opposed),
        related=tuple(related),
        compared=compared,
    )


def _decides(relation: Relation) -> bool:
    return relation in (Relation.SAME, Relation.DIVERGE)


def _linked(pair: Pair, found: Outcome, judgement: Judgement | None) -> Link:
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


def _holds(one: Link, judged: float, settings: Settings) -> bool:
    if one.relation is not Relation.SAME:
        return False
    return one.by is LinkBy.JUDGEMENT or judged >= settings.link_at
