"""JSON Lines: a record a line, as `exporting.jsonl` writes them; a line without its kind is a claim."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.exporting.records import SECTIONS
from claimtrack.importing.nodes import Found
from claimtrack.reading.nearest import hint
from claimtrack.reading.page import Page
from claimtrack.reading.rules import files as rules
from claimtrack.writing.add import SOURCE
from claimtrack.writing.rows import each_once, no_number

PASSED_OVER = frozenset({"link", "finding"})
"""What was found in a ledger is found anew."""
UNREAD = object()
"""What stands for a text that is no JSON: `null` is one."""
_PLACE = ("path", "line", "column")


def records(pages: Iterable[Page]) -> Iterator[tuple[Page, Iterator[Found]]]:
    """Every record of a file; a line that is none is a problem of the page, and the next one is read."""
    return ((page, _records(page)) for page in pages)


def _records(page: Page) -> Iterator[Found]:
    at = 0
    for line in page.text.split("\n"):
        if line.strip():
            yield from _record(page, line, at)
        at += len(line) + 1


def _record(page: Page, line: str, at: int) -> Iterator[Found]:
    values = parsed(page, line, at)
    if values is UNREAD:
        return
    if not isinstance(values, dict):
        page.report(rules.NOT_IMPORTED, at, "a line is an object of JSON: {…}")
        return
    kind = values.pop("record", "claim")
    if isinstance(kind, str) and kind in PASSED_OVER:
        return
    if not isinstance(kind, str) or kind not in SECTIONS:
        advice = hint(str(kind), SECTIONS)
        page.report(rules.NOT_IMPORTED, at, f"there is no kind of record “{str(kind)[:60]}”", advice)
        return
    yield Found(page, kind, claim_values(values) if kind == "claim" else values, at)


def claim_values(values: dict[str, Any]) -> dict[str, Any]:
    """The keys of a claim; those of its source may stand by themselves (`url`, `publisher`, `published` …)."""
    own = {key: value for key, value in values.items() if key not in SOURCE and key not in _PLACE}
    flat = {SOURCE[key]: value for key, value in values.items() if key in SOURCE and value not in ("", None)}
    if flat and isinstance(own.get("source", {}), dict):
        own["source"] = {**own.get("source", {}), **flat}
    return own


def parsed(page: Page, text: str, at: int) -> Any:
    """What a text of JSON says; UNREAD, and a problem, where it is none or says one key twice."""
    try:
        return json.loads(text, object_pairs_hook=each_once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        page.report(rules.NOT_IMPORTED, at + error.pos, f"this is no JSON: {error.msg.lower()}")
    except ValueError as error:
        page.report(rules.NOT_IMPORTED, at, str(error))
    except RecursionError:
        page.report(rules.NOT_IMPORTED, at, "this JSON is nested too deeply")
    return UNREAD
