"""Pages as they should be, kept in tests/data/golden; `python tests/renderers/golden.py` writes them anew."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import claimtrack as ct
from claimtrack.renderers import difference as difference_pages
from claimtrack.renderers import explain_text, timeline
from claimtrack.tracking.deciding import questions
from claimtrack.tracking.difference import difference, seen_at
from claimtrack.writing.whole import texts_of

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


def _council(text: str = "") -> ct.Ledger:
    text = text or (PAGES / "council.yaml").read_text(encoding="utf-8")
    return ct.ledger_of(text, name="council.yaml")


_VIEWS: Mapping[str, ct.View] = {
    "as of the middle of February": ct.View(as_of=ct.parse_when("2024-02-15")),
    "in February": ct.View(since=ct.parse_when("2024-02-01"), until=ct.parse_when("2024-02")),
    "since March": ct.View(since=ct.parse_when("2024-03")),
    "until 8 January": ct.View(until=ct.parse_when("2024-01-08")),
    "dale beside the others": ct.View(sides=("dale",)),
    "hill and port": ct.View(sides=("port", "hill")),
    "two speakers": ct.View(speakers=("ann", "bea")),
    "two issues": ct.View(issues=("dam", "lock")),
    "the port on the ferry in March": ct.View(sides=("port",), issues=("ferry",), since=ct.parse_when("2024-03")),
}


def _views() -> str:
    """What each view has of the council: claims, verdicts, notes."""
    lines = []
    for name, view in _VIEWS.items():
        report = ct.track(_council(), view=view)
        lines += [f"{name}, as of {report.as_of}", f"  claims: {' '.join(report.claims)}"]
        lines += [f"  superseded: {' '.join(report.superseded)}", f"  alone: {' '.join(report.alone)}"]
        lines += [f"  {one.id}: {one.verdict}{', split' * bool(one.split)} {one.basis}" for one in report.findings]
        lines += [f"  pinned: {one.expected.issue} {one.verdict} {' '.join(one.broken_by)}" for one in report.pinned]
        lines += [f"  note: {note}" for note in report.notes]
    return "\n".join(lines) + "\n"


def _without_figures(page: str) -> str:
    """A page of JSON that no other fit of the model changes, as long as it comes to the same."""
    return re.sub(r'("(?:paraphrase|similarity)": )[0-9.]+', r"\g<1>0", page)


def _asked() -> str:
    """What a person may be asked about the council, and what each answer would change."""
    lines = []
    for one in questions(_council()):
        lines.append(f"{one.left} {one.right} {one.reason}")
        for change in one.changes:
            lines.append(
                f"  {change.word} {change.relation}: {change.issue} {' '.join(change.between)}: "
                f"{change.before} becomes {change.after}"
            )
    return "\n".join(lines) + "\n"


def _written() -> str:
    """The council's ledger as its files would be written anew, one behind another."""
    return "".join(f"# {name}\n{text}" for name, text in texts_of(_council()).items())


_EDITS = (
    ("The dam is 9 metres high.", "The dam is 8 metres high."),
    (", holds: winter, text: The ferry will", ", holds: summer, text: The ferry will"),
    ("exclude: [[summer, winter]]", "exclude: [[summer, daily]]"),
    ("{same: [l1, l2],", "{unsure: [l1, l2],"),
    ("  - {different: [l2, l4], relation: diverge, by: ed, on: 2024-02-02, because: two others}\n", ""),
    ("  - {id: t1,", "  - {id: t0,"),
    ("text: The mill at Karsk employs fifty people.", "text: The mill at Karsk employs forty people."),
    ("  - {id: n6, ", "  - {id: n7, speaker: ben, date: 2024-01-22, text: Boats and kites.}\n  - {id: n6, "),
)
"""Edits of the council's ledger, one of each kind."""


def _edited(form: str) -> str:
    text = (PAGES / "council.yaml").read_text(encoding="utf-8")
    for old, new in _EDITS:
        assert text.count(old) == 1
        text = text.replace(old, new)
    ledgers = _council(), _council(text)
    found = difference(*ledgers, names=("before", "edited"))
    return getattr(difference_pages, f"render_{form}")(found, *([ledgers] * (form != "json")))


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
    "council.json": lambda: _without_figures(ct.render(ct.track(_council(), fragility=True), "json")),
    "council-views.lines": _views,
    "council-questions.lines": _asked,
    "council-written.yaml": _written,
    "council-edited.json": lambda: _edited("json"),
    "council-edited.txt": lambda: _edited("text"),
}
"""What each page is made by."""

if __name__ == "__main__":
    for name, make in GOLDEN.items():
        (PAGES / name).write_text(make(), encoding="utf-8", newline="\n")
