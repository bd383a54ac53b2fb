"""CSL-JSON: the sources that a reference manager holds, as sheets that wait for their claims."""

from collections.abc import Iterator, Mapping
from typing import Any

from claimtrack.claim import Source
from claimtrack.exporting.csl import COMPLETE
from claimtrack.importing.items import items
from claimtrack.importing.nodes import node_of
from claimtrack.reading.page import Page
from claimtrack.reading.records import Fields
from claimtrack.reading.statements import source_of
from claimtrack.settings import Limits

Json = Mapping[str, Any]


def sources(page: Page, limits: Limits) -> Iterator[Source]:
    """The source of each item; what is wrong in one is a problem of the page."""
    for item, at in items(page):
        node = node_of(page, _source(item), at, limits)
        if isinstance(node, Fields):
            yield source_of(page, node)


def _source(item: Json) -> Mapping[str, Any]:
    return {
        "title": item.get("title"),
        "publisher": item.get("container-title") or item.get("publisher"),
        "url": item.get("URL"),
        "date": _date(item.get("issued")),
        "language": item.get("language"),
        "complete": str(item.get("note") or "").strip() == COMPLETE,
    }


def _date(issued: Any) -> str:
    """A date of CSL as a ledger writes it; the text of one that has no parts, or is not exact."""
    if not isinstance(issued, dict):
        return str(issued or "")
    if issued.get("raw"):
        return str(issued["raw"])
    parts = issued.get("date-parts")
    days = [_joined(one) for one in parts if isinstance(one, list)] if isinstance(parts, list) else []
    text = "/".join(one for one in days if one) or str(issued.get("literal") or "")
    return f"{text}~" if issued.get("circa") and text else text


def _joined(parts: list[Any]) -> str:
    texts = [str(part) for part in parts if part not in (None, "")]
    return "-".join(text.zfill(2 if number else 4) for number, text in enumerate(texts))
