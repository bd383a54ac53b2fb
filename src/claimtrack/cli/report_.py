"""`claimtrack report`: where the sides agree, diverge or stay silent, with proof."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.claim import Ledger
from claimtrack.cli.options import (
    DEFAULT_PATH,
    filters,
    is_unreadable,
    page_width,
    paths,
    read,
    tell,
    view_of,
    wants_color,
    write,
)
from claimtrack.cli.progress_ import READING, Bar
from claimtrack.errors import UsageError
from claimtrack.report import Report

_FAILABLE = ("agree", "partial", "diverge", "one-sided", "unknown", "split", "problems")


if TYPE_CHECKING:
    _Names = click.Choice[str]
else:
    _Names = click.Choice  # generic in later versions of click alone


class _Format(_Names):
    """The formats that are there, and those that plug-ins add: looked for only when another name is given."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value not in self.choices:
            from claimtrack.renderers.choose import formats

            if value in formats():
                return value
        return super().convert(value, param, ctx)


@click.command("report")
@paths
@click.option(
    "--format",
    "format_",
    type=_Format(["text", "markdown", "json", "html", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of printing.")
@click.option("--fail-on", default="", metavar="WHAT,…", help=f"Exit 1 when found: {', '.join(_FAILABLE)}.")
@click.option(
    "--fragility/--no-fragility",
    default=None,
    help="Tell what each verdict hangs on; html does unless told not to.",
)
@filters
def command(
    paths: tuple[str, ...], format_: str, output: str | None, fail_on: str, fragility: bool | None, **given: Any
) -> int:
    """Print what the sides come to on each issue of the ledger at PATH (claims/).

    A divergence is a finding, not a fault: the exit status is 0 unless --fail-on asks otherwise. `html` is one page for
    a browser, offline. `github` is Markdown for a pull-request comment; where $GITHUB_STEP_SUMMARY names a file, it is
    added there too. `sarif` tells of what --fail-on names.
    """
    wanted = _wanted(fail_on)
    if format_ == "sarif" and not wanted:
        raise UsageError(f"sarif tells of what is asked to fail: add --fail-on with some of {', '.join(_FAILABLE)}")
    from claimtrack.tracking.track import track

    with Bar() as bar:
        bar(READING, 0, 0)
        ledger = read(paths)
        in_full = format_ == "html" if fragility is None else fragility
        report = None if _is_nothing(ledger) else track(ledger, view=view_of(given), progress=bar, fragility=in_full)
        bar("writing the page", 0, 0)
        page = "" if report is None else _rendered(report, format_, output, wanted)
    if report is None:
        tell(ledger.problems)
        raise UsageError(f"{', '.join(paths) or DEFAULT_PATH}: nothing could be read")
    write(page, output)
    if format_ == "github":
        _add_to_summary(page)
    return 1 if _found(report) & wanted else 0


def _is_nothing(ledger: Ledger) -> bool:
    return is_unreadable(ledger.problems) and not ledger.claims


def _wanted(fail_on: str) -> set[str]:
    wanted = {word.strip() for word in fail_on.split(",") if word.strip()}
    for word in sorted(wanted):
        if word not in _FAILABLE:
            raise UsageError(f"--fail-on knows no “{word}”; it knows: {', '.join(_FAILABLE)}")
    return wanted


def _found(report: Report) -> set[str]:
    found = {str(finding.verdict) for finding in report.findings}
    if report.splits():
        found.add("split")
    if report.errors():
        found.add("problems")
    return found


def _add_to_summary(page: str) -> None:
    """Add the page to the summary of the job, where GitHub Actions (or whoever sets the variable) wants one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        try:
            with Path(path).open("a", encoding="utf-8", newline="\n") as out:
                out.write(page)
        except OSError as error:
            raise UsageError(f"{path} could not be written: {error.strerror}") from None


def _rendered(report: Report, format_: str, output: str | None, wanted: set[str]) -> str:
    if format_ == "text":
        from claimtrack.renderers.text import render as render_text

        if output is not None:
            return render_text(report)
        return render_text(report, color=wants_color(), width=page_width())
    if format_ == "sarif":
        from claimtrack.renderers.findings_sarif import render as render_sarif

        return render_sarif(report, wanted)
    from claimtrack.renderers.choose import render

    return render(report, format_)
