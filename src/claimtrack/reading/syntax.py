"""What a YAML parser's complaint means to a person: the same words and place whichever parser complained."""

import yaml

from claimtrack.reading import characters

_QUOTE_HINT = "put the value in quotation marks, or after >- on lines of their own"

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
        return offset, "a second `: ` in one value, or a line indented too far", _QUOTE_HINT
    if problem == "found unexpected ':'":
        return offset, "a colon without a space after it", "write `key: value`, or put the value in quotation marks"
    if problem == "could not find expected ':'":
        return opened, "this line is neither `key: value` nor part of a value", "add the colon, or indent the line"
    if "quoted scalar" in context:
        if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
            return opened, *ESCAPE_WORDS
        return opened, "this quotation mark is never closed", "close it, or write '' for an apostrophe inside '…'"
    if "cannot start any token" in problem:
        return offset, f"a value cannot begin with {found}", _QUOTE_HINT
    if "flow sequence" in context:
        return opened, "this [ is never closed, or a comma is missing", "write [one, two]"
    if "flow mapping" in context:
        return opened, "this { is never closed, or a comma is missing", "write {key: value, key: value}"
    if "block scalar" in context:
        return opened, "nothing may follow > or | but + - and a digit", "put the text on the next lines, indented"
    return _explain_structure(problem, context, offset, found)


def _explain_structure(problem: str, context: str, offset: int, found: str) -> tuple[int, str, str]:
    if "not allowed" in problem and "entries" in problem:
        return offset, "a list cannot begin on the line of its key", "put `- ` on the next line"
    if "block mapping" in context or "block collection" in context:
        return (
            offset,
            "this does not fit what stands above",
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


ESCAPE_WORDS = (
    "an escape in double quotes that YAML does not know",
    r"write \\ for a backslash, or use single quotes",
)
