"""From files to a Ledger: what is there to read, and all of it put together."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.problem import Level, Place, Problem
from claimtrack.quantity import are, quantity
from claimtrack.reading.declarations import Declared
from claimtrack.reading.lexicon import OwnWords
from claimtrack.reading.page import Page
from claimtrack.reading.records import FASTEST, Fields, Node, parser_of, read_node
from claimtrack.reading.rules import files as rules
from claimtrack.reading.rules import shapes
from claimtrack.reading.statements import HEADER, Recorded, moment
from claimtrack.reading.structure import LIST, MAPPING, Record, record_of
from claimtrack.settings import Limits, Settings

_VERSION = "1"
SECTIONS = {
    "claimtrack": str,
    "title": str,
    "sides": MAPPING,
    "speakers": MAPPING,
    "issues": MAPPING,
    "lexicon": MAPPING,
    "expect": LIST,
    "judgements": LIST,
    "claims": LIST,
    **HEADER,
}
_DECLARING = ("claimtrack", "sides", "speakers", "issues")
SUFFIXES = (".yaml", ".yml")
"""The files of a ledger's folder that are read."""
_PLAIN = Settings()


def load_ledger(*paths: str | os.PathLike[str], settings: Settings = _PLAIN, backend: str = FASTEST) -> Ledger:
    """Read a ledger from folders and files; `claims/` where none is named.

    Folders are searched through for .yaml and .yml files; names that begin with a dot are passed over, and so, with a
    warning, are folders that a link leads to.
    Never raises on what is on disk: whatever is wrong is in `ledger.problems`, and what can be read in
    spite of it is in the ledger. `backend` is "c" or "python", the YAML parser; both give the same. Raises UsageError
    for a parser that is not here.
    """
    problems: list[Problem] = []
    found = {name: path for given in paths or ("claims",) for name, path in _files(Path(given), problems)}
    pages = [page for name in sorted(found) if (page := page_at(name, found[name], settings, problems)) is not None]
    return _ledger(pages, settings, backend, problems)


def ledger_of(
    text: str | Mapping[str, str],
    *,
    name: str = "ledger.yaml",
    settings: Settings = _PLAIN,
    backend: str = FASTEST,
) -> Ledger:
    """The ledger that a text, or several by file name, would give as files; never raises on what is in them.

    Raises UsageError for a `backend` that is not here, and for what is neither a text nor texts by file name.
    """
    texts = {name: text} if isinstance(text, str) else text
    if not isinstance(texts, Mapping):
        raise UsageError(f"a text is wanted, or texts by file name, and this is neither: {type(texts).__name__}")
    for path, one in texts.items():
        if not isinstance(path, str) or not isinstance(one, str):
            found = f"{type(path).__name__} → {type(one).__name__}"
            raise UsageError(f"texts are wanted by file name, and this is {found}")
    limit = settings.limits.problems
    return _ledger([Page(path, texts[path], limit=limit) for path in sorted(texts)], settings, backend, [])


def _files(given: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    try:
        kind = given.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: no file can have such a name
        hint = "begin one with `claimtrack init`"
        problems.append(rules.MISSING.at(_place(given), "there is no such file or folder", hint=hint))
        return
    except OSError as error:
        problems.append(unreadable(given, error))
        return
    if stat.S_ISDIR(kind):
        told = len(problems)
        inside = sorted(path for path in _walk(given, problems) if path.suffix in SUFFIXES)
        if not inside and all(one.level is not Level.ERROR for one in problems[told:]):
            message = "there is no .yaml file in this folder"
            problems.append(rules.EMPTY_FOLDER.at(_place(given), message, hint="begin one with `claimtrack init`"))
        yield from ((path.as_posix(), path) for path in inside)
    else:
        yield given.as_posix(), given


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files below a folder; a folder that cannot be listed, or that a link leads to, is a problem."""

    def refused(error: OSError) -> None:
        problems.append(unreadable(Path(error.filename), error))

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        message, hint = rules.LINKED_WORDS
        inside = [Path(here) / name for name in folders]
        linked = [path for path in inside if os.path.islink(path)]  # noqa: PTH114 - Path.is_symlink may raise
        problems += [rules.LINKED.at(_place(path), message, hint=hint) for path in linked]
        for name in names:
            if not name.startswith("."):
                yield Path(here) / name


def _place(path: Path) -> Place:
    return Place(path=path.as_posix())


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """The problem of a file or folder that the system refuses."""
    reason = error.strerror if isinstance(error, OSError) else "no file can have such a name"
    return rules.UNREADABLE.at(_place(path), f"could not be read: {reason}")


def _opened(path: Path) -> BinaryIO:
    """An ordinary file, to be read. Raises OSError; ValueError for what no file can be called."""
    if os.path.lexists(path) and not (path.is_file() or path.is_dir()):
        # a pipe would wait for ever, a dangling link leads nowhere
        raise OSError(errno.EINVAL, "this is no ordinary file")
    return path.open("rb")


def page_at(name: str, path: Path, settings: Settings, problems: list[Problem]) -> Page | None:
    """The text of one file; None, and a problem, where it cannot be read, is too large or no UTF-8."""
    limits = settings.limits
    try:
        with _opened(path) as file:
            data = file.read(limits.bytes + 1)
    except (OSError, ValueError) as error:
        problems.append(unreadable(path, error))
        return None
    if len(data) > limits.bytes:
        message = f"more than {limits.bytes:,} bytes"
        problems.append(rules.SIZE.at(_place(path), message, hint=rules.LIMIT_HINT))
        return None
    if data[:4].count(0) > 1:
        problems.append(_not_utf8(name, data, 0))
        return None
    try:
        return Page(name, data.decode("utf-8"), limit=limits.problems)
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(name, data, error.start))
        return None


def _not_utf8(name: str, data: bytes, at: int) -> Problem:
    line = data.count(b"\n", 0, at) + 1
    start = data.rfind(b"\n", 0, at) + 1
    column = len(data[start:at].decode("utf-8", "replace")) + 1
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:4].count(0) > 1:
        message = "this file is UTF-16 or UTF-32"
    else:
        message = f"the byte 0x{data[at]:02x} is not UTF-8"
    return rules.ENCODING.at(Place(path=name, line=line, column=column), message, hint="save the file as UTF-8")


def _ledger(pages: Sequence[Page], settings: Settings, backend: str, problems: list[Problem]) -> Ledger:
    parser_of(backend)
    sheets = [sheet for page in pages for sheet in _sheet(page, settings, backend)]
    return assembled(pages, sheets, problems, settings.limits)


def assembled(
    pages: Sequence[Page],
    sheets: Sequence[tuple[Page, Record]],
    problems: list[Problem],
    limits: Limits,
) -> Ledger:
    """The ledger of what stands on some sheets: the one way from sections to nouns, whatever they were read from."""
    declared, words = Declared(), OwnWords(limit=limits.lexicon)
    for key, read in (
        ("sides", declared.read_sides),
        ("speakers", declared.read_speakers),
        ("issues", declared.read_issues),
        ("lexicon", words.read),
    ):
        for page, record in sheets:
            if key in record.values:
                read(page, record.get(key))
    recorded = Recorded(declared)
    for page, record in sheets:
        _read_recorded(recorded, page, record)
    judgements = recorded.settle()
    claims = tuple(sorted(recorded.claims.values(), key=moment))
    return Ledger(
        title=_title(sheets),
        sides=tuple(declared.sides.values()),
        speakers=tuple(declared.speakers.values()),
        issues=tuple(declared.issues.values()),
        claims=claims,
        judgements=tuple(sorted(judgements, key=lambda one: (one.left, one.right, one.place))),
        expectations=tuple(recorded.expectations),
        vocabulary=words.settle(),
        problems=_all_problems(pages, problems),
        files=tuple(page.path for page in pages),
        ignored={(page.path, line): codes for page in pages for line, codes in page.ignored.items()},
    )


def _title(sheets: Iterable[tuple[Page, Record]]) -> str:
    """What the ledger is called, a problem being noted for a second title.

    Beside a source, in a sheet that declares nothing, a title may be the document's: it counts where there is no other.
    """
    titled = [(page, record) for page, record in sheets if record.get("title")]
    found = [one for one in titled if not _is_of_a_document(one[1])] or titled
    for _, record in found[1:]:
        first = found[0][0].place(found[0][1].at("title"))
        record.report(
            shapes.SECOND_TITLE, "title", f"the ledger has a title already, at {first}", "keep one of the two"
        )
    return found[0][1].get("title", "") if found else ""


def _is_of_a_document(record: Record) -> bool:
    """May the title of a sheet be that of the document that it is on?"""
    return "source" in record.values and not any(key in record.values for key in _DECLARING)


def _read_recorded(recorded: Recorded, page: Page, record: Record) -> None:
    if "claims" in record.values:
        recorded.read_claims(page, record.get("claims"), record)
    if "judgements" in record.values:
        recorded.read_judgements(page, record.get("judgements"))
    if "expect" in record.values:
        recorded.read_expectations(page, record.get("expect"))


def _sheet(page: Page, settings: Settings, backend: str) -> list[tuple[Page, Record]]:
    node: Node | None = read_node(page, settings.limits, backend)
    if node is None or node == "":
        if not page.problems:
            page.report(
                rules.EMPTY_FILE, 0, "this file says nothing", "delete it, or write a section such as `claims:`"
            )
        return []
    if not isinstance(node, Fields):
        page.report(shapes.WRONG_KIND, 0, "a file of a ledger is a mapping", "begin with a section such as `claims:`")
        return []
    return [(page, sections_of(page, node))]


def sections_of(page: Page, node: Fields) -> Record:
    """The sections of one file; a version that is not read is a problem."""
    record = record_of(page, node, SECTIONS, "a ledger")
    version = record.get("claimtrack", _VERSION)
    if version != _VERSION:
        message = f"version “{version[:20]}” of the format is not one that this claimtrack reads"
        record.report(shapes.BAD_VERSION, "claimtrack", message, "write claimtrack: 1")
    return record


def _all_problems(pages: Iterable[Page], problems: list[Problem]) -> tuple[Problem, ...]:
    found = list(problems)
    for page in pages:
        found.extend(page.problems)
        if page.beyond:
            message = f"{quantity(page.beyond, 'more problem')} in this file {are(page.beyond)} not listed"
            found.append(rules.MORE.at(Place(path=page.path), message, hint="mend the first ones and run again"))
    return tuple(sorted(found, key=Problem.sort_key))
