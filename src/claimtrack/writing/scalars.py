"""How a text is written in YAML so that it is read again as it was: plain, quoted, folded or literal."""

import re

from claimtrack.errors import UsageError
from claimtrack.reading import characters

WIDTH = 96
"""Columns up to which running text is folded."""
_PLAIN = re.compile(r"[^\W_][\w .,;/+()%€$£°'’“”„«»–—…!?=*&@~^|<>-]*")
"""Texts that need no quotation marks outside of [ ] and { }; a colon is looked at apart."""
_COLON = re.compile(r":(?=[^\s])")
_IN_FLOW = frozenset(",[]{}:?")
"""What ends a plain text in braces, to one YAML reader or another."""
_GUESSED = re.compile(
    r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf"
    r"|[-+]?[0-9][0-9_]*(\.[0-9_]*)?(e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|0b[01_]+|[0-9]+(:[0-9]+)+(\.[0-9]*)?"
)
"""What another YAML reader takes for a number, a truth value or nothing."""
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_SPACES = re.compile(f"[{characters.SPACES}]")


def refuse_unwritable(text: str, what: str) -> None:
    """Raise UsageError where a text holds a character that no ledger may hold."""
    for pattern in (characters.refused_in_value, characters.bidi):
        found = pattern.search(text)
        if found:
            raise UsageError(f"{what} holds {characters.named(found[0])}, which no ledger may hold")


def inline(text: str, *, flow: bool = False) -> str:
    """A text on one line; `flow` inside of [ ] or { }. Reading gives the text back, whatever it holds."""
    if _is_plain(text, flow=flow):
        return text
    if "\n" in text or "\t" in text or characters.refused.search(text):
        return _double(text)
    if "'" in text and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, *, flow: bool) -> bool:
    if flow and _IN_FLOW & set(text):
        return False
    if _GUESSED.fullmatch(text) or text[-1:] == " " or _SPACES.search(text):
        return False
    return _PLAIN.fullmatch(_COLON.sub("", text)) is not None


def _double(text: str) -> str:
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPED:
        return _ESCAPED[char]
    if characters.refused.match(char):
        return f"\\u{ord(char):04x}"
    return char


def lines_of(text: str, indent: int, room: int) -> list[str]:
    """A text under a key of a block mapping whose keys stand in column `indent`: what follows the colon, line by line.

    The first line goes behind the key, where `room` columns are left; further ones carry their own indentation.
    """
    one = inline(text)
    if len(one) <= room and "\n" not in text:
        return [one]
    margin = " " * (indent + 2)
    if _is_literal(text):
        return ["|-", *(margin + line if line else "" for line in text.split("\n"))]
    if _is_foldable(text):
        return [">-", *(margin + line for line in _folded(text, max(WIDTH - len(margin), 20)))]
    return [one]


def _is_literal(text: str) -> bool:
    """Can it stand as it is, line by line? White space at edges would be lost or taken for indentation."""
    if "\n" not in text or "\t" in text or characters.refused.search(text):
        return False
    return text[0] not in " \n" and text[-1] not in " \n" and all(line[-1:] != " " for line in text.split("\n"))


def _is_foldable(text: str) -> bool:
    """One line of words with single spaces between, which folding cuts and reading puts together again."""
    if "\n" in text or "\t" in text or characters.refused.search(text):
        return False
    return bool(text) and "  " not in text and text == text.strip(" ")


def _folded(text: str, width: int) -> list[str]:
    lines: list[str] = []
    here = ""
    for word in text.split(" "):
        if here and len(here) + 1 + len(word) > width:
            lines.append(here)
            here = word
        else:
            here = f"{here} {word}" if here else word
    return [*lines, here]
