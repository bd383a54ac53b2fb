"""Words in their mouth: what one side says that another holds, beside what that one says itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.claim import Claim, Issue, Reported
from claimtrack.evidence import Relation
from claimtrack.finding import Basis
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import ascribed, bears_out, relate, stood_by
from claimtrack.tracking.timeline import current
from claimtrack.voices import Ascription, Borne

_MOST_PROOFS = 2
_BORNE = {Relation.DIVERGE: Borne.DISPUTED, Relation.SAME: Borne.CONFIRMED}


class _Seen(NamedTuple):
    """What one claim of the side's own says of what is ascribed to it."""

    relation: Relation
    basis: Basis
    rule: str
    own: Claim


def ascriptions(
    claims: Iterable[Claim], issues: Iterable[tuple[Issue, Sequence[Claim]]], grounds: Grounds
) -> tuple[Ascription, ...]:
    """Each position that a claim reports of another side, in the order of the claims; linear in claims and reports.

    Own words that cannot hold beside it make it disputed, else the same or narrower ones confirmed. What persons stated
    or judged outranks the wordings, which are asked only where it has nothing to say.
    """
    on = {issue.id: (issue, said) for issue, said in issues}
    spoken: dict[str, Mapping[str, Sequence[Claim]]] = {}
    found = []
    for claim in claims:
        for reported in claim.reports:
            if reported.issue in on:
                issue, said = on[reported.issue]
                if issue.id not in spoken:
                    spoken[issue.id] = _by_side(said)
                own, later = _own(claim, spoken[issue.id].get(reported.side, ()), grounds)
                found.append(_ascription(claim, reported, issue, own, grounds, later=later))
    return tuple(found)


def _by_side(claims: Sequence[Claim]) -> Mapping[str, Sequence[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for side in dict.fromkeys(claim.sides):
            found.setdefault(side, []).append(claim)
    return found


def _own(claim: Claim, said: Sequence[Claim], grounds: Grounds) -> tuple[Sequence[Claim], bool]:
    """What the side itself held when the claim was made, or else all that it said afterwards, and which of the two."""
    when = claim.known_by
    if when is None:
        return said, False
    until = [one for one in said if one.known_by is None or one.known_by.first <= when.last]
    if until or not said:
        return current(until, grounds.standing)[0], False
    return said, True


def _ascription(
    claim: Claim, reported: Reported, issue: Issue, own: Sequence[Claim], grounds: Grounds, *, later: bool
) -> Ascription:
    seen = [one for other in own for one in _seen(claim, reported, issue, other, grounds)]
    personal = [one for one in seen if one.basis is not Basis.COMPUTED]
    borne, telling = (_first if later else _weigh)(personal or seen)
    standing = ascribed(reported)
    return Ascription(
        claim=claim.id,
        side=reported.side,
        issue=issue.id,
        position=standing.id if standing is not None else "",
        borne=borne,
        basis=telling[0].basis if telling else Basis.STATED,
        own=tuple(one.id for one in own),
        later=later and bool(own),
        because=tuple(
            grounds.proof((claim.id, one.own.id), one.relation, one.basis, one.rule) for one in telling[:_MOST_PROOFS]
        ),
    )


def _weigh(seen: Sequence[_Seen]) -> tuple[Borne, Sequence[_Seen]]:
    for relation, borne in _BORNE.items():
        telling = [one for one in seen if one.relation is relation]
        if telling:
            return borne, telling
    return Borne.UNCONFIRMED, seen


def _first(seen: Sequence[_Seen]) -> tuple[Borne, Sequence[_Seen]]:
    """Of words said later the first that decide: what a side came to say after that says nothing of the claim."""
    for one in seen:
        if one.relation in _BORNE:
            return _BORNE[one.relation], [one]
    return Borne.UNCONFIRMED, seen


def _seen(claim: Claim, reported: Reported, issue: Issue, own: Claim, grounds: Grounds) -> Iterator[_Seen]:
    judgement = grounds.judgement(claim.id, own.id)
    if judgement is not None and (judgement.relation or judgement.word == "same"):
        relation = Relation(judgement.relation or Relation.SAME)
        yield _Seen(relation, Basis.JUDGED, judgement.because or f"a person judged them {judgement.word}", own)
        return
    said, held = ascribed(reported), grounds.standing(own.id)
    if said is not None and held is not None:
        relation, rule = relate(issue, stood_by(held, [own]), said)
        if bears_out(issue, held, said) and relation is not Relation.SAME:
            rule = f"“{held.id}” is a narrower form of “{said.id}”"
        yield _Seen(Relation.SAME if bears_out(issue, held, said) else relation, Basis.STATED, rule, own)
        return
    if said is None or held is None:
        relation = grounds.relation(claim.id, own.id)
        if relation is Relation.UNRELATED and claim.about != own.about:
            relation = grounds.comparer.outcome(claim.id, own.id).relation
        if relation is not Relation.UNRELATED:
            yield _Seen(relation, Basis.COMPUTED, "", own)
