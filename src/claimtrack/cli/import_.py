"""`claimtrack import`: a new ledger from a file of another program."""

import click

from claimtrack.cli.options import tell, write
from claimtrack.errors import UsageError
from claimtrack.problem import Level


@click.command("import")
@click.argument("format_", metavar="FORMAT")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", "folder", metavar="DIR", required=True, help="The folder to write; new, or empty.")
def command(format_: str, file: str, folder: str) -> None:
    """Write a new ledger into DIR from FILE: jsonl, csv (a table, or a folder of them), jsonld or csl.

    What is wrong in FILE is told with its place, and then nothing is written. To put claims into a ledger that is
    there, use `claimtrack add --from`.
    """
    from claimtrack.files import new_folder
    from claimtrack.importing.choose import imported

    problems, texts, words = imported(file, format_)
    tell(problems)
    if any(one.level is Level.ERROR for one in problems):
        raise UsageError(f"{file} was not imported, and nothing was written")
    new_folder(folder, texts)
    write(f"wrote {words} into {folder}\nnow try: claimtrack check {folder}\n")
