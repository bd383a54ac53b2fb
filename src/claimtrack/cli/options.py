"""What several verbs share: the ledger to read, filters, formats, colour, and where output goes."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from claimtrack.claim import Ledger
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.problem import UNREADABLE, Level, Problem
from claimtrack.tracking.selection import Wanted, unknown_names
from claimtrack.view import View
from claimtrack.when import When, parse_when

DEFAULT_PATH = "claims/"
_WIDTH = 80
_NARROWEST = 40
"""Columns below which a page would be no page: there the terminal breaks its lines."""


if TYPE_CHECKING:
    _DateType = click.ParamType[When]
else:
    _DateType = click.ParamType  # generic in later versions of click alone


class _Date(_DateType):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> When:
        if isinstance(value, When):
            return value
        try:
            return parse_when(value)
        except ValueError as error:
            from claimtrack.reading.likely_dates import likely_dates

            found = " or ".join(f"“{one}”" for one in likely_dates(value))
            self.fail(f"{error}; did you mean {found}?" if found else str(error), param, ctx)


def date_type() -> "click.ParamType[When]":
    """What an option that wants a date takes."""
    return _Date()


def paths(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The ledger's files or folders; `claims/` where none are named."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...")(verb)


def ledger_option(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The ledger for verbs whose first argument is something else: after it, or as --ledger."""
    verb = click.option("--ledger", "named", default=None, help=f"The same as PATH.  [default: {DEFAULT_PATH}]")(verb)
    return click.argument("path", required=False, metavar="[PATH]")(verb)


def filters(verb: Callable[..., Any]) -> Callable[..., Any]:
    """--as-of --since --until --side --speaker --issue."""
    for option in (
        click.option("--issue", "issues", multiple=True, metavar="ID", help="Only this issue; may be repeated."),
        click.option("--speaker", "speakers", multiple=True, metavar="ID", help="Only this speaker's claims."),
        click.option("--side", "sides", multiple=True, metavar="ID", help="One: beside all others. Several: those."),
        click.option("--until", type=_Date(), metavar="DATE", help="Only what was said up to this date."),
        click.option("--since", type=_Date(), metavar="DATE", help="Only what was said from this date on."),
        click.option("--as-of", type=_Date(), metavar="DATE", help="As things stood at the end of this date."),
    ):
        verb = option(verb)
    return verb


def claim_filters(verb: Callable[..., Any]) -> Callable[..., Any]:
    """All filters, and --source --grep, for verbs that show claims."""
    for option in (
        click.option(
            "--grep",
            multiple=True,
            metavar="WORDS",
            help="Only wordings in which this stands, as it is but for case; may be repeated.",
        ),
        click.option(
            "--source", "sources", multiple=True, metavar="WORDS", help="Only from this outlet, page or file."
        ),
    ):
        verb = option(verb)
    return filters(verb)


def wanted_of(ledger: Ledger, given: dict[str, Any]) -> Wanted:
    """The claims that the filters ask for; raises UsageError for a side, speaker or issue that is not there."""
    view = view_of(given)
    refuse_unknown(ledger, view)
    return Wanted(view=view, sources=given["sources"], grep=given["grep"])


def refuse_unknown(ledger: Ledger, view: View) -> None:
    """Raise UsageError for a side, speaker or issue that the ledger does not have, with the nearest that it has."""
    from claimtrack.reading.nearest import hint

    for kind, name, known in unknown_names(ledger, view):
        advice = hint(name, known)
        raise UsageError(f"the ledger has no {kind} “{name}”" + (f"; {advice}" if advice else ""))


def unknown_claim(ledger: Ledger, claim_id: str) -> UsageError:
    """What to raise for a claim that is not there."""
    from claimtrack.reading.nearest import did_you_mean

    near = did_you_mean(claim_id, [claim.id for claim in ledger.claims])
    return UsageError(f"there is no claim “{claim_id}” in the ledger" + (f"; {near}" if near else ""))


def view_of(given: dict[str, Any]) -> View:
    """The view that the filters ask for; raises UsageError for dates between which there is nothing."""
    since, until = given["since"], given["until"]
    if since is not None and until is not None and until.last < since.first:
        raise UsageError(f"nothing lies between --since {since} and --until {until}: the first is the later day")
    return View(**{name: given[name] for name in ("as_of", "since", "until", "sides", "speakers", "issues")})


def read(given: Iterable[str]) -> Ledger:
    """The ledger at the paths, or at `claims/`."""
    from claimtrack.reading import load_ledger

    return load_ledger(*(tuple(given) or (DEFAULT_PATH,)))


def one_ledger(path: str | None, named: str | None) -> str:
    """The ledger that is named as PATH or by --ledger, else `claims/`; raises UsageError where both name another."""
    if path and named and path != named:
        raise UsageError(f"PATH is {path} and --ledger {named}: name one ledger")
    return path or named or DEFAULT_PATH


def read_whole(path: str | None, named: str | None) -> Ledger:
    """A ledger for verbs that only look something up; problems are told on stderr, unreadable ones end it."""
    path = one_ledger(path, named)
    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read([path])
    tell(ledger.problems)
    if is_unreadable(ledger.problems) and not ledger.claims:
        raise UsageError(f"{path} could not be read")
    return ledger


def tell(problems: Iterable[Problem]) -> None:
    """Print the errors among problems on stderr, a line each."""
    from claimtrack.renderers.problem_line import problem_line

    for problem in problems:
        if problem.level is Level.ERROR:
            click.echo(problem_line(problem), err=True)


def is_unreadable(problems: Iterable[Problem]) -> bool:
    """Was there a file that could not be read at all?"""
    return any(problem.code.startswith(UNREADABLE) and problem.level is Level.ERROR for problem in problems)


def wants_color() -> bool:
    """Colour only on a terminal, and never where NO_COLOR is set to anything (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def page_width() -> int:
    """Columns of a page: those of a narrow terminal, else 80, so that files and pipes get the same everywhere."""
    if not sys.stdout.isatty():
        return _WIDTH
    return max(_NARROWEST, min(_WIDTH, shutil.get_terminal_size((_WIDTH, 0)).columns))


def write(text: str, output: str | None = None) -> None:
    """Print, or write to a file in UTF-8, with the folders that it is in: whole, or what stood there stays."""
    if output is None:
        click.echo(text, nl=False)
    else:
        from claimtrack.files import put

        put(output, text)
