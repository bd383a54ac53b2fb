"""Writes docs/problems.md from the rules and the checks' docstrings; `--check` only tells whether it is current."""

import sys
from pathlib import Path

from claimtrack.problem import Rule
from claimtrack.reading.rules import files, shapes

PAGE = Path(__file__).with_name("problems.md")
CHECKS = Path(__file__).parents[1] / "src" / "claimtrack" / "checks"

HEAD = """\
# Problems

Everything that `claimtrack check` can find, by code. CT0: the file as such; CT1: its shape; CT2: what it refers to;
CT3: pinned conclusions; CT4: judgements; CT5: upkeep. An error makes `check` exit 1; warnings and notes do not.

(This page is made by `python docs/make_problems.py`.)
"""


def page() -> str:
    """The whole page."""
    rules = [rule for module in (files, shapes) for rule in vars(module).values() if isinstance(rule, Rule)]
    parts = [HEAD, *(_rule(rule) for rule in sorted(rules, key=lambda rule: rule.code)), *_checks()]
    return "\n".join(parts)


def _rule(rule: Rule) -> str:
    lines = [f"## {rule.code} {rule.name}", "", f"*{rule.level}.* {rule.why}", ""]
    for word, example in (("Refused", rule.bad), ("Right", rule.good)):
        if example:
            lines += [f"{word}:", "", "```yaml", example.rstrip("\n"), "```", ""]
    return "\n".join(lines)


def _checks() -> list[str]:
    found = []
    for path in CHECKS.glob("*.py"):
        doc = path.read_text(encoding="utf-8").split('"""')[1]
        if doc.startswith("CT"):
            title, _, body = doc.partition("\n")
            code, _, rest = title.partition(" ")
            name, _, what = rest.partition(":")
            found.append(f"## {code} {name}\n\n{what.strip().capitalize()}\n{_fenced(body)}")
    return sorted(found)


def _fenced(body: str) -> str:
    """Indented blocks after `::` as YAML blocks."""
    lines: list[str] = []
    inside = False
    for line in body.replace("::\n", ":\n").split("\n"):
        indented = line.startswith("    ")
        if indented != inside and (indented or line.strip()):
            while not indented and lines and not lines[-1].strip():
                lines.pop()
            lines.append("```yaml" if indented else "```\n")
            inside = indented
        lines.append(line[4:] if indented else line)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join([*lines, "```" if inside else ""]).rstrip() + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page() else "docs/problems.md is not current")
    PAGE.write_text(page(), encoding="utf-8")
