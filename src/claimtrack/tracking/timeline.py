"""What is current on an issue, and how a side or a speaker moved over time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from claimtrack.claim import Claim, Issue
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Shift, ShiftKind
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import Standing, relate, stood_by, wider
from claimtrack.when import EARLIEST


def current(claims: Iterable[Claim], states: Callable[[str], object]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The current claims of one side on one issue, and the earlier ones that they replaced.

    Current are each speaker's claims of the latest date on which that speaker spoke to the issue, and, where no
    position is stated for these, those of the latest date for which one is: `states` tells it of a claim's id. Claims
    whose date overlaps that one, and claims without any date, count as current too: nothing shows that
    they are older. A day of publication is the latest possible one: what is known by that alone replaces nothing.
    """
    given = tuple(claims)
    stated = {claim.id for claim in given if states(claim.id)}
    last, last_stated = latest_days(given), latest_days(claim for claim in given if claim.id in stated)
    now = tuple(
        claim
        for claim in given
        if not is_before(claim, (last_stated if claim.id in stated else last).get(claim.speaker, EARLIEST))
    )
    kept = {claim.id for claim in now}
    return now, tuple(claim for claim in given if claim.id not in kept)


def latest_days(claims: Iterable[Claim]) -> Mapping[str, date]:
    """For each speaker the first day of the latest date of what was said."""
    latest: dict[str, date] = {}
    for claim in claims:
        if claim.date is not None:
            latest[claim.speaker] = max(claim.date.first, latest.get(claim.speaker, EARLIEST))
    return latest


def is_before(claim: Claim, day: date) -> bool:
    """Is it known that a claim was made before a day?"""
    return claim.known_by is not None and claim.known_by.last < day


def course(issue: Issue, side: str, claims: Sequence[Claim], grounds: Grounds) -> tuple[Shift, ...]:
    """The changes in what a side said on an issue, in time: of the side as a whole and of each speaker.

    A change is a later claim with another stated standing, or, where none is stated, one whose wording
    diverges from the earlier one. Claims of one day follow no order, so no change is seen between them; nor is
    one between versions of one utterance, or to what the same speaker may have said long before it was published.
    """
    dated = (_Said(when.first, when.last, claim.id, claim) for claim in claims if (when := claim.known_by))
    known = sorted(dated, key=_moment)
    by_speaker: dict[str, list[_Said]] = {}
    for one in known:
        first = EARLIEST if one.claim.date is None else one.first
        by_speaker.setdefault(one.claim.speaker, []).append(one._replace(first=first))
    steps = [(a, b) for a, b in _steps(known, grounds) if a.speaker != b.speaker]
    steps += [step for line in by_speaker.values() for step in _steps(sorted(line, key=_moment), grounds)]
    found = [shift for step in steps if (shift := _shift(issue, side, step, grounds)) is not None]
    order = {one.id: index for index, one in enumerate(known)}
    return tuple(sorted(found, key=lambda one: (order[one.later], order[one.earlier])))


class _Said(NamedTuple):
    """A claim with the days between which it was said, to be put in order."""

    first: date
    last: date
    id: str
    claim: Claim


def _moment(one: _Said) -> tuple[date, date, str]:
    return one.first, one.last, one.id


def _steps(line: Sequence[_Said], grounds: Grounds) -> Iterable[tuple[Claim, Claim]]:
    """Each claim with the last one before it that says something comparable: stated beside stated, else the last.

    `line` is in order of first days, so that what has ended before one claim has ended before all later ones.
    """
    ending: list[tuple[date, int]] = []
    last: dict[bool, int] = {}
    for index, later in enumerate(line):
        while ending and ending[0][0] < later.first:
            _, over = heappop(ending)
            stated = grounds.standing(line[over].id) is not None
            last[stated] = max(over, last.get(stated, over))
        earlier = last.get(grounds.standing(later.id) is not None)
        if earlier is not None:
            yield line[earlier].claim, later.claim
        heappush(ending, (later.last, index))


def _shift(issue: Issue, side: str, step: tuple[Claim, Claim], grounds: Grounds) -> Shift | None:
    earlier, later = step
    if grounds.of_one_utterance(earlier.id, later.id):
        return None
    before, after = grounds.standing(earlier.id), grounds.standing(later.id)
    if before is not None and after is not None:
        seen = _stated_change(issue, stood_by(before, [earlier]), stood_by(after, [later]))
        basis = Basis.STATED
    elif before is None and after is None and grounds.opposed(earlier.id, later.id):
        seen = (ShiftKind.REVERSAL, grounds.comparer.outcome(earlier.id, later.id).reason)
        basis = Basis.COMPUTED
    else:
        seen = None
    if seen is None:
        return None
    speaker = later.speaker if later.speaker == earlier.speaker else ""
    return Shift(
        side=side,
        speaker=speaker,
        earlier=earlier.id,
        later=later.id,
        kind=seen[0],
        reason=seen[1],
        basis=basis,
    )


def _stated_change(issue: Issue, before: Standing, after: Standing) -> tuple[ShiftKind, str] | None:
    relation, rule = relate(issue, before, after)
    if relation is Relation.SAME:
        return None
    said = f"from {before.words} to {after.words}"
    if relation is Relation.DIVERGE:
        return ShiftKind.REVERSAL, f"{said}: {rule}"
    if before.position in wider(issue, after.position):
        return ShiftKind.NARROWING, said
    if after.position in wider(issue, before.position):
        return ShiftKind.WIDENING, said
    return ShiftKind.SHIFT, said


def events_told_whole(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """For each side, the events of which a source of that side is in the ledger whole."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if claim.event and claim.source.complete:
            for side in claim.sides:
                found.setdefault(side, set()).add(claim.event)
    return {side: frozenset(events) for side, events in found.items()}
