"""Which characters a ledger may hold: controls, hidden and direction-changing ones, breaks that only YAML sees."""

import re
import unicodedata

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
HIDDEN = "\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0\U000e0000-\U000e007f"
JOINERS = "\u200c\u200d"
BREAKS = "\u0085\u2028\u2029"
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
STAND_IN = "\ufffd"
"""What the parsers see in the place of a refused character."""

refused = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{BREAKS}\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)")
"""What no file may hold as it is; a line feed after a carriage return makes the two one line break."""
refused_in_value = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BREAKS}\ud800-\udfff\ufffe\uffff]")
"""What no value may hold, however it was written (the escapes of double quotes)."""
bidi = re.compile(f"[{BIDI}]")
hidden = re.compile(f"[{HIDDEN}]")
unseen = re.compile(f"(?![{JOINERS}])[{BIDI}{HIDDEN}]|(?<![^\x00-\x7f])[{JOINERS}]|[{JOINERS}](?![^\x00-\x7f])")
"""What hides or turns round text that is not read; a joiner between two letters of a script is at home there."""
key_then_odd_space = re.compile(rf"(?<![\w.-])[\w.-]{{1,200}}+:[{SPACES}]")
"""`key:` and a space that is none to YAML: the value that follows is swallowed."""
odd_space_at_edge = re.compile(rf"\A[{SPACES}]|[{SPACES}]\Z")
odd_space = re.compile(rf"[{SPACES}]")
odd_space_in_structure = re.compile(rf"(?m)^[ -]*[{SPACES}]|^[ -]*[\w.-]{{1,200}}:[{SPACES}]")
tab = re.compile(r"(?m)^(?! *#)[^\t\n]*(\t)")
"""The first tab of a line that is not wholly a comment."""
directive = re.compile(r"(?m)^%")

_NAMES = {
    0x00: "NULL",
    0x0D: "CARRIAGE RETURN without a line feed",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
    0xFEFF: "BYTE ORDER MARK",
}


def named(character: str) -> str:
    """A character as a message shows it: its code point and its Unicode name."""
    code = ord(character)
    name = _NAMES.get(code) or unicodedata.name(character, "")
    return f"U+{code:04X} {name}".rstrip()
