"""Readout against readout: of one event, what each side mentions and what it leaves out."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from claimtrack.claim import Claim
from claimtrack.finding import Silence
from claimtrack.overviews.placing import Placing, placing_of
from claimtrack.report import Report
from claimtrack.when import When

NO_SIDE = ""
"""Stands for claims that speak for no side."""


@frozen(kw_only=True)
class Account:
    """What one side says of one thing: its claims, or why there are none."""

    side: str
    claims: tuple[str, ...] = ()
    silence: Silence = Silence.SPEAKS


@frozen(kw_only=True)
class Mention:
    """One thing that somebody mentions of an event, and each side's account of it."""

    issue: str
    question: str
    text: str
    accounts: tuple[Account, ...]


@frozen(kw_only=True)
class Readouts:
    """One event as its sides tell it; `sides` are the columns, each with how many claims it has."""

    event: str
    first: When | None
    last: When | None
    sides: tuple[tuple[str, int], ...]
    mentions: tuple[Mention, ...]

    def left_out(self, side: str) -> tuple[tuple[Silence, tuple[Mention, ...]], ...]:
        """What another side mentions and this one does not: where it is silent, and where nothing shows that it is."""
        found: dict[Silence, list[Mention]] = {}
        for mention in self.mentions:
            (own,) = (account for account in mention.accounts if account.side == side)
            if not own.claims and any(one.side != NO_SIDE and one.claims for one in mention.accounts):
                found.setdefault(own.silence, []).append(mention)
        return tuple((silence, tuple(found[silence])) for silence in Silence if silence in found)


def readouts_of(report: Report) -> tuple[Readouts, ...]:
    """Every event that two sides tell of, or that is told whole, the earliest first."""
    placing = placing_of(report)
    by_event: dict[str, list[Claim]] = {}
    for claim in report.claims.values():
        if claim.event:
            by_event.setdefault(claim.event, []).append(claim)
    told = (_readouts(report, placing, event, claims) for event, claims in by_event.items())
    return tuple(sorted((one for one in told if _worth_a_table(report, one)), key=_earliest))


def _worth_a_table(report: Report, one: Readouts) -> bool:
    speaking = [side for side, number in one.sides if side != NO_SIDE and number]
    return len(speaking) > 1 or any(one.event in report.told_whole.get(side, ()) for side, _ in one.sides)


def _earliest(one: Readouts) -> tuple[bool, str, str]:
    return (one.first is None, one.first.first.isoformat() if one.first else "", one.event)


def _readouts(report: Report, placing: Placing, event: str, claims: Iterable[Claim]) -> Readouts:
    given = tuple(claims)
    spoken = {side: 0 for claim in given for side in _sides(claim)}
    for claim in given:
        for side in _sides(claim):
            spoken[side] += 1
    order = [side.id for side in report.sides if side.id in spoken or _few(report)]
    columns = (*order, *([NO_SIDE] if NO_SIDE in spoken else []))
    rows: dict[tuple[str, str], list[Claim]] = {}
    for claim in given:
        held = placing.held.get(claim.id)
        rows.setdefault((placing.issue_of(claim), held.id if held else claim.id), []).append(claim)
    place = {issue.id: index for index, issue in enumerate(report.issues)}
    keys = sorted(rows, key=lambda key: place.get(key[0], len(place)))
    dates = sorted(claim.known_by for claim in given if claim.known_by is not None)
    return Readouts(
        event=event,
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        sides=tuple((side, spoken.get(side, 0)) for side in columns),
        mentions=tuple(_mention(report, placing, event, columns, rows[key]) for key in keys),
    )


_FEW_SIDES = 2


def _few(report: Report) -> bool:
    return len(report.sides) <= _FEW_SIDES


def _sides(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.sides)) or (NO_SIDE,)


def _mention(report: Report, placing: Placing, event: str, columns: Iterable[str], claims: Iterable[Claim]) -> Mention:
    given = tuple(claims)
    held = placing.held.get(given[0].id)
    issue = placing.issue_of(given[0])
    by_side: dict[str, list[str]] = {}
    for claim in given:
        for side in _sides(claim):
            by_side.setdefault(side, []).append(claim.id)
    return Mention(
        issue=issue,
        question=placing.question(issue) if issue else "",
        text=held.text if held else given[0].text,
        accounts=tuple(_account(side, by_side, report.told_whole, event) for side in columns),
    )


def _account(
    side: str, by_side: Mapping[str, list[str]], told_whole: Mapping[str, frozenset[str]], event: str
) -> Account:
    if side in by_side:
        return Account(side=side, claims=tuple(by_side[side]))
    silent = event in told_whole.get(side, frozenset())
    return Account(side=side, silence=Silence.SILENT if silent else Silence.NOT_COVERED)
