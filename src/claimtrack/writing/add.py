"""Adding claims to a ledger: what they need, how they are written, and which are there already in other words."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from claimtrack.cells import parted
from claimtrack.claim import Claim, Ledger
from claimtrack.errors import UsageError
from claimtrack.evidence import Comparison, Relation
from claimtrack.problem import Place
from claimtrack.reading import load_ledger
from claimtrack.reading.likely_dates import date_hint
from claimtrack.reading.nearest import hint
from claimtrack.reading.page import Page
from claimtrack.reading.records import marks_of
from claimtrack.reading.statements import derived_id
from claimtrack.settings import Settings
from claimtrack.vocabulary import lexicon_of
from claimtrack.when import parse_when
from claimtrack.writing.entries import Entry, Value, mapping_lines
from claimtrack.writing.home import home_of
from claimtrack.writing.proof import NewErrorError, known_name, refuse_new_errors, text_at
from claimtrack.writing.reported import reports_of
from claimtrack.writing.scalars import refuse_unwritable
from claimtrack.writing.schema_line import schema_head
from claimtrack.writing.sheets import SheetChoice, source_of
from claimtrack.writing.splice import append_entries, read_plain
from claimtrack.writing.text_file import edit_text

_PLAIN = Settings()
KEYS = (
    "id",
    "speaker",
    "side",
    "date",
    "about",
    "holds",
    "stance",
    "cue",
    "form",
    "via",
    "event",
    "supersedes",
    "reports",
    "note",
    "source",
    "text",
    "quote",
)
"""The keys of a claim in the order in which they are written."""
LISTS = frozenset({"side", "via", "supersedes"})
SOURCE = {
    "publisher": "publisher",
    "title": "title",
    "url": "url",
    "published": "date",
    "language": "language",
    "complete": "complete",
}
"""Names by which a row may give what belongs under `source`."""
_SUFFIXES = (".yaml", ".yml")


@frozen(kw_only=True)
class Added:
    """A claim that was written: its id, and the file in which it stands."""

    id: str
    path: str


@frozen
class _Row:
    """A claim to be written, and where its row stands; empty where it stands in no file."""

    entry: Entry
    place: str


def add_claims(
    path: str, rows: Sequence[Mapping[str, Any]], *, sheet: str | None = None, places: Sequence[str] = ()
) -> tuple[Added, ...]:
    """Write claims into the ledger at `path` (a folder, or one of its files) and give their ids and files.

    A row has the keys of a claim, and may give those of its source by themselves (`url`, `publisher`, `published` …);
    a list may be one text with `;` between. Rows go on `sheet`; else on the file that `path` is; else where claims
    from the same URL are; else on a new sheet named after date and publisher. All are checked against the whole
    ledger before the first is written. `places` says where each row stands (`rows.csv:4`), to be named where it is
    refused. Raises UsageError for what would be an error in the ledger, WritingError where the system refuses; the
    files are then as they were (of several sheets, those that were written stay).
    """
    if sheet is None and (home := home_of(path)) != path:
        path, sheet = home, path
    ledger = load_ledger(path)
    if not ledger.files:
        raise UsageError(f"{path} holds no ledger that can be read; begin one with `claimtrack init`")
    if sheet is not None:
        _refuse_unread(path, sheet)
    choice = SheetChoice(ledger, path)
    sheets: dict[str, list[_Row]] = {}
    for number, row in enumerate(rows):
        place = places[number] if number < len(places) else ""
        with _told_at(place):
            entry = entry_of(row)
        sheets.setdefault(sheet or choice.sheet_for(entry), []).append(_Row(entry, place))
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    made = {name: _with_claims(text_at(name), name, group, folder, planning=True) for name, group in sheets.items()}
    _refuse_taken(ledger, [(row, one) for name in sheets for row, one in zip(sheets[name], made[name][1], strict=True)])
    planned = {name: text for name, (text, _) in made.items()}
    try:
        refuse_new_errors(ledger, planned)
    except NewErrorError as error:
        with _told_at(_row_place(ledger, planned, sheets, error.problem.place)):
            raise
    added: list[Added] = []
    for name, group in sheets.items():
        ids: list[str] = []

        def change(held: str | None, name: str = name, group: list[_Row] = group, ids: list[str] = ids) -> str:
            text, ids[:] = _with_claims(held, name, group, folder)
            return text

        edit_text(name, change)
        known = known_name(ledger, name)
        added += [Added(id=one, path=known) for one in ids]
    return tuple(added)


@contextmanager
def _told_at(place: str) -> Iterator[None]:
    """What is refused inside is told with the place of its row."""
    try:
        yield
    except UsageError as error:
        if not place:
            raise
        raise UsageError(f"{place}: {error}") from None


def _row_place(ledger: Ledger, planned: Mapping[str, str], sheets: Mapping[str, Sequence[_Row]], at: Place) -> str:
    """Where the row stands of the claim at a place in a planned sheet; empty where the place is in none of them."""
    for name, rows in sheets.items():
        root = marks_of(planned[name]) if known_name(ledger, name) == at.path else None
        claims = root.under("claims") if root is not None else None
        if claims is not None:
            page = Page(at.path, planned[name].removeprefix("\ufeff"))
            before = [page.place(claim.start) <= at for claim in claims.parts[-len(rows) :]]
            if any(before):
                return rows[sum(before) - 1].place
            return rows[0].place if text_at(name) is None else ""  # what a new sheet says of all is of its rows
    return ""


def _refuse_unread(path: str, sheet: str) -> None:
    """Raise UsageError for a sheet that whoever reads the ledger would not read."""
    there, wanted = Path(os.path.abspath(path)), Path(os.path.abspath(sheet))  # noqa: PTH100 - links are not followed
    if not there.is_dir():
        if there != wanted:
            raise UsageError(f"the ledger is the one file {path}, and {sheet} is another")
    elif not wanted.is_relative_to(there):
        raise UsageError(f"{sheet} does not lie in the ledger’s folder {path}")
    elif wanted.suffix not in _SUFFIXES or any(one.startswith(".") for one in wanted.relative_to(there).parts):
        raise UsageError(f"{sheet} would not be read: a sheet’s name ends in .yaml, and does not begin with a dot")
    elif linked := [one for one in wanted.parents if one.is_relative_to(there) and one != there and one.is_symlink()]:
        raise UsageError(f"{sheet} would not be read: {linked[0]} is a link to a folder, and none is followed")


def _refuse_taken(ledger: Ledger, rows: Sequence[tuple[_Row, str]]) -> None:
    """Raise UsageError for an id that a claim of the ledger has, or two of those to add; each row stands by its id."""
    seen: set[str] = set()
    for row, one in rows:
        claim = ledger.claim(one)
        with _told_at(row.place):
            if claim is not None:
                message = f"the claim “{one[:60]}” stands at {claim.place} already; give yours another id"
                raise UsageError(f"{message}; nothing was written")
            if one in seen:
                message = f"two of the claims to add have the id “{one[:60]}”; give one of them another id"
                raise UsageError(f"{message}; nothing was written")
        seen.add(one)


def entry_of(row: Mapping[str, Any]) -> Entry:
    """A claim as it will be written, of a row; empty fields are left out. Raises UsageError for what cannot be one."""
    found: dict[str, Value] = {}
    source: dict[str, str] = {}
    for key, value in row.items():
        if key == "source" and isinstance(value, Mapping):
            source |= {name: _text(name, one) for name, one in value.items() if one not in ("", None)}
        elif value in ("", None, [], ()):
            continue
        elif key in SOURCE:
            source[SOURCE[key]] = _text(key, value)
        elif key == "reports":
            found[key] = reports_of(value)
        elif key in LISTS:
            found[key] = _words(key, value)
        elif key == "source":
            names = ", ".join(SOURCE)
            raise UsageError(f"“source” is a mapping, not {type(value).__name__}; or give by themselves: {names}")
        elif key in KEYS:
            found[key] = _text(key, value)
        else:
            advice = hint(str(key), (*KEYS, *SOURCE))
            raise UsageError(f"a claim has no “{str(key)[:60]}”{f'; {advice}' if advice else ''}")
    if source:
        found["source"] = source
    if not found.get("text") and not found.get("quote"):
        raise UsageError("a claim needs a wording: `text` in your own words, or `quote`")
    return {key: found[key] for key in KEYS if key in found}


def _text(key: str, value: Any) -> str:
    if isinstance(value, bool):
        value = "true" if value else "false"
    if not isinstance(value, (str, int, float)):
        raise UsageError(f"“{key}” is a text, not {type(value).__name__}")
    refuse_unwritable(str(value), f"“{key}”")
    return str(value)


def _words(key: str, value: Any) -> Value:
    if isinstance(value, (Mapping, bytes)) or not isinstance(value, Iterable):
        raise UsageError(f"“{key}” is a text or a list of texts, not {type(value).__name__}")
    words = parted(value) if isinstance(value, str) else value
    texts = [text for word in words if (text := _text(key, word).strip())]
    return texts[0] if len(texts) == 1 and key == "side" else texts


def _with_claims(
    held: str | None, name: str, rows: Sequence[_Row], folder: str, *, planning: bool = False
) -> tuple[str, list[str]]:
    """The text of a sheet with claims added, and their ids; a sheet that is not there is begun.

    Raises UsageError for an id that stands there; not while `planning`, for the ledger tells where it stands.
    """
    text = _new_sheet(name, [row.entry for row in rows], folder) if held is None else held
    said, _ = read_plain(text, name)
    header: Mapping[str, Any] = said if isinstance(said, dict) else {}
    there = [claim for claim in header.get("claims") or () if isinstance(claim, dict)]
    taken = {claim["id"] for claim in there if isinstance(claim.get("id"), str)}
    whole: list[Entry] = []
    for row in rows:
        with _told_at(row.place):
            entry = _completed(row.entry, header)
            if entry["id"] in taken and not planning:
                raise UsageError(f"{name} has a claim “{str(entry['id'])[:60]}” already; nothing was written")
        whole.append(entry)
    return append_entries(text, name, "claims", whole), [str(entry["id"]) for entry in whole]


def _new_sheet(name: str, entries: Sequence[Entry], folder: str) -> str:
    lines = [schema_head(folder, name)]
    sources = [source_of(entry) for entry in entries]
    shared = {key: value for key, value in sources[0].items() if all(one.get(key) == value for one in sources)}
    if shared:
        lines.append("source:\n")
        for key, value in shared.items():
            lines += mapping_lines(key, value, 2)
    return "".join([*lines, "claims: []\n"])


def _completed(entry: Entry, header: Mapping[str, Any]) -> Entry:
    """With an id, and without what the sheet says of the source already."""
    shared = header.get("source")
    shared = shared if isinstance(shared, dict) else {}
    own = {key: value for key, value in source_of(entry).items() if shared.get(key) != value}
    given = {"id": _id(entry, header), **entry}
    if own:
        return {**given, "source": own}
    return {key: value for key, value in given.items() if key != "source"}


def _id(entry: Entry, header: Mapping[str, Any]) -> str:
    if entry.get("id"):
        return str(entry["id"])
    day = str(entry.get("date") or header.get("date") or "")
    try:
        when = parse_when(day) if day else None
    except ValueError as error:
        raise UsageError(f"“date”: {error} — {date_hint(day)}; nothing was written") from None
    speaker = str(entry.get("speaker") or header.get("speaker") or "")
    text = str(entry.get("text") or entry.get("quote"))
    return derived_id(speaker, when, " ".join(text.split()))


@frozen(kw_only=True)
class LookAlike:
    """A claim of the ledger that a new wording resembles."""

    claim: Claim
    comparison: Comparison


def look_alikes(
    ledger: Ledger, texts: Sequence[str], *, settings: Settings = _PLAIN
) -> tuple[tuple[LookAlike, ...], ...]:
    """For each text the claims that may say the same already, likest first: those that would be linked or suggested.

    Found by the words that they share, or by words that the ledger's lexicon puts in a group with them.
    """
    if not ledger.claims:
        return ((),) * len(texts)
    from claimtrack.comparing import compare
    from claimtrack.matching import ClaimIndex
    from claimtrack.switches import refuse_unknown_switches
    from claimtrack.writing.rewordings import near

    refuse_unknown_switches(settings)

    index, lexicon = ClaimIndex(ledger.claims), lexicon_of(ledger)
    found: list[tuple[LookAlike, ...]] = []
    for text in texts:
        hits = near(index, text, lexicon) if len(text) <= settings.text_limit else ()
        alike = [
            LookAlike(claim=claim, comparison=compare(text, claim, settings=settings, lexicon=lexicon))
            for claim in (ledger.claims[position] for position in hits)
            if len(claim.text) <= settings.text_limit
        ]
        kept = [one for one in alike if _is_alike(one.comparison, settings)]
        found.append(tuple(sorted(kept, key=lambda one: -one.comparison.paraphrase)))
    return tuple(found)


def _is_alike(comparison: Comparison, settings: Settings) -> bool:
    return comparison.relation is Relation.SAME or comparison.paraphrase >= settings.suggest_at
