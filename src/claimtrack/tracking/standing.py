"""How two stated standings relate: a standing is a position and the stance taken to it."""

from collections.abc import Iterable

from attrs import Factory, evolve, field, frozen

from claimtrack.claim import Attitude, Claim, Issue, Reported, Stance, standing_verb
from claimtrack.evidence import Relation


@frozen(kw_only=True)
class Standing:
    """A position of an issue and the attitude that a claim takes to it."""

    issue: str
    position: str
    attitude: Attitude
    verb: str = field(eq=False, default=Factory(lambda self: self.attitude.verb, takes_self=True))
    """What who has it does with the position, in the words of the stances."""

    @property
    def words(self) -> str:
        """The position's id, and what is done with it where it is not held: “spring” (denies)."""
        return f"“{self.position}”" if self.attitude is Attitude.FOR else f"“{self.position}” ({self.verb})"

    @property
    def id(self) -> str:
        """The position's id; with the attitude where it is not `for`."""
        return self.attitude.of(self.position)


def standing_of(claim: Claim) -> Standing | None:
    """The standing that the editor wrote on a claim, or None."""
    if not (claim.about and claim.holds):
        return None
    return Standing(issue=claim.about, position=claim.holds, attitude=claim.stance.attitude, verb=claim.stance.verb)


def stood_by(standing: Standing, claims: Iterable[Claim]) -> Standing:
    """The standing with the verb of some of the claims that have it."""
    stances = (claim.stance for claim in claims if claim.holds == standing.position)
    return evolve(standing, verb=standing_verb(stances, standing.attitude))


def ascribed(reported: Reported) -> Standing | None:
    """The standing that a claim says another side has, or None where it names no position."""
    if not reported.holds:
        return None
    return Standing(
        issue=reported.issue,
        position=reported.holds,
        attitude=reported.stance.attitude,
        verb=reported.stance.verb,
    )


def bears_out(issue: Issue, own: Standing, said: Standing) -> bool:
    """Does who has the standing `own` also have `said`: the same, or a wider position while both are for it?"""
    if own == said:
        return True
    return own.attitude is said.attitude is Attitude.FOR and said.position in wider(issue, own.position)


def relate(issue: Issue, left: Standing, right: Standing) -> tuple[Relation, str]:
    """How two standings on one issue relate, and the rule that says so; mirrored arguments give the same relation."""
    if left.position == right.position:
        return _on_one_position(left, right)
    if left.attitude is Attitude.FOR and right.attitude is Attitude.FOR:
        return _both_for(issue, left.position, right.position)
    for denier, holder in ((left, right), (right, left)):
        if denier.attitude is Attitude.AGAINST and holder.attitude is Attitude.FOR:
            if denier.position in wider(issue, holder.position):
                return Relation.DIVERGE, f"one {denier.verb} “{denier.position}”, the other holds a narrower form of it"
            return Relation.PARTIAL, f"one {denier.verb} what the other does not hold"
    return Relation.PARTIAL, "they speak of different positions, and neither rules the other out"


def _on_one_position(left: Standing, right: Standing) -> tuple[Relation, str]:
    if left.attitude is right.attitude:
        return Relation.SAME, f"both stand alike to the position “{left.position}”"
    if Attitude.OPEN in (left.attitude, right.attitude):
        verb = left.verb if left.attitude is Attitude.OPEN else right.verb
        return Relation.PARTIAL, f"one {_of_position(verb, left.position)}"
    verb = left.verb if left.attitude is Attitude.AGAINST else right.verb
    return Relation.DIVERGE, f"one holds the position “{left.position}”, the other {verb} it"


def both_stand(standing: Standing) -> str:
    """The rule for two sides that stand alike: “both hold the position …”, “each denies the position …”."""
    if standing.attitude is Attitude.FOR:
        return f"both hold the position “{standing.position}”"
    return f"each {_of_position(standing.verb, standing.position)}"


def _of_position(verb: str, position: str) -> str:
    """“denies the position …”, “denies the position … or declines it”; to leave open takes it in the middle."""
    first, _, second = verb.partition(" or ")
    told = _done_with(first, f"the position “{position}”")
    return f"{told} or {_done_with(second, 'it')}" if second else told


def _done_with(verb: str, what: str) -> str:
    return f"leaves {what} open" if verb == _LEAVES_OPEN else f"{verb} {what}"


_LEAVES_OPEN = Stance.LEAVES_OPEN.verb


def _both_for(issue: Issue, left: str, right: str) -> tuple[Relation, str]:
    for mine in (left, *wider(issue, left)):
        for yours in (right, *wider(issue, right)):
            if issue.excludes(mine, yours):
                return Relation.DIVERGE, f"the ledger says that “{mine}” and “{yours}” exclude each other"
    if right in wider(issue, left) or left in wider(issue, right):
        return Relation.PARTIAL, "one position narrows the other"
    return Relation.PARTIAL, "the positions differ, and the ledger does not say that they exclude each other"


def wider(issue: Issue, position: str) -> tuple[str, ...]:
    """The positions that `position` narrows, nearest first; a circle of `narrows` ends where it began."""
    chain: list[str] = []
    here = issue.position(position)
    while here is not None and here.narrows and here.narrows not in chain and here.narrows != position:
        chain.append(here.narrows)
        here = issue.position(here.narrows)
    return tuple(chain)
