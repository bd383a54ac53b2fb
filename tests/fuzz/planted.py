"""Plants faults in a copy of the reader, one at a time, and counts the inputs until the grammar fuzzer finds each.

Run by hand: `python tests/fuzz/planted.py --count 100000`. Exit 1 where a fault is not found. The slow twin reads with
the true package's limits and the copy's parser, so that a fault of the reader, of its parser or of its patterns shows.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import claimtrack

PACKAGE = Path(claimtrack.__file__).parent
FUZZ = Path(__file__).parent

_TAG = "        if event.tag is not None:\n            self.page.report(rules.TAG, at, *rules.tag_words(event.tag))\n"
_COMPLEX = "        if self.in_mapping and self.key is None:\n            self.stop"
_EMPTY = "self.process_empty_scalar(self.peek_token().{}_mark)"

FAULTS: tuple[tuple[str, str, str], ...] = (
    ("records.py", "if known in self.top:", "if known in self.top and known not in self.names:"),
    ("records.py", "if name == _MERGE and not event.style:", "if name == _MERGE and event.style:"),
    ("records.py", "if name != _MERGE:", "if name:"),
    ("records.py", "        if not name:\n", "        if name is None:\n"),
    ("records.py", _COMPLEX, _COMPLEX.replace("self.key is None", "self.stack is None")),
    ("records.py", _TAG + "        if len(self.stack)", "        if len(self.stack)"),
    ("records.py", _TAG + "        if len(value)", "        if len(value)"),
    ("records.py", _TAG + "        if len(name)", "        if len(name)"),
    (
        "records.py",
        "if self.top:\n            self.stop(rules.DOC",
        "if len(self.top) > 1:\n            self.stop(rules.DOC",
    ),
    ("records.py", "self.anchors[event.anchor] = value, 1", "self.anchors.setdefault(event.anchor, (value, 1))"),
    ("records.py", "self.anchors[anchor] = value, self.count", "self.anchors[anchor] = Items(0), self.count"),
    ("records.py", "            self.anchors[event.anchor] = name, 1\n", "            pass\n"),
    ("records.py", "self.pool.setdefault(value, value)", "self.pool.setdefault(value.casefold(), value)"),
    ("records.py", "if self.careful or event.style == '\"'", "if self.careful"),
    ("records.py", " or not text.isascii()", ""),
    ("records.py", "self._put(value, value.at)", "self._put(value, value.at + (len(value) == 3))"),
    ("records.py", 'comment[1:2] not in ("", " ",', 'comment[1:2] not in ("", " ", "1",'),
    ("records.py", "text = characters.directive.sub", "page.problems.clear(); text = characters.directive.sub"),
    ("records.py", '.removeprefix("\\ufeff")', ".replace('\\ufeff', '')"),
    ("characters.py", "\\x0e-\\x1f", "\\x0e-\\x1a"),
    ("characters.py", "|\\r(?!\\n)", ""),
    ("characters.py", "^(?! *#)", "^(?!.*#)"),
    ("characters.py", "\\u202a-\\u202e", "\\u202a-\\u202d"),
    ("pure.py", "and after in _AFTER_COLON:", 'and after in ",[]{}":'),
    ("pure.py", 'char in _BLANK or char == "#"', "char in _BLANK"),
    ("pure.py", "if _SURROGATE.search(token.value):", "if not token.value:"),
    ("pure.py", _EMPTY.format("start"), _EMPTY.format("end")),
    ("pure.py", "(not self.flow_level and self.column < indent)", "self.column < indent"),
)
"""File of `reading/`, what stands there, and what is put in its place."""


def plant(into: Path, fault: tuple[str, str, str]) -> None:
    """Copy the package, with one fault."""
    name, right, wrong = fault
    shutil.copytree(PACKAGE, into / "claimtrack", ignore=shutil.ignore_patterns("__pycache__"))
    path = into / "claimtrack" / "reading" / name
    text = path.read_text(encoding="utf-8")
    if right not in text:
        raise ValueError(f"{name} does not hold {right!r} any more")
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def hunt(fault: tuple[str, str, str], count: int, seed: int) -> str:
    """What the fuzzer says of a copy with this fault: its last line."""
    with tempfile.TemporaryDirectory() as folder:
        plant(Path(folder), fault)
        command = [sys.executable, str(FUZZ / "grammar.py"), "--count", str(count), "--seconds", "300", "--show", "1"]
        paths = os.pathsep.join((folder, str(FUZZ)))
        done = subprocess.run(
            [*command, "--seed", str(seed)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def main() -> int:
    """Run by hand."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--count", type=int, default=100_000)
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--begin", type=int, default=0, help="faults to pass over")
    given = ask.parse_args()
    missed = 0
    for number, fault in list(enumerate(FAULTS, 1))[given.begin :]:
        told = hunt(fault, given.count, given.seed)
        missed += ", 1 faults," not in told
        print(f"{number:2}  {told}  {fault[0]}: {fault[1]!r} -> {fault[2]!r}", flush=True)
    print(f"{len(FAULTS) - missed} of {len(FAULTS)} planted faults found within {given.count:,} inputs each")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
