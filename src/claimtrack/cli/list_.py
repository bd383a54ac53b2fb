"""`claimtrack list`: claims, one a line."""

from collections.abc import Sequence
from typing import Any

import click

from claimtrack.claim import Claim, Ledger
from claimtrack.cli.options import claim_filters, paths, read, tell, wanted_of, write
from claimtrack.renderers.phrases import said_when
from claimtrack.renderers.shown import shown
from claimtrack.tracking.selection import chosen


@click.command("list")
@paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@claim_filters
def command(paths: tuple[str, ...], format_: str, **given: Any) -> None:
    """List the claims of the ledger at PATH (claims/) that all filters let through."""
    ledger = read(paths)
    tell(ledger.problems)
    claims = chosen(ledger, wanted_of(ledger, given))
    if format_ == "text":
        write("".join(_line(ledger, claim) + "\n" for claim in claims))
    else:
        write(table_of(claims, format_))


def table_of(claims: Sequence[Claim], format_: str) -> str:
    """Claims as JSON or CSV."""
    if format_ == "json":
        from claimtrack.renderers.json_values import claim_json, dumps

        return dumps({"claims": [claim_json(claim) for claim in claims]})
    from claimtrack.renderers.as_csv import CLAIM_COLUMNS, claim_row, render

    return render(CLAIM_COLUMNS, map(claim_row, claims))


def _line(ledger: Ledger, claim: Claim) -> str:
    speaker = ledger.speaker(claim.speaker)
    name = speaker.name if speaker is not None else claim.speaker
    words = shown(f"{claim.id}  {said_when(claim)}  {name}: {claim.text}")
    return words if len(words) <= _WIDTH else words[: _WIDTH - 1].rstrip() + "…"


_WIDTH = 80
