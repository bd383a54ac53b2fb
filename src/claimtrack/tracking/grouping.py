"""Issues: those that the editor declared, and those that links make of claims without one."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import frozen

from claimtrack.claim import Claim, Issue, is_made, made_of
from claimtrack.finding import Link
from claimtrack.problem import Place


@frozen(kw_only=True)
class Grouped:
    """Each issue with its claims, and the claims that nothing else speaks to."""

    issues: tuple[tuple[Issue, tuple[Claim, ...]], ...]
    alone: tuple[str, ...]


def group(claims: Sequence[Claim], issues: Iterable[Issue], related: Iterable[Link]) -> Grouped:
    """Put every claim under an issue: its own, else that of its likest related claim, else one made of links.

    Claims without an issue that are related to one another, directly or through others, make an issue
    of their own, named after the earliest of them; a single one stays alone.
    """
    loose = any(not claim.about for claim in claims)
    by_likeness = sorted(related, key=_likest_first) if loose else ()
    about = _spread(claims, by_likeness)
    declared = {issue.id: issue for issue in issues}
    made: dict[str, list[Claim]] = {}
    for claim in claims:
        made.setdefault(about[claim.id], []).append(claim)
    alone = {key: None for key, group_ in made.items() if _is_loose(key, declared) and len(group_) == 1}
    known = [(issue, tuple(made.get(issue.id, ()))) for issue in declared.values()]
    own = [
        (_issue_of(key, group_), tuple(group_))
        for key, group_ in made.items()
        if key not in declared and key not in alone
    ]
    return Grouped(
        issues=(*known, *own),
        alone=tuple(made[key][0].id for key in alone),
    )


def _likest_first(one: Link) -> tuple[float, float, str, str]:
    return (-one.paraphrase, -one.similarity, one.left, one.right)


def _is_loose(key: str, declared: Mapping[str, Issue]) -> bool:
    return key not in declared and is_made(key)


def _spread(claims: Sequence[Claim], by_likeness: Sequence[Link]) -> Mapping[str, str]:
    """The issue of each claim: single linkage, the likest first; a component never holds two declared issues."""
    about = {claim.id: claim.about for claim in claims if claim.about}
    parent = {claim.id: claim.id for claim in claims}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for one in by_likeness:
        a, b = root(one.left), root(one.right)
        if a == b or (a in about and b in about):
            continue
        keep, lose = (a, b) if a in about or (b not in about and a <= b) else (b, a)
        parent[lose] = keep
    return _named(claims, about, root)


def _named(claims: Sequence[Claim], about: Mapping[str, str], root: Callable[[str], str]) -> Mapping[str, str]:
    first: dict[str, str] = {}
    named: dict[str, str] = {}
    for claim in claims:
        top = root(claim.id)
        named[claim.id] = claim.about or about.get(top) or made_of(first.setdefault(top, claim.id))
    return named


def _issue_of(key: str, claims: Sequence[Claim]) -> Issue:
    first = claims[0]
    return Issue(id=key, question=first.text, place=Place(path=first.place.path, line=first.place.line))
