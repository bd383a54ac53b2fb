"""Verdicts: what the sides come to on each issue, two by two, and where a side contradicts itself."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from attrs import evolve, field, frozen

from claimtrack.claim import Claim, Issue, Word, made_of
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Finding, Proof, Shift, SideView, Silence, Split, Verdict
from claimtrack.tracking.comparer import Pair, pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.sides import Between, SideClaims, SidePair, between, spoken
from claimtrack.tracking.standing import both_stand, relate, stood_by
from claimtrack.tracking.timeline import course

_ORDER = (Relation.DIVERGE, Relation.SAME, Relation.PARTIAL)
_VERDICT = {Relation.DIVERGE: Verdict.DIVERGE, Relation.SAME: Verdict.AGREE, Relation.PARTIAL: Verdict.PARTIAL}
_MOST_PROOFS = 4
"""Proofs shown per verdict; each pair of standings gives one, the rest would say the same."""
_SHOWN = 4

Told = Mapping[str, frozenset[str]]
"""For each side, the events that a complete source of that side tells of."""


class Ground(NamedTuple):
    """A reason for a verdict before it is shown: the claims that carry it; the most telling two will be the proof."""

    relation: Relation
    basis: Basis
    rule: str
    """Empty where the comparison of the two claims gives it."""
    left: Sequence[Claim]
    right: Sequence[Claim]


class Ruling(NamedTuple):
    """A verdict of two sides with what carries it."""

    verdict: Verdict
    basis: Basis = Basis.COMPUTED
    computed: Verdict | None = None
    because: Sequence[Ground] = ()


@frozen(kw_only=True)
class Found:
    """The findings on one issue, and how many pairs of sides a limit kept out."""

    findings: tuple[Finding, ...]
    left_out: int = 0


class _Side(NamedTuple):
    """What all findings of one side on one issue have in common."""

    view: SideView
    events: frozenset[str]
    split: Split | None
    course: tuple[Shift, ...]


@frozen(kw_only=True)
class _Question:
    """One issue while its findings are made; what is asked of a side or of two is worked out once."""

    issue: Issue
    said: Mapping[str, SideClaims]
    known: Between
    grounds: Grounds
    shown: bool = True
    """Are proofs shown, the most telling first? Where not, only verdicts are asked for."""
    _sides: dict[str, _Side] = field(factory=dict, init=False)
    _rulings: dict[SidePair, Ruling] = field(factory=dict, init=False)

    def side(self, side: str) -> _Side:
        """What the side says."""
        if side not in self._sides:
            self._sides[side] = _side(self, self.said.get(side, SideClaims(side=side)))
        return self._sides[side]

    def ruling(self, pair: SidePair) -> Ruling:
        """What two sides come to."""
        if pair not in self._rulings:
            self._rulings[pair] = _ruling(self, pair)
        return self._rulings[pair]


def findings_of(
    issue: Issue,
    claims: Sequence[Claim],
    sides: Sequence[str],
    grounds: Grounds,
    told: Told,
    *,
    beside: str = "",
    in_full: bool = False,
) -> Found:
    """One finding for each two sides of which at least one speaks to the issue; all pairs where no side does.

    With `beside`, only the pairs of that side. Else, where there are more than `settings.sides_limit` sides and not
    `in_full`: only pairs of which anything is known, at most `settings.side_pairs_limit`; the rest is counted.
    """
    question = _question(issue, claims, sides, grounds)
    pairs = _speaking(question, sides, beside)
    told_of = pairs if in_full else _told_of(question, pairs, sides, beside)
    return Found(
        findings=tuple(_finding(question, pair, told) for pair in told_of),
        left_out=len(pairs) - len(told_of),
    )


@frozen(kw_only=True)
class Outline:
    """A finding without its proof: what is needed to see whether a verdict is still the same."""

    issue: str
    between: SidePair
    verdict: Verdict
    split: tuple[str, ...]
    """The sides that contradict themselves."""
    claims: frozenset[str]
    """All claims of the two sides on the issue."""


def outlines_of(
    issue: Issue,
    claims: Sequence[Claim],
    sides: Sequence[str],
    grounds: Grounds,
    *,
    beside: str = "",
    among: Collection[SidePair] | None = None,
) -> Iterable[Outline]:
    """What `findings_of` finds, in outline: at a fraction of the cost, because nothing is compared to be shown.

    With `among`, only these pairs of sides, however many sides there are.
    """
    question = evolve(_question(issue, claims, sides, grounds), shown=False)
    said, split = question.said, {}
    for side, one in said.items():
        split[side] = next(iter(_contrary(issue, one, grounds)), None) is not None
    speaking = _speaking(question, sides, beside)
    told_of = (
        _told_of(question, speaking, sides, beside) if among is None else [one for one in speaking if one in among]
    )
    for pair in told_of:
        yield Outline(
            issue=issue.id,
            between=pair,
            verdict=question.ruling(pair).verdict,
            split=tuple(side for side in pair if split.get(side)),
            claims=frozenset[str]().union(*(said[side].ids for side in pair if side in said)),
        )


def _question(issue: Issue, claims: Sequence[Claim], sides: Sequence[str], grounds: Grounds) -> _Question:
    said = spoken(claims, sides, grounds)
    return _Question(issue=issue, said=said, known=between(said, grounds), grounds=grounds)


def _speaking(question: _Question, sides: Sequence[str], beside: str) -> Sequence[SidePair]:
    """Every two sides of which one speaks; all where none does."""
    said = question.said
    return [pair for pair in _pairs(sides, beside) if not said or pair[0] in said or pair[1] in said]


def _told_of(question: _Question, pairs: Sequence[SidePair], sides: Sequence[str], beside: str) -> Sequence[SidePair]:
    """The pairs to tell of: where there are many sides, those of which anything is known."""
    if len(sides) <= question.grounds.comparer.settings.sides_limit or beside:
        return pairs
    known = question.known.pairs()
    return _most_telling(question, [pair for pair in pairs if pair in known])


def _pairs(sides: Sequence[str], beside: str) -> Iterable[SidePair]:
    if not beside:
        return combinations(sides, 2)
    at = sides.index(beside)
    return [*((side, beside) for side in sides[:at]), *((beside, side) for side in sides[at + 1 :])]


def _most_telling(question: _Question, pairs: Sequence[SidePair]) -> Sequence[SidePair]:
    """The pairs to tell of, in the order given: where they are too many, divergences before agreement."""
    most = question.grounds.comparer.settings.side_pairs_limit
    if len(pairs) <= most:
        return pairs
    rank = {verdict: index for index, verdict in enumerate(_VERDICT.values())}
    kept = set(sorted(pairs, key=lambda pair: rank[question.ruling(pair).verdict])[:most])
    return [pair for pair in pairs if pair in kept]


def _finding(question: _Question, pair: SidePair, told: Told) -> Finding:
    ruling = question.ruling(pair)
    parts = [question.side(side) for side in pair]
    events = frozenset[str]().union(*(one.events for one in parts))
    return Finding(
        issue=question.issue.id,
        question=question.issue.question,
        between=pair,
        verdict=ruling.verdict,
        basis=ruling.basis,
        computed=ruling.computed,
        sides=tuple(_view(one.view, events & told.get(one.view.side, frozenset())) for one in parts),
        because=tuple(_proof(ground, question.grounds) for ground in ruling.because),
        splits=tuple(one.split for one in parts if one.split is not None),
        course=tuple(shift for one in parts for shift in one.course),
        note=question.issue.note,
    )


def _side(question: _Question, said: SideClaims) -> _Side:
    issue, grounds = question.issue, question.grounds
    return _Side(
        view=SideView(
            side=said.side,
            claims=tuple(claim.id for claim in said.now),
            earlier=tuple(claim.id for claim in said.earlier),
            positions=tuple(dict.fromkeys(position_id(grounds, claim.id) for claim in said.now)),
        ),
        events=frozenset(claim.event for claim in said.now if claim.event),
        split=_split(issue, said, grounds),
        course=course(issue, said.side, (*said.earlier, *said.now), grounds),
    )


def _view(view: SideView, told_whole: frozenset[str]) -> SideView:
    if view.claims:
        return view
    return evolve(view, silence=Silence.SILENT if told_whole else Silence.NOT_COVERED)


def position_id(grounds: Grounds, claim_id: str) -> str:
    """The id of the position that a claim holds: the stated one, or one named after the claims that share it."""
    standing = grounds.whole.standing(claim_id)
    return standing.id if standing is not None else made_of(grounds.whole.root(claim_id))


def _ruling(question: _Question, pair: SidePair) -> Ruling:
    speaking = sum(side in question.said for side in pair)
    if not speaking:
        return Ruling(Verdict.UNKNOWN)
    if speaking < len(pair):
        return Ruling(Verdict.ONE_SIDED)
    computed, worded = _weigh(list(_worded(question, pair)))
    by_person = list(_personal(question, pair))
    if not by_person:
        return Ruling(computed, because=worded or [_no_more(question, pair)])
    verdict, because = _weigh(by_person)
    otherwise = computed is not verdict and _may_be_compared(question, pair)
    return Ruling(verdict, _basis(because), computed if otherwise else None, because)


def _no_more(question: _Question, pair: SidePair) -> Ground:
    """Why two sides that both speak come to no more than that: shown on the latest claims of the two."""
    left, right = (max(question.said[side].now, key=_moment) for side in pair)
    return Ground(Relation.PARTIAL, Basis.COMPUTED, "", (left,), (right,))


def _moment(claim: Claim) -> tuple[str, str]:
    return ("" if claim.known_by is None else claim.known_by.last.isoformat(), claim.id)


def _may_be_compared(question: _Question, pair: SidePair) -> bool:
    """Has each side a wording that is not too long?"""
    compares = question.grounds.comparer.compares
    return all(any(compares(claim.id) for claim in question.said[side].now) for side in pair)


def _weigh(evidence: Sequence[Ground]) -> tuple[Verdict, Sequence[Ground]]:
    """Diverge if anything diverges, else agree if anything is the same, else partial; with what carries it."""
    for relation in _ORDER:
        carrying = [ground for ground in evidence if ground.relation is relation]
        if carrying:
            return _VERDICT[relation], carrying[:_MOST_PROOFS]
    return Verdict.PARTIAL, ()


def _basis(because: Sequence[Ground]) -> Basis:
    return next(basis for basis in Basis if any(ground.basis is basis for ground in because))


def _personal(question: _Question, pair: SidePair) -> Iterable[Ground]:
    """What persons stated or judged of claims of two sides, one ground for each two standings."""
    for judged in question.known.judged.get(pair, ()):
        yield from _judged(judged, question.grounds)
    if pair not in question.known.stated:
        return
    left, right = (question.said[side] for side in pair)
    for root in (root for root in left.classes if root in right.classes):
        yield from _shared(left.classes[root], right.classes[root], question.grounds)
    for a, a_claims in left.standings:
        for b, b_claims in right.standings:
            if a != b:
                relation, rule = relate(question.issue, a, b)
                yield Ground(relation, Basis.STATED, rule, a_claims, b_claims)


def _judged(pair: Pair, grounds: Grounds) -> Iterable[Ground]:
    """A pair that a person judged different and said how; sameness shows in the classes."""
    found = grounds.judged[pair_of(*pair)]
    if found.relation in ("diverge", "partial"):
        rule = found.because or "a person judged them different"
        left, right = (grounds.comparer.claims[claim_id] for claim_id in pair)
        yield Ground(Relation(found.relation), Basis.JUDGED, rule, (left,), (right,))


def _shared(left: Sequence[Claim], right: Sequence[Claim], grounds: Grounds) -> Iterable[Ground]:
    """Both sides have claims in one class: one position, or a judgement says so; not by one statement of both alone."""
    theirs = {claim.id for claim in right}
    both = next((claim for claim in left if claim.id in theirs), None)
    standing = grounds.standing(left[0].id)
    if standing is None:
        if len({claim.id for claim in (*left, *right)}) > 1:
            yield Ground(Relation.SAME, Basis.JUDGED, "a person judged them the same", left, right)
        return
    if both is not None:
        yield _together(both, Basis.STATED)
        return
    yield Ground(Relation.SAME, Basis.STATED, both_stand(stood_by(standing, (*left, *right))), left, right)


def _together(both: Claim, basis: Basis) -> Ground:
    return Ground(Relation.SAME, basis, "both sides said it together", (both,), (both,))


def _worded(question: _Question, pair: SidePair) -> Iterable[Ground]:
    """What the wordings say of claims of two sides; the likest pairs first."""
    comparer = question.grounds.comparer
    for claim in question.known.shared.get(pair, ()):
        yield _together(claim, Basis.COMPUTED)
    for one in _likest_first(question, pair):
        left, right = (comparer.claims[claim_id] for claim_id in one)
        relation, rule = question.grounds.relation(*one), ""
        judged = question.grounds.judgement(*one)
        if relation is Relation.SAME and judged is not None and judged.word is Word.DIFFERENT:
            relation, rule = Relation.PARTIAL, judged.because or "a person judged them different"
        yield Ground(relation, Basis.COMPUTED, rule, (left,), (right,))


def _likest_first(question: _Question, pair: SidePair) -> Iterable[Pair]:
    """The related claims of two sides; in any order where no proof is shown."""
    related = question.known.related.get(pair, ())
    if not question.shown:
        return related
    comparer = question.grounds.comparer
    likeness = {one: comparer.outcome(*one).similarity for one in related}
    return sorted(likeness, key=lambda one: (-likeness[one], one))


def _proof(ground: Ground, grounds: Grounds) -> Proof:
    left, right = _telling(ground, grounds)
    return grounds.proof((left, right), ground.relation, ground.basis, ground.rule)


def _telling(ground: Ground, grounds: Grounds) -> Pair:
    """The two claims to show for a reason: of the latest of each, such as stand so by wording, then the likest."""
    shown = [(a.id, b.id) for a in ground.left[-_SHOWN:] for b in ground.right[-_SHOWN:]]
    if len(shown) == 1:
        return shown[0]

    def telling(pair: Pair) -> tuple[bool, float, str, str]:
        outcome = grounds.comparer.outcome(*pair)
        return outcome.relation is ground.relation, outcome.similarity, *pair

    return max(shown, key=telling)


def _split(issue: Issue, one: SideClaims, grounds: Grounds) -> Split | None:
    """Current claims of one side that cannot both hold: judged, stated, or else by their wordings."""
    contrary = list(_contrary(issue, one, grounds))
    pairs = [_telling(ground, grounds) for ground in contrary]
    told = {frozenset(pair): (pair, ground) for pair, ground in zip(reversed(pairs), reversed(contrary), strict=True)}
    because = tuple(
        grounds.proof(pair, ground.relation, ground.basis, ground.rule)
        for pair, ground in list(reversed(told.values()))[:_MOST_PROOFS]
    )
    return Split(side=one.side, because=because) if because else None


def _contrary(issue: Issue, one: SideClaims, grounds: Grounds) -> Iterable[Ground]:
    yield from _judged_split(one.now, grounds)
    yield from _stated_split(issue, one)
    yield from _worded_split(one.now, grounds)


def _judged_split(claims: Sequence[Claim], grounds: Grounds) -> Iterable[Ground]:
    own = {claim.id for claim in claims}
    for pair in sorted({pair_of(a, b) for a in own for b in grounds.apart.get(a, ()) if b in own}):
        for ground in _judged(pair, grounds):
            if ground.relation is Relation.DIVERGE:
                yield ground


def _stated_split(issue: Issue, one: SideClaims) -> Iterable[Ground]:
    for (a, a_claims), (b, b_claims) in combinations(one.standings, 2):
        relation, rule = relate(issue, a, b)
        if relation is Relation.DIVERGE:
            yield Ground(relation, Basis.STATED, rule, a_claims, b_claims)


def _worded_split(claims: Sequence[Claim], grounds: Grounds) -> Iterable[Ground]:
    """Pairs whose wordings diverge and of which no person said how they stand."""
    own = {claim.id: claim for claim in claims}
    near = {pair_of(a, b) for a in own for b in grounds.related.get(a, ()) if b in own and grounds.opposed(a, b)}
    for a, b in sorted(near):
        if grounds.judgement(a, b) is not None:
            continue
        if grounds.standing(a) is None or grounds.standing(b) is None:
            yield Ground(Relation.DIVERGE, Basis.COMPUTED, "", (own[a],), (own[b],))
