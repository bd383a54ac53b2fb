"""What a YAML parser's complaint means to a person: the same words and place whichever parser complained."""

import re
from collections.abc import Iterator

import yaml

from claimtrack.reading import characters

_QUOTE_HINT = "put the value in quotation marks, or after >- on lines of their own"
FLOW_HINT = 'put the whole text in "…", or in \'…\' where it holds a "'
"""What to do with a text in braces that holds what ends a value there."""
_TOO_FAR = "a second `: ` in one value, or a line indented too far"
_MISFIT = "this does not fit what stands above"
INDENT_MESSAGES = frozenset({_TOO_FAR, _MISFIT})
"""What is said of a line that may only be indented too little or too far."""
_AFTER_QUOTE = {
    "'": "write '' for an apostrophe inside '…', or put the whole text in \"…\"",
    '"': 'put the whole text in \'…\', or write \\" for a quotation mark inside "…"',
}
_NO_SPACE = re.compile(r"(?<![\w-])[\w-]{1,100}+:(?=[^\s/])")
_DASH = re.compile(r"\A *-(?=\w[\w.-]{0,100}+:(?: |\Z))")

_FLOW = {"[": "flow sequence", "{": "flow mapping"}


def explain_syntax(error: yaml.MarkedYAMLError, text: str, inside: int = 0) -> tuple[int, str, str]:
    """Offset, message and hint for an error of the C or the pure Python parser; `inside`: where what is open begins."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    offset: int = mark.index if mark is not None else 0
    opened: int = error.context_mark.index if error.context_mark is not None else offset
    if "node content" in problem and offset >= len(text):
        context, opened = _FLOW.get(text[inside : inside + 1], ""), inside
    offset, message, hint = _explain(problem, context, offset, opened, text)
    odd = characters.odd_space_in_structure.search(text)
    if odd is not None and odd.start() <= offset:
        name = characters.named(odd[0][-1])
        return odd.end() - 1, f"{name} where YAML wants a space", "type an ordinary space in its place"
    return min(offset, len(text)), message, hint


def _explain(problem: str, context: str, offset: int, opened: int, text: str) -> tuple[int, str, str]:
    found = text[offset : offset + 1]
    if problem.startswith("mapping values are not allowed"):
        stuck = _stuck_key(text, offset)
        if stuck is not None:
            return stuck, *STUCK_WORDS
        dashed = _stuck_dash(text, offset)
        if dashed is not None:
            return dashed, *DASH_WORDS
        return offset, _TOO_FAR, _QUOTE_HINT
    if problem == "found unexpected ':'":
        return offset, *STUCK_WORDS
    if problem == "could not find expected ':'":
        stuck = _stuck_in(text[opened:].partition("\n")[0])
        if stuck is not None:
            return opened + stuck, *STUCK_WORDS
        return opened, "this line is neither `key: value` nor part of a value", "add the colon, or indent the line"
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
            return opened, *ESCAPE_WORDS
        return opened, "this quotation mark is never closed", "close it, or write '' for an apostrophe inside '…'"
    if "cannot start any token" in problem:
        return offset, f"a value cannot begin with {found}", _QUOTE_HINT
    if "flow sequence" in context or "flow mapping" in context:
        return _explain_flow(text, opened, offset, "[]" if "sequence" in context else "{}")
    if "block scalar" in context:
        return opened, "nothing may follow > or | but + - and a digit", "put the text on the next lines, indented"
    return _explain_structure(problem, context, offset, text)


def _explain_flow(text: str, opened: int, offset: int, brackets: str) -> tuple[int, str, str]:
    """What stands in braces or brackets where a comma or their end is wanted."""
    found, between = text[offset : offset + 1], text[opened:offset]
    head = text[text.rfind("\n", 0, offset) + 1 : offset]
    if not found or ("\n" in between and not head.strip(" -")):
        written = "[one, two]" if brackets == "[]" else "{key: value, key: value}"
        return opened, f"this {brackets[0]} is never closed, or a comma is missing", f"write {written}"
    within = f"inside {brackets[0]} {brackets[1]}"
    if found == ":":
        return offset, f"a second `: ` in one value {within}, or a comma is missing", FLOW_HINT
    last = opened + len(between.rstrip()) - 1
    ended = _ended(text, last, f"set a comma, or {FLOW_HINT}")
    return ended or (offset, f"a text {within} that holds {found} wants quotation marks", FLOW_HINT)


def _ended(text: str, last: int, hint: str) -> tuple[int, str, str] | None:
    """What ends a value though more follows; None where neither a quotation mark nor a bracket stands there."""
    if text[last] in _AFTER_QUOTE:
        return last, "this quotation mark ends the text, and more follows", _AFTER_QUOTE[text[last]]
    if text[last] in "]}":
        return last, f"this {text[last]} ends the value, and more follows", hint
    return None


def _stuck_key(text: str, offset: int) -> int | None:
    """Behind the colon of a key that has no space after it, in the lines right above an offset; None without one."""
    found = None
    for line, at in _lines_above(text, offset):
        stuck = _stuck_in(line)
        if stuck is None:
            break
        found = at + stuck
    return found


def _stuck_in(line: str) -> int | None:
    """Behind the colon of the key that begins a line, where no space stands; None where the line has a key."""
    head = len(line) - len(line.lstrip(" -"))
    stuck = _NO_SPACE.match(line, head) if ": " not in line else None
    return stuck.end() if stuck is not None else None


def _stuck_dash(text: str, offset: int) -> int | None:
    """Behind the dash of an item that has no space after it, in the line of an offset or above; None without one."""
    start = text.rfind("\n", 0, offset) + 1
    own = text[start:].partition("\n")[0]
    above = next(((line, at) for line, at in _lines_above(text, offset) if line.strip()), ("", 0))
    for line, at in ((own, start), above):
        if found := _DASH.match(line):
            return at + found.end()
    return None


def _lines_above(text: str, offset: int) -> Iterator[tuple[str, int]]:
    """The lines above that of an offset, nearest first, each with where it begins."""
    end = text.rfind("\n", 0, offset)
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        yield text[start:end], start
        end = start - 1


def _explain_structure(problem: str, context: str, offset: int, text: str) -> tuple[int, str, str]:
    found = text[offset : offset + 1]
    if "not allowed" in problem and "entries" in problem:
        return offset, "a list cannot begin on the line of its key", "put `- ` on the next line"
    if "block mapping" in context or "block collection" in context:
        line = text.rfind("\n", 0, offset) + 1
        head = text[line:offset].rstrip()
        ended = _ended(text, line + len(head) - 1, FLOW_HINT) if head and found != characters.STAND_IN else None
        dashed = _stuck_dash(text, offset)
        if dashed is not None and ended is None:
            return dashed, *DASH_WORDS
        return ended or (
            offset,
            _MISFIT,
            "indent it like its neighbours; quote values that hold quotes",
        )
    if "scanning a" in context and "expected alphabetic" in problem:
        return offset, "* and & begin names of anchors", _QUOTE_HINT
    if "node content" in problem and not found:
        return offset, "the file ends where a value is wanted", _QUOTE_HINT
    if "node content" in problem:
        return offset, f"a value cannot begin with {found}", _QUOTE_HINT
    if "document start" in problem:
        return offset, "text after the end of the document", "keep one document per file, without ... and ---"
    return offset, "this is not valid YAML", _QUOTE_HINT


STUCK_WORDS = ("a colon without a space after it", "write `key: value`, or put the value in quotation marks")
"""Message and hint where a key and its value stand too near."""
DASH_WORDS = ("a dash without a space after it", "write `- key: value`")
"""The same for an item of a list and its dash."""
ESCAPE_WORDS = (
    "an escape in double quotes that YAML does not know",
    r"write \\ for a backslash, or use single quotes",
)
