"""`claimtrack schema`: the JSON Schema that editors complete and check with, and that of the report's JSON."""

from importlib.resources import files

import click

from claimtrack.cli.options import write

REPORT_FILE = "report.schema.json"
"""What the schema of the report's JSON is called in this package."""


@click.command("schema")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of printing.")
@click.option("--report", is_flag=True, help="The schema of what `report --format json` prints.")
def command(output: str | None, report: bool) -> None:
    """Print the JSON Schema of a ledger's files.

    Save it as ledger.schema.json beside them; the line `# yaml-language-server: $schema=ledger.schema.json` at the top
    of a file lets editors complete keys and show what each means.
    """
    if report:
        write(files("claimtrack").joinpath(REPORT_FILE).read_text(encoding="utf-8"), output)
        return
    from claimtrack.reading.schema import schema_text

    write(schema_text(), output)
