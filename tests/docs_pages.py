"""What tests read of the documentation: its pages, code blocks, and files that it has one write."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
_BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>[a-z]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)


class Block(NamedTuple):
    """A code block of a page; `file` where the page has it written into one."""

    language: str
    text: str
    file: str


def blocks(path: Path) -> list[Block]:
    """The code blocks of a page, in order."""
    found = _BLOCK.finditer(path.read_text(encoding="utf-8"))
    return [Block(one["language"], one["text"], one["file"] or "") for one in found]
