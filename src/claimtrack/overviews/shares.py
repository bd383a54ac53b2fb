"""Outlets with their share: how much of a report was read where, and for which side."""

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from claimtrack.claim import Claim
from claimtrack.report import Report


@frozen(kw_only=True)
class Share:
    """One outlet: its claims, what part of all they are, on how many pages, for which sides."""

    outlet: str
    """The publisher, or else the document's title; empty where the ledger names neither."""
    claims: int
    share: float
    """From 0 to 1."""
    pages: int
    sides: Mapping[str, int]


def shares_of(report: Report) -> tuple[Share, ...]:
    """Every outlet, those with most claims first; the claims add up to those of the report."""
    by_outlet: dict[str, list[Claim]] = {}
    for claim in report.claims.values():
        by_outlet.setdefault(claim.source.publisher or claim.source.title, []).append(claim)
    total = len(report.claims)
    order = [side.id for side in report.sides]
    found = [_share(outlet, claims, total, order) for outlet, claims in by_outlet.items()]
    return tuple(sorted(found, key=lambda one: (-one.claims, one.outlet)))


def _share(outlet: str, claims: list[Claim], total: int, order: list[str]) -> Share:
    sides = Counter(side for claim in claims for side in claim.sides)
    return Share(
        outlet=outlet,
        claims=len(claims),
        share=len(claims) / total,
        pages=len({claim.source.url for claim in claims if claim.source.url}),
        sides={side: sides[side] for side in order if sides[side]},
    )
