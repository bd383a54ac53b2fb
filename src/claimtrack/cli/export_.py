"""`claimtrack export`: the ledger in the format of another program."""

from pathlib import Path

import click

from claimtrack.claim import Ledger
from claimtrack.cli.options import DEFAULT_PATH, is_unreadable, paths, read, tell, write
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.exporting.choose import EXPORTS, Content
from claimtrack.report import Report

_KNOWN = "\n".join(f"  {one.name:9}{one.says}" for one in EXPORTS)


@click.command("export", epilog=f"\b\nFormats:\n{_KNOWN}")
@click.argument("format_", metavar="FORMAT")
@paths
@click.option("-o", "--output", metavar="PATH", help="The file to write; for csv a folder.")
@click.option("--ratings", metavar="FILE", help="For jsonld: your ratings of claims (.csv, .jsonl) as ClaimReviews.")
def command(format_: str, paths: tuple[str, ...], output: str | None, ratings: str | None) -> None:
    """Write the ledger at PATH (claims/), and what is found in it, as FORMAT.

    A file is there whole or not at all. Without -o a text is printed.
    """
    from claimtrack.tracking.track import track

    if ratings is not None and format_ != "jsonld":
        raise UsageError("--ratings goes with jsonld alone")
    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read(paths)
        unreadable = is_unreadable(ledger.problems) and not ledger.claims
        content = None if unreadable else _exported(ledger, track(ledger, progress=bar), format_, ratings)
    tell(ledger.problems)
    if content is None:
        raise UsageError(f"{', '.join(paths) or DEFAULT_PATH}: nothing could be read")
    _put(content, format_, output)


def _exported(ledger: Ledger, report: Report, format_: str, ratings: str | None) -> Content:
    if ratings is None:
        from claimtrack.exporting.choose import export

        return export(ledger, report, format_)
    from claimtrack.exporting.jsonld import export as export_jsonld
    from claimtrack.exporting.jsonld import ratings_of
    from claimtrack.writing.rows import read_rows

    return export_jsonld(ledger, report, ratings_of(ledger, read_rows(ratings), ratings))


def _put(content: Content, format_: str, output: str | None) -> None:
    from claimtrack.files import put

    if output is None:
        if not isinstance(content, str):
            raise UsageError(f"{format_} is no text to print: name with -o where to write it")
        write(content)
    elif isinstance(content, str | bytes):
        put(output, content)
    else:
        for name, text in content.items():
            put(Path(output) / name, text)
        write(f"wrote {', '.join(content)} into {output}\n")
