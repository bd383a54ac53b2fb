"""What another program wrote, as the nodes that reading knows: each with the place where it stood."""

from array import array
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from claimtrack.claim import Ledger
from claimtrack.exporting.records import SECTIONS
from claimtrack.problem import Problem
from claimtrack.reading import characters
from claimtrack.reading.ledger import assembled, sections_of
from claimtrack.reading.page import Page
from claimtrack.reading.records import Fields, Items, Node
from claimtrack.reading.rules import files as rules
from claimtrack.reading.rules import shapes
from claimtrack.settings import Limits

KEYED = frozenset({"side", "speaker", "issue"})
"""Kinds whose section is a mapping from ids."""

SINGLE = {"ledger": "keep one of the two", "lexicon": "put its groups into the first"}
"""Kinds of which there is one record at most, and what to do about a second."""


class At(NamedTuple):
    """A value that stood elsewhere than what it is in."""

    value: Any
    at: int


class Found(NamedTuple):
    """One record: the page on which it stands, its kind, its keys and values, and the offset at which it begins."""

    page: Page
    kind: str
    values: Mapping[str, Any]
    at: int


def ledger_of_records(
    found: Iterable[tuple[Page, Iterable[Found]]], problems: list[Problem], *, declare: bool, limits: Limits
) -> Ledger:
    """The ledger of what was found on some pages, checked as if it stood in files of a ledger.

    With `declare`, sides, speakers and issues that are named and nowhere declared are declared by their names.
    """
    held = [(page, list(records)) for page, records in found]
    if declare:
        named = _undeclared([one for _, records in held for one in records])
        held = [(page, [*(one for one in named if one.page is page), *records]) for page, records in held]
    sheets = [(page, sections_of(page, _sections(page, records, limits))) for page, records in held]
    return assembled([page for page, _ in held], sheets, problems, limits)


def _undeclared(records: list[Found]) -> list[Found]:
    """Records for every side, speaker and issue that claims name, of the kinds of which none is declared."""
    there = {one.kind for one in records}
    named: dict[tuple[str, str], Found] = {}
    for kind, key, label in (("side", "side", "name"), ("speaker", "speaker", "name"), ("issue", "about", "question")):
        for claim in records if kind not in there else ():
            given = (claim.values.get(key) or ()) if claim.kind == "claim" else ()
            for name in given if isinstance(given, list) else [given]:
                if isinstance(name, str) and name:
                    words = {"id": name, label: name}
                    named.setdefault((kind, name), Found(claim.page, kind, words, claim.at))
    return list(named.values())


def _sections(page: Page, records: Iterable[Found], limits: Limits) -> Fields:
    """The sections of a file of a ledger, of records."""
    root, sections = Fields(0), dict[str, Node]()
    for one in records:
        section = SECTIONS[one.kind]
        if one.kind in SINGLE:
            if section in sections:
                page.report(shapes.DUPLICATE_ID, one.at, f"there is a {section} already", SINGLE[one.kind])
            else:
                sections[section] = _single(one, limits)
            continue
        values = dict(one.values)
        if one.kind in KEYED:
            entries = sections.setdefault(section, Fields(one.at))
            name = values.pop("id", None)
            if not isinstance(name, str) or not name:
                page.report(shapes.MISSING_KEY, one.at, f"a {one.kind} needs an `id`")
            elif isinstance(entries, Fields) and name in entries:
                page.report(shapes.DUPLICATE_ID, one.at, f"there is a {one.kind} “{name[:60]}” already")
            elif isinstance(entries, Fields):
                _put(entries, name, node_of(page, values, one.at, limits), one.at)
            continue
        if values.pop("derived_id", None) in (True, "true"):
            values.pop("id", None)
        items = sections.setdefault(section, Items(one.at))
        if isinstance(items, Items):
            items.append(node_of(page, values, one.at, limits))
            items.marks.append(one.at)
    for name, node in sections.items():
        _put(root, name, node, node.at if not isinstance(node, str) else 0)
    return root


def _single(one: Found, limits: Limits) -> Node:
    """The section that one record is by itself: the title, or the lexicon."""
    if one.kind == "lexicon":
        return node_of(one.page, one.values, one.at, limits)
    for key in one.values.keys() - {"title"}:
        one.page.report(shapes.UNKNOWN_KEY, one.at, f"a ledger has no key “{key[:60]}” here", "its title stands here")
    return node_of(one.page, one.values.get("title"), one.at, limits)


def _put(fields: Fields, key: str, value: Node, at: int) -> None:
    fields[key] = value
    fields.marks.extend((at, at))


def node_of(page: Page, value: Any, at: int, limits: Limits, depth: int = 0) -> Node:
    """A value of JSON as a node: numbers and truth values as texts, what is empty left out."""
    if isinstance(value, At):
        value, at = value
    if depth > limits.depth:
        page.report(rules.DEPTH, at, f"more than {limits.depth} levels of nesting", rules.LIMIT_HINT)
        return ""
    if isinstance(value, Mapping):
        fields = Fields(at)
        for key, inner in value.items():
            if inner is not None and inner != "":
                place = inner.at if isinstance(inner, At) else at
                _put(fields, _text(page, str(key), at, limits), node_of(page, inner, at, limits, depth + 1), place)
        return fields
    if isinstance(value, list | tuple):
        items = Items(at)
        items.extend(node_of(page, inner, at, limits, depth + 1) for inner in value)
        items.marks = array("I", [inner.at if isinstance(inner, At) else at for inner in value])
        return items
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(page, "" if value is None else str(value), at, limits)


def _text(page: Page, text: str, at: int, limits: Limits) -> str:
    """A text that a ledger may hold; what it may not is a problem."""
    text = text.replace("\r\n", "\n")
    if len(text) > limits.scalar:
        page.report(rules.SCALAR_LENGTH, at, f"a value of more than {limits.scalar:,} characters", rules.LIMIT_HINT)
        return text[: limits.scalar]
    for pattern in (characters.refused_in_value, characters.bidi):
        refused = pattern.search(text)
        if refused:
            rule, message, hint = rules.refused_character(refused[0])
            page.report(rule, at, message, hint)
            text = pattern.sub("\ufffd", text)
    return text
