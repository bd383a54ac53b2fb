"""A claim or a judgement as YAML: on lines of its own, or in braces."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from claimtrack.writing.scalars import WIDTH, inline, lines_of

Reports: TypeAlias = dict[str, dict[str, str]]
"""By side, what a claim says that it holds."""
Value: TypeAlias = "str | list[str] | dict[str, str] | Reports"
Entry: TypeAlias = Mapping[str, Value]
"""Keys with texts, lists of texts, a mapping of texts (`source`) or of such mappings (`reports`)."""


def flow_entry(entry: Entry) -> str:
    """An entry in braces on one line."""
    return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in entry.items()) + "}"


def _flow(value: Value) -> str:
    if isinstance(value, str):
        return inline(value, flow=True)
    if isinstance(value, Mapping):
        return flow_entry(value)
    return _flow_list(value)


def _flow_list(values: Sequence[str]) -> str:
    return "[" + ", ".join(inline(value, flow=True) for value in values) + "]"


def block_lines(entry: Entry, column: int, gap: int) -> list[str]:
    """An entry of a list on lines of its own: the dash in `column`, its keys `gap` columns further."""
    indent = column + gap
    lines: list[str] = []
    for key, value in entry.items():
        if isinstance(value, str):
            lines += mapping_lines(key, value, indent)
        else:
            lines.append(f"{' ' * indent}{key}: {_flow(value)}\n")
    lines[0] = f"{' ' * column}-{' ' * (gap - 1)}{lines[0][indent:]}"
    return lines


def mapping_lines(key: str, value: str, indent: int) -> list[str]:
    """A key of a block mapping with its text, on one line or folded."""
    first, *rest = lines_of(value, indent, WIDTH - indent - len(key) - 2)
    return [f"{' ' * indent}{key}: {first}\n", *(f"{line}\n" for line in rest)]
