"""`claimtrack list`: claims, one a line."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from claimtrack.claim import Claim, Ledger
from claimtrack.cli.options import claim_filters, page_width, paths, read, tell, wanted_of, write
from claimtrack.renderers.phrases import said_when
from claimtrack.renderers.shown import shown
from claimtrack.tracking.selection import chosen, superseded_by


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
    """List the claims of the ledger at PATH (claims/) that all filters let through.

    Those that a later claim supersedes are marked.
    """
    ledger = read(paths)
    tell(ledger.problems)
    wanted = wanted_of(ledger, given)
    claims = chosen(ledger, wanted)
    if not claims:
        click.echo("no claim stands under these filters" if ledger.claims else "there are no claims", err=True)
    replaced = superseded_by(ledger, wanted.view)
    if format_ == "text":
        write("".join(_line(ledger, claim, replaced.get(claim.id, ())) + "\n" for claim in claims))
    else:
        write(table_of(claims, format_, replaced))


def table_of(claims: Sequence[Claim], format_: str, replaced: Mapping[str, tuple[str, ...]]) -> str:
    """Claims as JSON or CSV; `replaced` names for each that is superseded those that do it."""
    if format_ == "json":
        from claimtrack.renderers.json_values import claim_json, dumps

        return dumps(
            {"claims": [{**claim_json(claim), "superseded_by": list(replaced.get(claim.id, ()))} for claim in claims]}
        )
    from claimtrack.renderers.as_csv import CLAIM_COLUMNS, claim_row, render

    return render(CLAIM_COLUMNS, map(claim_row, claims))


def _line(ledger: Ledger, claim: Claim, replaced_by: Sequence[str]) -> str:
    speaker = ledger.speaker(claim.speaker)
    name = speaker.name if speaker is not None else claim.speaker
    mark = f"[superseded by {', '.join(replaced_by)}]  " if replaced_by else ""
    words = shown(f"{claim.id}  {said_when(claim)}  {mark}{name}: {claim.text}")
    width = page_width()
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
