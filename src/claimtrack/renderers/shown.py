"""Text from files made fit for a screen: control characters are shown, never obeyed."""

import unicodedata
from collections.abc import Callable

_KEPT = frozenset("\n\t")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = frozenset("\u200c\u200d")
"""Needed by Persian, Hindi and emoji; they change no direction and move no cursor."""


def shown(text: str) -> str:
    """`text` with every control, format or unassigned character written out as its code, like `<U+001B>`."""
    if text.isprintable():  # no separators but the space, and nothing of _HIDDEN
        return text
    return "".join(char if _is_plain(char) else f"<U+{ord(char):04X}>" for char in text)


def _is_plain(char: str) -> bool:
    return char in _KEPT or char in _JOINERS or unicodedata.category(char) not in _HIDDEN


def escaped(text: str) -> str:
    r"""JSON text with every such character as `\uXXXX`, as JSON strings may hold it."""
    if text.isascii() and "\x7f" not in text:  # JSON has written the other controls of ASCII as escapes
        return text
    return _translated(text, _escape)


def referenced(text: str) -> str:
    """XML text with every such character as a reference, like `&#x9B;`."""
    return _translated(text, lambda char: f"&#x{ord(char):X};")


def replaced(error: UnicodeError) -> tuple[str, int]:
    r"""What an encoding lacks, as `\uXXXX`, so that JSON stays JSON; an error handler (`codecs.register_error`)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_escape, error.object[error.start : error.end])), error.end


def _translated(text: str, written: Callable[[str], str]) -> str:
    table = {ord(char): written(char) for char in set(text) if not _is_plain(char)}
    return text.translate(table) if table else text


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
