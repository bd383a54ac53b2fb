"""Draws docs/walk.svg, the walk from files to pages; `--check` only tells whether it is current."""

import sys
from html import escape
from pathlib import Path

PICTURE = Path(__file__).with_name("walk.svg")

WALK = (
    ("reading", "claims/*.yaml", "Ledger: claims, issues, judgements"),
    ("features", "of each claim, once", "Features of each wording"),
    ("matching", "an index, an exact join", "candidate pairs"),
    ("comparing", "signals, contrasts, a model", "Comparison of each pair"),
    ("tracking", "links → classes → issues", "Findings with their proof"),
    ("report", "counted and in order", "Report"),
    ("renderers", "one format, one file", "text, Markdown, HTML, JSON, SARIF"),
)
"""The rooms in order: name, what is done there, what is handed on."""

ASIDE = (("checks", 0, "Problems"), ("a person's judgements", 4, "outrank every score"))
"""What joins from the side: its name, at which room, and what it brings."""

WIDTH, ROOM, STEP, LEFT = 720, 46, 76, 40
STYLE = """
text { font: 14px system-ui, sans-serif; fill: #1f2937 } .name { font-weight: 600 } .small { font-size: 12px }
.room { fill: #eef2ff; stroke: #4f46e5 } .aside { fill: #fff7ed; stroke: #c2410c } path { stroke: #4b5563; fill: none }
@media (prefers-color-scheme: dark) { .back { fill: #111827 } text { fill: #e5e7eb } .room { fill: #1e1b4b }
.aside { fill: #431407 } path { stroke: #9ca3af } }
"""


def picture() -> str:
    """The whole drawing as SVG."""
    height = STEP * len(WALK) + 8
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        'role="img" aria-label="The walk from files to pages">'
    )
    arrow = (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 L8 4 L0 8"/></marker></defs>'
    )
    parts = [
        head,
        f"<style>{STYLE}</style>",
        arrow,
        f'<rect class="back" width="{WIDTH}" height="{height}" fill="#fff"/>',
    ]
    for at, (name, does, gives) in enumerate(WALK):
        parts += _room(at, name, does, gives, last=at == len(WALK) - 1)
    for name, at, brings in ASIDE:
        parts += _aside(name, at, brings)
    return "\n".join([*parts, "</svg>", ""])


def _room(at: int, name: str, does: str, gives: str, *, last: bool) -> list[str]:
    top = 8 + at * STEP
    lines = [
        f'<rect class="room" x="{LEFT}" y="{top}" width="280" height="{ROOM}" rx="6"/>',
        _text(LEFT + 12, top + 20, name, "name"),
        _text(LEFT + 12, top + 37, does, "small"),
    ]
    middle = LEFT + 60
    if last:
        return [*lines, _text(LEFT + 300, top + 28, gives, "small")]
    foot = top + ROOM
    return [
        *lines,
        f'<path d="M{middle} {foot} V{foot + STEP - ROOM - 1}" marker-end="url(#tip)"/>',
        _text(middle + 12, foot + 20, gives, "small"),
    ]


def _aside(name: str, at: int, brings: str) -> list[str]:
    top, left = 8 + at * STEP, 470
    return [
        f'<rect class="aside" x="{left}" y="{top}" width="220" height="{ROOM}" rx="6"/>',
        _text(left + 12, top + 20, name, "name"),
        _text(left + 12, top + 37, brings, "small"),
        f'<path d="M{left} {top + ROOM // 2} H{LEFT + 281}" marker-end="url(#tip)"/>',
    ]


def _text(x: int, y: int, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PICTURE.read_text(encoding="utf-8") == picture() else "docs/walk.svg is not current")
    PICTURE.write_text(picture(), encoding="utf-8")
