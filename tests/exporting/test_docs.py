"""The page on exports: its formats are those that there are, and its Python runs."""

import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.exporting.choose import EXPORTS
from claimtrack.exporting.records import SECTIONS
from claimtrack.exporting.tables import tables_of
from claimtrack.importing.choose import IMPORTS, SOURCES_ONLY

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "exports.md"


def test_the_page_names_every_format():
    """One row for each export; what comes back is what can be imported."""
    rows = re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == [one.name for one in EXPORTS]
    assert {name for name, back in rows if back != "–"} == {*IMPORTS, SOURCES_ONLY}


def test_the_page_names_every_kind_of_record_and_every_table():
    """In the order in which they are written."""
    kinds, tables = (
        re.search(f"^{beginning}(.*?)[.]", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)[1]
        for beginning in ("Each line has its kind under `record`:", "Tables:")
    )
    assert re.findall(r"`(\w+)`", kinds) == [*SECTIONS, "link", "finding"]
    ledger = ct.ledger_of("title: T\n")
    assert re.findall(r"`(\w+)`", tables) == [one.name for one in tables_of(ledger, ct.track(ledger))]


def test_the_python_of_the_page_runs(tmp_path, monkeypatch):
    """On the shipped ledger."""
    pytest.importorskip("pandas", reason="pandas is not installed")
    shutil.copytree(ROOT / "claims", tmp_path / "claims")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"<!-- python -->\n```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code[1], "exports.md", "exec"), {})
    assert "russia" in said.getvalue()
    assert "diverge" in said.getvalue()
