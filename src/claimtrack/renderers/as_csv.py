"""Rows as CSV (RFC 4180) that a spreadsheet shows and never runs."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.claim import Claim
from claimtrack.renderers.shown import shown

_FORMULA = ("=", "+", "-", "@", "\t")
"""With these a spreadsheet begins a formula (OWASP, CSV injection)."""

CLAIM_COLUMNS = (
    *("id", "date", "published", "speaker", "side", "about", "holds", "stance", "cue", "form", "via", "event"),
    *("supersedes", "text", "quote", "publisher", "title", "url", "note", "path", "line"),
)


def render(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """A header and a line for each row, in these columns; ends of lines are CR LF as RFC 4180 has them."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([cell(str(row.get(column, ""))) for column in columns])
    return out.getvalue()


def cell(text: str) -> str:
    """A value that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it."""
    plain = shown(text)
    return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain


def claim_row(claim: Claim) -> Mapping[str, object]:
    """One claim; several values of one key have a semicolon between."""
    source = claim.source
    return {
        "id": claim.id,
        "date": claim.date or "",
        "published": source.date or "",
        "speaker": claim.speaker,
        "side": "; ".join(claim.sides),
        "about": claim.about,
        "holds": claim.holds,
        "stance": claim.stance if claim.holds else "",
        "cue": claim.cue,
        "form": claim.form or "",
        "via": "; ".join(claim.via),
        "event": claim.event,
        "supersedes": "; ".join(claim.supersedes),
        "text": "" if claim.quote else claim.text,
        "quote": claim.text if claim.quote else "",
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "note": claim.note,
        "path": claim.place.path,
        "line": claim.place.line,
    }
