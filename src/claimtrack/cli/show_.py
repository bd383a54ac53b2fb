"""`claimtrack show`: one claim whole, with what it is linked to and what was judged of it."""

import textwrap
from typing import Any

import click

from claimtrack.claim import Claim, Ledger
from claimtrack.cli.options import ledger_option, read_whole, write
from claimtrack.cli.progress_ import Bar
from claimtrack.errors import UsageError
from claimtrack.finding import Link
from claimtrack.renderers.phrases import said_when, said_where
from claimtrack.renderers.shown import shown
from claimtrack.tracking.track import track


@click.command("show")
@click.argument("claim_id", metavar="ID")
@ledger_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(claim_id: str, path: str | None, named: str | None, format_: str) -> None:
    """Show the claim ID: wording, speaker, source, place, notes, links and judgements."""
    ledger = read_whole(path, named)
    claim = ledger.claim(claim_id)
    if claim is None:
        raise UsageError(f"there is no claim “{claim_id}” in the ledger{_nearest(ledger, claim_id)}")
    with Bar() as bar:
        report = track(ledger, progress=bar)
    links = [link for link in (*report.links, *report.suggestions) if claim_id in (link.left, link.right)]
    write(_json(ledger, claim, links) if format_ == "json" else _text(ledger, claim, links))


def _nearest(ledger: Ledger, claim_id: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(claim_id, [claim.id for claim in ledger.claims], n=1)
    return f"; did you mean “{near[0]}”?" if near else ""


def _json(ledger: Ledger, claim: Claim, links: list[Link]) -> str:
    from claimtrack.renderers.as_json import claim_json, dumps, link_json

    judged = [
        {"left": j.left, "right": j.right, "word": str(j.word), "by": j.by, "because": j.because}
        for j in ledger.judgements
        if claim.id in (j.left, j.right)
    ]
    return dumps({**claim_json(claim), "links": [link_json(link) for link in links], "judgements": judged})


def _text(ledger: Ledger, claim: Claim, links: list[Link]) -> str:
    speaker = ledger.speaker(claim.speaker)
    issue = ledger.issue(claim.about)
    rows: list[tuple[str, Any]] = [
        ("speaker", f"{speaker.name}, {speaker.role}" if speaker and speaker.role else claim.speaker),
        ("for", ", ".join(claim.sides)),
        ("said", said_when(claim)),
        ("cue", f"{claim.cue} ({claim.form})" if claim.form else claim.cue),
        ("source", said_where(claim)),
        ("", claim.source.url),
        ("about", f"{claim.about}: {issue.question}" if issue else claim.about),
        ("holds", f"{claim.holds} ({claim.stance})" if claim.holds else ""),
        ("event", claim.event),
        ("note", claim.note),
        ("place", str(claim.place)),
    ]
    lines = [claim.id, *_wrapped(f"“{claim.text}”" if claim.quote else claim.text, "  ")]
    for name, value in rows:
        if value:
            lines += _wrapped(str(value), f"  {name:9}", "           ")
    lines += [f"  link     {_other(link, claim.id)}: {_link_words(link)}" for link in links]
    for judgement in ledger.judgements:
        if claim.id in (judgement.left, judgement.right):
            other = judgement.right if judgement.left == claim.id else judgement.left
            lines += _wrapped(f"{judgement.word} as {other}: {judgement.because}", "  judged   ", "           ")
    return shown("\n".join(lines)) + "\n"


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        80,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _other(link: Link, claim_id: str) -> str:
    return link.right if link.left == claim_id else link.left


def _link_words(link: Link) -> str:
    if link.suggested:
        return f"suggested, paraphrase {link.paraphrase:.2f}"
    return f"{link.relation} by {link.by}, paraphrase {link.paraphrase:.2f}"
