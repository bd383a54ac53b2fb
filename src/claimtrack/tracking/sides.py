"""What each side says on one issue, and what there is of every two sides: found in one pass over the issue's claims."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from attrs import define, field, frozen

from claimtrack.claim import Claim
from claimtrack.tracking.classes import members
from claimtrack.tracking.comparer import Pair, pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import Standing
from claimtrack.tracking.timeline import current

SidePair = tuple[str, str]
"""Two side ids, in the order in which the ledger declares them."""


@frozen(kw_only=True)
class SideClaims:
    """One side on one issue: its current claims, the earlier ones, and the classes that persons put the former in."""

    side: str
    now: tuple[Claim, ...] = ()
    earlier: tuple[Claim, ...] = ()
    classes: Mapping[str, tuple[Claim, ...]] = field(factory=dict)
    standings: tuple[tuple[Standing, tuple[Claim, ...]], ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim.id for claim in (*self.now, *self.earlier))


def spoken(claims: Iterable[Claim], sides: Sequence[str], grounds: Grounds) -> Mapping[str, SideClaims]:
    """Of each side that speaks, in the order of `sides`, what it says."""
    by_side: dict[str, list[Claim]] = {side: [] for side in sides}
    for claim in claims:
        for side in dict.fromkeys(claim.sides):
            if side in by_side:
                by_side[side].append(claim)
    return {side: _side_claims(side, said, grounds) for side, said in by_side.items() if said}


def _side_claims(side: str, claims: Iterable[Claim], grounds: Grounds) -> SideClaims:
    now, earlier = current(claims)
    classes = members(grounds.stated, now)
    standings = tuple(
        (standing, group) for root, group in classes.items() if (standing := grounds.standing(root)) is not None
    )
    return SideClaims(side=side, now=now, earlier=earlier, classes=classes, standings=standings)


@define
class Between:
    """For every two sides, the pairs of their claims that anything is known of, the first side's claim first.

    Two sides of which nothing is known are in none of these. Both orders of a pair of sides that share a claim
    are looked at; of a judged pair the first that fits is kept.
    """

    shared: dict[SidePair, list[Claim]] = field(factory=dict)
    """Claims that both sides make."""
    related: dict[SidePair, list[Pair]] = field(factory=dict)
    """Pairs whose wordings are related."""
    judged: dict[SidePair, list[Pair]] = field(factory=dict)
    """Pairs judged different, by their ids."""
    stated: set[SidePair] = field(factory=set)
    """Sides that persons put into one class, or that both have a stated standing."""

    def pairs(self) -> set[SidePair]:
        """Every two sides of which anything is known."""
        return {*self.shared, *self.related, *self.judged, *self.stated}


def between(said: Mapping[str, SideClaims], grounds: Grounds) -> Between:
    """What is known of every two sides that speak; linear in the claims and in what they are related to."""
    order = {side: index for index, side in enumerate(said)}
    speaks: dict[str, list[str]] = {}
    for side, one in said.items():
        for claim in one.now:
            speaks.setdefault(claim.id, []).append(side)
    found = Between()
    for one in said.values():
        for claim in one.now:
            _of_claim(found, claim, one.side, speaks, order, grounds)
    apart = {pair_of(a, b) for a in speaks for b in grounds.apart.get(a, ()) if b in speaks}
    for pair in sorted(apart):
        for sides, oriented in _judged(pair, speaks, order).items():
            found.judged.setdefault(sides, []).append(oriented)
    _stated(found, said)
    return found


def _of_claim(
    found: Between,
    claim: Claim,
    side: str,
    speaks: Mapping[str, Sequence[str]],
    order: Mapping[str, int],
    grounds: Grounds,
) -> None:
    """What one claim of a side says beside later sides."""
    for other in speaks[claim.id]:
        if order[side] < order[other]:
            found.shared.setdefault((side, other), []).append(claim)
    for near in grounds.related.get(claim.id, ()):
        for other in speaks.get(near, ()):
            if order[side] < order[other]:
                found.related.setdefault((side, other), []).append((claim.id, near))


def _judged(pair: Pair, speaks: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> Mapping[SidePair, Pair]:
    a, b = pair
    found: dict[SidePair, Pair] = {}
    for mine in speaks[a]:
        for yours in speaks[b]:
            if order[mine] < order[yours]:
                found[mine, yours] = (a, b)
            elif order[yours] < order[mine]:
                found.setdefault((yours, mine), (b, a))
    return found


def _stated(found: Between, said: Mapping[str, SideClaims]) -> None:
    by_class: dict[str, list[str]] = {}
    for side, one in said.items():
        for root in one.classes:
            by_class.setdefault(root, []).append(side)
    for sides in by_class.values():
        found.stated.update(combinations(sides, 2))
    found.stated.update(combinations([side for side, one in said.items() if one.standings], 2))
