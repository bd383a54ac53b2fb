"""The phrases that tell what a verdict hangs on, shared by text and Markdown."""

from collections.abc import Sequence

from claimtrack.finding import Finding, Fragility, Support, SupportKind

UNTRIED = "What it hangs on was not tried: the ledger is large."
STANDS = "It would stand without any one claim, document, outlet or utterance."
ALONE = "Tried on the issue's own claims alone: too many others resemble them."
_MOST = 6


def hanging_words(finding: Finding, fragility: Fragility) -> list[str]:
    """A sentence for each thing without which a finding would be another; what is one and the same is told once."""
    if not fragility.tried:
        return [UNTRIED]
    groups: dict[tuple[str, ...], list[Support]] = {}
    for one in fragility.hangs_on:
        groups.setdefault(one.claims, []).append(one)
    told = [f"without {_named(claims, some)}: {_becomes(finding, some[0])}" for claims, some in groups.items()] or [
        STANDS
    ]
    return told if fragility.whole else [*told, ALONE]


def _becomes(finding: Finding, support: Support) -> str:
    """The verdict that there would be; where it is the same, which splits would come or go."""
    if support.after != finding.verdict:
        return support.words()
    gone = [side for side in finding.split if side not in support.split]
    new = [side for side in support.split if side not in finding.split]
    told = [f"{words}: {', '.join(sides)}" for words, sides in (("no longer split", gone), ("split too", new)) if sides]
    return ", ".join((f"still {support.after}", *told))


def _named(claims: Sequence[str], told: Sequence[Support]) -> str:
    names = {one.kind: one.name for one in told}
    outlet = names.get(SupportKind.OUTLET)
    if len(claims) == 1:
        return f"{claims[0]}, all that {outlet} has on it" if outlet else claims[0]
    some = ", ".join(claims[:_MOST]) + (f" and {len(claims) - _MOST} more" if len(claims) > _MOST else "")
    if SupportKind.ORIGIN in names:
        return f"the one utterance behind {some}"
    if outlet:
        return f"the outlet {outlet} ({some})"
    return f"the document {names[SupportKind.SOURCE]} ({some})"
