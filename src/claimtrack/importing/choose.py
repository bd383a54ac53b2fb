"""A ledger from a file of another format, chosen by name."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from claimtrack.claim import Ledger, Source
from claimtrack.errors import UsageError
from claimtrack.importing import csl, jsonl, jsonld, tables
from claimtrack.importing.nodes import Found, ledger_of_records
from claimtrack.problem import Place, Problem
from claimtrack.quantity import quantity
from claimtrack.reading.ledger import page_at, unreadable
from claimtrack.reading.nearest import hint
from claimtrack.reading.page import Page
from claimtrack.reading.rules import files as rules
from claimtrack.reading.schema import FILE_NAME, schema_text
from claimtrack.settings import Settings
from claimtrack.writing.whole import sheets_of, texts_of

_PLAIN = Settings()
Records = Iterable[tuple[Page, Iterable[Found]]]
"""Each page with the records on it."""
IMPORTS: Mapping[str, Callable[[Sequence[Page]], Records]] = {
    "jsonl": jsonl.records,
    "csv": tables.records,
    "jsonld": jsonld.records,
}
"""The formats by name, each with what finds the records on a page."""
SOURCES_ONLY = "csl"
"""The format that holds sources and no claims."""


def import_ledger(path: str | os.PathLike[str], format_: str, *, settings: Settings = _PLAIN) -> Ledger:
    """Read a ledger from a file of another format: "jsonl", "csv" (a table, or a folder of them) or "jsonld".

    Never raises on what is in the file: what is wrong is in `ledger.problems`, each with its place there. Sides,
    speakers and issues that the file names without declaring any are declared by their names. Raises UsageError for a
    format that is not known.
    """
    if format_ == SOURCES_ONLY:
        raise UsageError(
            f"“{format_}” holds sources and no claims: `{import_sources.__module__}.import_sources` reads it"
        )
    if format_ not in IMPORTS:
        known = (*IMPORTS, SOURCES_ONLY)
        advice = hint(format_, known) or f"known: {', '.join(known)}"
        raise UsageError(f"nothing is imported from “{format_[:60]}”; {advice}")
    problems: list[Problem] = []
    names = _files(Path(path), format_, problems)
    pages = [page for name in names if (page := page_at(str(name), name, settings, problems))]
    if not pages and not problems:
        problems.append(rules.NOT_IMPORTED.at(Place(path=str(path)), "there is no .csv file in this folder"))
    for page in pages:
        page.text = page.text.removeprefix("\ufeff")
    found = IMPORTS[format_](pages)
    return ledger_of_records(found, problems, declare=True, limits=settings.limits)


def imported(
    path: str, format_: str, *, settings: Settings = _PLAIN
) -> tuple[tuple[Problem, ...], Mapping[str, str], str]:
    """What is wrong in a file of another format, the files of a ledger that it gives, and what they hold in a word."""
    if format_ == SOURCES_ONLY:
        found, problems = import_sources(path, settings=settings)
        texts, words = sheets_of(found), f"{quantity(len(found), 'source')}, each a sheet that waits for its claims,"
    else:
        ledger = import_ledger(path, format_, settings=settings)
        texts, problems = texts_of(ledger), ledger.problems
        words = f"{quantity(len(ledger.claims), 'claim')} in {quantity(len(texts), 'file')}"
    return problems, {FILE_NAME: schema_text(), **texts}, words


def import_sources(
    path: str | os.PathLike[str], *, settings: Settings = _PLAIN
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The sources in a file of CSL-JSON, as Zotero exports it, each once; and what is wrong in it, with its place."""
    problems: list[Problem] = []
    page = page_at(str(path), Path(path), settings, problems)
    if page is None:
        return (), tuple(problems)
    page.text = page.text.removeprefix("\ufeff")
    found = dict.fromkeys(csl.sources(page, settings.limits))
    return tuple(found), (*problems, *page.problems)


def _files(path: Path, format_: str, problems: list[Problem]) -> list[Path]:
    if format_ != "csv" or not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where the system refuses
        return [path]
    try:
        return sorted(one for one in path.iterdir() if one.suffix == ".csv")
    except OSError as error:
        problems.append(unreadable(path, error))
        return []
