"""From what stands in a file to typed values: one field at a time, each fault at its own place."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import cattrs
from attrs import frozen

from claimtrack.claim import Form, Stance
from claimtrack.finding import Verdict
from claimtrack.problem import Rule
from claimtrack.reading.likely_dates import date_hint
from claimtrack.reading.nearest import did_you_mean, hint, later
from claimtrack.reading.page import Hint, Page
from claimtrack.reading.records import PROSE, Fields, Items, Node
from claimtrack.reading.rules import shapes
from claimtrack.reading.syntax import FLOW_HINT
from claimtrack.when import When, parse_when

Words = tuple[str, ...]
_ID = re.compile(r"[^\W_][\w.-]*")
_DASHED = re.compile(r"-\w[\w.-]*")
_YES = frozenset({"true", "yes", "on"})
_NO = frozenset({"false", "no", "off"})


class RefusalError(ValueError):
    """A value that is not what its key wants."""

    def __init__(self, rule: Rule, message: str, hint_: str = "") -> None:
        super().__init__(message)
        self.rule = rule
        self.hint = hint_


@frozen
class Raw:
    """The type of a field whose inside is read elsewhere: a mapping, or a list; `keys` are known to stand there."""

    kind: type
    keys: frozenset[str] = frozenset()


MAPPING = Raw(Fields)
LIST = Raw(Items)


def _kind_of(node: object) -> str:
    if isinstance(node, Fields):
        return "a mapping"
    if isinstance(node, Items):
        return "a list"
    return f"“{str(node)[:40]}”" if str(node).strip() else "an empty value"


def _text(node: object, _type: object) -> str:
    if not isinstance(node, str):
        raise RefusalError(shapes.WRONG_KIND, f"a text is wanted here, not {_kind_of(node)}")
    return node


def _words(node: object, _type: object) -> Words:
    if isinstance(node, str):
        return (node,) if node else ()
    if isinstance(node, Items):
        return tuple(_text(item, str) for item in node)
    raise RefusalError(shapes.WRONG_KIND, f"a text or a list of texts is wanted here, not {_kind_of(node)}")


def _yes_or_no(node: object, _type: object) -> bool:
    word = _text(node, str).casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise RefusalError(shapes.NOT_A_CHOICE, f"“{word[:40]}” is neither true nor false", "write true or false")


def _when(node: object, _type: object) -> When:
    written = _text(node, str)
    try:
        return parse_when(written)
    except ValueError as error:
        raise RefusalError(shapes.BAD_DATE, str(error), date_hint(written, str(error))) from None


def _choice(node: object, choices: type[StrEnum]) -> StrEnum:
    word = _text(node, str)
    try:
        return choices(word)
    except ValueError:
        known = [str(choice) for choice in choices]
        raise RefusalError(
            shapes.NOT_A_CHOICE, f"“{word[:40]}” is none of: {', '.join(known)}", hint(word, known)
        ) from None


def _converter() -> cattrs.Converter:
    """cattrs with every default coercion replaced by a refusal."""
    converter = cattrs.Converter(detailed_validation=False)
    # registered by class: cattrs asks hooks for a class, and for str also those of its subclasses, before any predicate
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _yes_or_no)
    converter.register_structure_hook(When, _when)
    for choices in (Form, Stance, Verdict):
        converter.register_structure_hook(choices, _choice)
    converter.register_structure_hook_func(lambda wanted: wanted == Words, _words)
    return converter


_CONVERTER = _converter()


@frozen
class Record:
    """A mapping that was read: the values that are right, and where each stood."""

    page: Page
    node: Fields
    values: Mapping[str, Any]

    def get(self, key: str, default: Any = None) -> Any:
        """The value under a key, or the default where it is missing, empty or wrong."""
        return self.values.get(key, default)

    def at(self, key: str) -> int:
        """The offset of the value under a key; of the record where the key is missing."""
        return self.node.value_at(key) if key in self.node else self.node.at

    def report(self, rule: Rule, key: str, message: str, hint_: Hint = "") -> None:
        """Note a problem at the value under a key."""
        self.page.report(rule, self.at(key), message, hint_)


def read_record(page: Page, node: Node, fields: Mapping[str, Any], what: str, at: int) -> Record | None:
    """A mapping whose keys are `fields` (key → wanted type); None, and a problem, where it is no mapping."""
    if not isinstance(node, Fields):
        message = f"{what} is a mapping of keys to values, not {_kind_of(node)}"
        page.report(shapes.WRONG_KIND, at, message, _space_hint(str(node), fields) or _mapping_hint(node))
        return None
    return record_of(page, node, fields, what)


def record_of(page: Page, node: Fields, fields: Mapping[str, Any], what: str) -> Record:
    """A mapping whose keys are `fields`; what is wrong in it is noted, the rest is given.

    A text in braces that a comma cut short is wrong.
    """
    values: dict[str, Any] = {}
    last, told = "", False
    for index, (key, value) in enumerate(node.items()):
        if key in fields:
            last, told = key, False
            if value != "" or fields[key] is str:
                _structure(page, node, key, fields[key], values)
            continue
        cut = last in PROSE and _is_piece(page, node, index)
        if cut:
            values.pop(last, None)
        if not (cut and told):
            message = f"{what} has no key “{key[:60]}”"
            page.report(shapes.UNKNOWN_KEY, node.marks[2 * index], message, _key_hint(page, node, index, fields))
        told = told or cut
    return Record(page, node, values)


def _is_piece(page: Page, node: Fields, index: int) -> bool:
    """Is this no key, but what a comma cut from the plain text before it?"""
    key_at, value_at = node.marks[2 * index], node.marks[2 * index + 1]
    return _follows_plain(page, node, index) and not page.text[key_at:value_at].rstrip().endswith(":")


def _follows_plain(page: Page, node: Fields, index: int) -> bool:
    """Does a key of a mapping in braces stand behind a text without quotation marks?"""
    braces = page.text[node.at : node.at + 1] == "{"
    return braces and index > 0 and page.text[node.marks[2 * index - 1]] not in "\"'[{"


def _key_hint(page: Page, node: Fields, index: int, fields: Mapping[str, Any]) -> Hint:
    """What to do about a key that is not known here."""
    key = list(node)[index]
    home = next((name for name, wanted in fields.items() if isinstance(wanted, Raw) and key in wanted.keys), "")
    if home:
        return f"write it under `{home}:`, as in {home}: {{{key}: …}}"
    if spaced := _space_hint(key, fields):
        return spaced
    if _DASHED.fullmatch(key):
        return f"write a space after the dash: `- {key[1:41]}: …`"
    if not _follows_plain(page, node, index):
        return later(key, fields)
    comma = f"a comma ends a value inside {{ }}: {FLOW_HINT}"
    if not _is_piece(page, node, index):
        return later(key, fields, comma)
    return comma if list(node)[index - 1] in PROSE else lambda: did_you_mean(key, fields) or comma


def _mapping_hint(node: Node) -> str:
    """What to do where a mapping is wanted and something else, or nothing, stands."""
    empty = isinstance(node, str) and not node.strip()
    return "write `key: value` lines in its place" + (", or take it out" if empty else "")


def _space_hint(written: str, fields: Mapping[str, Any]) -> str:
    """What to do where a known key stands too near to its value."""
    name, colon, value = written.partition(":")
    return f"write a space after the colon: `{name}: {value[:40]}`" if colon and name in fields else ""


def _structure(page: Page, node: Fields, key: str, wanted: Any, values: dict[str, Any]) -> None:
    value = node[key]
    if isinstance(wanted, Raw):
        if isinstance(value, wanted.kind):
            values[key] = value
        else:
            name = "a mapping" if wanted.kind is Fields else "a list"
            page.report(
                shapes.WRONG_KIND, node.value_at(key), f"“{key}” is {name}, not {_kind_of(value)}", _list_hint(wanted)
            )
        return
    try:
        values[key] = _CONVERTER.structure(value, wanted)
    except RefusalError as refusal:
        if not page.blamed(node.value_at(key)):
            page.report(refusal.rule, node.value_at(key), f"“{key}”: {refusal}", refusal.hint)


def _list_hint(wanted: Raw) -> str:
    return "begin each item with “- ”" if wanted.kind is Items else "write `key: value` lines below it"


def each_item(items: Items | None) -> list[tuple[Node, int]]:
    """The items of a list with the offset of each."""
    if items is None:
        return []
    return list(zip(items, items.marks, strict=True))


def each_entry(page: Page, entries: Fields | None, what: str) -> list[tuple[str, int, Node, int]]:
    """The entries of a mapping from ids to things: id, its offset, value, its offset; bad ids are noted."""
    found: list[tuple[str, int, Node, int]] = []
    if entries is None:
        return found
    for index, (name, value) in enumerate(entries.items()):
        key_at, value_at = entries.marks[2 * index], entries.marks[2 * index + 1]
        if is_id(page, name, what, key_at):
            found.append((name, key_at, value, value_at))
    return found


def is_id(page: Page, name: str, what: str, at: int) -> bool:
    """Can this name a thing? A problem is noted where not."""
    if _ID.fullmatch(name):
        return True
    message = f"“{name[:60]}” cannot be the id of {what}"
    page.report(shapes.BAD_ID, at, message, "use letters, digits, . _ and -; begin with a letter or digit")
    return False
