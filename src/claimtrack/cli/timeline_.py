"""`claimtrack timeline`: claims in time, with who moved, when, and by which claim."""

from typing import Any

import click

from claimtrack.cli.options import (
    DEFAULT_PATH,
    claim_filters,
    is_unreadable,
    page_width,
    paths,
    read,
    tell,
    wanted_of,
    wants_color,
    write,
)
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.tracking.selection import chosen
from claimtrack.view import View


@click.command("timeline")
@paths
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@click.option(
    "--by", type=click.Choice(["issue", "speaker"]), default="issue", show_default=True, help="A line of time each."
)
@claim_filters
def command(paths: tuple[str, ...], format_: str, by: str, **given: Any) -> None:
    """Show the claims of the ledger at PATH (claims/) in time, by issue or by speaker.

    Narrowings, widenings, reversals, shifts and corrections are named with the earlier claim.
    """
    from claimtrack.renderers.timeline import as_csv, entries, render_json, render_text
    from claimtrack.tracking.track import track

    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read(paths)
        tell(ledger.problems)
        if is_unreadable(ledger.problems) and not ledger.claims:
            raise UsageError(f"{', '.join(paths) or DEFAULT_PATH}: nothing could be read")
        wanted = wanted_of(ledger, given)
        # what a claim changed is told beside all that was said before it, whatever is shown
        report = track(ledger, view=View(as_of=wanted.view.as_of, until=wanted.view.until), progress=bar)
    told = entries(report, {claim.id for claim in chosen(ledger, wanted)})
    if format_ == "json":
        write(render_json(report, told))
    elif format_ == "csv":
        write(as_csv(told))
    else:
        write(render_text(report, told, by=by, color=wants_color(), width=page_width()))
