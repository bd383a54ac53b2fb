"""PyYAML's pure Python scanner, mended where it takes another text for well-formed than the C one does."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml.parser import ParserError
from yaml.scanner import ScannerError
from yaml.tokens import FlowEntryToken, FlowMappingEndToken, FlowSequenceEndToken, ScalarToken, Token, ValueToken

_BLANK = "\0 \t\r\n\x85\u2028\u2029"
_FLOW_ENDS = ",[]{}"
_AFTER_COLON = ",?[]{}"


_SURROGATE = re.compile("[\ud800-\udfff]")
_Untyped: Any = yaml.BaseLoader
"""The stubs leave most of the scanner untyped."""


class PureLoader(_Untyped):  # type: ignore[misc]
    """Reads where libyaml is missing, and gives what libyaml gives.

    What is mended: in flow style libyaml takes a question mark into a plain value, refuses a colon that stands right
    before an indicator and a `?` before nothing, and places an empty value at what follows it; and it lets a comment
    follow the head of a block scalar at once. It refuses escapes of what is no character.
    """

    def scan_plain(self) -> ScalarToken:
        """One plain scalar, over as many lines as it has."""
        chunks: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        spaces: list[str] = []
        while self.peek() != "#":
            length = self._plain_length(start)
            if not length:
                break
            self.allow_simple_key = False
            chunks += (*spaces, self.prefix(length))
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: yaml.Mark) -> int:
        length = 0
        while (char := self.peek(length)) not in _BLANK:
            if char == ":":
                after = self.peek(length + 1)
                if after in _BLANK:
                    break
                if self.flow_level and after in _AFTER_COLON:
                    self.forward(length)
                    raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
            elif self.flow_level and char in _FLOW_ENDS:
                break
            length += 1
        return length

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple[bool | None, int | None]:
        """What may follow > or |: how to end (None: one line feed), and by how much the text is indented."""
        chomping: bool | None = None
        increment: int | None = None
        while True:
            char = self.peek()
            if char in "+-" and chomping is None:
                chomping = char == "+"
            elif char in "0123456789" and increment is None:
                increment = int(char)
                if not increment:
                    self._refuse_header(start_mark, "expected indentation indicator in the range 1-9, but found 0")
            elif char in _BLANK or char == "#":
                return chomping, increment
            else:
                self._refuse_header(start_mark, f"expected chomping or indentation indicators, but found {char!r}")
            self.forward()

    def scan_flow_scalar(self, style: str) -> Any:
        """One quoted scalar."""
        start = self.get_mark()
        try:
            token = super().scan_flow_scalar(style)
        except (ValueError, OverflowError):  # chr() on an escape beyond Unicode
            raise _bad_escape(start) from None
        if _SURROGATE.search(token.value):
            raise _bad_escape(start)
        return token

    def _refuse_header(self, start: yaml.Mark, problem: str) -> None:
        raise ScannerError("while scanning a block scalar", start, problem, self.get_mark())

    def parse_flow_mapping_value(self) -> Any:
        """The value of a pair between braces; an empty one stands where the next token does."""
        return self._flow_value(FlowMappingEndToken, self.parse_flow_mapping_key)

    def parse_flow_sequence_entry_mapping_key(self) -> Any:
        """The key of a pair between brackets that a `?` begins."""
        token = self.get_token()
        if self.check_token(ValueToken, FlowEntryToken, FlowSequenceEndToken):
            raise ParserError("while parsing a flow sequence", token.start_mark, "expected a key", token.end_mark)
        self.states.append(self.parse_flow_sequence_entry_mapping_value)
        return self.parse_flow_node()

    def parse_flow_sequence_entry_mapping_value(self) -> Any:
        """The value of a pair between brackets."""
        return self._flow_value(FlowSequenceEndToken, self.parse_flow_sequence_entry_mapping_end)

    def _flow_value(self, end: type[Token], then: Callable[[], Any]) -> Any:
        given = self.check_token(ValueToken) and self.get_token() is not None
        if given and not self.check_token(FlowEntryToken, end):
            self.states.append(then)
            return self.parse_flow_node()
        self.state = then
        return self.process_empty_scalar(self.peek_token().start_mark)


def _bad_escape(start: yaml.Mark) -> ScannerError:
    return ScannerError("while parsing a quoted scalar", start, "found invalid Unicode character escape code", start)
