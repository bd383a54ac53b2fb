"""Edits of a person's YAML: only the lines concerned change, and a change that does more than it says is refused."""

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from attrs import frozen

from claimtrack.errors import UsageError
from claimtrack.problem import Level, Problem
from claimtrack.reading.page import Page
from claimtrack.reading.records import Fields, Items, Mark, Node, marks_of, read_node
from claimtrack.settings import Limits
from claimtrack.writing.entries import Entry, block_lines, flow_entry
from claimtrack.writing.scalars import inline

_LIMITS = Limits()
Plain: TypeAlias = Any
"""What a file says, without places: dicts, lists and strings."""
_MODELINE = re.compile(r"(?m)^#[ \t]*yaml-language-server:")
_MEND = "mend that first (`claimtrack check` tells how)"


@frozen
class Cut:
    """Take away the text from `start` up to `end` and put `put` in its place."""

    start: int
    end: int
    put: str


def read_plain(text: str, name: str) -> tuple[Plain, tuple[Problem, ...]]:
    """What a text says, and the problems of reading it."""
    page = Page(name, text)
    node = read_node(page, _LIMITS)
    return _plain(node), tuple(page.problems)


def _plain(node: Node | None) -> Plain:
    if isinstance(node, Fields):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, Items):
        return [_plain(item) for item in node]
    return node


def spliced(
    text: str,
    name: str,
    cuts: Callable[[str, Mark | None], Sequence[Cut]],
    change: Callable[[Plain], Plain],
) -> str:
    """`text` with cuts made, proved: read again it says what `change` makes of what it said, and nothing else.

    `cuts` gets the text after a byte order mark and its marks; `change` gets a copy of the values and may change it in
    place. Line breaks of what is put in become those of the file. `name` is the file's, for messages. Raises
    UsageError where the file has errors of its own, or where what was made says something else; nothing is returned
    then, so nothing can be written.
    """
    before, problems = read_plain(text, name)
    _refuse_errors(problems)
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    body = text.removeprefix("\ufeff")
    made = bom + _cut(body, cuts(body, marks_of(body)))
    wanted = change(copy.deepcopy(before))
    after, told = read_plain(made, name)
    for problem in filter(_is_error, told):
        raise UsageError(f"{problem.message}, if {name} were edited so; nothing was changed")
    if after != wanted:
        raise UsageError(f"{name} is laid out in a way that cannot be edited safely; nothing was changed")
    return made


def _is_error(problem: Problem) -> bool:
    return problem.level is Level.ERROR


def _refuse_errors(problems: Sequence[Problem]) -> None:
    for problem in problems:
        if _is_error(problem):
            raise UsageError(f"{problem.place}: {problem.message}; {_MEND}")


def _cut(text: str, cuts: Sequence[Cut]) -> str:
    newline, at = newline_of(text), 0
    pieces: list[str] = []
    for cut in sorted(cuts, key=lambda one: one.start):
        pieces += (text[at : cut.start], cut.put.replace("\n", newline))
        at = cut.end
    return "".join([*pieces, text[at:]])


def newline_of(text: str) -> str:
    """The line break of a text: that of its first line."""
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def append_entries(text: str, name: str, section: str, entries: Sequence[Entry]) -> str:
    """`text` with entries at the end of a section such as `claims` or `judgements`, in the style of those there."""

    def change(said: Plain) -> Plain:
        said = said if isinstance(said, dict) else {}
        said[section] = [*(said.get(section) or []), *(copy.deepcopy(dict(entry)) for entry in entries)]
        return said

    return spliced(text, name, lambda body, root: _appending(body, root, section, entries, name), change)


def _appending(body: str, root: Mark | None, section: str, entries: Sequence[Entry], name: str) -> Sequence[Cut]:
    if root is None or root.kind == "scalar":
        return [_at_line(body, len(body), "".join(_section(section, entries, 0)))]
    if root.kind != "mapping":
        raise UsageError(f"{name} is no mapping of sections; nothing was changed")
    key, value = root.key(section), root.under(section)
    if key is None or value is None:
        return _new_section(body, root, section, entries)
    written = body[value.start : value.end]
    if not root.style and (written == "[]" or (value.kind == "scalar" and not written)):
        emptied = [Cut(value.start - (body[value.start - 1] == " "), value.end, "")] if written else []
        return [*emptied, *_empty_section(body, key, section, entries)]
    if value.kind == "sequence":
        return _in_flow(body, value, entries) if value.style else _in_block(body, value, entries)
    raise UsageError(f"`{section}` in {name} is no list; nothing was changed")


def _section(section: str, entries: Sequence[Entry], column: int) -> list[str]:
    lines = [f"{' ' * column}{section}:\n"]
    for entry in entries:
        lines += block_lines(entry, column + 2, 2)
    return lines


def _new_section(body: str, root: Mark, section: str, entries: Sequence[Entry]) -> Sequence[Cut]:
    if root.style:
        put = f"{section}: [{', '.join(map(flow_entry, entries))}]"
        return _into_braces(root, put)
    column = _column(body, root.parts[0].start)
    return [_at_line(body, _after(body, root), "".join(_section(section, entries, column)))]


def _empty_section(body: str, key: Mark, section: str, entries: Sequence[Entry]) -> Sequence[Cut]:
    column = _column(body, key.start)
    return [_at_line(body, _next_line(body, key.end), "".join(_section(section, entries, column)[1:]))]


def _in_block(body: str, items: Mark, entries: Sequence[Entry]) -> Sequence[Cut]:
    last = items.parts[-1]
    column = _column(body, items.start)
    if last.style == "{":
        lines = [f"{' ' * column}- {flow_entry(entry)}\n" for entry in entries]
    else:
        apart = "\n" if _is_spaced(body, items) else ""
        gap = _gap(body, items)
        lines = [apart + "".join(block_lines(entry, column, gap)) for entry in entries]
    return [_at_line(body, _after(body, last), "".join(lines))]


def _gap(body: str, items: Mark) -> int:
    """Columns from a dash to what follows it, as the first item has them."""
    between = body[items.start : items.parts[0].start]
    return len(between) if between.startswith("- ") and not between[1:].strip(" ") else 2


def _is_spaced(body: str, items: Mark) -> bool:
    """Does a blank line stand between the last two items?"""
    if len(items.parts) < 2:
        return False
    between = body[_after(body, items.parts[-2]) : items.parts[-1].start]
    return any(not line.strip() for line in between.split("\n")[:-1])


def _in_flow(body: str, items: Mark, entries: Sequence[Entry]) -> Sequence[Cut]:
    written = [flow_entry(entry) for entry in entries]
    if not items.parts:
        return [Cut(items.start + 1, items.start + 1, ", ".join(written))]
    last = items.parts[-1]
    line_start = body.rfind("\n", 0, last.start) + 1
    if line_start <= items.start or body[line_start : last.start].strip(" "):
        return [Cut(last.end, last.end, "".join(f", {one}" for one in written))]
    # each item has a line of its own: so have the new ones, behind what a comment says of the last
    margin = " " * (last.start - line_start)
    comma = _comma_after(body, last.end, items.end)
    lines = ",\n".join(margin + one for one in written) + ("," if comma else "") + "\n"
    at = _next_line(body, last.end)
    if at >= items.end:
        return [Cut(last.end, last.end, ",\n" + lines.rstrip("\n"))]
    return [*([] if comma else [Cut(last.end, last.end, ",")]), Cut(at, at, lines)]


def _comma_after(body: str, start: int, end: int) -> bool:
    return any(line.partition("#")[0].strip().startswith(",") for line in body[start:end].split("\n"))


def _into_braces(root: Mark, put: str) -> Sequence[Cut]:
    if not root.parts:
        return [Cut(root.start + 1, root.start + 1, put)]
    at = root.parts[-1].end
    return [Cut(at, at, f", {put}")]


def _column(body: str, offset: int) -> int:
    return offset - (body.rfind("\n", 0, offset) + 1)


def _next_line(body: str, offset: int) -> int:
    """Where the line after the one at `offset` begins; the end of the text after its last line."""
    at = body.find("\n", offset)
    return len(body) if at < 0 else at + 1


def _after(body: str, mark: Mark) -> int:
    """Where the line after a value in block style begins; what a comment says on its last line belongs to it."""
    while mark.parts and not mark.style:
        mark = mark.parts[-1]
    if mark.style not in ("|", ">"):
        return _next_line(body, mark.end)
    header = body[mark.start : _next_line(body, mark.start)].partition("#")[0]
    end = mark.end
    start = body.rfind("\n", 0, end) + 1
    if not body[start:end].strip(" "):
        end = start
    if "+" in header:  # the blank lines that follow are part of the text
        return end
    kept = body[:end].rstrip(" \r\n")
    return min(_next_line(body, len(kept)), len(body))


def _at_line(body: str, offset: int, lines: str) -> Cut:
    """Put whole lines in where a line begins; a text without a final line break stays without one."""
    if offset > 0 and body[offset - 1] != "\n":
        return Cut(offset, offset, "\n" + lines.removesuffix("\n"))
    return Cut(offset, offset, lines)


def add_ids(text: str, name: str, ids: Mapping[int, str]) -> str:
    """`text` with an `id` as the first key of claims; `ids` tells them by their number in `claims`, from 0."""

    def cuts(body: str, root: Mark | None) -> Sequence[Cut]:
        claims = root.under("claims") if root is not None else None
        parts = claims.parts if claims is not None else []
        return [_with_id(body, parts[number], given) for number, given in ids.items() if parts[number].parts]

    def change(said: Plain) -> Plain:
        for number, given in ids.items():
            said["claims"][number]["id"] = given
        return said

    return spliced(text, name, cuts, change)


def _with_id(body: str, claim: Mark, given: str) -> Cut:
    at = claim.parts[0].start
    if claim.style:
        return Cut(at, at, f"id: {inline(given, flow=True)}, ")
    return Cut(at, at, f"id: {inline(given)}\n{' ' * _column(body, at)}")


Path_: TypeAlias = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""


def quote_cut(text: str, name: str, at: int) -> str:
    """`text` with the value that begins at offset `at` quoted together with what ` #` cut from it."""
    body = text.removeprefix("\ufeff")
    found = _path_to(marks_of(body), at)
    if found is None:
        raise UsageError(f"{name} has no text there that could be quoted; nothing was changed")
    path, mark = found
    end = body.find("\n", mark.end)
    end = len(body) if end < 0 else end
    whole = mark.value + body[mark.end : end].rstrip()

    def change(said: Plain) -> Plain:
        here = said
        for step in path[:-1]:
            here = here[step]
        here[path[-1]] = whole
        return said

    stop = mark.end + len(body[mark.end : end].rstrip())
    return spliced(text, name, lambda _body, _root: [Cut(mark.start, stop, inline(whole))], change)


def _path_to(root: Mark | None, at: int) -> tuple[Path_, Mark] | None:
    """The way to the plain value at an offset, through block style alone: there a line is all its own."""
    todo: list[tuple[Path_, Mark]] = [((), root)] if root is not None else []
    while todo:
        path, mark = todo.pop()
        if mark.kind == "scalar" and mark.start == at and not mark.style and path:
            return path, mark
        if mark.style:
            continue
        if mark.kind == "sequence":
            todo += [((*path, number), part) for number, part in enumerate(mark.parts)]
        elif mark.kind == "mapping":
            todo += [((*path, mark.parts[i].value), mark.parts[i + 1]) for i in range(0, len(mark.parts), 2)]
    return None


def has_schema_line(text: str) -> bool:
    """Does a text tell editors which schema it follows?"""
    return _MODELINE.search(text.removeprefix("\ufeff")) is not None


def add_schema_line(text: str, name: str, line: str) -> str:
    """`text` with the line that tells editors its schema at the top; as it is where it has one."""
    if has_schema_line(text):
        return text
    return spliced(text, name, lambda _body, _root: [Cut(0, 0, line + "\n")], lambda said: said)


def taken_back(text: str, name: str, before: str, after: str, change: Callable[[Plain], Plain]) -> str:
    """`text` with the edit that made `after` of `before` undone, whatever others have edited elsewhere since.

    Proved like every splice: `change` takes from the values what the edit had put in. Raises UsageError where what
    was put in is no longer there, or stands there more than once.
    """
    put, was = _difference(before.removeprefix("\ufeff"), after.removeprefix("\ufeff"))
    body = text.removeprefix("\ufeff")
    if not put or body.count(put) != 1:
        raise UsageError(f"{name} was changed there meanwhile; nothing was taken back")
    at = body.index(put)
    return spliced(text, name, lambda _body, _root: [Cut(at, at + len(put), was)], change)


def _difference(before: str, after: str) -> tuple[str, str]:
    """What `after` has in the place of what `before` had: between what both begin and end with."""
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    return after[start : len(after) - end], before[start : len(before) - end]


def _shared(left: str, right: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))
