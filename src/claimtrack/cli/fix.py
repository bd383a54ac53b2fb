"""What `claimtrack check --fix` does before it checks: mends, and says on stderr what it mended."""

import click

from claimtrack.cli.options import DEFAULT_PATH
from claimtrack.renderers.shown import shown


def fix_first(paths: tuple[str, ...]) -> None:
    """Mend the ledger at the paths, or at `claims/`; one line on stderr for each thing done."""
    from claimtrack.writing.mend import mend

    for one in mend(*(paths or (DEFAULT_PATH,))):
        click.echo(shown(f"{one.place}: {one.what}"), err=True)
