"""Verdicts: what the sides come to on each issue, two by two, and where a side contradicts itself."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from claimtrack.claim import Claim, Issue
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Finding, Proof, SideView, Silence, Split, Verdict
from claimtrack.tracking.classes import members
from claimtrack.tracking.comparer import pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import Standing, relate
from claimtrack.tracking.timeline import course, current

_ORDER = (Relation.DIVERGE, Relation.SAME, Relation.PARTIAL)
_VERDICT = {Relation.DIVERGE: Verdict.DIVERGE, Relation.SAME: Verdict.AGREE, Relation.PARTIAL: Verdict.PARTIAL}
_MOST_PROOFS = 4
"""Proofs shown per verdict; each pair of standings gives one, the rest would say the same."""

Told = Mapping[str, frozenset[str]]
"""For each side, the events that a complete source of that side tells of."""


@frozen(kw_only=True)
class _SideClaims:
    side: str
    now: tuple[Claim, ...]
    earlier: tuple[Claim, ...]


def findings_of(
    issue: Issue, claims: Sequence[Claim], sides: Sequence[str], grounds: Grounds, told: Told
) -> tuple[Finding, ...]:
    """One finding for each two sides of which at least one speaks to the issue; all pairs where none does."""
    spoken = {side: _side_claims(side, claims) for side in sides}
    splits = {side: _split(issue, one, grounds) for side, one in spoken.items()}
    pairs = [(a, b) for a, b in combinations(sides, 2) if not claims or spoken[a].now or spoken[b].now]
    return tuple(_finding(issue, (spoken[a], spoken[b]), splits, grounds, told) for a, b in pairs)


def _side_claims(side: str, claims: Iterable[Claim]) -> _SideClaims:
    now, earlier = current(claim for claim in claims if side in claim.sides)
    return _SideClaims(side=side, now=now, earlier=earlier)


def _finding(
    issue: Issue,
    pair: tuple[_SideClaims, _SideClaims],
    splits: Mapping[str, Split | None],
    grounds: Grounds,
    told: Told,
) -> Finding:
    left, right = pair
    verdict, basis, computed, because = _verdict(issue, left.now, right.now, grounds)
    moves = [shift for one in pair for shift in course(issue, one.side, (*one.earlier, *one.now), grounds)]
    events = {claim.event for one in pair for claim in one.now if claim.event}
    return Finding(
        issue=issue.id,
        question=issue.question,
        between=(left.side, right.side),
        verdict=verdict,
        basis=basis,
        computed=computed,
        sides=tuple(_view(one, grounds, events & told.get(one.side, frozenset())) for one in pair),
        because=because,
        splits=tuple(split for one in pair if (split := splits[one.side]) is not None),
        course=tuple(moves),
        note=issue.note,
    )


def _view(one: _SideClaims, grounds: Grounds, told_whole: Iterable[str]) -> SideView:
    silence = Silence.SPEAKS
    if not one.now:
        silence = Silence.SILENT if any(told_whole) else Silence.NOT_COVERED
    return SideView(
        side=one.side,
        claims=tuple(claim.id for claim in one.now),
        earlier=tuple(claim.id for claim in one.earlier),
        positions=tuple(dict.fromkeys(position_id(grounds, claim.id) for claim in one.now)),
        silence=silence,
    )


def position_id(grounds: Grounds, claim_id: str) -> str:
    """The id of the position that a claim holds: the stated one, or one named after the claims that share it."""
    standing = grounds.whole.standing(claim_id)
    return standing.id if standing is not None else f"like-{grounds.whole.root(claim_id)}"


def _verdict(
    issue: Issue, left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds
) -> tuple[Verdict, Basis, Verdict | None, tuple[Proof, ...]]:
    if not left and not right:
        return Verdict.UNKNOWN, Basis.COMPUTED, None, ()
    if not left or not right:
        return Verdict.ONE_SIDED, Basis.COMPUTED, None, ()
    by_person = tuple(_personal(issue, left, right, grounds))
    by_words = tuple(_worded(left, right, grounds))
    computed, computed_proofs = _weigh(by_words)
    if not by_person:
        return computed, Basis.COMPUTED, None, computed_proofs
    verdict, proofs = _weigh(by_person)
    return verdict, _basis(proofs), computed if computed is not verdict else None, proofs


def _weigh(evidence: Sequence[Proof]) -> tuple[Verdict, tuple[Proof, ...]]:
    """Diverge if anything diverges, else agree if anything is the same, else partial; with what carries it."""
    for relation in _ORDER:
        carrying = [proof for proof in evidence if proof.relation is relation]
        if carrying:
            return _VERDICT[relation], tuple(carrying[:_MOST_PROOFS])
    return Verdict.PARTIAL, ()


def _basis(proofs: Sequence[Proof]) -> Basis:
    return next(basis for basis in Basis if any(proof.basis is basis for proof in proofs))


def _personal(issue: Issue, left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> Iterable[Proof]:
    """What persons stated or judged of claims of two sides, one proof for each two standings."""
    yield from _judged(left, right, grounds)
    mine, yours = _by_class(left, grounds), _by_class(right, grounds)
    for root in (root for root in mine if root in yours):
        yield _shared(mine[root], yours[root], grounds)
    for a, a_claims in _with_standing(mine, grounds):
        for b, b_claims in _with_standing(yours, grounds):
            if a != b:
                relation, rule = relate(issue, a, b)
                yield grounds.proof(_likest(a_claims, b_claims, grounds), relation, Basis.STATED, rule)


def _judged(left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> Iterable[Proof]:
    """Pairs that a person judged different and said how; sameness shows in the classes."""
    on_the_left, on_the_right = {claim.id for claim in left}, {claim.id for claim in right}
    for a, b in sorted(grounds.links.apart):
        for mine, yours in ((a, b), (b, a)):
            found = grounds.judged[a, b]
            if mine in on_the_left and yours in on_the_right and found.relation in ("diverge", "partial"):
                rule = found.because or "a person judged them different"
                yield grounds.proof((mine, yours), Relation(found.relation), Basis.JUDGED, rule)
                break


def _by_class(claims: Iterable[Claim], grounds: Grounds) -> Mapping[str, tuple[Claim, ...]]:
    """The claims by the class that persons put them in, in the order given."""
    return members(grounds.stated, claims)


def _with_standing(
    classes: Mapping[str, tuple[Claim, ...]], grounds: Grounds
) -> Iterable[tuple[Standing, tuple[Claim, ...]]]:
    for root, claims in classes.items():
        standing = grounds.standing(root)
        if standing is not None:
            yield standing, claims


def _shared(left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> Proof:
    """Both sides have claims in one class: one statement of both, one position, or a judgement says so."""
    both = next((claim for claim in left if claim in right), None)
    if both is not None:
        return grounds.proof((both.id, both.id), Relation.SAME, Basis.STATED, "both sides said it together")
    standing = grounds.standing(left[0].id)
    pair = _likest(left, right, grounds)
    if standing is None:
        return grounds.proof(pair, Relation.SAME, Basis.JUDGED, "a person judged them the same")
    return grounds.proof(pair, Relation.SAME, Basis.STATED, f"both hold the position “{standing.id}”")


def _likest(left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> tuple[str, str]:
    """The two claims to show for two classes: the latest of each side whose wordings are likest."""
    shown = [(a, b) for a in left[-_SHOWN:] for b in right[-_SHOWN:]]
    best = max(shown, key=lambda pair: (grounds.comparer.of(pair[0].id, pair[1].id).similarity, pair[0].id, pair[1].id))
    return best[0].id, best[1].id


_SHOWN = 4


def _worded(left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> Iterable[Proof]:
    """What the wordings say of claims of two sides; the likest pairs first."""
    other = {claim.id for claim in right}
    for claim in left:
        if claim.id in other:
            yield grounds.proof((claim.id, claim.id), Relation.SAME, Basis.COMPUTED, "both sides said it together")
    pairs = [(claim.id, near) for claim in left for near in grounds.related.get(claim.id, ()) if near in other]
    likeness = {pair: grounds.comparer.of(*pair).similarity for pair in pairs}
    for pair in sorted(pairs, key=lambda pair: (-likeness[pair], pair)):
        yield grounds.proof(pair, grounds.relation(*pair), Basis.COMPUTED, grounds.comparer.of(*pair).reason)


def _split(issue: Issue, one: _SideClaims, grounds: Grounds) -> Split | None:
    """Current claims of one side that cannot both hold: judged, stated, or else by their wordings."""
    proofs = [*_judged(one.now, one.now, grounds), *_stated_split(issue, one.now, grounds)]
    proofs.extend(_worded_split(one.now, grounds))
    contrary = {frozenset((proof.left, proof.right)): proof for proof in reversed(proofs) if _is_contrary(proof)}
    because = tuple(reversed(contrary.values()))
    return Split(side=one.side, because=because[:_MOST_PROOFS]) if because else None


def _is_contrary(proof: Proof) -> bool:
    return proof.relation is Relation.DIVERGE


def _stated_split(issue: Issue, claims: Sequence[Claim], grounds: Grounds) -> Iterable[Proof]:
    for (a, a_claims), (b, b_claims) in combinations(_with_standing(_by_class(claims, grounds), grounds), 2):
        relation, rule = relate(issue, a, b)
        if relation is Relation.DIVERGE:
            yield grounds.proof(_likest(a_claims, b_claims, grounds), relation, Basis.STATED, rule)


def _worded_split(claims: Sequence[Claim], grounds: Grounds) -> Iterable[Proof]:
    """Pairs whose wordings diverge and of which no person said how they stand."""
    own = {claim.id for claim in claims}
    pairs = sorted({pair_of(claim.id, near) for claim in claims for near in grounds.related.get(claim.id, ())})
    for a, b in pairs:
        if not (a in own and b in own and grounds.opposed(a, b)) or grounds.judgement(a, b) is not None:
            continue
        if grounds.standing(a) is None or grounds.standing(b) is None:
            yield grounds.proof((a, b), Relation.DIVERGE, Basis.COMPUTED, grounds.comparer.of(a, b).reason)
