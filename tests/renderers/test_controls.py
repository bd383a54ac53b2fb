"""No page lets a screen obey what a ledger says: every text of one holds control characters, and no page does."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.catalogue import rules
from claimtrack.cli.list_ import table_of
from claimtrack.exporting.choose import EXPORTS, export
from claimtrack.renderers import comparison_text, explain_json, explain_text, findings_sarif, text, timeline
from claimtrack.renderers import difference as difference_pages
from claimtrack.renderers.problems import concise, full, github, sarif
from claimtrack.tracking.difference import difference, seen_at
from renderers.golden import PAGES

OBEYED = "\x1b]0;owned\x07\x9b31m\u202e\x7f"
"""Sets a title, rings, turns red (ECMA-48), and turns the direction of what follows."""
CONTROLS = frozenset("\x1b\x07\x9b\u202e\x7f")
STYLES = re.compile(r"\x1b\[(?:\d+(?:;\d+)*)?m")
"""What a page in colour has of its own."""
_WORDS = frozenset({"relation", "verdict", "code", "ignored"})
"""Fields that hold one of a few words, which reading lets through alone."""


def spoilt(value: Any) -> Any:
    """A value of the ledger with what a screen obeys behind each of its texts, ids and names of files too."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value + OBEYED if value else value
    if isinstance(value, tuple):
        return tuple(map(spoilt, value))
    if attrs.has(type(value)) and not isinstance(value, ct.When):
        names = [one.name for one in attrs.fields(type(value)) if one.init and one.name not in _WORDS]
        return attrs.evolve(value, **{name: spoilt(getattr(value, name)) for name in names})
    return value


@pytest.fixture(scope="module")
def ledger() -> ct.Ledger:
    """A ledger with every kind of finding, whose every text is hostile, and which has a problem."""
    held = (PAGES / "council.yaml").read_text(encoding="utf-8")
    return spoilt(ct.ledger_of(held.replace("claims:\n", "claims:\n  - {id: z, speaker: nobody, text: x}\n", 1)))


@pytest.fixture(scope="module")
def report(ledger) -> ct.Report:
    """What is found in it, with all that may be asked for."""
    report = ct.track(ledger, fragility=True, view=ct.View(since=ct.parse_when("2023")))
    assert all((report.splits(), report.errors(), report.pinned, report.ascriptions, report.reprints))
    return attrs.evolve(report, notes=spoilt(("What was left out",)))


def pages(ledger: ct.Ledger, report: ct.Report, *, color: bool) -> Mapping[str, Callable[[], Any]]:
    """Every page that there is of a report, by name; exports apart that are for other programs alone."""
    told = timeline.entries(report, set(report.claims))
    problems = [attrs.evolve(one, excerpt="x" + OBEYED) for one in report.problems]
    ledgers = tuple(seen_at(ledger, ct.View(as_of=ct.parse_when(date))) for date in ("2024-02-01", "2024-03-01"))
    changed = difference(*ledgers, names=spoilt(("before", "after")))
    one, other = list(report.claims.values())[:2]
    return {
        **{name: lambda name=name: ct.render(report, name) for name in ("markdown", "github", "html", "json")},
        "text": lambda: text.render(report, color=color),
        "explain": lambda: explain_text.render_explanation(report, report.findings, color=color),
        "explain, json": lambda: explain_json.render_explanation(report, report.findings),
        "sarif of findings": lambda: findings_sarif.render(report, {"diverge", "split", "problems"}),
        "timeline by issue": lambda: timeline.render_text(report, told, by="issue", color=color),
        "timeline by speaker": lambda: timeline.render_text(report, told, by="speaker", color=color),
        "timeline, json": lambda: timeline.render_json(report, told),
        "timeline, csv": lambda: timeline.as_csv(told),
        "list, json": lambda: table_of(ledger.claims, "json", {"a": ("b",)}),
        "list, csv": lambda: table_of(ledger.claims, "csv", {}),
        "compare": lambda: comparison_text.render_comparison(ct.compare(one, other), color=color),
        "diff": lambda: difference_pages.render_text(changed, ledgers, color=color),
        "diff, markdown": lambda: difference_pages.render_markdown(changed, ledgers),
        "diff, json": lambda: difference_pages.render_json(changed),
        "check": lambda: full.render(problems),
        "check, concise": lambda: concise.render(problems),
        "check, github": lambda: github.render(problems),
        "check, sarif": lambda: sarif.render(problems, rules()),
        **{
            one.name: lambda one=one: export(ledger, report, one.name)
            for one in EXPORTS
            if one.name not in ("csv", "sqlite")
        },
    }


@pytest.mark.parametrize("color", [False, True])
def test_no_page_has_a_control_character_of_a_ledgers(ledger, report, color):
    """ESC, BEL, a control of the second row, a turn of direction; a page in colour has its own styles alone."""
    made = {name: make() for name, make in pages(ledger, report, color=color).items()}
    assert [name for name, page in made.items() if "owned" not in page] == []
    bare = {name: STYLES.sub("", page) if color else page for name, page in made.items()}
    obeyed = {name: [line for line in page.split("\n") if set(line) & CONTROLS] for name, page in bare.items()}
    assert {name: lines[:3] for name, lines in obeyed.items() if lines} == {}


SIDE = """
sides: {a: "A\\e[31mRED", b: B}
speakers: {s: {side: a}, t: {side: b}}
issues: {i: {question: "When do the talks start?\\e[2J"}}
claims:
  - {id: x, speaker: s, about: i, text: The talks start on Monday., note: "\\e[31mmind"}
  - {id: y, speaker: t, about: i, text: The talks start on Tuesday.}
"""


def on_a_terminal(*words: str) -> bytes:
    """What a terminal is sent: nothing is stripped there, as click does on a pipe."""
    mine, theirs = pty.openpty()
    command = [sys.executable, "-c", "from claimtrack.cli import main; main()", *words]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        seen = b""
        with suppress(OSError):  # Linux: the other end is closed
            while part := os.read(mine, 65536):
                seen += part
    os.close(mine)
    return seen


@pytest.mark.parametrize(
    "words",
    [
        ["report", "l.yaml"],
        ["report", "l.yaml", "--format", "markdown"],
        ["explain", "i", "l.yaml"],
        ["timeline", "l.yaml"],
        ["list", "l.yaml"],
        ["show", "x", "l.yaml"],
        ["match", "talks start", "l.yaml"],
        ["compare", "x", "y", "l.yaml"],
        ["check", "l.yaml"],
        ["export", "graphml", "l.yaml"],
    ],
    ids=lambda words: " ".join(words),
)
def test_a_terminal_is_sent_nothing_that_a_ledger_says_to_it(tmp_path, monkeypatch, words):
    """Through a terminal of its own: the colour red is of no page's making, nor is a screen that is wiped."""
    (tmp_path / "l.yaml").write_text(SIDE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("CI", "true")  # no bar
    monkeypatch.delenv("NO_COLOR", raising=False)
    seen = on_a_terminal(*words)
    assert b"talks start" in seen or words[0] in ("check", "export")
    assert b"\x1b[31mRED" not in seen
    assert b"\x1b[31mmind" not in seen
    assert b"\x1b[2J" not in seen
