"""Which claims a report is about, and what was left out and why."""

from collections.abc import Iterable

from attrs import frozen

from claimtrack.claim import Claim, Ledger
from claimtrack.view import View


@frozen(kw_only=True)
class Selection:
    """The claims looked at, in ledger order, and a sentence for each kind that was left out."""

    claims: tuple[Claim, ...]
    superseded: tuple[Claim, ...] = ()
    """Claims that one of the others corrects."""
    notes: tuple[str, ...] = ()


def select(ledger: Ledger, view: View) -> Selection:
    """The claims of `ledger` inside `view`; undated ones only where no date is asked for.

    `view.issues` does not restrict them: what claims without an issue belong to must not depend on what is looked at.
    """
    wanted = tuple(claim for claim in ledger.claims if _in_scope(claim, view))
    dated = tuple(claim for claim in wanted if _in_time(claim, view))
    undatable = [claim.id for claim in wanted if view.dated() and claim.known_by is None]
    kept = without_superseded(dated)
    kept_ids = {claim.id for claim in kept}
    return Selection(
        claims=kept,
        superseded=tuple(claim for claim in dated if claim.id not in kept_ids),
        notes=_notes(undatable),
    )


def without_superseded(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that no other of them supersedes."""
    given = tuple(claims)
    replaced = {old for claim in given for old in claim.supersedes if old != claim.id}
    return tuple(claim for claim in given if claim.id not in replaced)


_SEVERAL = 2
"""From two sides on, `--side` looks at those alone; a single one is still compared with all others."""


def _in_scope(claim: Claim, view: View) -> bool:
    of_side = len(view.sides) < _SEVERAL or any(side in view.sides for side in claim.sides)
    return of_side and (not view.speakers or claim.speaker in view.speakers)


def _in_time(claim: Claim, view: View) -> bool:
    if not view.dated():
        return True
    when = claim.known_by
    if when is None:
        return False
    return (
        (view.as_of is None or when.last <= view.as_of.last)
        and (view.since is None or when.first >= view.since.first)
        and (view.until is None or when.last <= view.until.last)
    )


def _notes(undatable: list[str]) -> tuple[str, ...]:
    if not undatable:
        return ()
    what = "1 claim without a date is" if len(undatable) == 1 else f"{len(undatable)} claims without a date are"
    return (f"{what} left out, because dates were asked for: {', '.join(sorted(undatable))}",)
