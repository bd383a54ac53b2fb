"""Positions that claims take, and those that they ascribe to other sides: what stands under `holds` and `reports`."""

from collections.abc import Iterator, Sequence

from claimtrack.claim import Issue, Reported, Stance
from claimtrack.reading.declarations import Declared
from claimtrack.reading.nearest import later
from claimtrack.reading.records import Fields
from claimtrack.reading.rules import shapes
from claimtrack.reading.structure import Record, read_record

REPORTED = {"issue": str, "holds": str, "stance": Stance}
"""What a claim says of another side."""


def read_reports(record: Record, declared: Declared, about: Issue | None, own: Sequence[str]) -> tuple[Reported, ...]:
    """The positions that a claim about an issue, spoken for its `own` sides, ascribes to others; faults are noted."""
    section: Fields | None = record.get("reports")
    return () if section is None else tuple(_each(record, section, declared, about, own))


def _each(
    record: Record, section: Fields, declared: Declared, about: Issue | None, own: Sequence[str]
) -> Iterator[Reported]:
    page = record.page
    for index, (side, value) in enumerate(section.items()):
        key_at, value_at = section.marks[2 * index], section.marks[2 * index + 1]
        inner = read_record(page, value, REPORTED, "a reported position", value_at)
        if side not in declared.sides:
            message = f"there is no side “{side[:60]}”"
            page.report(shapes.UNKNOWN_SIDE, key_at, message, later(side, declared.sides))
        elif side in own:
            message = f"the claim speaks for “{side[:60]}” itself"
            page.report(shapes.OWN_SIDE_REPORTED, key_at, message, "its own position stands under `holds:`")
        elif inner is not None:
            yield from _one(inner, side, declared, about)


def _one(inner: Record, side: str, declared: Declared, about: Issue | None) -> Iterator[Reported]:
    name: str = inner.get("issue", "")
    issue = declared.issues.get(name) if name else about
    if name and issue is None:
        advice = later(name, declared.issues, "declare it under `issues:`")
        inner.report(shapes.UNKNOWN_ISSUE, "issue", f"there is no issue “{name[:60]}”", advice)
        return
    if issue is None:
        message = "a reported position says what issue it is on"
        inner.page.report(shapes.HOLDS_WITHOUT_ISSUE, inner.node.at, message, "add `issue:`")
        return
    holds = position_of(inner, issue)
    if holds or not inner.get("holds"):
        yield Reported(side=side, issue=issue.id, holds=holds, stance=inner.get("stance", Stance.AFFIRMS))


def position_of(record: Record, issue: Issue | None) -> str:
    """The position under `holds`; "" where there is none or, which is noted, the issue has no such position."""
    holds: str = record.get("holds", "")
    if not holds:
        return ""
    if issue is None:
        if not record.page.blamed(record.at("about")):
            message = "a claim that `holds` a position says what issue it is `about`"
            record.report(shapes.HOLDS_WITHOUT_ISSUE, "holds", message, "add `about:`")
        return ""
    if issue.position(holds) is None:
        known = [position.id for position in issue.positions]
        message = f"the issue “{issue.id[:60]}” has no position “{holds[:60]}”"
        record.report(shapes.UNKNOWN_POSITION, "holds", message, later(holds, known, "declare it under `positions:`"))
        return ""
    return holds
