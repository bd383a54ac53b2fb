"""`claimtrack init`: begin a new ledger."""

import click

from claimtrack.cli.options import write
from claimtrack.writing.starter import begin_ledger


@click.command("init")
@click.argument("folder", default="claims", metavar="[DIR]")
def command(folder: str) -> None:
    """Write a small commented ledger into DIR (claims); nothing that is there already is touched."""
    for path in begin_ledger(folder):
        write(f"wrote {path}\n")
    write(f"now try: claimtrack report {folder}\n")
