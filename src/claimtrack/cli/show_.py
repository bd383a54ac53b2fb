"""`claimtrack show`: one claim whole, with what it is linked to and what was judged of it."""

import textwrap
from collections.abc import Sequence
from typing import Any

import click

from claimtrack.claim import Claim, Judgement, Ledger, Reported, Speaker, Word
from claimtrack.cli.list_ import table_of
from claimtrack.cli.options import claim_filters, ledger_option, read_whole, unknown_claim, wanted_of, write
from claimtrack.cli.progress_ import Bar
from claimtrack.errors import UsageError
from claimtrack.finding import Link
from claimtrack.renderers.json_values import Json, claim_json, dumps, link_json
from claimtrack.renderers.phrases import said_when, said_where
from claimtrack.renderers.shown import shown
from claimtrack.tracking.selection import Wanted, chosen, superseded_by
from claimtrack.tracking.track import track


@click.command("show")
@click.argument("claim_id", metavar="[ID]", required=False)
@ledger_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@claim_filters
def command(claim_id: str | None, path: str | None, named: str | None, format_: str, **given: Any) -> None:
    """Show the claim ID: wording, speaker, source, place, notes, links and judgements.

    Without an ID, all claims that the filters let through; the ledger is then named by --ledger.
    """
    ledger = read_whole(path, named)
    wanted = wanted_of(ledger, given)
    claims = _asked(ledger, claim_id, wanted)
    if not claims:
        click.echo("no claim stands under these filters", err=True)
    replaced = superseded_by(ledger, wanted.view)
    if format_ == "csv":
        write(table_of(claims, format_, replaced))
        return
    with Bar() as bar:
        report = track(ledger, progress=bar)
    links: dict[str, list[Link]] = {}
    for link in (*report.links, *report.suggestions):
        links.setdefault(link.left, []).append(link)
        links.setdefault(link.right, []).append(link)
    if format_ == "text":
        write("\n".join(_text(ledger, claim, links.get(claim.id, []), replaced.get(claim.id, ())) for claim in claims))
    elif claim_id is not None:
        write(dumps(_json(ledger, claims[0], links.get(claim_id, []), replaced.get(claim_id, ()))))
    else:
        told = [_json(ledger, claim, links.get(claim.id, []), replaced.get(claim.id, ())) for claim in claims]
        write(dumps({"claims": told}))


def _asked(ledger: Ledger, claim_id: str | None, wanted: Wanted) -> Sequence[Claim]:
    if claim_id is None:
        if wanted == Wanted():
            raise UsageError("name a claim, or say by a filter which ones to show")
        return chosen(ledger, wanted)
    claim = ledger.claim(claim_id)
    if claim is None:
        raise unknown_claim(ledger, claim_id)
    return (claim,)


def _json(ledger: Ledger, claim: Claim, links: list[Link], replaced_by: Sequence[str]) -> Json:
    judged = [
        {"left": j.left, "right": j.right, "word": str(j.word), "by": j.by, "because": j.because}
        for j in ledger.judgements
        if claim.id in (j.left, j.right)
    ]
    told = [link_json(link) for link in links]
    return {**claim_json(claim), "superseded_by": list(replaced_by), "links": told, "judgements": judged}


def _text(ledger: Ledger, claim: Claim, links: list[Link], replaced_by: Sequence[str]) -> str:
    speaker = ledger.speaker(claim.speaker)
    issue = ledger.issue(claim.about)
    rows: list[tuple[str, Any]] = [
        ("speaker", _named(speaker) if speaker else claim.speaker),
        ("for", ", ".join(_side_name(ledger, side) for side in claim.sides)),
        ("said", said_when(claim)),
        ("cue", claim.cue),
        ("form", claim.form or ""),
        ("source", said_where(claim)),
        ("" if said_where(claim) else "source", claim.source.url),
        ("about", f"{claim.about}: {issue.question}" if issue else claim.about),
        ("holds", f"{claim.holds} ({claim.stance})" if claim.holds else ""),
        ("event", claim.event),
        ("replaces", ", ".join(claim.supersedes)),
        ("replaced", f"superseded by {', '.join(replaced_by)}" if replaced_by else ""),
        *[("reports", _reported(one)) for one in claim.reports],
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
            lines += _wrapped(_judged(judgement, other), "  judged   ", "           ")
    return shown("\n".join(lines)) + "\n"


def _named(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


_JUDGED = {Word.SAME: "the same as", Word.DIFFERENT: "different from", Word.UNSURE: "not sure about"}


def _judged(judgement: Judgement, other: str) -> str:
    how = f" ({judgement.relation})" if judgement.relation else ""
    why = f": {judgement.because}" if judgement.because else ""
    return f"{_JUDGED[judgement.word]} {other}{how}{why}"


def _side_name(ledger: Ledger, side_id: str) -> str:
    return next((side.name for side in ledger.sides if side.id == side_id), side_id)


def _reported(one: Reported) -> str:
    return f"{one.side} on {one.issue}" + (f": {one.holds} ({one.stance})" if one.holds else "")


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
