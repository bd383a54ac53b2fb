"""`claimtrack explain`: the whole proof of a verdict, and what it hangs on."""

from collections.abc import Sequence
from typing import Any

import click
from attrs import evolve

from claimtrack.claim import Ledger, is_made
from claimtrack.cli.options import filters, ledger_option, page_width, read_whole, view_of, wants_color, write
from claimtrack.cli.progress_ import Bar
from claimtrack.errors import UsageError
from claimtrack.finding import Finding
from claimtrack.reading.nearest import did_you_mean, hint
from claimtrack.report import Report
from claimtrack.view import View


@click.command("explain")
@click.argument("name", metavar="ISSUE|FINDING")
@ledger_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@filters
def command(name: str, path: str | None, named: str | None, format_: str, **given: Any) -> None:
    """Explain the verdicts on an issue, or one of them (issue:side:side).

    Rule, claims, words, signals and contrasts, file and line, source; and what the verdict hangs on: the claims,
    documents, outlets and utterances without which it would be another.
    """
    from claimtrack.tracking.track import track

    ledger = read_whole(path, named)
    issue, _, _ = name.partition(":")
    if not is_made(issue) and ledger.issue(issue) is None:
        raise UsageError(_unknown(ledger, name))
    if any(one != issue for one in given["issues"]):
        raise UsageError(f"what is explained is “{name}”: --issue of another leaves nothing")
    with Bar() as bar:
        view = evolve(view_of(given), issues=(issue,))
        report = track(ledger, view=view, progress=bar, fragility=True)
        findings = _chosen(report, name)
    if format_ == "json":
        from claimtrack.renderers.explain_json import render_explanation as as_json

        write(as_json(report, findings))
    else:
        from claimtrack.renderers.explain_text import render_explanation as as_text

        write(as_text(report, findings, color=wants_color(), width=page_width()))


def _chosen(report: Report, name: str) -> Sequence[Finding]:
    found = [finding for finding in report.findings if finding.issue == name or name in _names(finding)]
    if found:
        return found
    near = did_you_mean(name, [known for finding in report.findings for known in _names(finding)])
    near = near or hint(name, [finding.id for finding in report.findings])
    raise UsageError(f"there is no finding “{name}” here; {near or _why_none(report)}")


def _names(finding: Finding) -> Sequence[str]:
    """The id of a finding, and the same with its two sides in the other order."""
    return finding.id, ":".join((finding.issue, *reversed(finding.between)))


def _why_none(report: Report) -> str:
    """That filters were given, or else what the report notes; an issue that nothing keeps out has findings."""
    filtered = report.view != View(issues=report.view.issues)
    return "the filters leave none" if filtered or not report.notes else "; ".join(report.notes)


def _unknown(ledger: Ledger, name: str) -> str:
    claim = ledger.claim(name)
    if claim is not None and claim.about:
        return f"“{name}” is a claim: try `explain {claim.about}` or `show {name}`"
    known = [issue.id for issue in ledger.issues]
    return f"there is no issue “{name}”; {hint(name, known) or '`claimtrack report` lists them'}"
