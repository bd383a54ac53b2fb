"""The one door to PyYAML: a text becomes dicts, lists and strings that know where they stood, within limits."""

import gc
import re
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeAlias

import yaml

from claimtrack.errors import UsageError
from claimtrack.problem import Rule
from claimtrack.reading import characters
from claimtrack.reading.page import Page
from claimtrack.reading.pure import PureLoader
from claimtrack.reading.rules import files as rules
from claimtrack.reading.syntax import INDENT_MESSAGES, explain_syntax
from claimtrack.settings import Limits

BACKENDS: dict[str, Any] = {"python": PureLoader}
if yaml.__with_libyaml__:  # pragma: no branch - a wheel for a new Python may lack libyaml
    BACKENDS["c"] = yaml.CBaseLoader
FASTEST = "c" if "c" in BACKENDS else "python"

PROSE = frozenset({"text", "quote", "note", "because", "question"})
"""Keys under which running text stands: letters of any script are at home there, and what holds them together."""
_LARGE = 1 << 20
_MERGE = "<<"
_SHORT = 40
_FEW = 32
"""Keys of a mapping up to which going through them is as good as looking them up."""
_CUT = re.compile(r"(?<! ) ++#(?! claimtrack:)")


class Fields(dict[str, "Node"]):
    """A mapping as it was written; `at` is its offset, `marks` the offsets of key, value, key, value …"""

    __slots__ = ("_order", "at", "marks")

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.marks = array("I")
        self._order: dict[str, int] | None = None

    def key_at(self, key: str) -> int:
        """The offset of a key."""
        return self.marks[2 * self._place(key)]

    def value_at(self, key: str) -> int:
        """The offset of the value under a key."""
        return self.marks[2 * self._place(key) + 1]

    def _place(self, key: str) -> int:
        if len(self) < _FEW:
            return list(self).index(key)
        if self._order is None:
            self._order = {name: number for number, name in enumerate(self)}
        return self._order[key]


class Items(list["Node"]):
    """A list as it was written; `at` is its offset, `marks` the offsets of its items."""

    __slots__ = ("at", "marks")

    def __init__(self, at: int = 0) -> None:
        self.at = at
        self.marks = array("I")


Node: TypeAlias = str | Fields | Items


class _Refused(Exception):  # noqa: N818 - no error to anyone: it ends one file, and its problem is noted already
    """The file cannot be read further."""


@contextmanager
def _collector_paused(wanted: bool) -> Iterator[None]:
    """No garbage collection while many small values are made: it would walk them again and again."""
    paused = wanted and gc.isenabled()
    if paused:
        gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def read_node(page: Page, limits: Limits, backend: str = FASTEST) -> Node | None:
    """What one YAML document says, every scalar as text; None where it says nothing or cannot be read.

    All that is wrong is noted on the page; what can be read in spite of it is given. Offsets count from
    the first character after a byte order mark. Raises UsageError for a backend that there is not.
    """
    parser = parser_of(backend)
    page.text = page.text.removeprefix("\ufeff")
    text = _clean(page)
    with _collector_paused(len(text) > _LARGE):
        try:
            return _Reader(page, text, limits).read(parser)
        except _Refused:
            return None


def parser_of(backend: str) -> Any:
    """The YAML parser of that name; raises UsageError where there is none."""
    if backend not in BACKENDS:
        raise UsageError(f"there is no YAML parser “{backend}” here; there are: {', '.join(sorted(BACKENDS))}")
    return BACKENDS[backend]


def _clean(page: Page) -> str:
    """The text as the parsers may see it: what they refuse or disagree on is noted, and replaced one for one."""
    text = page.text
    if characters.refused.search(text):
        for found in characters.refused.finditer(text):
            _refuse(page, found.start(), found[0])
        text = characters.refused.sub(characters.STAND_IN, text)
    if "\t" in text:
        tabs = [found.start(1) for found in characters.tab.finditer(text)]
        for offset in tabs:
            page.report(rules.TAB, offset, *rules.TAB_WORDS)
        if tabs:
            text = text.replace("\t", " ")
    if characters.directive.search(text):
        for found in characters.directive.finditer(text):
            page.report(rules.DIRECTIVE, found.start(), *rules.DIRECTIVE_WORDS)
        text = characters.directive.sub("#", text)
    return text


def _refuse(page: Page, offset: int, character: str) -> None:
    """Note a character that no file may hold, under its own kind."""
    rule, message, hint = rules.refused_character(character)
    page.report(rule, offset, message, hint)


def _follows_tab(text: str, offset: int) -> bool:
    """Is the line of an offset indented by a tab, or the last one above that says anything?"""
    end = text.find("\n", offset)
    lines = [one for one in text[: end if end >= 0 else len(text)].split("\n") if one.strip()]
    return any("\t" in one[: len(one) - len(one.lstrip())] for one in lines[-2:])


class _Reader:
    """Builds the values of one document from the parser's events, with a stack of its own: it never recurses."""

    def __init__(self, page: Page, text: str, limits: Limits) -> None:
        self.page = page
        self.text = text
        self.limits = limits
        self.cuts = frozenset(found.start() for found in _CUT.finditer(text))
        self.careful = bool(self.cuts) or not text.isascii()
        self.most = limits.nodes
        self.long = min(limits.scalar, 1_000)
        self.names: dict[str, str] = {}
        self.pool: dict[str, str] = {}
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.stack: list[tuple[Fields | Items, list[int], str | None, str | None, int, list[int]]] = []
        self.top: Fields | Items = Items()
        self.in_mapping = False
        self.marks: list[int] = []
        self.key: str | None = None
        """The key that waits for its value; None where the next value of a mapping is a key."""
        self.doubles: list[int] = []
        """Which keys of this mapping were there already, by their number."""
        self.firsts: dict[int, dict[str, int]] = {}
        """For mappings with such keys, by offset: the number of each key, where it stood first."""
        self.count = 0
        self.spent = 0
        self.scalars: list[tuple[int, int]] = []
        """Where values stand, noted in a text whose comments may hold what cannot be seen."""

    def stop(self, rule: Rule, offset: int, message: str, hint: str = "") -> NoReturn:
        self.page.report(rule, offset, message, hint)
        raise _Refused

    def read(self, backend: Any) -> Node | None:
        loader = backend(self.text)
        act = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        suspect = self.careful and characters.unseen.search(self.text) is not None
        if suspect:
            act[yaml.ScalarEvent] = self._noted
        next_event = loader.get_event
        try:
            while (kind := (event := next_event()).__class__) is not yaml.StreamEndEvent:
                if kind in act:
                    act[kind](event)
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in str(error.problem):  # libyaml scans ahead to the end of what may be a key
                self._too_deep(explain_syntax(error, self.text)[0])
            offset, message, hint = explain_syntax(error, self.text, self.top.at)
            if message in INDENT_MESSAGES and _follows_tab(self.page.text, offset):  # of the tab is told already
                raise _Refused from None
            self.stop(rules.SYNTAX, offset, message, hint)
        finally:
            loader.dispose()
        if suspect:
            self._check_comments()
        return self.top[0] if isinstance(self.top, Items) and self.top else None

    def _noted(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):  # a comment may stand behind its head
            head = self.text.find("\n", start, end)
            start = end if head < 0 else head
        self.scalars.append((start, end))
        self._scalar(event)

    def _check_comments(self) -> None:
        """What hides or turns round text outside of every value: there only comments can hold it."""
        at = 0
        for start, end in (*sorted(self.scalars), (len(self.text), 0)):
            while found := characters.unseen.search(self.text, at, start):
                self.page.report(rules.HIDDEN_COMMENT, found.start(), *rules.comment_words(found[0]))
                line_end = self.text.find("\n", found.end(), start)
                at = start if line_end < 0 else line_end
            at = max(at, end)

    def _scalar(self, event: Any) -> None:
        at: int = event.start_mark.index
        value: str = event.value
        self.count += 1
        if self.count > self.most:
            self._too_many(at)
        if self.in_mapping and self.key is None:
            self.key = self._key(event, value, at)
            self.marks.append(at)
            return
        if len(value) < _SHORT:
            value = self.pool.setdefault(value, value)
        if self.careful or event.style == '"' or event.tag is not None or len(value) > self.long:
            self._check(event, value, at)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, 1
        self._put(value, at)

    def _put(self, value: Node, at: int) -> None:
        self.marks.append(at)
        if self.in_mapping:
            self.top[self.key] = value  # type: ignore[index, call-overload]
            self.key = None
        else:
            self.top.append(value)  # type: ignore[union-attr]

    def _start(self, event: Any) -> None:
        at = event.start_mark.index
        limits = self.limits
        self.count += 1
        if self.in_mapping and self.key is None:
            self.stop(rules.COMPLEX_KEY, at, *rules.COMPLEX_KEY_WORDS)
        if event.tag is not None:
            self.page.report(rules.TAG, at, *rules.tag_words(event.tag))
        if len(self.stack) >= limits.depth:
            self._too_deep(at)
        if self.count > self.most:
            self._too_many(at)
        self.stack.append((self.top, self.marks, self.key, event.anchor, self.count + self.spent, self.doubles))
        self.in_mapping = event.__class__ is yaml.MappingStartEvent
        self.top = Fields(at) if self.in_mapping else Items(at)
        self.marks, self.key, self.doubles = [], None, []

    def _too_many(self, at: int) -> NoReturn:
        self.stop(rules.NODES, at, f"more than {self.most:,} values in one file", rules.LIMIT_HINT)

    def _too_deep(self, at: int) -> NoReturn:
        self.stop(rules.DEPTH, at, f"more than {self.limits.depth} levels of nesting", rules.LIMIT_HINT)

    def _end(self, _event: Any) -> None:
        value = self.top
        if self.doubles:
            self._forget_doubles()
        value.marks = array("I", self.marks)
        self.top, self.marks, self.key, anchor, before, self.doubles = self.stack.pop()
        self.in_mapping = self.top.__class__ is Fields
        if anchor is not None:
            self.anchors[anchor] = value, self.count + self.spent - before + 1
        self._put(value, value.at)

    def _document(self, event: Any) -> None:
        if self.top:
            self.stop(rules.DOCUMENTS, event.start_mark.index, *rules.DOCUMENTS_WORDS)

    def _alias(self, event: Any) -> None:
        at = event.start_mark.index
        if self.in_mapping and self.key is None:
            self.stop(rules.COMPLEX_KEY, at, *rules.COMPLEX_KEY_WORDS)
        if event.anchor not in self.anchors:
            self.stop(rules.ALIAS, at, *rules.alias_words(event.anchor))
        value, size = self.anchors[event.anchor]
        self.spent += size
        if self.spent > self.limits.expanded:
            self.stop(rules.EXPANDED, at, *rules.expanded_words(self.limits.expanded))
        self._put(value, at)

    def _key(self, event: Any, name: str, at: int) -> str:
        """The text of a key; one that is there already is noted and kept apart until its mapping ends."""
        known = self.names.get(name)
        if not known or event.tag is not None or event.anchor is not None:
            known = self._new_key(event, name, at)
        if known in self.top:
            return self._double(known, at)
        if self.doubles:
            self.firsts[self.top.at][known] = len(self.marks) // 2
        return known

    def _double(self, name: str, at: int) -> str:
        """A name to keep a second value of a key under until its mapping ends."""
        number = len(self.marks) // 2
        if not self.doubles:
            self.firsts[self.top.at] = {str(key): order for order, key in enumerate(self.top)}
        first = self.page.place(self.marks[2 * self.firsts[self.top.at][name]]).line
        self.page.report(rules.DUPLICATE_KEY, at, *rules.duplicate_words(name, first))
        self.doubles.append(number)
        return self._kept_apart(number)

    def _kept_apart(self, number: int) -> str:
        """A name that no key can have, being longer than any may be."""
        return f"{number:0{self.limits.key + 1}}"

    def _new_key(self, event: Any, name: str, at: int) -> str:
        if not name:
            self.page.report(rules.COMPLEX_KEY, at, *rules.EMPTY_KEY_WORDS)
        if name == _MERGE and not event.style:
            self.stop(rules.MERGE_KEY, at, *rules.MERGE_WORDS)
        if event.tag is not None:
            self.page.report(rules.TAG, at, *rules.tag_words(event.tag))
        if len(name) > self.limits.key:
            self.stop(rules.KEY_LENGTH, at, f"a key of more than {self.limits.key} characters", rules.KEY_LENGTH_HINT)
        for told in rules.odd_in_name(name, "a key"):
            self.page.report(told[0], at, told[1], told[2])
        if event.anchor is not None:
            self.anchors[event.anchor] = name, 1
        if name != _MERGE:  # in quotes it is a key like any other, and must not make way for a plain one
            self.names[name] = name
        return name

    def _forget_doubles(self) -> None:
        """Leave out the keys that were there already, with their marks."""
        gone = set(self.doubles)
        fields: Any = self.top
        for number in self.doubles:
            fields.pop(self._kept_apart(number), None)
        self.marks = [mark for at, mark in enumerate(self.marks) if at // 2 not in gone]

    def _check(self, event: Any, value: str, at: int) -> None:
        """What can be wrong with one value: tag, length, characters, and a comment that cuts it short."""
        if event.tag is not None:
            self.page.report(rules.TAG, at, *rules.tag_words(event.tag))
        if len(value) > self.limits.scalar:
            self.stop(
                rules.SCALAR_LENGTH, at, f"a value of more than {self.limits.scalar:,} characters", rules.LIMIT_HINT
            )
        if event.style == '"' and (found := characters.refused_in_value.search(value)):
            rule, message, hint = rules.refused_character(found[0])
            self.page.report(rule, at, f"{message}, written as an escape", hint)
        if not value.isascii():
            for told in rules.odd_in_value(value, self.key or "", plain=not event.style):
                self.page.report(told[0], at, told[1], told[2])
        if not event.style and self.cuts and (end := event.end_mark.index) in self.cuts:
            self._cut(value, at, end)

    def _cut(self, value: str, at: int, end: int) -> None:
        """A value that a comment follows: is it a comment, or the rest of the value?"""
        hash_at = self.text.index("#", end)
        comment = self.text[hash_at : hash_at + _SHORT].partition("\n")[0]
        if self.key in PROSE or comment[1:2] not in ("", " ", "#", "-", "="):
            place = hash_at if "\n" in self.text[at:hash_at] else at
            self.page.report(rules.CUT, place, *rules.cut_words(value, comment))


class Mark:
    """One value of a file as it stands there: from `start` up to `end`, in characters after a byte order mark.

    `kind` is scalar, mapping, sequence or alias; `style` is how it is written: "" for plain scalars, for aliases and
    for collections in block style, else the character that opens it. `parts` are a sequence's items, or a mapping's
    keys and values in turn. Where a collection in block style ends is told by the last of its parts alone.
    """

    __slots__ = ("end", "kind", "parts", "start", "style", "value")

    def __init__(self, kind: str, start: int, end: int, style: str, value: str = "") -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.style = style
        self.value = value
        self.parts: list[Mark] = []

    def key(self, name: str) -> "Mark | None":
        """The mark of a key of this mapping, or None."""
        return next((part for part in self.parts[::2] if part.value == name), None)

    def under(self, name: str) -> "Mark | None":
        """The mark of the value under a key of this mapping, or None."""
        found = self.key(name)
        return None if found is None else self.parts[self.parts.index(found) + 1]


def marks_of(text: str, backend: str = FASTEST) -> Mark | None:
    """Where everything stands in a text that `read_node` has read without an error; None where it says nothing.

    Offsets count from the first character after a byte order mark.
    """
    loader = parser_of(backend)(text.removeprefix("\ufeff"))
    top = Mark("sequence", 0, 0, "")
    stack = [top]
    try:
        while (kind := (event := loader.get_event()).__class__) is not yaml.StreamEndEvent:
            if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                ended = stack.pop()
                if ended.style:
                    ended.end = event.end_mark.index
            elif kind in _MARKED:
                made = _mark(event, _MARKED[kind])
                stack[-1].parts.append(made)
                if made.kind in ("mapping", "sequence"):
                    stack.append(made)
    finally:
        loader.dispose()
    return top.parts[0] if top.parts else None


def _mark(event: Any, kind: str) -> Mark:
    start, end = event.start_mark.index, event.end_mark.index
    if kind == "scalar":
        return Mark(kind, start, end, event.style or "", event.value)
    if kind == "alias":
        return Mark(kind, start, end, "")
    opener = "{" if kind == "mapping" else "["
    return Mark(kind, start, end, opener if event.flow_style else "")


_MARKED = {
    yaml.ScalarEvent: "scalar",
    yaml.AliasEvent: "alias",
    yaml.MappingStartEvent: "mapping",
    yaml.SequenceStartEvent: "sequence",
}
