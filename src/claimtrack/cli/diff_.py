"""`claimtrack diff`: which verdicts changed between two dates, folders or git revisions, and why."""

from collections.abc import Sequence
from pathlib import Path

import click

from claimtrack.claim import Ledger
from claimtrack.cli.options import (
    DEFAULT_PATH,
    date_type,
    is_unreadable,
    page_width,
    read,
    refuse_unknown,
    tell,
    wants_color,
    write,
)
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.view import View
from claimtrack.when import When

_TWO = 2


@click.command("diff")
@click.argument("given", nargs=-1, metavar="[OLD [NEW]]")
@click.option("--as-of", "dates", type=date_type(), multiple=True, metavar="DATE", help="Twice: earlier and later.")
@click.option("--ledger", default=DEFAULT_PATH, show_default=True, help="The ledger, for dates and revisions.")
@click.option("--issue", "issues", multiple=True, metavar="ID", help="Only this issue; may be repeated.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@click.option("--exit-code", is_flag=True, help="Exit 1 where a verdict changed.")
def command(
    given: tuple[str, ...],
    dates: tuple[When, ...],
    ledger: str,
    issues: tuple[str, ...],
    format_: str,
    exit_code: bool,
) -> int:
    """Tell which verdicts changed, and by which claims.

    OLD and NEW are two folders or files, or two git revisions (HEAD~5, or A..B); one revision is compared with the
    ledger as it is now. With --as-of twice, two dates of one ledger: `diff --as-of 2021-07-28 --as-of 2021-09-30`.
    """
    from claimtrack.tracking.difference import difference

    with Bar() as bar:
        bar(READING, 0, 0)
        (before, after), names = _two_dates(given, dates, ledger) if dates else _two_ledgers(given, ledger)
        refuse_unknown(after, View(issues=issues))
        found = difference(before, after, names=names, issues=issues, progress=bar)
    from claimtrack.renderers.difference import render_json, render_markdown, render_text

    if format_ == "json":
        write(render_json(found))
    elif format_ == "markdown":
        write(render_markdown(found, (before, after)))
    else:
        write(render_text(found, (before, after), color=wants_color(), width=page_width()))
    return 1 if exit_code and found.turns else 0


def _two_dates(given: Sequence[str], dates: Sequence[When], path: str) -> tuple[tuple[Ledger, Ledger], tuple[str, str]]:
    from claimtrack.tracking.difference import seen_at

    if len(dates) != _TWO or len(given) > 1:
        raise UsageError("two dates of one ledger are wanted: diff --as-of EARLIER --as-of LATER [PATH]")
    ledger = _read(given[0] if given else path)
    before, after = (seen_at(ledger, View(as_of=date)) for date in dates)
    return (before, after), (f"as of {dates[0]}", f"as of {dates[1]}")


def _two_ledgers(given: Sequence[str], path: str) -> tuple[tuple[Ledger, Ledger], tuple[str, str]]:
    words = list(given)
    if len(words) == 1 and ".." in words[0] and not Path(words[0]).exists():
        words = [one or "HEAD" for one in words[0].split("..", 1)]
    if len(words) == 1 and not Path(words[0]).exists():
        words.append(path)
    if len(words) != _TWO:
        raise UsageError("name what to compare: two folders, a git revision or two, or --as-of twice")
    before, after = (_ledger(word, path) for word in words)
    return (before, after), (words[0], words[1])


def _ledger(word: str, path: str) -> Ledger:
    if Path(word).exists():
        return _read(word)
    from claimtrack.reading.revision import ledger_at

    return ledger_at(word, path)


def _read(path: str) -> Ledger:
    ledger = read([path])
    tell(ledger.problems)
    if is_unreadable(ledger.problems) and not ledger.claims:
        raise UsageError(f"{path} could not be read")
    return ledger
