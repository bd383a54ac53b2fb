"""`claimtrack list`: claims, one a line."""

from typing import Any

import click

from claimtrack.claim import Claim, Ledger
from claimtrack.cli.options import filters, paths, read, tell, view_of, write
from claimtrack.renderers.phrases import said_when
from claimtrack.renderers.shown import shown
from claimtrack.tracking.selection import select
from claimtrack.view import View


@click.command("list")
@paths
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@filters
def command(paths: tuple[str, ...], format_: str, **given: Any) -> None:
    """List the claims of the ledger at PATH (claims/) that the filters let through."""
    ledger = read(paths)
    tell(ledger.problems)
    claims = chosen(ledger, view_of(given))
    if format_ == "json":
        from claimtrack.renderers.as_json import claim_json, dumps

        write(dumps({"claims": [claim_json(claim) for claim in claims]}))
    else:
        write("".join(_line(ledger, claim) + "\n" for claim in claims))


def chosen(ledger: Ledger, view: View) -> tuple[Claim, ...]:
    """The claims that stand under all filters: here a single side and an issue restrict the claims themselves."""
    return tuple(
        claim
        for claim in select(ledger, view).claims
        if (not view.sides or any(side in view.sides for side in claim.sides))
        and (not view.issues or claim.about in view.issues)
    )


def _line(ledger: Ledger, claim: Claim) -> str:
    speaker = ledger.speaker(claim.speaker)
    name = speaker.name if speaker is not None else claim.speaker
    words = shown(f"{claim.id}  {said_when(claim)}  {name}: {claim.text}")
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1].rstrip() + "…"


_WIDTH = 80
