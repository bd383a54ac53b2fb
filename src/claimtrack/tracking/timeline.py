"""What is current on an issue, and how a side or a speaker moved over time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heappop, heappush

from claimtrack.claim import Claim, Issue
from claimtrack.evidence import Relation
from claimtrack.finding import Basis, Shift, ShiftKind
from claimtrack.tracking.comparer import Pair
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.standing import Standing, relate, wider


def current(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The current claims of one side on one issue, and the earlier ones that they replaced.

    Current are each speaker's claims of the latest date on which that speaker spoke to the issue; claims
    whose date overlaps that one, and claims without any date, count as current too: nothing shows that
    they are older.
    """
    given = tuple(claims)
    latest: dict[str, Claim] = {}
    for claim in given:
        if claim.known_by is not None and _is_later(claim, latest.get(claim.speaker)):
            latest[claim.speaker] = claim
    now = tuple(claim for claim in given if not _is_before(claim, latest.get(claim.speaker)))
    kept = {claim.id for claim in now}
    return now, tuple(claim for claim in given if claim.id not in kept)


def _is_later(claim: Claim, other: Claim | None) -> bool:
    if other is None or other.known_by is None or claim.known_by is None:
        return True
    return (claim.known_by.first, claim.known_by.last) > (other.known_by.first, other.known_by.last)


def _is_before(claim: Claim, other: Claim | None) -> bool:
    if other is None or claim.known_by is None or other.known_by is None:
        return False
    return claim.known_by.before(other.known_by)


def course(issue: Issue, side: str, claims: Sequence[Claim], grounds: Grounds) -> tuple[Shift, ...]:
    """The changes in what a side said on an issue, in time: of the side as a whole and of each speaker.

    A change is a later claim with another stated standing, or, where none is stated, one whose wording
    diverges from the earlier one. Claims of one day follow no order, so no change is seen between them.
    """
    dated = sorted((c for c in claims if c.known_by is not None), key=_moment)
    lines: list[Sequence[Claim]] = [dated]
    by_speaker: dict[str, list[Claim]] = {}
    for claim in dated:
        by_speaker.setdefault(claim.speaker, []).append(claim)
    lines.extend(by_speaker.values())
    found: dict[Pair, Shift] = {}
    for line in lines:
        for earlier, later in _steps(line, grounds):
            shift = _shift(issue, side, (earlier, later), grounds)
            if shift is not None:
                found.setdefault((earlier.id, later.id), shift)
    order = {claim.id: index for index, claim in enumerate(dated)}
    return tuple(sorted(found.values(), key=lambda one: (order[one.later], order[one.earlier])))


def _moment(claim: Claim) -> tuple[object, object, str]:
    when = claim.known_by
    return (when.first, when.last, claim.id) if when else ("", "", claim.id)


def _steps(line: Sequence[Claim], grounds: Grounds) -> Iterable[tuple[Claim, Claim]]:
    """Each claim with the last one before it that says something comparable: stated beside stated, else the last.

    `line` is in order of first days, so that what has ended before one claim has ended before all later ones.
    """
    ending: list[tuple[date, int]] = []
    last: dict[bool, int] = {}
    for index, later in enumerate(line):
        if later.known_by is None:
            continue
        while ending and ending[0][0] < later.known_by.first:
            _, over = heappop(ending)
            stated = grounds.standing(line[over].id) is not None
            last[stated] = max(over, last.get(stated, over))
        earlier = last.get(grounds.standing(later.id) is not None)
        if earlier is not None:
            yield line[earlier], later
        heappush(ending, (later.known_by.last, index))


def _shift(issue: Issue, side: str, step: tuple[Claim, Claim], grounds: Grounds) -> Shift | None:
    earlier, later = step
    before, after = grounds.standing(earlier.id), grounds.standing(later.id)
    if before is not None and after is not None:
        seen = _stated_change(issue, before, after)
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
    said = f"from “{before.id}” to “{after.id}”"
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
