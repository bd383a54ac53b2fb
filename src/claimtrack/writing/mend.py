"""What `check --fix` mends: ids that are missing, texts that ` #` cut, the line that names the schema."""

from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import frozen

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.problem import Place
from claimtrack.reading import load_ledger
from claimtrack.reading.page import Page
from claimtrack.reading.records import marks_of
from claimtrack.reading.rules import files as rules
from claimtrack.writing.proof import text_at
from claimtrack.writing.schema_line import schema_head
from claimtrack.writing.splice import add_ids, add_schema_line, has_schema_line, quote_cut, read_plain
from claimtrack.writing.text_file import edit_text


@frozen(kw_only=True)
class Mended:
    """One thing that was mended, or, where `done` is False, why a file was left as it is."""

    place: Place
    what: str
    done: bool = True


def mend(*paths: str) -> tuple[Mended, ...]:
    """Mend what is safe to mend in the ledger at `paths` (`claims/` where none is named), one file after another.

    A claim without an id gets the one that it has been known by. A text cut by ` #` is quoted whole where what
    follows is hardly meant as a comment: one space before the #, a letter or digit after it. The line that names the
    schema is added where the schema is in the ledger's folder. Everything else stays byte for byte. A file with errors
    is left as it is. Raises WritingError where the system refuses; files mended by then stay mended.
    """
    given = paths or ("claims",)
    texts = {path: text_at(path) for path in load_ledger(*given).files}
    ledger = load_ledger(*given)
    return tuple(
        one
        for path, text in texts.items()
        if text is not None
        for one in _mend_file(ledger, path, text, _folder_of(path, given))
    )


def _folder_of(path: str, given: tuple[str, ...]) -> str:
    """The ledger's folder for a file: that of the paths named in which it lies, else its own."""
    inside = [one for one in given if Path(one).is_dir() and Path(path).is_relative_to(one)]
    return inside[0] if inside else str(Path(path).parent)


def _mend_file(ledger: Ledger, path: str, text: str, folder: str) -> list[Mended]:
    steps: list[Callable[[str], tuple[str, list[Mended]]]] = [
        lambda text: _ids(ledger, path, text),
        lambda text: _cuts(path, text),
        lambda text: _schema(path, text, folder),
    ]
    try:
        new, told = text, []
        for step in steps:
            new, mended = step(new)
            told += mended
        if new != text:
            edit_text(path, lambda held: _unless_changed(held, text, new, path))
    except UsageError as error:
        return [Mended(place=Place(path=path), what=f"left as it is: {error}", done=False)]
    return told


def _unless_changed(held: str | None, text: str, new: str, path: str) -> str:
    if held != text:
        raise UsageError(f"{path} was changed meanwhile")
    return new


def _ids(ledger: Ledger, path: str, text: str) -> tuple[str, list[Mended]]:
    derived = {one.place: one.id for one in ledger.claims if one.derived_id and one.place.path == path}
    if not derived:
        return text, []
    page = Page(path, text.removeprefix("\ufeff"))
    root = marks_of(text)
    claims = root.under("claims") if root is not None else None
    places = [page.place(part.start) if part.parts else None for part in claims.parts] if claims is not None else []
    found: Mapping[int, Place] = {number: place for number, place in enumerate(places) if place in derived and place}
    told = [Mended(place=place, what=f"added the id {derived[place]}") for place in found.values()]
    return add_ids(text, path, {number: derived[place] for number, place in found.items()}), told


def _cuts(path: str, text: str) -> tuple[str, list[Mended]]:
    told: list[Mended] = []
    _, problems = read_plain(text, path)
    lines = text.removeprefix("\ufeff").split("\n")
    for problem in reversed(problems):
        place = problem.place
        if problem.code != rules.CUT.code or not _is_text(lines[place.line - 1], place.column):
            continue
        offset = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
        try:
            text = quote_cut(text, path, offset)
        except UsageError:  # in braces, where more than text may follow: a person has to look
            continue
        told.append(Mended(place=place, what="quoted the text that ` #` cut"))
    return text, told[::-1]


def _is_text(line: str, column: int) -> bool:
    """Does what ` #` cut look like the text's own (`is #1`), and not like a comment with its spaces?"""
    at = line.find(" #", column - 1)
    return at >= 0 and line[at - 1] != " " and line[at + 2 : at + 3].isalnum()


def _schema(path: str, text: str, folder: str) -> tuple[str, list[Mended]]:
    line = schema_head(folder, path).rstrip("\n")
    if not line or has_schema_line(text):
        return text, []
    told = [Mended(place=Place(path=path, line=1, column=1), what="added the line that names the schema")]
    return add_schema_line(text, path, line), told
