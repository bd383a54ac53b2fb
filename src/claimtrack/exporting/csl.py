"""CSL-JSON: the sources of a ledger, as Zotero and other reference managers take them in."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from claimtrack.claim import Ledger, Source
from claimtrack.renderers.json_values import dumps
from claimtrack.report import Report
from claimtrack.when import EARLIEST, LATEST, Precision, When

COMPLETE = "claimtrack: complete"
"""The note by which a source that is in the ledger whole is told."""


def export(ledger: Ledger, _report: Report) -> str:
    """A list of items, a source each (CSL-JSON 1.0.2), in the order in which the ledger first names them."""
    sources: dict[str, Source] = {}
    for claim in ledger.claims:
        if claim.source != Source():
            sources.setdefault(source_id(claim.source), claim.source)
    return dumps([_item(name, source) for name, source in sources.items()])


def source_id(source: Source) -> str:
    """A name that stays: what it says of itself, in eight hexadecimal digits."""
    said = (source.publisher, source.title, source.url, str(source.date), source.language, source.complete)
    return "source-" + hashlib.sha256(json.dumps(said).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _item(name: str, source: Source) -> Mapping[str, Any]:
    found: dict[str, Any] = {
        "id": name,
        "type": "webpage" if source.url else "document",
        "title": source.title,
        "container-title": source.publisher,
        "URL": source.url,
        "language": source.language,
        "issued": {} if source.date is None else issued(source.date),
        "note": COMPLETE if source.complete else "",
    }
    return {key: value for key, value in found.items() if value}


def issued(when: When) -> Mapping[str, Any]:
    """A date as CSL has it: parts as exact as they were given, and the text in EDTF or as it was typed."""
    first = [when.first.year, when.first.month, when.first.day]
    last = [when.last.year, when.last.month, when.last.day]
    wanted = {Precision.YEAR: first[:1], Precision.MONTH: first[:2], Precision.DAY: first}.get(when.precision)
    parts = [wanted] if wanted else [] if when.first == EARLIEST or when.last == LATEST else [first, last]
    exact = wanted is not None and not when.approximate
    return {
        **({"date-parts": parts} if parts else {}),
        **({"circa": True} if when.approximate else {}),
        **({} if exact else {"raw": when.text}),
    }
