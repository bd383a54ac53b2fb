"""Writes docs/problems.md from the rules and the checks' docstrings; `--check` only tells whether it is current."""

import sys
from pathlib import Path

from claimtrack.catalogue import rules
from claimtrack.problem import Rule

PAGE = Path(__file__).with_name("problems.md")

HEAD = """\
# Problems

Everything that `claimtrack check` can find, by code. CT0: the file as such; CT1: its shape; CT2: what it refers to;
CT3: conclusions; CT4: judgements and links; CT5: upkeep; CT6: [plug-ins](extending.md), whose own codes do not begin
with CT. An error makes `check` exit 1, a warning only with `--strict`, a note never. `claimtrack rule CT201` tells
the same of one code.

`--select CT4,no-url` and `--ignore CT5` choose by name, by code or by its beginning; errors of CT0 are always told. In
a file, a comment ignores a code on its line, or on the next one where it stands alone:

```yaml
claims:
  - id: c1  # claimtrack: ignore[CT501]
```

A claim with a broken date stays in the ledger, undated, with its error: it takes no date from its sheet's header. The
same holds for every other field that was written but cannot be read.

(This page is made by `python docs/make_problems.py`.)
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_rule(rule) for rule in rules().values())])


def _rule(rule: Rule) -> str:
    lines = [f"## {rule.code} {rule.name}", "", f"*{rule.level}.* {rule.why}", ""]
    for word, example in (("Refused", rule.bad), ("Right", rule.good)):
        if example:
            lines += [f"{word}:", "", "```yaml", example.rstrip("\n"), "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == page() else "docs/problems.md is not current")
    PAGE.write_text(page(), encoding="utf-8")
