"""`claimtrack schema`: the JSON Schema that editors complete and check with."""

import click

from claimtrack.cli.options import write


@click.command("schema")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of printing.")
def command(output: str | None) -> None:
    """Print the JSON Schema of a ledger's files.

    Save it as ledger.schema.json beside them; the line `# yaml-language-server: $schema=ledger.schema.json` at the top
    of a file lets editors complete keys and show what each means.
    """
    from claimtrack.reading.schema import schema_text

    write(schema_text(), output)
