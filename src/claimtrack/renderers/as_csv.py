"""Rows as CSV (RFC 4180) that a spreadsheet shows and never runs."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimtrack.claim import COLUMNS, Claim
from claimtrack.renderers.shown import shown

_FORMULA = ("=", "+", "-", "@", "\t")
"""With these a spreadsheet begins a formula (OWASP, CSV injection)."""

CLAIM_COLUMNS = (
    *("id", "date", "published", "speaker", "side", "about", "holds", "stance", "cue", "form", "via", "event"),
    *("supersedes", "text", "quote", "publisher", "title", "url", "note", "path", "line"),
)


def render(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A header and a line for each row, in these columns, fit for a screen."""
    return table(columns, rows, cell)


def table(columns: Sequence[str], rows: Iterable[Mapping[str, object]], written: Callable[[str], str]) -> str:
    """A header and a line for each row, each value as `written` has it; lines end in CR LF (RFC 4180)."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(columns)
    for row in rows:
        lines.writerow([written("" if (value := row.get(name)) is None else str(value)) for name in columns])
    return out.getvalue()


def cell(text: str) -> str:
    """A value that no spreadsheet takes for a formula, its control and hidden characters shown."""
    return guarded(shown(text))


def guarded(text: str) -> str:
    """A value that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it.

    One that begins with apostrophes and then like a formula gets one more, so that `unguarded` gives every value back.
    """
    return f"'{text}" if text.lstrip("' ").startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """The value that `guarded` was given."""
    return text[1:] if text.startswith("'") and text[1:].lstrip("' ").startswith(_FORMULA) else text


def claim_row(claim: Claim) -> Mapping[str, object]:
    """One claim; several values of one key have a semicolon between."""
    return {**dict(zip(COLUMNS, claim.row(), strict=True)), "stance": claim.stance if claim.holds else ""}
