"""`claimtrack match`: the claims that say something like a text."""

from typing import Any

import click

from claimtrack.cli.options import ledger_option, read_whole, write
from claimtrack.cli.progress_ import Bar
from claimtrack.renderers.shown import shown


@click.command("match")
@click.argument("text")
@ledger_option
@click.option("--limit", default=5, show_default=True, type=click.IntRange(min=1), help="At most so many.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(text: str, path: str | None, named: str | None, limit: int, format_: str) -> None:
    """Find the claims of the ledger that TEXT resembles, likest first, and compare each with it."""
    from claimtrack.renderers.json_values import dumps, figure
    from claimtrack.tracking.candidates import SEARCHING
    from claimtrack.tracking.searching import ClaimSearch
    from claimtrack.vocabulary import lexicon_of

    ledger = read_whole(path, named)
    with Bar() as bar:
        bar(SEARCHING, 0, 0)
        matches = ClaimSearch(ledger.claims, lexicon=lexicon_of(ledger)).search(text, limit=limit)
    found: list[dict[str, Any]] = []
    for one in matches:
        claim = ledger.claims[one.position]
        found.append(
            {
                "id": claim.id,
                "score": figure(one.score),
                "relation": str(one.comparison.relation),
                "paraphrase": figure(one.comparison.paraphrase),
                "similarity": figure(one.comparison.similarity),
                "text": claim.text,
            }
        )
    if format_ == "json":
        write(dumps({"query": text, "matches": found}))
    else:
        lines = [f"{one['score']:.2f}  {one['relation']:9}  {one['id']}  {one['text']}" for one in found]
        write("".join(shown(line) + "\n" for line in lines) or "nothing in the ledger resembles that\n")
