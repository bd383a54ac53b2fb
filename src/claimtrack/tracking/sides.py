"""What each side says on one issue, and what there is of every two sides: found in one pass over the issue's claims."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from attrs import define, field, frozen

from claimtrack.claim import Claim
from claimtrack.tracking.classes import members
from claimtrack.tracking.comparer import Pair, pair_of
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import Standing, stood_by
from claimtrack.tracking.timeline import current, is_before, latest_days

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
    by_speaker: dict[str, list[Claim]] = {}
    for claim in claims:
        by_speaker.setdefault(claim.speaker, []).append(claim)
        for side in dict.fromkeys(claim.sides):
            if side in by_side:
                by_side[side].append(claim)
    moving = [own for own in by_speaker.values() if any(one.sides != own[0].sides for one in own)]
    return {
        side: _side_claims(side, said, latest_days(_for_others(side, moving)), grounds)
        for side, said in by_side.items()
        if said
    }


def _for_others(side: str, moving: Iterable[Iterable[Claim]]) -> Iterable[Claim]:
    """What those who speak for several sides, now for one and now for another, said for others than this one."""
    return (claim for own in moving for claim in own if claim.sides and side not in claim.sides)


def _side_claims(side: str, claims: Sequence[Claim], gone: Mapping[str, date], grounds: Grounds) -> SideClaims:
    """`gone`: the last days on which its speakers spoke for others."""
    now, _ = current(claims, grounds.standing)
    now = _without_left(now, gone, grounds)
    kept = {claim.id for claim in now}
    classes = members(grounds.stated, now)
    standings = tuple(
        (stood_by(standing, group), group)
        for root, group in classes.items()
        if (standing := grounds.standing(root)) is not None
    )
    return SideClaims(
        side=side,
        now=now,
        earlier=tuple(claim for claim in claims if claim.id not in kept),
        classes=classes,
        standings=standings,
    )


def _without_left(now: tuple[Claim, ...], gone: Mapping[str, date], grounds: Grounds) -> tuple[Claim, ...]:
    """Without what speakers said who speak for others since, where the side has spoken by others since.

    A stated position is replaced by a stated one alone.
    """
    if not any(claim.speaker in gone for claim in now):
        return now
    spoken = latest_days(now)
    stated = latest_days(claim for claim in now if grounds.standing(claim.id) is not None)

    def is_left(claim: Claim) -> bool:
        if claim.speaker not in gone or not is_before(claim, gone[claim.speaker]):
            return False
        days = spoken if grounds.standing(claim.id) is None else stated
        return any(is_before(claim, day) for speaker, day in days.items() if speaker != claim.speaker)

    return tuple(claim for claim in now if not is_left(claim))


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
