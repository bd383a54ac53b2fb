"""Reprints: which claims are one utterance in several documents, and what each version dropped or changed."""

from collections.abc import Iterable, Mapping, Sequence

from claimtrack.claim import Claim, Word
from claimtrack.comparing.retelling import alterations, words_at
from claimtrack.evidence import Relation
from claimtrack.finding import Basis
from claimtrack.tracking.comparer import Pair, pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.voices import Reprint, Version
from claimtrack.when import Precision

_MOST_WORDS = 12
"""Words without a counterpart that are kept of a version."""


def reprints(claims: Sequence[Claim], grounds: Grounds) -> tuple[Reprint, ...]:
    """The chains of versions among the claims, in their order.

    Two claims are versions of one utterance when they stand in different documents, are dated alike and either a person
    judged them the same, or different only in part, or the same speaker said both to one issue on one day, their
    wordings are related, and they hold one stated position or were passed on by one agency. Asked of compared and
    judged pairs alone, so linear in these. A wording that is too long to be compared is set beside none.
    """
    known = {claim.id: claim for claim in claims if grounds.comparer.compares(claim.id)}
    joined = _joined(known, grounds)
    roots = _roots(joined)
    chains: dict[str, list[str]] = {}
    for claim in known.values():
        if claim.id in roots:
            chains.setdefault(roots[claim.id], []).append(claim.id)
    by_chain: dict[str, list[Basis]] = {}
    for (left, _), basis in joined.items():
        by_chain.setdefault(roots[left], []).append(basis)
    return tuple(
        _reprint(chain, min(by_chain[root], key=_AUTHORITY.index), known, grounds) for root, chain in chains.items()
    )


def utterances(claims: Sequence[Claim], grounds: Grounds) -> Mapping[str, str]:
    """For each claim that is a version of an utterance, one that stands for it."""
    return _roots(_joined({claim.id: claim for claim in claims}, grounds))


_AUTHORITY = (Basis.COMPUTED, Basis.STATED, Basis.JUDGED)
"""A chain is as sure as its weakest link."""


def _joined(known: Mapping[str, Claim], grounds: Grounds) -> Mapping[Pair, Basis]:
    return {pair: basis for pair in _pairs(known, grounds) if (basis := _basis(pair, known, grounds)) is not None}


def _roots(joined: Iterable[Pair]) -> Mapping[str, str]:
    pairs = sorted(joined)
    parent = {one: one for pair in pairs for one in pair}
    for left, right in pairs:
        _join(parent, left, right)
    return {one: _root(parent, one) for one in parent}


def _pairs(known: Mapping[str, Claim], grounds: Grounds) -> Iterable[Pair]:
    yield from (pair for pair in grounds.judged if pair[0] in known and pair[1] in known)
    for pair, relation in grounds.links.compared.items():
        if relation is not Relation.DIVERGE and pair not in grounds.judged and pair[0] in known and pair[1] in known:
            yield pair


def _basis(pair: Pair, known: Mapping[str, Claim], grounds: Grounds) -> Basis | None:
    """On what it rests that two claims are versions of one utterance; None where they are not."""
    left, right = known[pair[0]], known[pair[1]]
    if _document(left) == _document(right) or not set(left.sides) & set(right.sides):
        return None
    judgement = grounds.judgement(*pair)
    if judgement is not None:
        alike = judgement.word is Word.SAME or judgement.relation == Relation.PARTIAL
        return Basis.JUDGED if alike and _may_be_one_day(left, right) else None
    if left.speaker != right.speaker or left.about != right.about or not left.about or not _one_day(left, right):
        return None
    standing = grounds.standing(left.id)
    if standing is not None and standing == grounds.standing(right.id):
        return Basis.STATED
    return Basis.COMPUTED if _relays(left) & _relays(right) else None


def _document(claim: Claim) -> tuple[str, str]:
    return (claim.source.url, "") if claim.source.url else (claim.source.publisher, claim.source.title)


def _relays(claim: Claim) -> set[str]:
    return {name.casefold() for name in (claim.source.publisher, *claim.via) if name}


def _one_day(left: Claim, right: Claim) -> bool:
    days = [one.known_by for one in (left, right)]
    return all(day is not None and day.precision is Precision.DAY for day in days) and days[0] == days[1]


def _may_be_one_day(left: Claim, right: Claim) -> bool:
    """Said on days that overlap; where a page shows no day of speech, the same speaker must do."""
    if left.date is not None and right.date is not None:
        return left.date.overlaps(right.date)
    return left.speaker == right.speaker


def _root(parent: dict[str, str], one: str) -> str:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _join(parent: dict[str, str], left: str, right: str) -> None:
    a, b = _root(parent, left), _root(parent, right)
    parent[max(a, b)] = min(a, b)


def _reprint(chain: Sequence[str], basis: Basis, known: Mapping[str, Claim], grounds: Grounds) -> Reprint:
    features = grounds.comparer.features
    fullest = min(chain, key=lambda one: (-features(one).weight, one))
    issues = [known[one].about for one in chain if known[one].about]
    return Reprint(
        issue=issues[0] if issues else "",
        basis=basis,
        fullest=fullest,
        versions=tuple(_version(fullest, one, grounds) for one in chain if one != fullest),
    )


def _version(fullest: str, claim: str, grounds: Grounds) -> Version:
    compared = grounds.comparer.of(fullest, claim)
    lacks, adds = compared.alone
    judgement = grounds.judged.get(pair_of(fullest, claim))
    return Version(
        claim=claim,
        alterations=alterations(grounds.comparer.features(fullest), grounds.comparer.features(claim), compared),
        lacks=words_at(compared.left, lacks)[:_MOST_WORDS],
        adds=words_at(compared.right, adds)[:_MOST_WORDS],
        judged=judgement.because if judgement is not None else "",
    )
