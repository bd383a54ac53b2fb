"""What changed between two ledgers: which verdicts, and which claims, judgements and positions made them change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import define, evolve, field

from claimtrack.change import Cause, Difference, Edit, EditKind, Turn
from claimtrack.claim import Claim, Issue, Judgement, Ledger
from claimtrack.finding import Finding
from claimtrack.problem import Place
from claimtrack.progress import Progress, counted, silent
from claimtrack.report import Report
from claimtrack.settings import Settings
from claimtrack.tracking.comparer import Comparer, pair_of
from claimtrack.tracking.fragility import State, claims_of, state_of, successor
from claimtrack.tracking.parts import with_ties
from claimtrack.tracking.selection import select
from claimtrack.tracking.track import report_with
from claimtrack.view import View
from claimtrack.vocabulary import lexicon_of

_PLAIN = Settings()
_WORK = 500_000
"""Claims walked again in all: beyond it no cause is looked for."""
_NOWHERE = Place(path="")
LOOKING = "looking for causes"


def seen_at(ledger: Ledger, view: View) -> Ledger:
    """The ledger with the claims of a view alone: what it was at a date."""
    selection = select(ledger, view)
    seen = {claim.id for claim in (*selection.claims, *selection.superseded)}
    return evolve(ledger, claims=tuple(claim for claim in ledger.claims if claim.id in seen))


def difference(
    before: Ledger,
    after: Ledger,
    *,
    names: tuple[str, str] = ("before", "after"),
    issues: Sequence[str] = (),
    settings: Settings = _PLAIN,
    progress: Progress = silent,
) -> Difference:
    """Every verdict that is another in `after`, with its causes; of some `issues` alone, if any are named.

    A cause is found by taking it back: an edit without which the verdict would be another. Where no single one is, one
    utterance in several documents is; else a set of which none can be spared (1-minimal; Zeller & Hildebrandt 2002,
    section 3). Tried on the claims of the issue, before and after, and those tied to them by judgements: with e edits
    there and n claims at most 3 e walks of n claims.
    """
    search = _Search(before, after, settings)
    turns = []
    steady = 0
    pairs = [(was, now) for was, now in search.pairs() if not issues or _issue(was, now) in issues]
    for was, now in counted(pairs, len(pairs), LOOKING, progress):
        if state_of(was) == state_of(now):
            steady += 1
        else:
            turns.append(search.turn(was, now))
    return Difference(before=names[0], after=names[1], turns=tuple(turns), edits=tuple(search.edits), steady=steady)


def _issue(was: Finding | None, now: Finding | None) -> str:
    return now.issue if now is not None else was.issue if was is not None else ""


def edits_of(before: Ledger, after: Ledger) -> Iterator[Edit]:
    """In what two ledgers differ, places and files aside: claims, then judgements, then issues."""
    old, new = ({claim.id: _bare(claim) for claim in ledger.claims} for ledger in (before, after))
    for name in (*new, *(one for one in old if one not in new)):
        if name not in old:
            yield Edit(kind=EditKind.ADDED, names=(name,))
        elif name not in new:
            yield Edit(kind=EditKind.REMOVED, names=(name,))
        elif old[name] != new[name]:
            yield Edit(kind=EditKind.CHANGED, names=(name,))
    was, now = _judged(before), _judged(after)
    for pair in sorted({*was, *now}):
        if was.get(pair, ()) != now.get(pair, ()):
            yield Edit(kind=EditKind.JUDGED if pair in now else EditKind.UNJUDGED, names=pair)
    declared = {issue.id: _bare_issue(issue) for issue in before.issues}
    for issue in after.issues:
        if declared.get(issue.id, _bare_issue(issue)) != _bare_issue(issue):
            yield Edit(kind=EditKind.DECLARED, names=(issue.id,))
    if before.vocabulary != after.vocabulary:
        yield Edit(kind=EditKind.WORDS, names=())


def _bare(claim: Claim) -> Claim:
    return evolve(claim, place=_NOWHERE, text_place=_NOWHERE, note="")


def _bare_issue(issue: Issue) -> Issue:
    positions = tuple(evolve(one, place=_NOWHERE) for one in issue.positions)
    return evolve(issue, place=_NOWHERE, positions=positions, note="", question="", topic="")


def _judged(ledger: Ledger) -> Mapping[tuple[str, str], Sequence[tuple[str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in ledger.judgements:
        found.setdefault(pair_of(one.left, one.right), []).append((str(one.word), one.relation))
    return found


@define
class _Search:
    """Takes edits back, one after another, and sees what becomes of a verdict."""

    before: Ledger
    after: Ledger
    settings: Settings
    edits: Sequence[Edit] = field(init=False)
    spent: int = 0
    _comparer: Comparer = field(init=False)
    _was: Report = field(init=False)
    _now: Report = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.edits = tuple(edits_of(self.before, self.after))
        both = {claim.id: claim for claim in (*self.before.claims, *self.after.claims)}
        self._comparer = Comparer(both, self.settings, lexicon_of(self.after))
        self._now = self._walk(self.after)
        fresh = Comparer({claim.id: claim for claim in self.before.claims}, self.settings, lexicon_of(self.before))
        self._was = report_with(self.before, fresh, View(), ())

    def _walk(self, ledger: Ledger, *, fresh: bool = False) -> Report:
        comparer = self._comparer
        if fresh:
            comparer = Comparer({claim.id: claim for claim in ledger.claims}, self.settings, lexicon_of(ledger))
        return report_with(ledger, comparer, View(), ())

    def pairs(self) -> Iterator[tuple[Finding | None, Finding | None]]:
        """Every finding before with the one that it has become; then those that are new.

        What was found among loose claims has not become the finding of an issue that had one of its own.
        """
        met: set[str] = set()
        known = {was.id for was in self._was.findings}
        for was in self._was.findings:
            now = successor(was, self._now.findings, self._now.claims)
            if now is not None and now.id != was.id and now.id in known:
                now = None
            if now is not None:
                met.add(now.id)
            yield was, now
        for now in self._now.findings:
            if now.id not in met:
                yield None, now

    def turn(self, was: Finding | None, now: Finding | None) -> Turn:
        """A verdict that changed, with its causes."""
        told = now if now is not None else was
        assert told is not None  # noqa: S101
        return Turn(
            issue=told.issue,
            question=told.question,
            between=told.between,
            before=_words(state_of(was)),
            after=_words(state_of(now)),
            causes=tuple(self._causes(told, now)),
        )

    def _causes(self, told: Finding, now: Finding | None) -> Iterator[Cause]:
        near = self._near(told)
        edits = [one for one in self.edits if set(one.names) & near or one.names in ((told.issue,), ())]
        self.spent += 3 * len(edits) * len(near)
        if self.spent > _WORK or not edits:
            return
        chains = [[edit for edit in edits if set(edit.names) <= set(chain.claims)] for chain in self._now.reprints]
        for units in ([[edit] for edit in edits], [chain for chain in chains if chain]):
            tried = [(unit, self._without(told, near, unit)) for unit in units]
            telling = [(unit, state) for unit, state in tried if state != state_of(now)]
            if telling:
                yield from (Cause(edits=tuple(unit), without=_words(state)) for unit, state in telling)
                return
        needed = list(edits)
        for edit in edits:
            rest = [one for one in needed if one != edit]
            if rest and self._without(told, near, rest) != state_of(now):
                needed = rest
        without = self._without(told, near, needed)
        if without != state_of(now):
            yield Cause(edits=tuple(needed), without=_words(without))

    def _near(self, told: Finding) -> set[str]:
        """The claims on the issue before and after, and those that judgements tie to them."""
        near = set(claims_of(told))
        for report in (self._was, self._now):
            for one in report.findings:
                if one.issue == told.issue:
                    near |= claims_of(one)
        claims = (*self.before.claims, *self.after.claims)
        near |= {claim.id for claim in claims if claim.about == told.issue}
        near |= {one for claim in claims if claim.id in near for one in claim.supersedes}
        return with_ties(near, (*self.before.judgements, *self.after.judgements))

    def _without(self, told: Finding, near: set[str], edits: Sequence[Edit]) -> State:
        """What the verdict would be with some edits taken back."""
        ledger = _taken_back(self.before, self.after, edits)
        claims = tuple(claim for claim in ledger.claims if claim.id in near)
        known = {claim.id for claim in claims}
        judged = tuple(one for one in ledger.judgements if one.left in known and one.right in known)
        about = {told.issue, *(claim.about for claim in claims)}
        part = evolve(
            ledger,
            claims=claims,
            judgements=judged,
            issues=tuple(issue for issue in ledger.issues if issue.id in about),
        )
        fresh = any(edit.kind in (EditKind.CHANGED, EditKind.WORDS) for edit in edits)
        then = self._walk(part, fresh=fresh)
        return state_of(successor(told, then.findings, then.claims))


def _taken_back(before: Ledger, after: Ledger, edits: Iterable[Edit]) -> Ledger:
    """The later ledger with some edits undone; what an added claim had superseded comes back with it."""
    by_kind: dict[EditKind, set[tuple[str, ...]]] = {kind: set() for kind in EditKind}
    for edit in edits:
        by_kind[edit.kind].add(edit.names)
    gone = {names[0] for names in by_kind[EditKind.ADDED]}
    old = {names[0] for names in by_kind[EditKind.REMOVED] | by_kind[EditKind.CHANGED]}
    old |= {one for claim in after.claims if claim.id in gone for one in claim.supersedes}
    kept = [claim for claim in after.claims if claim.id not in gone | old]
    back = [claim for claim in before.claims if claim.id in old]
    pairs = by_kind[EditKind.JUDGED] | by_kind[EditKind.UNJUDGED]
    issues = {names[0] for names in by_kind[EditKind.DECLARED]}
    return evolve(
        after,
        vocabulary=before.vocabulary if by_kind[EditKind.WORDS] else after.vocabulary,
        claims=tuple(sorted((*kept, *back), key=_moment)),
        judgements=(
            *(one for one in after.judgements if _pair(one) not in pairs),
            *(one for one in before.judgements if _pair(one) in pairs),
        ),
        issues=tuple(before.issue(one.id) or one if one.id in issues else one for one in after.issues),
    )


def _moment(claim: Claim) -> tuple[str, str, str]:
    """By date, undated claims last, then by id, as the reader has them."""
    when = claim.known_by
    return ("9999-99", "", claim.id) if when is None else (when.first.isoformat(), when.last.isoformat(), claim.id)


def _pair(judgement: Judgement) -> tuple[str, ...]:
    return pair_of(judgement.left, judgement.right)


def _words(state: State) -> str:
    return f"{state.verdict}, split: {', '.join(state.split)}" if state.split else state.verdict
