"""Exporting by the name of a format."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import PureWindowsPath
from typing import NamedTuple, TypeAlias

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.plugins import given_by, plugged
from claimtrack.reading.nearest import hint
from claimtrack.report import Report

Content: TypeAlias = "str | bytes | Mapping[str, str]"
"""What an export gives: a text, the bytes of one file, or several texts by file name."""


class Export(NamedTuple):
    """A format: its name, what it is, and where `export(ledger, report)` stands that writes it."""

    name: str
    says: str
    home: str


EXPORTS: tuple[Export, ...] = (
    Export("jsonl", "JSON Lines: every record, link and finding", "claimtrack.exporting.jsonl"),
    Export("csv", "a folder of tables: claims, links, findings …", "claimtrack.exporting.as_csv"),
    Export("sqlite", "a database with full-text search, for Datasette", "claimtrack.exporting.sqlite"),
    Export("jsonld", "schema.org Claims with relations", "claimtrack.exporting.jsonld"),
    Export("csl", "CSL-JSON of the sources, for Zotero", "claimtrack.exporting.csl"),
    Export("graphml", "who agrees and who conflicts, for networkx", "claimtrack.exporting.graphml"),
)
"""Every format, in the order in which they are shown."""


def export(ledger: Ledger, report: Report, format_: str) -> Content:
    """A ledger and what `track` found in it, in the format of that name.

    "csv" gives several texts by file name, "sqlite" the bytes of a database, every other format that is shipped one
    text. Raises UsageError for a format that is not known, and for one whose plug-in fails.
    """
    names = [*(one.name for one in EXPORTS), *(one.name for one in plugged("exports"))]
    for one in EXPORTS:
        if one.name == format_:
            write: Callable[[Ledger, Report], Content] = import_module(one.home).export
            return write(ledger, report)
    for plugin in plugged("exports"):
        if plugin.name == format_:
            return given_by(plugin, partial(_content, plugin.given, ledger, report))
    advice = hint(format_, names)
    raise UsageError(f"there is no format “{format_[:60]}” to export to; {advice or 'known: ' + ', '.join(names)}")


def _content(write: Callable[[Ledger, Report], object], ledger: Ledger, report: Report) -> Content:
    """What a plug-in's export gives, if it has the shape of content."""
    found = write(ledger, report)
    if isinstance(found, str | bytes):
        return found
    if not isinstance(found, dict):
        raise TypeError(f"an export gives a text, bytes, or a dict of texts by file name, not {found!r}")
    for name, text in found.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise TypeError(f"an export of several files gives texts by file name, not {name!r}: {text!r}")
        if not _lies_inside(name):
            raise ValueError(f"an export of several files names files inside its folder, not {name!r}")
    return found


def _lies_inside(name: str) -> bool:
    """Is it the name of a file inside the folder, on every system?"""
    path = PureWindowsPath(name)
    return bool(path.parts) and not path.anchor and ".." not in path.parts and "\0" not in name
