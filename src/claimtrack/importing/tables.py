"""CSV: the tables that `exporting.as_csv` writes, or one table of claims; what belongs together is put together."""

import csv
import io
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import PurePath
from typing import Any, NamedTuple

from claimtrack.cells import parted, table_fault
from claimtrack.importing.jsonl import claim_values
from claimtrack.importing.nodes import At, Found
from claimtrack.problem import Place
from claimtrack.quantity import quantity
from claimtrack.reading.page import Page
from claimtrack.reading.rules import files as rules
from claimtrack.renderers.as_csv import unguarded

Row = dict[str, Any]
_SEVERAL = frozenset({"side", "aliases", "via", "supersedes", "between", "split", "words", "opposites", "of"})
_FOUND = frozenset({"links", "findings", "proofs"})
"""Tables of what was found in a ledger: it is found anew."""
_WORKED_OUT = frozenset({"first_day", "last_day", "path", "line"})
_KINDS = {"ledger": "ledger", "sides": "side", "speakers": "speaker", "issues": "issue", "expectations": "expectation"}
_PARTS = frozenset({"posts", "positions", "exclusions", "reports", "judgements", "claims", "lexicon"})


class _Line(NamedTuple):
    """A row, and the offset at which it begins."""

    row: Row
    at: int


class _Folder(Page):
    """Several files as one page, so that what one says of another's rows is told where it stands."""

    __slots__ = ("pages", "starts")

    def __init__(self, pages: Sequence[Page]) -> None:
        limit = max((page.limit for page in pages), default=1)
        super().__init__(pages[0].path if len(pages) == 1 else "", "".join(page.text for page in pages), limit=limit)
        self.pages = pages
        self.starts = list(accumulate((len(page.text) for page in pages), initial=0))

    @property
    def ignored(self) -> Mapping[int, tuple[str, ...]]:
        return {}

    def place(self, offset: int) -> Place:
        number = max(min(bisect_right(self.starts, offset), len(self.pages)) - 1, 0)
        return self.pages[number].place(offset - self.starts[number])


def records(pages: Sequence[Page]) -> Iterable[tuple[Page, Iterable[Found]]]:
    """Every record of some tables; a table is known by its file's name, and any other name is one of claims."""
    if not pages:
        return ()
    folder = _Folder(pages)
    held: dict[str, list[_Line]] = defaultdict(list)
    for page, start in zip(pages, folder.starts, strict=False):
        name = PurePath(page.path).stem
        name = name if name in _KINDS or name in _PARTS or name in _FOUND else "claims"
        if name not in _FOUND:
            held[name] += _lines(folder, page.text, start)
    found = [
        *(Found(folder, kind, one.row, one.at) for name, kind in _KINDS.items() for one in held[name]),
        *_lexicon(folder, held["lexicon"]),
        *(Found(folder, "judgement", _judgement(one.row), one.at) for one in held["judgements"]),
        *(Found(folder, "claim", claim_values(one.row), one.at) for one in held["claims"]),
    ]
    for name, kind, owner, put in _OWNED:
        _put_parts(folder, held[name], [one for one in found if one.kind == kind], owner, put)
    return ((folder, [_renamed(one) for one in found]),)


def _renamed(found: Found) -> Found:
    row = {"as-of" if key == "as_of" else key: value for key, value in found.values.items()}
    return found._replace(values=row)


def _lexicon(page: Page, lines: Sequence[_Line]) -> Iterator[Found]:
    """The groups of a ledger's own words, as one record."""
    words: Row = {}
    for line in lines:
        group, opposites = line.row.get("words", []), line.row.get("opposites", [])
        words.setdefault(str(line.row.get("kind", "")), []).append(
            At([group, opposites] if opposites else group, line.at)
        )
    if words:
        yield Found(page, "lexicon", words, lines[0].at)


def _judgement(row: Row) -> Row:
    own = {key: value for key, value in row.items() if key not in ("word", "one", "other")}
    return {str(row.get("word", "")): [row.get("one", ""), row.get("other", "")], **own}


def _put_parts(
    page: Page, lines: Iterable[_Line], owners: Iterable[Found], key: str, put: Callable[[Row, Row, int], None]
) -> None:
    """Put each row where it belongs: to the thing that it names in its column `key`."""
    by_id: dict[Any, Row] = {}
    for one in owners:
        by_id.setdefault(one.values.get("id"), one.values)  # type: ignore[arg-type]
    for line in lines:
        row = dict(line.row)
        name = row.pop(key, "")
        if name in by_id:
            put(by_id[name], row, line.at)
        else:
            page.report(rules.NOT_IMPORTED, line.at, f"no table has the {key} “{str(name)[:60]}”")


def _put_post(owner: Row, row: Row, at: int) -> None:
    held = {key: "; ".join(value) if key == "side" else value for key, value in row.items()}
    owner.setdefault("posts", []).append(At(held, at))


def _put_position(owner: Row, row: Row, at: int) -> None:
    owner.setdefault("positions", {})[str(row.pop("id", ""))] = At(row, at)


def _put_exclusion(owner: Row, row: Row, at: int) -> None:
    owner.setdefault("exclude", []).append(At([row.get("one", ""), row.get("other", "")], at))


def _put_report(owner: Row, row: Row, at: int) -> None:
    owner.setdefault("reports", {})[str(row.pop("side", [""])[0])] = At(row, at)


_OWNED = (
    ("posts", "speaker", "speaker", _put_post),
    ("positions", "issue", "issue", _put_position),
    ("exclusions", "issue", "issue", _put_exclusion),
    ("reports", "claim", "claim", _put_report),
)
"""The tables whose rows are part of something else: table, kind of the owner, column that names it, what to do."""


def _lines(page: Page, text: str, start: int) -> Iterator[_Line]:
    """The rows of the table that begins at an offset, without empty cells; what is no table is a problem."""
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    starts = list(accumulate((len(line) for line in io.StringIO(text, newline="")), initial=start))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    names: list[str] = []
    before = 0
    try:
        names = [name.strip() for name in next(reader, [])]
        twice = [name for number, name in enumerate(names) if name in names[:number]]
        if twice:
            page.report(rules.NOT_IMPORTED, start, f"two columns have the name “{twice[0][:60]}”")
            return
        before = reader.line_num
        for cells in reader:
            at, before = starts[before], reader.line_num
            if len(cells) == len(names):
                yield _Line(_row(names, cells), at)
            elif any(cells):
                message = f"{quantity(len(cells), 'field')}, where the first line names {len(names)}"
                page.report(rules.NOT_IMPORTED, at, message)
    except csv.Error as error:
        page.report(rules.NOT_IMPORTED, starts[min(before, len(starts) - 1)], f"this is no CSV: {table_fault(error)}")


def _row(names: Sequence[str], cells: Sequence[str]) -> Row:
    found: Row = {}
    for name, cell in zip(names, cells, strict=True):
        text = unguarded(cell)
        if text and name not in _WORKED_OUT:
            found[name] = _value(name, text)
    return found


def _value(name: str, text: str) -> Any:
    if name in ("complete", "derived_id"):
        return {"0": "", "1": "true"}.get(text, text)
    return parted(text) if name in _SEVERAL else text
