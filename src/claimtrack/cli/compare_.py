"""`claimtrack compare`: two wordings, or two claims by id, side by side."""

import click

from claimtrack.claim import Claim, Ledger
from claimtrack.cli.options import (
    DEFAULT_PATH,
    ledger_option,
    page_width,
    read,
    read_whole,
    tell,
    unknown_claim,
    wants_color,
    write,
)
from claimtrack.errors import UsageError
from claimtrack.renderers.shown import shown


@click.command("compare")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@ledger_option
@click.option("--settings", "settings_file", metavar="FILE", help="A settings file of `claimtrack calibrate`.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(
    left: str, right: str, path: str | None, named: str | None, settings_file: str | None, format_: str
) -> None:
    """Compare A and B: each a text, or the id of a claim in the ledger at PATH.

    What looks like a mistyped id is refused beside the id of a claim, and told of beside a text.
    """
    from claimtrack.comparing import compare
    from claimtrack.plugins import broken
    from claimtrack.settings import Settings
    from claimtrack.vocabulary import lexicon_of

    for name, given in (("A", left), ("B", right)):
        if not given.strip():
            raise UsageError(f"{name} is an empty text: there is nothing to compare")
    settings = Settings.from_file(settings_file) if settings_file else Settings()
    ledger = _ledger(left, right, path, named)
    lexicon = lexicon_of(ledger) if ledger is not None else None
    if ledger is not None:
        _mind_mistyped(ledger, (left, right))
    found = compare(_claim_or_text(ledger, left), _claim_or_text(ledger, right), settings=settings, lexicon=lexicon)
    tell(broken())
    if format_ == "json":
        from claimtrack.renderers.json_values import comparison_json, dumps

        write(dumps(comparison_json(found)))
    else:
        from claimtrack.renderers.comparison_text import render_comparison

        write(render_comparison(found, color=wants_color(), width=page_width()))


def _ledger(left: str, right: str, path: str | None, named: str | None) -> Ledger | None:
    """The ledger where one is named, or where both words could be ids of one that lies here."""
    from pathlib import Path

    if path or named:
        return read_whole(path, named)
    could_be_ids = not any(char.isspace() for char in left + right)
    return read([DEFAULT_PATH]) if could_be_ids and Path(DEFAULT_PATH).exists() else None


def _mind_mistyped(ledger: Ledger, given: tuple[str, str]) -> None:
    """Refuse what is nearly the id of a claim beside an id, tell of it beside a text."""
    from claimtrack.reading.nearest import did_you_mean

    for word in given:
        if ledger.claim(word) is None and not any(char.isspace() for char in word):
            near = did_you_mean(word, [claim.id for claim in ledger.claims])
            if near and any(ledger.claim(one) is not None for one in given):
                raise unknown_claim(ledger, word)
            if near:
                click.echo(shown(f"“{word}” is no claim: it is compared as a text; {near}"), err=True)


def _claim_or_text(ledger: Ledger | None, given: str) -> Claim | str:
    claim = ledger.claim(given) if ledger is not None else None
    return claim if claim is not None else given
