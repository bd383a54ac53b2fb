"""Which claims are put together: a person's judgement first, then the comparison of the wordings."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

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


class Fate(NamedTuple):
    """What becomes of one pair."""

    compared: Relation | None
    """The relation of the wordings alone; None where they are not related."""
    link: Link | None = None
    held: bool = False
    suggested: Link | None = None
    related: bool = False


def link(
    pairs: Collection[Pair],
    comparer: Comparer,
    judged: Mapping[Pair, Judgement],
    progress: Progress = silent,
    known: dict[Pair, Fate] | None = None,
) -> Links:
    """Put claims together, pair by pair; a judgement always wins over the score.

    `known` keeps what becomes of pairs that nobody judged, where many parts of one ledger are linked.
    """
    held: list[Link] = []
    suggested: list[Link] = []
    related: list[Link] = []
    opposed: list[Pair] = []
    compared: dict[Pair, Relation] = {}
    for pair in counted(pairs, len(pairs), COMPARING, progress):
        judgement = judged.get(pair)
        fate = known.get(pair) if known is not None and judgement is None else None
        if fate is None:
            fate = _fate(pair, comparer, judgement)
            if known is not None and judgement is None:
                known[pair] = fate
        if fate.compared is not None:
            compared[pair] = fate.compared
        one = fate.link
        if one is None:
            continue
        if fate.held:
            held.append(one)
        elif fate.suggested is not None:
            suggested.append(fate.suggested)
        if one.relation is Relation.DIVERGE:
            opposed.append(pair)
        if fate.related:
            related.append(one)
    return Links(
        held=tuple(held),
        suggested=tuple(suggested),
        apart=frozenset(pair for pair, judgement in judged.items() if judgement.word is Word.DIFFERENT),
        opposed=frozenset(opposed),
        related=tuple(related),
        compared=compared,
    )


def _fate(pair: Pair, comparer: Comparer, judgement: Judgement | None) -> Fate:
    settings, found = comparer.settings, comparer.outcome(*pair)
    compared = found.relation if found.related else None
    # of two speakers the wordings alone are enough: where sides may agree, a person is asked
    likely = max(found.paraphrase, found.of_wordings) >= settings.suggest_at
    if judgement is None and not likely and not _decides(found.relation):
        return Fate(compared)
    one = _linked(pair, found, judgement)
    held = _holds(one, found.judged, settings)
    waits = not held and judgement is None and one.relation is not Relation.DIVERGE and likely
    near = one.relation is Relation.PARTIAL and found.judged_wordings >= settings.suggest_at
    related = near or _decides(one.relation)
    return Fate(compared, one, held, evolve(one, suggested=True) if waits else None, related)


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
