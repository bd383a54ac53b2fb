"""Adding claims to a ledger: what they need, how they are written, and which are there already in other words."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

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
from claimtrack.writing.proof import NewErrorError, known_name, refuse_new_errors, text_at, told
from claimtrack.writing.reported import reports_of
from claimtrack.writing.rows import WrongRowsError
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
    """A claim to be written, the number of its row, and where that stands; empty where it stands in no file."""

    entry: Entry
    number: int
    place: str


class _Faults:
    """What is wrong with some rows, each fault with the row that has it, where one has."""

    def __init__(self) -> None:
        self._held: list[tuple[int, str]] = []

    def add(self, row: _Row | None, message: str) -> None:
        """One fault of a row."""
        place = f"{row.place}: " if row is not None and row.place else ""
        self._held.append((-1 if row is None else row.number, place + message))

    def refuse(self) -> None:
        """Raise WrongRowsError where there is any."""
        if self._held:
            raise WrongRowsError([message for _, message in sorted(self._held, key=lambda one: one[0])])


def add_claims(
    path: str, rows: Sequence[Mapping[str, Any]], *, sheet: str | None = None, places: Sequence[str] = ()
) -> tuple[Added, ...]:
    """Write claims into the ledger at `path` (a folder, or one of its files) and give their ids and files.

    A row has the keys of a claim, and may give those of its source by themselves (`url`, `publisher`, `published` …);
    a list may be one text with `;` between. Rows go on `sheet`; else on the file that `path` is; else where claims
    from the same URL are; else on a new sheet named after date and publisher. All are checked against the whole
    ledger before the first is written. `places` says where each row stands (`rows.csv:4`), to be named where it is
    refused. Raises WrongRowsError for what would be errors in the ledger, all that there are, UsageError for what is
    no ledger or no sheet of it, WritingError where the system refuses; the files are then as they were (of several
    sheets, those that were written stay).
    """
    ledger, folder, sheets = _planned(path, rows, sheet, places)
    added: list[Added] = []
    for name, group in sheets.items():
        ids: list[str] = []

        def change(held: str | None, name: str = name, group: list[_Row] = group, ids: list[str] = ids) -> str:
            faults = _Faults()
            text, found = _with_claims(held, name, group, folder, faults, planning=False)
            faults.refuse()
            ids[:] = [one for _, one in found]
            return text

        edit_text(name, change)
        known = known_name(ledger, name)
        added += [Added(id=one, path=known) for one in ids]
    return tuple(added)


def refuse_wrong_rows(
    path: str, rows: Sequence[Mapping[str, Any]], *, sheet: str | None = None, places: Sequence[str] = ()
) -> None:
    """Raise what `add_claims` would raise before it writes anything."""
    _planned(path, rows, sheet, places)


def _planned(
    path: str, rows: Sequence[Mapping[str, Any]], sheet: str | None, places: Sequence[str]
) -> tuple[Ledger, str, dict[str, list[_Row]]]:
    """The ledger that rows go to, its folder, and the rows by sheet; raises WrongRowsError for all that is wrong.

    A row that is wrong in itself goes with what is right of it, so that others may name it and more be told of it.
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
    faults = _Faults()
    for number, given in enumerate(rows):
        entry, wrong = _read(given)
        row = _Row(entry, number, places[number] if number < len(places) else "")
        for message in wrong:
            faults.add(row, message)
        if not _has_wording(entry):
            row = evolve(row, entry={**entry, "text": f"row {number + 1}"})
        sheets.setdefault(sheet or choice.sheet_for(entry), []).append(row)
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    _find_faults(ledger, sheets, folder, faults)
    faults.refuse()
    return ledger, folder, sheets


def _find_faults(ledger: Ledger, sheets: Mapping[str, Sequence[_Row]], folder: str, faults: _Faults) -> None:
    """What would be wrong with the ledger if it had these rows."""
    seen: set[str] = set()
    planned: dict[str, str] = {}
    kept: dict[str, list[_Row]] = {}
    for name, group in sheets.items():
        held = text_at(name)
        text, found = _with_claims(held, name, group, folder, faults, planning=True)
        free = [row for row, one in found if not _is_taken(ledger, row, one, seen, faults)]
        if len(free) < len(found):
            text, _ = _with_claims(held, name, free, folder, _Faults(), planning=True)
        if free:
            planned[name], kept[name] = text, free
    try:
        refuse_new_errors(ledger, planned)
    except NewErrorError as error:
        found_at = _Places(ledger, planned, kept)
        for problem in error.problems:
            faults.add(found_at.row(problem.place), told(problem))


def _is_taken(ledger: Ledger, row: _Row, one: str, seen: set[str], faults: _Faults) -> bool:
    """Has a claim of the ledger the id of this row, or a row before it?"""
    claim = ledger.claim(one)
    if claim is not None:
        faults.add(row, f"the claim “{one[:60]}” stands at {claim.place} already; give yours another id")
    elif one in seen:
        faults.add(row, f"two of the claims to add have the id “{one[:60]}”; give one of them another id")
    else:
        seen.add(one)
        return False
    return True


class _Places:
    """Which row a place in a planned sheet is of."""

    def __init__(self, ledger: Ledger, planned: Mapping[str, str], sheets: Mapping[str, Sequence[_Row]]) -> None:
        self._sheets = {known_name(ledger, name): (planned[name], name, rows) for name, rows in sheets.items()}
        self._starts: dict[str, list[Place]] = {}

    def row(self, at: Place) -> _Row | None:
        """The row whose claim is at a place; None where that is in none of them."""
        if at.path not in self._sheets:
            return None
        text, name, rows = self._sheets[at.path]
        if at.path not in self._starts:
            root = marks_of(text)
            claims = root.under("claims") if root is not None else None
            page = Page(at.path, text.removeprefix("\ufeff"))
            parts = claims.parts[-len(rows) :] if claims is not None else ()
            self._starts[at.path] = [page.place(claim.start) for claim in parts]
        before = sum(start <= at for start in self._starts[at.path])
        if before:
            return rows[before - 1]
        return rows[0] if text_at(name) is None else None  # what a new sheet says of all is of its rows


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


def entry_of(row: Mapping[str, Any]) -> Entry:
    """A claim as it will be written, of a row; empty fields are left out. Raises UsageError for what cannot be one."""
    entry, wrong = _read(row)
    if wrong:
        raise UsageError(wrong[0])
    return entry


def _read(row: Mapping[str, Any]) -> tuple[Entry, list[str]]:
    """A claim as it will be written, of a row, without what is wrong there; and what that is."""
    found: dict[str, Value] = {}
    source: dict[str, str] = {}
    wrong: list[str] = []
    for key, value in row.items():
        try:
            _put(key, value, found, source)
        except UsageError as error:
            wrong.append(str(error))
    if source:
        found["source"] = source
    if not _has_wording(row):
        wrong.append("a claim needs a wording: `text` in your own words, or `quote`")
    return {key: found[key] for key in KEYS if key in found}, wrong


def _has_wording(row: Mapping[str, Any]) -> bool:
    return bool(row.get("text") or row.get("quote"))


def _put(key: str, value: Any, found: dict[str, Value], source: dict[str, str]) -> None:
    """Put the value of a row where it belongs, in the claim or its source; raises UsageError where it cannot be."""
    if key == "source" and isinstance(value, Mapping):
        source |= {name: _text(name, one) for name, one in value.items() if one not in ("", None)}
    elif value in ("", None, [], ()):
        pass
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
    held: str | None, name: str, rows: Sequence[_Row], folder: str, faults: _Faults, *, planning: bool
) -> tuple[str, list[tuple[_Row, str]]]:
    """The text of a sheet with claims added, and each row with its id; a sheet that is not there is begun.

    A row of which no claim can be made is left out, and a fault. So is an id that stands there; not while `planning`,
    for the ledger tells where it stands.
    """
    text = _new_sheet(name, [row.entry for row in rows], folder) if held is None else held
    said, _ = read_plain(text, name)
    header: Mapping[str, Any] = said if isinstance(said, dict) else {}
    there = [claim for claim in header.get("claims") or () if isinstance(claim, dict)]
    taken = {claim["id"] for claim in there if isinstance(claim.get("id"), str)}
    whole: list[Entry] = []
    found: list[tuple[_Row, str]] = []
    for row in rows:
        try:
            entry = _completed(row.entry, header)
        except ValueError as error:
            faults.add(row, str(error))
            continue
        one = str(entry["id"])
        if one in taken and not planning:
            faults.add(row, f"{name} has a claim “{one[:60]}” already")
            continue
        whole.append(entry)
        found.append((row, one))
    return append_entries(text, name, "claims", whole) if whole else text, found


def _new_sheet(name: str, entries: Sequence[Entry], folder: str) -> str:
    lines = [schema_head(folder, name)]
    sources = [source_of(entry) for entry in entries]
    first = sources[0] if sources else {}
    shared = {key: value for key, value in first.items() if all(one.get(key) == value for one in sources)}
    if shared:
        lines.append("source:\n")
        for key, value in shared.items():
            lines += mapping_lines(key, value, 2)
    return "".join([*lines, "claims: []\n"])


def _completed(entry: Entry, header: Mapping[str, Any]) -> Entry:
    """With an id, and without what the sheet says of the source already; raises ValueError where a date is none."""
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
        advice = date_hint(day, str(error))
        raise ValueError(f"“date”: {error}{f' — {advice}' if advice else ''}") from None
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
