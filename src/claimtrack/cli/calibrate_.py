"""`claimtrack calibrate`: the paraphrase figure fitted to a person's own labelled pairs."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from claimtrack.cli.options import write
from claimtrack.errors import UsageError
from claimtrack.quantity import quantity

if TYPE_CHECKING:
    from claimtrack.comparing.calibration import Calibration

_YES = frozenset(["1", "same", "yes", "true", "paraphrase"])
_NO = frozenset(["0", "different", "no", "false", "other", "partial", "diverge", "unrelated"])
_FEWEST = 20
_COLUMNS = ("left", "right", "label")


class _Row(NamedTuple):
    line: int
    left: str
    right: str
    same: bool


@click.command("calibrate")
@click.argument("pairs", metavar="PAIRS.csv")
@click.option("--output", "-o", default="claimtrack.json", show_default=True, help="The settings file to write.")
def command(pairs: str, output: str) -> None:
    """Fit the paraphrase figure to PAIRS.csv: columns left, right, and label (same or different).

    The settings file that it writes is for `compare --settings` and Settings.from_file. At least 20 pairs are wanted,
    both kinds among them; some hundred are better.
    """
    import json

    from claimtrack.comparing.calibration import calibrated, log_odds
    from claimtrack.features import features_of

    rows = tuple(_rows(Path(pairs)))
    _refuse_too_few(pairs, rows)
    odds = [log_odds(features_of(row.left), features_of(row.right)) for row in rows]
    found = calibrated(odds, [row.same for row in rows])
    settings = {"slope": found.slope, "shift": found.shift}
    made = {"made_by": "claimtrack calibrate", "pairs": found.pairs, "settings": settings}
    over = ", over the one that was there" if Path(output).exists() else ""
    write(json.dumps(made, indent=2) + "\n", output)
    click.echo(
        f"{found.pairs} pairs: log loss {found.before:.3f} as shipped, {_outcome(found)} "
        f"(on these same pairs); slope {found.slope:.2f}, shift {found.shift:+.2f}, written to {output}{over}"
    )


def _outcome(found: "Calibration") -> str:
    if found.after < found.before:
        return f"{found.after:.3f} so calibrated"
    return "and no line fits better, so that the figure stays as shipped"


def _refuse_too_few(pairs: str, rows: tuple[_Row, ...]) -> None:
    same = sum(row.same for row in rows)
    if len(rows) < _FEWEST:
        raise UsageError(f"{pairs} holds {quantity(len(rows), 'pair')}; at least {_FEWEST} are wanted")
    if same in (0, len(rows)):
        raise UsageError(
            f"{pairs} holds pairs of one label only; some that are the same and some that are not are wanted"
        )


def _rows(path: Path) -> Iterator[_Row]:
    from claimtrack.settings import Settings

    limit = Settings().text_limit
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines)
            missing = [name for name in _COLUMNS if name not in (table.fieldnames or ())]
            if missing:
                raise UsageError(f"{path}:1: no column {', '.join(missing)}; wanted: {', '.join(_COLUMNS)}")
            for row in table:
                yield _row(path, table.line_num, row, limit)
    except OSError as error:
        raise UsageError(f"{path} could not be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is not in UTF-8") from None
    except csv.Error as error:
        raise UsageError(f"{path} is no CSV file: {error}") from None


def _row(path: Path, line: int, row: dict[str, str | None], limit: int) -> _Row:
    left, right, label = ((row[name] or "").strip() for name in _COLUMNS)
    if label.casefold() not in _YES | _NO:
        raise UsageError(f"{path}:{line}: label “{label[:40]}” is neither same nor different")
    if not left or not right:
        raise UsageError(f"{path}:{line}: a wording is empty")
    if max(len(left), len(right)) > limit:
        raise UsageError(f"{path}:{line}: a wording is longer than the {limit:,} characters that are compared")
    return _Row(line, left, right, label.casefold() in _YES)
