"""The whole walk, from a ledger to a report; the one place that knows every stage."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import evolve

from claimtrack.checks import check_ledger
from claimtrack.checks.conclusions import check_expectations
from claimtrack.claim import Claim, Issue, Ledger, Side
from claimtrack.errors import UsageError
from claimtrack.evidence import Relation
from claimtrack.finding import Finding, HeldPosition, Link
from claimtrack.problem import Problem
from claimtrack.report import Report
from claimtrack.settings import Settings
from claimtrack.tracking.classes import all_classes, members, stated_classes
from claimtrack.tracking.comparer import Comparer, Pair, candidates, comparable
from claimtrack.tracking.findings import findings_of, position_id
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.grouping import Grouped, group
from claimtrack.tracking.linking import judged_words, link
from claimtrack.tracking.selection import select
from claimtrack.tracking.timeline import events_told_whole
from claimtrack.view import View
from claimtrack.when import LATEST, When

_PLAIN = Settings()
_EVERYTHING = View()


def track(ledger: Ledger, *, settings: Settings = _PLAIN, view: View = _EVERYTHING) -> Report:
    """From claims to findings: where the sides agree and diverge, who is silent, who moved, with proof.

    `ledger` comes from `load_ledger`, `view` says what part of it to look at. Deterministic: the same
    ledger gives the same report, whatever the order of its files. Never raises on what a ledger contains;
    raises UsageError where `view` names a side, speaker or issue that the ledger does not have.
    """
    _refuse_unknown(ledger, view)
    comparer = Comparer({claim.id: claim for claim in ledger.claims}, settings)
    problems = [*ledger.problems, *check_ledger(ledger)]
    problems.extend(_broken_expectations(ledger, comparer))
    return report_with(ledger, comparer, view, problems)


def report_with(ledger: Ledger, comparer: Comparer, view: View, problems: Iterable[Problem]) -> Report:
    """What `track` gives, with comparisons that are there already and problems that are told already."""
    selection = select(ledger, view)
    claims, too_long = comparable(selection.claims, comparer.settings)
    grounds = _grounds(ledger, claims, comparer)
    grouped = group(claims, ledger.issues, grounds.links.related)
    if view.issues:
        grouped, claims = _only(grouped, view.issues)
    shown = {claim.id for claim in claims}
    return Report(
        title=ledger.title,
        as_of=_as_of(claims, view),
        view=view,
        sides=_sides(ledger, view),
        speakers={speaker.id: speaker for speaker in ledger.speakers},
        claims={claim.id: claim for claim in claims},
        findings=_findings(ledger, grouped, grounds, view),
        positions=_positions(grouped, grounds),
        links=tuple(one for one in grounds.links.held if _inside(one, shown)),
        suggestions=tuple(sorted((one for one in grounds.links.suggested if _inside(one, shown)), key=_likest_first)),
        alone=grouped.alone,
        problems=tuple(sorted(problems, key=Problem.sort_key)),
        notes=(*selection.notes, *too_long),
    )


def _grounds(ledger: Ledger, claims: Sequence[Claim], comparer: Comparer) -> Grounds:
    known = {claim.id for claim in claims}
    judged = judged_words(j for j in ledger.judgements if j.left in known and j.right in known)
    pairs = candidates(claims, judged.values(), comparer)
    links = link(pairs, comparer, judged)
    compared = {pair: comparer.of(*pair).relation for pair in pairs}
    compared = {pair: relation for pair, relation in compared.items() if relation is not Relation.UNRELATED}
    return Grounds(
        comparer=comparer,
        links=links,
        judged=judged,
        stated=stated_classes(claims, links),
        whole=all_classes(claims, links),
        compared=compared,
        related=_neighbours(compared),
    )


def _neighbours(pairs: Iterable[Pair]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for left, right in sorted(pairs):
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return {claim_id: tuple(near) for claim_id, near in found.items()}


def _only(grouped: Grouped, issues: Sequence[str]) -> tuple[Grouped, tuple[Claim, ...]]:
    """The issues asked for, and the claims that speak to them."""
    kept = tuple((issue, claims) for issue, claims in grouped.issues if issue.id in issues)
    return evolve(grouped, issues=kept, alone=()), tuple(claim for _, claims in kept for claim in claims)


def _inside(one: Link, shown: Collection[str]) -> bool:
    return one.left in shown and one.right in shown


def _findings(ledger: Ledger, grouped: Grouped, grounds: Grounds, view: View) -> tuple[Finding, ...]:
    sides = [side.id for side in _sides(ledger, view)]
    told = events_told_whole(grounds.comparer.claims.values())
    return tuple(
        finding
        for issue, members_ in grouped.issues
        for finding in findings_of(issue, members_, sides, grounds, told)
        if len(view.sides) != 1 or view.sides[0] in finding.between
    )


def _positions(grouped: Grouped, grounds: Grounds) -> tuple[HeldPosition, ...]:
    return tuple(
        _position(issue, group_, grounds)
        for issue, claims in grouped.issues
        for group_ in members(grounds.whole, claims).values()
    )


def _position(issue: Issue, claims: Sequence[Claim], grounds: Grounds) -> HeldPosition:
    standing = grounds.whole.standing(claims[0].id)
    stated = issue.position(standing.position) if standing is not None else None
    dates = [claim.known_by for claim in claims if claim.known_by is not None]
    return HeldPosition(
        id=position_id(grounds, claims[0].id),
        issue=issue.id,
        text=stated.text if stated is not None else claims[0].text,
        claims=tuple(claim.id for claim in claims),
        sides=tuple(dict.fromkeys(side for claim in claims for side in claim.sides)),
        stated=stated is not None,
        since=min(dates) if dates else None,
    )


def _sides(ledger: Ledger, view: View) -> tuple[Side, ...]:
    if len(view.sides) == 1:
        return ledger.sides
    return tuple(side for side in ledger.sides if not view.sides or side.id in view.sides)


def _likest_first(one: Link) -> tuple[float, str, str]:
    return (-one.paraphrase, one.left, one.right)


def _as_of(claims: Iterable[Claim], view: View) -> str:
    if view.as_of is not None:
        return view.as_of.text
    ends = [_end(claim.known_by) for claim in claims if claim.known_by is not None]
    return max(ends, default="")


def _end(when: When) -> str:
    return (when.first if when.last == LATEST else when.last).isoformat()


def _broken_expectations(ledger: Ledger, comparer: Comparer) -> Iterable[Problem]:
    """Pinned conclusions that no longer hold, each seen at the date for which it was pinned."""
    by_date: dict[When | None, list[int]] = {}
    for index, expected in enumerate(ledger.expectations):
        by_date.setdefault(expected.as_of, []).append(index)
    for as_of, indexes in by_date.items():
        seen = report_with(ledger, comparer, View(as_of=as_of), ())
        yield from check_expectations([ledger.expectations[index] for index in indexes], seen.findings)


def _refuse_unknown(ledger: Ledger, view: View) -> None:
    known = (
        ("side", view.sides, [side.id for side in ledger.sides]),
        ("speaker", view.speakers, [speaker.id for speaker in ledger.speakers]),
        ("issue", view.issues, [issue.id for issue in ledger.issues]),
    )
    for kind, asked, there in known:
        for name in asked:
            if name not in there and not name.startswith("like-"):
                raise UsageError(f"the ledger has no {kind} “{name}”; it has: {', '.join(there) or 'none'}")
