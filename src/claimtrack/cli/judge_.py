"""`claimtrack judge`: a person's word on two claims."""

import getpass
import os

import click

from claimtrack.claim import Word
from claimtrack.cli.options import ledger_option, one_ledger, write
from claimtrack.evidence import DIFFERENCES
from claimtrack.renderers.shown import shown


def by_option(verb: click.decorators.FC) -> click.decorators.FC:
    """--by: who judges."""
    return click.option("--by", metavar="NAME", help="Who judges.  [default: $CLAIMTRACK_BY, or the login name]")(verb)


def who(by: str | None) -> str:
    """Who judges: as given, else as the environment says, else the login name, else nobody."""
    if by is not None:
        return by
    try:
        return os.environ.get("CLAIMTRACK_BY") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


@click.command("judge")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.argument("word", type=click.Choice([str(word) for word in Word]))
@ledger_option
@click.option("--because", default="", metavar="TEXT", help="Why, in a sentence.")
@click.option(
    "--relation",
    default=None,
    type=click.Choice(DIFFERENCES),
    metavar="WORD",
    help=f"How they differ: {', '.join(DIFFERENCES)}.",
)
@by_option
@click.option("--on", default="", metavar="DATE", help="When it was judged.  [default: today]")
def command(
    left: str,
    right: str,
    word: str,
    path: str | None,
    named: str | None,
    because: str,
    relation: str | None,
    by: str | None,
    on: str,
) -> None:
    """Write down that the claims A and B say the same, say different things, or that you are unsure.

    The judgement goes into judgements.yaml in the ledger's folder, and outranks every score.
    """
    from claimtrack.writing.judge import judge

    done = judge(
        one_ledger(path, named), left, right, word, because=because, by=who(by), on=on, relation=relation or ""
    )
    if not done.written:
        earlier = done.earlier.place if done.earlier is not None else done.path
        write(shown(f"{left} and {right} are judged {word} already, at {earlier}; nothing was written") + "\n")
        return
    if done.earlier is not None:
        write(shown(f"until now: {done.earlier.word}, at {done.earlier.place}; the later word counts") + "\n")
    write(shown(f"wrote to {done.path}: {left} and {right} are {word}") + "\n")
