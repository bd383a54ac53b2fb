"""The phrases that tell what a verdict hangs on, shared by text and Markdown."""

from collections.abc import Sequence

from claimtrack.finding import Fragility, Support, SupportKind

UNTRIED = "What it hangs on was not tried: the ledger is large."
STANDS = "It would stand without any one claim, document, outlet or utterance."
ALONE = "Tried on the issue's own claims alone: too many others resemble them."
_MOST = 6


def hanging_words(fragility: Fragility) -> list[str]:
    """A sentence for each thing without which the verdict would be another; what is one and the same is told once."""
    if not fragility.tried:
        return [UNTRIED]
    groups: dict[tuple[str, ...], list[Support]] = {}
    for one in fragility.hangs_on:
        groups.setdefault(one.claims, []).append(one)
    told = [f"without {_named(claims, some)}: {some[0].words()}" for claims, some in groups.items()] or [STANDS]
    return told if fragility.whole else [*told, ALONE]


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
