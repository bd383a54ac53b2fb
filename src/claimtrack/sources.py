"""Claims by the source that they share, so that what it lacks is told once."""

from collections.abc import Callable, Iterator, Sequence

from claimtrack.claim import Claim, Ledger
from claimtrack.problem import Place


def lacking(ledger: Ledger, code: str, lacks: Callable[[Claim], bool]) -> Iterator[tuple[Place, Sequence[Claim]]]:
    """The claims that lack something, and the place at which to tell of it.

    Where all claims of a source lack it, they come together, at the place of that source: a sheet's, as a rule. Any
    other comes by itself, at its own. Left out is a claim beside which a comment asks to ignore `code`.
    """
    groups: dict[Place, list[Claim]] = {}
    for claim in ledger.claims:
        groups.setdefault(claim.source.place or claim.place, []).append(claim)
    for place, claims in groups.items():
        told = [claim for claim in claims if lacks(claim) and not ledger.ignores(code, claim.place)]
        if len(told) > 1 and all(map(lacks, claims)):
            yield place, told
        else:
            yield from ((claim.place, (claim,)) for claim in told)
