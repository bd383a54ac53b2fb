"""Which claims a report is about, and what was left out and why."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from claimtrack.claim import Claim, Ledger, is_made
from claimtrack.quantity import are, quantity
from claimtrack.text.fold import fold
from claimtrack.view import View

_EVERYTHING = View()


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


def unknown_names(ledger: Ledger, view: View) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a view asks for that the ledger does not have: of what kind, which name, and the names that there are.

    An issue may also be one that is made of alike claims: whether there is one of that name, only a report tells.
    """
    for kind, asked, known in (
        ("side", view.sides, tuple(one.id for one in ledger.sides)),
        ("speaker", view.speakers, tuple(one.id for one in ledger.speakers)),
        ("issue", view.issues, tuple(one.id for one in ledger.issues)),
    ):
        for name in asked:
            if name not in known and not (kind == "issue" and is_made(name)):
                yield kind, name, known


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
    what = f"{quantity(len(undatable), 'claim')} without a date {are(len(undatable))}"
    return (f"{what} left out, because dates were asked for: {', '.join(sorted(undatable))}",)


@frozen(kw_only=True)
class Wanted:
    """Which claims a list shows: a view, in which a side and an issue restrict the claims themselves, and more."""

    view: View = field(factory=View)
    sources: tuple[str, ...] = ()
    """Words of which one stands in the publisher, title, address, relay or file of a claim."""
    grep: tuple[str, ...] = ()
    """Words that all stand in the wording, whatever their case."""

    def lets_through(self, claim: Claim) -> bool:
        """Does a claim of the view stand under all other filters?"""
        view = self.view
        return (
            (not view.sides or any(side in view.sides for side in claim.sides))
            and (not view.issues or claim.about in view.issues)
            and (not self.sources or any(_stands_in(words, *_whence(claim)) for words in self.sources))
            and all(_stands_in(words, claim.text) for words in self.grep)
        )


def chosen(ledger: Ledger, wanted: Wanted) -> tuple[Claim, ...]:
    """The claims that stand under all filters, in ledger order; also those that others supersede."""
    view = wanted.view
    return tuple(
        claim
        for claim in ledger.claims
        if _in_scope(claim, view) and _in_time(claim, view) and wanted.lets_through(claim)
    )


def superseded_by(ledger: Ledger, view: View = _EVERYTHING) -> Mapping[str, tuple[str, ...]]:
    """For each claim that others supersede, as far as the dates of a view reach, those others."""
    found: dict[str, tuple[str, ...]] = {}
    for claim in ledger.claims:
        if _in_time(claim, view):
            for old in claim.supersedes:
                found[old] = (*found.get(old, ()), claim.id)
    return found


def _whence(claim: Claim) -> tuple[str, ...]:
    source = claim.source
    return (source.publisher, source.title, source.url, *claim.via, claim.place.path)


def _stands_in(words: str, *texts: str) -> bool:
    folded = fold(words)
    return any(folded in fold(text) for text in texts)
