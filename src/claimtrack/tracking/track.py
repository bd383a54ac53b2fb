"""The whole walk, from a ledger to a report; the one place that knows every stage."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from claimtrack.checks import check_by_plugins, check_ledger
from claimtrack.checks.conclusions import check_pinned
from claimtrack.claim import Claim, Expectation, Issue, Ledger, Side, standing_words
from claimtrack.errors import UsageError
from claimtrack.finding import Finding, Fragility, HeldPosition, Link, Pinned
from claimtrack.plugins import broken, taking_part
from claimtrack.problem import Problem
from claimtrack.progress import Progress, counted, silent
from claimtrack.quantity import are, quantity
from claimtrack.report import Report
from claimtrack.settings import Settings
from claimtrack.tracking.ascriptions import ascriptions
from claimtrack.tracking.candidates import LookAlikes, candidates
from claimtrack.tracking.classes import all_classes, members, stated_classes
from claimtrack.tracking.comparer import Comparer, Pair, comparable, comparer_of
from claimtrack.tracking.findings import Told, findings_of, outlines_of, position_id
from claimtrack.tracking.fragility import Outlined, Walker, fragilities
from claimtrack.tracking.grounds import Grounds
from claimtrack.tracking.grouping import Grouped, group
from claimtrack.tracking.linking import Fate, judged_words, link
from claimtrack.tracking.parts import Parts
from claimtrack.tracking.pins import Asked, Work, pinned
from claimtrack.tracking.reprints import reprints, utterances
from claimtrack.tracking.selection import select, unknown_names
from claimtrack.tracking.sides import spoken
from claimtrack.tracking.standing import bears_out, stood_by
from claimtrack.tracking.timeline import events_told_whole
from claimtrack.view import View
from claimtrack.when import EARLIEST, LATEST, Precision, When

if TYPE_CHECKING:
    from claimtrack.matching.meaning import Encoder

_PLAIN = Settings()
_EVERYTHING = View()
_VAGUE = frozenset({Precision.PART, Precision.MONTH, Precision.QUARTER, Precision.YEAR})
DECIDING = "weighing the sides"


def track(
    ledger: Ledger,
    *,
    settings: Settings = _PLAIN,
    view: View = _EVERYTHING,
    progress: Progress | None = None,
    fragility: bool = False,
    encoder: "Encoder | None" = None,
) -> Report:
    """From claims to findings: where the sides agree and diverge, who is silent, who moved, with proof.

    `ledger` comes from `load_ledger`, `view` says what part of it to look at, `progress` is told how far it is. With
    `fragility` each finding also gets what its verdict hangs on. An `encoder` (any object with `encode(list[str])`, as
    of sentence-transformers or model2vec) adds candidates and a signal: it can raise figures of paraphrase, so that
    more is suggested or grouped; no relation between two claims rests on it.
    Deterministic: the same ledger gives the same report, whatever the order of its files. Never raises on what a
    ledger contains; raises UsageError where `view` names a side, speaker or issue that the ledger does not have, and
    for what is no ledger.
    """
    if not isinstance(ledger, Ledger):
        raise UsageError(f"a Ledger is wanted, as load_ledger gives it, and this is none: {type(ledger).__name__}")
    _refuse_unknown(ledger, view)
    tell = progress or silent
    comparer = comparer_of(ledger, settings, encoder)
    seen = _seen(ledger, comparer, view, tell)
    conclusions = tuple(_pinned(ledger, comparer, seen, tell))
    problems = [*ledger.problems, *check_ledger(ledger), *check_by_plugins(ledger), *check_pinned(conclusions)]
    report = evolve(_report(ledger, seen, problems, tell), pinned=conclusions)
    if fragility:
        report = evolve(report, fragility=_fragility(ledger, seen, report, tell))
    return _with_plugins(report)


def _with_plugins(report: Report) -> Report:
    """The report with a note on the plug-ins that took part, and a problem for each that is broken."""
    said, faults = taking_part(), broken()
    if not said and not faults:
        return report
    problems = tuple(sorted((*report.problems, *faults), key=Problem.sort_key))
    return evolve(report, notes=(*report.notes, said) if said else report.notes, problems=problems)


def _fragility(ledger: Ledger, seen: "_Seen", report: Report, tell: Progress) -> tuple[Fragility, ...]:
    comparer, whole = seen.grounds.comparer, evolve(seen.view, issues=())
    parts = Parts(ledger, seen.grounds)
    chains = reprints(seen.claims, seen.grounds)

    return fragilities(report.findings, parts, chains, _walker(comparer, whole), tell)


def _walker(comparer: Comparer, view: View, asked: Asked | None = None) -> Walker:
    """Walks parts again, under a view, for all findings or for those that are asked for."""

    def walker(part: Ledger) -> Callable[[Ledger], Outlined]:
        claims, _ = comparable(part.claims, comparer.settings)
        known = _Known(LookAlikes(claims, comparer))
        return partial(_outlined, comparer=comparer, view=view, known=known, asked=asked)

    return walker


def _outlined(ledger: Ledger, comparer: Comparer, view: View, known: "_Known", asked: Asked | None = None) -> Outlined:
    """What `track` finds in a part of a ledger of which much is known, in outline; or what is asked of it."""
    seen = _seen(ledger, comparer, view, silent, known)
    sides, beside = [side.id for side in _sides(ledger, view)], _beside(view)
    return Outlined(
        claims=tuple(claim.id for claim in seen.claims),
        findings=tuple(
            outline
            for issue, claims in seen.grouped.issues
            if asked is None or issue.id in asked
            for outline in outlines_of(
                issue, claims, sides, seen.grounds, beside=beside, among=None if asked is None else asked[issue.id]
            )
        ),
        compared=seen.compared,
    )


def report_with(ledger: Ledger, comparer: Comparer, view: View, problems: Iterable[Problem]) -> Report:
    """What `track` gives, with comparisons that are there already and problems that are told already."""
    return _report(ledger, _seen(ledger, comparer, view, silent), problems, silent)


@frozen(kw_only=True)
class _Seen:
    """A part of the ledger with its claims linked and grouped, before any verdict."""

    view: View
    claims: tuple[Claim, ...]
    superseded: tuple[Claim, ...]
    grounds: Grounds
    compared: int
    grouped: Grouped
    notes: tuple[str, ...]


@frozen
class _Known:
    """What is known of the claims of a part of the ledger, whichever of them are left out."""

    likes: LookAlikes
    fates: dict[Pair, Fate] = field(factory=dict)


def _seen(ledger: Ledger, comparer: Comparer, view: View, tell: Progress, known: _Known | None = None) -> _Seen:
    selection = select(ledger, view)
    claims = selection.claims
    short, too_long = comparable(claims, comparer.settings)
    there = {claim.id for claim in claims}
    judged = judged_words(j for j in ledger.judgements if j.left in there and j.right in there)
    found = candidates(short, judged.values(), comparer, tell, known.likes if known is not None else None)
    pairs = sorted({*found.pairs, *judged}) if too_long else found.pairs
    links = link(pairs, comparer, judged, tell, known.fates if known is not None else None)
    grounds = Grounds(
        comparer=comparer,
        links=links,
        judged=judged,
        stated=stated_classes(claims, links),
        whole=all_classes(claims, links),
        related=_neighbours(links.compared),
        apart=_neighbours(links.apart),
    )
    return _Seen(
        view=view,
        claims=claims,
        superseded=selection.superseded,
        grounds=grounds,
        compared=len(found.pairs),
        grouped=group(claims, ledger.issues, links.related),
        notes=(*selection.notes, *too_long, *found.notes),
    )


def _report(ledger: Ledger, seen: _Seen, problems: Iterable[Problem], tell: Progress) -> Report:
    view, grouped, claims = seen.view, seen.grouped, seen.claims
    if view.issues:
        grouped, claims = _only(grouped, view.issues, claims)
    shown = {claim.id for claim in claims}
    links = seen.grounds.links
    grounds = evolve(seen.grounds, utterances=utterances(seen.claims, seen.grounds))
    told = _told_whole(seen)
    findings, left_out = _findings(ledger, grouped, grounds, told, view, tell)
    return Report(
        title=ledger.title,
        as_of=_as_of(claims, view),
        view=view,
        sides=_sides(ledger, view),
        speakers={speaker.id: speaker for speaker in ledger.speakers},
        claims={claim.id: claim for claim in claims},
        findings=findings,
        positions=_positions(grouped, seen.grounds, [side.id for side in ledger.sides]),
        links=tuple(one for one in links.held if _inside(one, shown)),
        suggestions=tuple(sorted((one for one in links.suggested if _inside(one, shown)), key=_likest_first)),
        ascriptions=ascriptions(claims, grouped.issues, seen.grounds),
        reprints=reprints(claims, seen.grounds),
        alone=grouped.alone,
        problems=tuple(sorted(problems, key=Problem.sort_key)),
        notes=(*seen.notes, *_sideless(ledger, claims), *left_out),
        issues=tuple(issue for issue, _ in grouped.issues),
        superseded={claim.id: claim for claim in seen.superseded if not view.issues or claim.about in view.issues},
        judgements=tuple(one for one in ledger.judgements if one.left in shown and one.right in shown),
        told_whole=told,
        settings=seen.grounds.comparer.settings,
        compared=seen.compared,
        files=len(ledger.files),
    )


def _neighbours(pairs: Iterable[Pair]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for left, right in sorted(pairs):
        found.setdefault(left, []).append(right)
        found.setdefault(right, []).append(left)
    return {claim_id: tuple(near) for claim_id, near in found.items()}


def _only(grouped: Grouped, issues: Sequence[str], claims: Sequence[Claim]) -> tuple[Grouped, tuple[Claim, ...]]:
    """The issues asked for, and the claims that speak to them or report what another side says there."""
    kept = tuple((issue, said) for issue, said in grouped.issues if issue.id in issues)
    speaking = {claim.id for _, said in kept for claim in said}
    reporting = {claim.id for claim in claims if any(one.issue in issues for one in claim.reports)}
    return evolve(grouped, issues=kept, alone=()), tuple(one for one in claims if one.id in speaking | reporting)


def _inside(one: Link, shown: Collection[str]) -> bool:
    return one.left in shown and one.right in shown


def _findings(
    ledger: Ledger, grouped: Grouped, grounds: Grounds, told: Told, view: View, tell: Progress
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings on every issue, and a note where there are too many sides to tell of every two of them."""
    sides = [side.id for side in _sides(ledger, view)]
    beside = _beside(view)
    findings: list[Finding] = []
    left_out = untold = 0
    for issue, claims in counted(grouped.issues, len(grouped.issues), DECIDING, tell):
        found = findings_of(issue, claims, sides, grounds, told, beside=beside)
        findings.extend(found.findings)
        left_out += found.left_out
        untold += not found.findings
    return tuple(findings), _sides_note(left_out, untold, len(sides), grounds.comparer.settings)


def _told_whole(seen: _Seen) -> Told:
    """The events that sides tell of whole, as far as the filters show them; of some speakers alone nothing is whole."""
    if seen.view.speakers:
        return {}
    whole = seen.grounds.comparer.claims.values()
    return events_told_whole((*seen.claims, *seen.superseded) if seen.view.dated() else whole)


def _beside(view: View) -> str:
    """The side whose findings with all others are asked for; "" for none."""
    return view.sides[0] if len(view.sides) == 1 else ""


def _sides_note(left_out: int, untold: int, sides: int, settings: Settings) -> tuple[str, ...]:
    if not left_out:
        return ()
    note = (
        f"with {sides} sides not every two are told of on each issue: left out {are(left_out)} "
        f"{quantity(left_out, 'pair')} of sides of which nothing is stated, judged or alike, or that go beyond "
        f"{settings.side_pairs_limit} on one issue; {quantity(untold, 'issue')} {are(untold)} without a finding for "
        "that. Name a side to see all that it has with others"
    )
    return (note,)


def _sideless(ledger: Ledger, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Why there can be no verdict at all, or what counts for none."""
    if len(ledger.sides) < _TWO:
        declared = quantity(len(ledger.sides), "side") if ledger.sides else "no side"
        return (f"a verdict is between two sides, and the ledger declares {declared}",)
    without = [claim.speaker for claim in claims if not claim.sides]
    if not without:
        return ()
    speakers = (ledger.speaker(one) for one in dict.fromkeys(without))
    names = ", ".join(speaker.name for speaker in speakers if speaker is not None)
    speak, count = ("speaks", "counts") if len(without) == 1 else ("speak", "count")
    return (f"{quantity(len(without), 'claim')} {speak} for no side and {count} for no verdict: of {names}",)


_TWO = 2


def _positions(grouped: Grouped, grounds: Grounds, sides: Sequence[str]) -> tuple[HeldPosition, ...]:
    return tuple(held for issue, claims in grouped.issues for held in _positions_on(issue, claims, grounds, sides))


def _positions_on(
    issue: Issue, claims: Sequence[Claim], grounds: Grounds, sides: Sequence[str]
) -> Iterator[HeldPosition]:
    said = spoken(claims, sides, grounds)
    now = {side: {claim.id for claim in one.now} for side, one in said.items()}
    for group_ in members(grounds.whole, claims).values():
        held = _position(issue, group_, grounds)
        standing = grounds.whole.standing(group_[0].id)
        yield evolve(
            held,
            former=tuple(
                side
                for side in held.sides
                if side in now
                and now[side].isdisjoint(held.claims)
                and not (standing and any(bears_out(issue, own, standing) for own, _ in said[side].standings))
            ),
        )


def _position(issue: Issue, claims: Sequence[Claim], grounds: Grounds) -> HeldPosition:
    standing = grounds.whole.standing(claims[0].id)
    text = claims[0].text
    stated = issue.position(standing.position) if standing is not None else None
    if standing is not None and stated is not None:
        text = standing_words(stood_by(standing, claims).verb, standing.attitude, stated.text)
    dates = [claim.known_by for claim in claims if claim.known_by is not None]
    begun = [date for date in dates if date.first != EARLIEST] or dates
    return HeldPosition(
        id=position_id(grounds, claims[0].id),
        issue=issue.id,
        text=text,
        claims=tuple(claim.id for claim in claims),
        sides=tuple(dict.fromkeys(side for claim in claims for side in claim.sides)),
        stated=stated is not None,
        since=min(begun) if begun else None,
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
    return max(ends, default=("", False, ""))[2]


def _end(when: When) -> tuple[str, bool, str]:
    """The last day of a date, whether that is exactly known, and how it is told: a year as that year."""
    last = (when.first if when.last == LATEST else when.last).isoformat()
    vague = when.precision in _VAGUE
    return last, not vague, when.text.removesuffix("~").rstrip() if vague else last


def _pinned(ledger: Ledger, comparer: Comparer, seen: _Seen, tell: Progress) -> Iterator[Pinned]:
    """Pinned conclusions, each seen at the date for which it was pinned."""
    sides = [side.id for side in ledger.sides]
    told = events_told_whole(ledger.claims)
    work = Work()
    by_date: dict[When | None, list[Expectation]] = {}
    for expected in ledger.expectations:
        by_date.setdefault(expected.as_of, []).append(expected)
    for as_of, wanted in by_date.items():
        view = View(as_of=as_of)
        then = seen if seen.view == view else _seen(ledger, comparer, view, tell)
        issues = {expected.issue for expected in wanted}
        findings = [
            finding
            for issue, claims in then.grouped.issues
            if issue.id in issues
            for finding in findings_of(issue, claims, sides, then.grounds, told, in_full=True).findings
        ]
        yield from pinned(
            wanted,
            findings,
            partial(Parts, ledger, then.grounds),
            partial(_walker, comparer, view),
            work,
        )


def _refuse_unknown(ledger: Ledger, view: View) -> None:
    for kind, name, known in unknown_names(ledger, view):
        raise UsageError(f"the ledger has no {kind} “{name}”; it has: {', '.join(known) or 'none'}")
