"""The objects of a file of JSON, each with the place at which it begins."""

import json
import re
from collections.abc import Iterator
from typing import Any

from claimtrack.importing.jsonl import UNREAD, parsed
from claimtrack.reading.page import Page
from claimtrack.reading.rules import files as rules

_GRAPH = re.compile(r'"@graph"\s*:\s*(?=\[)')
_BETWEEN = re.compile(r"[\s,]*")
Item = tuple[dict[str, Any], int]


def items(page: Page) -> Iterator[Item]:
    """The objects in a list, under `@graph`, or the one that the file is, with their offsets.

    What is no JSON, or no object where one is wanted, is a problem of the page.
    """
    whole = parsed(page, page.text, 0)
    if isinstance(whole, dict) and isinstance(whole.get("@graph"), list):
        found = _GRAPH.search(page.text)
        yield from _inside(page, whole["@graph"], found.end() if found else 0)
    elif isinstance(whole, list):
        yield from _inside(page, whole, page.text.index("["))
    elif isinstance(whole, dict):
        yield whole, page.text.index("{")
    elif whole is not UNREAD:
        page.report(rules.NOT_IMPORTED, 0, "a file of JSON objects is wanted here: {…} or [{…}, …]")


def _inside(page: Page, values: list[Any], start: int) -> Iterator[Item]:
    decoder, at = json.JSONDecoder(), start + 1
    for value in values:
        between = _BETWEEN.match(page.text, at)
        begin = between.end() if between else at
        if isinstance(value, dict):
            yield value, begin
        else:
            page.report(rules.NOT_IMPORTED, begin, "an object is wanted here: {…}")
        try:
            _, at = decoder.raw_decode(page.text, begin)
        except ValueError:  # a second `@graph` in a text came before the one that counts
            at = begin
