"""`claimtrack add`: write claims into a ledger."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from claimtrack.claim import Form, Ledger, Stance
from claimtrack.cli.options import DEFAULT_PATH, read, write
from claimtrack.cli.prompts import ask, is_terminal, one_of
from claimtrack.errors import UsageError
from claimtrack.quantity import quantity
from claimtrack.renderers.shown import shown
from claimtrack.when import parse_when

_FIELDS = (
    ("speaker", "ID", "Who said it."),
    ("text", "TEXT", "What was said, in your own words."),
    ("quote", "TEXT", "What was said, verbatim."),
    ("date", "DATE", "When it was said."),
    ("about", "ISSUE", "The issue that it speaks to."),
    ("holds", "POSITION", "The position that it takes there."),
    ("stance", "WORD", "How it stands to the position."),
    ("cue", "VERB", "The reporting verb."),
    ("form", "WORD", "direct, indirect, readout or joint."),
    ("via", "NAMES", "Who passed it on, nearest first; a ; between."),
    ("event", "ID", "What happened that it tells of."),
    ("supersedes", "IDS", "Earlier claims that it replaces."),
    ("reports", "TEXT", "What it says that another side holds: SIDE=POSITION."),
    ("side", "IDS", "For whom, if not for the speaker's side."),
    ("note", "TEXT", "What a reader should mind."),
    ("url", "URL", "Where it was read."),
    ("publisher", "NAME", "By whom that was published."),
    ("title", "TEXT", "Under which title."),
    ("published", "DATE", "When."),
    ("id", "ID", "Its id; else one is made of speaker, date, words."),
)


def _fields(verb: Any) -> Any:
    for name, kind, words in reversed(_FIELDS):
        verb = click.option(f"--{name}", name, metavar=kind, help=words)(verb)
    return verb


@click.command("add")
@click.argument("path", default=DEFAULT_PATH, metavar="[PATH]")
@_fields
@click.option("--from", "rows_from", metavar="FILE", help="Add the rows of a .csv or .jsonl file instead.")
@click.option("--sheet", metavar="FILE", help="The file to write to, old or new.")
@click.option("--yes", "-y", is_flag=True, help="Add what looks like a claim already there too, without asking.")
def command(path: str, rows_from: str | None, sheet: str | None, yes: bool, **given: str | None) -> None:
    """Add a claim to the ledger at PATH (claims/): a folder, or one of its files.

    On a terminal, what is missing is asked for; Tab completes. The claim goes behind the others on its sheet: the
    one named, else the one with claims from the same URL, else a new one. No other line of the file changes.
    """
    from claimtrack.writing.add import Added, add_claims, look_alikes
    from claimtrack.writing.home import home_of

    ledger = read([home_of(path)])
    row = {key: value for key, value in given.items() if value is not None}
    if rows_from is not None:
        if row:
            raise UsageError("--from takes its claims from the file; it goes with no other field")
        rows, places = _rows(rows_from, path, sheet)
    else:
        if is_terminal() and ledger.files and not ("speaker" in row and ("text" in row or "quote" in row)):
            row = _asked(ledger, row)
        rows, places = [row], []
    wordings = [str(one.get("text") or one.get("quote") or "") for one in rows]
    if not _wanted(wordings, look_alikes(ledger, wordings), yes=yes):
        write("nothing was added\n")
        return
    added: Sequence[Added] = add_claims(path, rows, sheet=sheet, places=places)
    for one in added:
        write(shown(f"added {one.id} to {one.path}") + "\n")


def _rows(rows_from: str, path: str, sheet: str | None) -> tuple[list[Mapping[str, Any]], list[str]]:
    """The rows of a file that go to a ledger, and where each stands; what is wrong with them is told all at once."""
    from claimtrack.writing.add import refuse_wrong_rows
    from claimtrack.writing.rows import WrongRowsError, read_rows

    try:
        found = read_rows(rows_from)
        if not found:
            raise UsageError(f"{rows_from} has no rows")
        rows, places = [row for _, row in found], [f"{rows_from}:{line}" for line, _ in found]
        refuse_wrong_rows(path, rows, sheet=sheet, places=places)
    except WrongRowsError as error:
        if len(error.faults) == 1:
            raise
        for fault in error.faults:
            click.echo(shown(fault), err=True)
        raise UsageError(f"{quantity(len(error.faults), 'fault')} in {rows_from}; nothing was written") from None
    return rows, places


def _asked(ledger: Ledger, given: Mapping[str, str]) -> dict[str, str]:
    """What the flags did not say, asked for one by one; an empty answer leaves a field out."""
    row = dict(given)

    def fill(name: str, question: str, known: Any = (), check: Any = str, *, needed: bool = False) -> None:
        if name not in row:
            answer = ask(question, known, check=check, needed=needed)
            if answer:
                row[name] = answer

    speakers = [speaker.id for speaker in ledger.speakers]
    fill("speaker", "speaker", speakers, one_of(speakers), needed=True)
    if "quote" not in row:
        fill("text", "text, in your own words", needed=True)
    fill("date", "date, as exact as it was shown", (), _date)
    issues = [issue.id for issue in ledger.issues]
    fill("about", "about which issue", issues, one_of(issues))
    issue = ledger.issue(row.get("about", ""))
    if issue is not None and issue.positions:
        positions = [position.id for position in issue.positions]
        fill("holds", "holds which position", positions, one_of(positions))
        if row.get("holds"):
            fill("stance", "stance (Enter: affirms)", list(Stance), one_of(Stance))
    fill("cue", "reporting verb")
    fill("form", "form", list(Form), one_of(Form))
    fill("url", "url")
    publishers = {claim.source.publisher for claim in ledger.claims if claim.source.publisher}
    fill("publisher", "publisher", publishers)
    return row


def _date(answer: str) -> str:
    return str(parse_when(answer))


def _wanted(wordings: Sequence[str], alike: Sequence[Sequence[Any]], *, yes: bool) -> bool:
    """Tell of claims that say the same already, and ask whether to go on, where a person is there to be asked."""
    told = False
    for words, found in zip(wordings, alike, strict=True):
        for one in found:
            told = True
            claim = one.claim
            click.echo(
                shown(
                    f"claimtrack: “{_short(words, 30)}” looks like {claim.id}: {one.comparison.relation}, "
                    f"paraphrase {one.comparison.paraphrase:.2f}\n  {claim.place}: {_short(claim.text, 300)}"
                ),
                err=True,
            )
    if not told or yes or not is_terminal():
        return True
    return click.confirm("add it all the same?", default=False)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
