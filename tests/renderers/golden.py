"""Pages as they should be, kept in tests/data/golden; `python tests/renderers/golden.py` writes them anew."""

from collections.abc import Callable, Mapping
from pathlib import Path

import claimtrack as ct
from claimtrack.renderers import difference as difference_pages
from claimtrack.renderers import explain_text, timeline
from claimtrack.tracking.difference import difference, seen_at

PAGES = Path(__file__).parents[1] / "data" / "golden"


def _ledger() -> ct.Ledger:
    return ct.ledger_of((PAGES / "bridge.yaml").read_text(encoding="utf-8"), name="bridge.yaml")


def _report() -> ct.Report:
    return ct.track(_ledger(), fragility=True)


def _explained() -> str:
    report = ct.track(_ledger(), view=ct.View(issues=("opening",)), fragility=True)
    return explain_text.render_explanation(report, report.findings)


def _in_time(by: str) -> str:
    report = ct.track(_ledger())
    return timeline.render_text(report, timeline.entries(report, set(report.claims)), by=by)


def _table() -> str:
    report = ct.track(_ledger())
    return timeline.as_csv(timeline.entries(report, set(report.claims))).replace("\r\n", "\n")


def _changed(form: str) -> str:
    dates = ("2024-02-01", "2024-03-01")
    ledgers = tuple(seen_at(_ledger(), ct.View(as_of=ct.parse_when(date))) for date in dates)
    found = difference(*ledgers, names=(f"as of {dates[0]}", f"as of {dates[1]}"))
    return getattr(difference_pages, f"render_{form}")(found, ledgers)


GOLDEN: Mapping[str, Callable[[], str]] = {
    "report.txt": lambda: ct.render(_report(), "text"),
    "report.md": lambda: ct.render(_report(), "markdown"),
    "comment.md": lambda: ct.render(_report(), "github"),
    "explain.txt": _explained,
    "timeline.txt": lambda: _in_time("issue"),
    "timeline-by-speaker.txt": lambda: _in_time("speaker"),
    "timeline.csv": _table,
    "diff.txt": lambda: _changed("text"),
    "diff.md": lambda: _changed("markdown"),
}
"""What each page is made by."""

if __name__ == "__main__":
    for name, make in GOLDEN.items():
        (PAGES / name).write_text(make(), encoding="utf-8", newline="\n")
