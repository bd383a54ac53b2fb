"""On which sheet of a ledger a new claim goes."""

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from attrs import define, field

from claimtrack.claim import Ledger
from claimtrack.writing.entries import Entry
from claimtrack.writing.proof import text_at
from claimtrack.writing.splice import read_plain

_SLUG = 40
_NUMBERS = ("", *(f"-{number}" for number in range(2, 10_000)))
"""What tells the sheets of one day and publisher apart."""


@define
class SheetChoice:
    """The sheets of a ledger, to choose from for one claim after another; each is looked into once."""

    ledger: Ledger
    path: str
    _of_url: Mapping[str, str] = field(init=False)
    """The first file with a claim from each URL."""
    _said: dict[str, Mapping[str, object] | None] = field(factory=dict, init=False)
    """What the sheet at a place says of the source of all its claims; None where what is there is no sheet."""

    def __attrs_post_init__(self) -> None:
        self._of_url = {one.source.url: one.place.path for one in reversed(self.ledger.claims) if one.source.url}

    def sheet_for(self, entry: Entry) -> str:
        """The file that the ledger is; else where claims from the same URL are; else named after date and publisher.

        Of the last the first that is not there, or is a sheet from which the claim inherits nothing that is not so.
        """
        if not Path(self.path).is_dir():
            return self.path
        own = source_of(entry)
        url = own.get("url", "")
        if url in self._of_url:
            return self._of_url[url]
        day = re.sub(r"[^0-9A-Za-z-]+", "-", str(entry.get("date") or "undated")).strip("-")
        name = slug(own.get("publisher", "")) or slug(str(entry.get("speaker", ""))) or "claims"
        places = (str(Path(self.path) / f"{day}-{name}{number}.yaml") for number in _NUMBERS)
        return next(place for place in places if self._is_sheet_of(place, own))

    def _is_sheet_of(self, place: str, source: Mapping[str, str]) -> bool:
        if place not in self._said:
            self._said[place] = _said_at(place)
        said = self._said[place]
        return said is not None and all(source.get(key) == value for key, value in said.items())


def _said_at(place: str) -> Mapping[str, object] | None:
    """What a sheet says of its source, nothing where there is no sheet yet; None where something else is there."""
    text = text_at(place)
    if text is None:
        return None if os.path.lexists(place) else {}
    said, _ = read_plain(text, place)
    header = said.get("source") if isinstance(said, dict) else None
    return header if isinstance(header, dict) else {}


def source_of(entry: Entry) -> dict[str, str]:
    """The keys of a claim's source."""
    source = entry.get("source")
    return {key: value for key, value in source.items() if isinstance(value, str)} if isinstance(source, dict) else {}


def slug(text: str) -> str:
    """Letters and digits of a text that any file system takes, in lower case, with hyphens between."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG].strip("-")
