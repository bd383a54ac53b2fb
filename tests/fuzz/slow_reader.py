"""A slow, obvious twin of the reader: what a text says, or that it has to be refused, and where ` #` cuts a value."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from claimtrack.reading.pure import PureLoader
from claimtrack.settings import Limits

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDDEN = "\u00ad\u115f\u1160\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
PROSE = ("text", "quote", "note", "because", "question")


class RefusedError(Exception):
    """The text has to be refused."""


def slow_read(text: str, limits: Limits) -> tuple[Any, list[int]]:
    """The value with its offsets, and the offsets of the values that a comment cuts; raises RefusedError."""
    text = text.removeprefix("\ufeff")
    _refuse_characters(text)
    try:
        events = list(_to_depth(yaml.parse(text, Loader=PureLoader), limits.depth))
    except yaml.MarkedYAMLError as error:
        raise RefusedError from error
    if sum(isinstance(event, yaml.DocumentStartEvent) for event in events) > 1:
        raise RefusedError
    builder = _Builder(text, limits)
    stream = iter([event for event in events if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)])
    first = next(stream, None)
    return (None if first is None else builder.build(first, stream, 0, "")[0]), builder.cuts


def _refuse_characters(text: str) -> None:
    for at, char in enumerate(text):
        control = unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t\r"
        bare = char == "\r" and text[at + 1 : at + 2] != "\n"
        if control or bare or char in "\x85\u2028\u2029\ufeff\ufffe\uffff":
            raise RefusedError
    for line in text.split("\n"):
        if ("\t" in line and not line.lstrip(" ").startswith("#")) or line.startswith("%"):
            raise RefusedError


def _to_depth(events: Iterator[Any], most: int) -> Iterator[Any]:
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > most:
            raise RefusedError
        yield event


class _Builder:
    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.cuts: list[int] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.expanded = 0

    def build(self, event: Any, stream: Iterator[Any], depth: int, key: str) -> tuple[Any, int]:
        """One value and how many values are in it."""
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise RefusedError
            value, size = self.anchors[event.anchor]
            self.expanded += size
            if self.expanded > self.limits.expanded:
                raise RefusedError
            return value, size
        if event.tag is not None:
            raise RefusedError
        if isinstance(event, yaml.ScalarEvent):
            value, size = self._scalar(event, key), 1
        else:
            if depth >= self.limits.depth:
                raise RefusedError
            value, size = self._collection(event, stream, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, size
        return value, size

    def _scalar(self, event: Any, key: str) -> str:
        value: str = event.value
        if len(value) > self.limits.scalar or any(char in TURNING for char in value):
            raise RefusedError
        escapes = [char for char in value if unicodedata.category(char) == "Cc" and char not in "\n\t"]
        if event.style == '"' and (escapes or any(char in "\u2028\u2029\ufffe\uffff" for char in value)):
            raise RefusedError
        rest = self.text[event.end_mark.index :].partition("\n")[0]
        comment = rest.lstrip(" ")
        if not event.style and comment.startswith("#") and comment != rest:
            spared = comment[1:2] in ("", " ", "#", "-", "=") and key not in PROSE
            if not spared and not comment.startswith("# claimtrack:"):
                inside = self.text[event.start_mark.index : event.end_mark.index]
                self.cuts.append(
                    event.end_mark.index + len(rest) - len(comment) if "\n" in inside else event.start_mark.index
                )
        return value

    def _collection(self, event: Any, stream: Iterator[Any], depth: int) -> tuple[Any, int]:
        at = event.start_mark.index
        marks: list[int] = []
        pairs: list[tuple[str, Any]] = []
        items: list[Any] = []
        size = 1
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        while not isinstance(part := next(stream), yaml.CollectionEndEvent):
            key = ""
            if is_mapping:
                key = self._key(part, [name for name, _ in pairs])
                marks.append(part.start_mark.index)
                part = next(stream)
                size += 1
            value, inner = self.build(part, stream, depth + 1, key)
            is_alias = isinstance(part, yaml.AliasEvent)
            marks.append(part.start_mark.index if is_alias or isinstance(value, str) else value[1])
            size += inner
            pairs.append((key, value))
            items.append(value)
        return (("{", at, marks, pairs) if is_mapping else ("[", at, marks, items)), size

    def _key(self, event: Any, known: list[str]) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
            raise RefusedError
        name: str = event.value
        odd = any(
            (unicodedata.category(char) == "Cc" and char not in "\n\t") or char in "\u2028\u2029\ufffe\uffff"
            for char in name
        )
        odd = odd or any(char in TURNING + HIDDEN or "\U000e0000" <= char <= "\U000e007f" for char in name)
        if not name or name in known or len(name) > self.limits.key or odd or (name == "<<" and not event.style):
            raise RefusedError
        if event.anchor is not None:
            self.anchors[event.anchor] = name, 1
        return name
