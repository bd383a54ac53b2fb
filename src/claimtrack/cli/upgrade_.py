"""`claimtrack upgrade`: a ledger's files in the newest version of their format, of which there is one so far."""

import click

from claimtrack.cli.options import DEFAULT_PATH, is_unreadable, paths, read, write
from claimtrack.errors import UsageError
from claimtrack.reading.rules import shapes
from claimtrack.renderers.problem_line import problem_line


@click.command("upgrade")
@paths
def command(paths: tuple[str, ...]) -> int:
    """Bring the ledger at PATH (claims/) to the newest version of the file format.

    There is version 1 alone so far, so nothing is ever changed: files that name another version are told, with exit 1.
    """
    ledger = read(paths)
    if is_unreadable(ledger.problems) and not ledger.files:
        raise UsageError(f"{', '.join(paths) or DEFAULT_PATH}: nothing could be read")
    unknown = [one for one in ledger.problems if one.code == shapes.BAD_VERSION.code]
    if unknown:
        write("".join(f"{problem_line(one)}\n" for one in unknown))
        return 1
    write("the ledger has the newest version of the format, 1; nothing was changed\n")
    return 0
