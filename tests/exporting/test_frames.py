"""Data frames of pandas and polars, and the graph that networkx opens."""

import importlib
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

import claimtrack as ct
from claimtrack.claim import COLUMNS
from claimtrack.exporting import graphml
from claimtrack.exporting.tables import tables_of
from strategies import files_of, made_ledgers

SHIPPED = Path(__file__).parents[2] / "claims"
OLD = "speakers: {s: {name: S}}\nclaims: [{id: a, speaker: s, date: ../0001, text: t}, {id: b, speaker: s, quote: q}]\n"


def installed(name: str):
    """A library, or the test is passed over by its name."""
    return pytest.importorskip(name, reason=f"{name} is not installed")


def test_a_pandas_frame_has_a_row_for_each_claim():
    """In the ledger's order, days as days, truth values as such."""
    installed("pandas")
    ledger = ct.load_ledger(SHIPPED)
    frame = ledger.to_frame()
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["id"]) == [claim.id for claim in ledger.claims]
    assert str(frame["first_day"].dtype) == "datetime64[s]"
    assert str(frame["complete"].dtype) == "bool"
    by_side = frame.groupby("side").size()
    assert by_side.sum() == len(ledger.claims)


def test_a_polars_frame_has_a_row_for_each_claim():
    """The same in polars."""
    polars = installed("polars")
    ledger = ct.load_ledger(SHIPPED)
    frame = ledger.to_frame("polars")
    assert tuple(frame.columns) == COLUMNS
    assert frame["id"].to_list() == [claim.id for claim in ledger.claims]
    assert frame.schema["first_day"] == polars.Date
    assert frame.filter(polars.col("speaker") == "ryabkov").height > 0


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_days_outside_the_usual_and_no_day_at_all_fit(library):
    """The year 1, an open end, a claim without a day, a ledger without claims."""
    installed(library)
    frame = ct.ledger_of(OLD).to_frame(library)
    assert len(frame) == 2
    last = dict(zip(list(frame["id"]), list(frame["last_day"]), strict=True))
    assert (last["a"] if library == "polars" else last["a"].date()) == date(1, 12, 31)
    assert len(ct.ledger_of("title: t\n").to_frame(library)) == 0


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_every_table_makes_a_frame(library):
    """Links and findings too, with figures as floats."""
    installed(library)
    ledger = ct.load_ledger(SHIPPED)
    frames = {one.name: one.to_frame(library) for one in tables_of(ledger, ct.track(ledger))}
    assert "float" in str(frames["links"]["paraphrase"].dtype).lower()
    assert len(frames["findings"]) > 0


def test_a_library_that_is_not_there_is_named(monkeypatch):
    """With what to install; an unknown one is misuse."""
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ct.UsageError, match=r"pip install 'claimtrack\[polars\]'"):
        ct.ledger_of(OLD).to_frame("polars")
    with pytest.raises(ct.UsageError, match="pandas or polars"):
        ct.ledger_of(OLD).to_frame("excel")


def test_frames_are_loaded_only_when_asked_for():
    """Neither library is loaded by reading a ledger."""
    code = f"import sys, claimtrack as ct; ct.ledger_of({OLD!r}); print({{'pandas', 'polars'}} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "set()"


def graph_of(ledger: ct.Ledger):
    """The export as networkx reads it."""
    networkx = installed("networkx")
    text = graphml.export(ledger, ct.track(ledger))
    return networkx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)


def test_networkx_reads_who_agrees_and_who_conflicts():
    """The sides' edges count the findings of each verdict."""
    ledger = ct.load_ledger(SHIPPED)
    report = ct.track(ledger)
    edges = {data["relation"]: data for _, _, data in graph_of(ledger).edges("side:usa", data=True)}
    for relation, verdict in (("agree", "agree"), ("partial", "partial"), ("conflict", "diverge")):
        issues = {one.issue for one in report.findings if one.verdict == verdict}
        assert edges[relation]["weight"] == len(issues)
        assert set(edges[relation]["issues"].split("; ")) == issues


def test_speakers_conflict_whose_claims_carry_a_divergence():
    """Two speakers, one issue, two numbers."""
    text = (
        "sides: {n: N, s: S}\nspeakers: {a: {name: '<A> & \"B\"', side: n}, b: {name: B, side: s}}\n"
        "issues: {l: {question: Q}}\nclaims:\n"
        "  - {id: x, speaker: a, about: l, text: Twelve trucks were lost when the bridge fell.}\n"
        "  - {id: y, speaker: b, about: l, text: 40 trucks were lost when the bridge fell.}\n"
    )
    graph = graph_of(ct.ledger_of(text))
    assert graph.nodes["speaker:a"] == {"label": '<A> & "B"', "kind": "speaker", "sides": "n", "claims": 1}
    assert [data["relation"] for *_, data in graph.edges("speaker:a", data=True)] == ["conflict"]


@settings(deadline=None, max_examples=50)
@given(made_ledgers())
def test_any_ledger_makes_a_graph_that_opens(made):
    """Law: well-formed, whatever stands in the ledger; a node for each side and speaker with claims."""
    ledger = ct.ledger_of(files_of(made))
    graph = graph_of(ledger)
    assert {f"side:{side.id}" for side in ledger.sides} <= set(graph.nodes)
    assert {f"speaker:{claim.speaker}" for claim in ledger.claims} <= set(graph.nodes)


def test_every_export_has_one_shape():
    """A name, a sentence, and a function of ledger and report in a module of its own."""
    from claimtrack.exporting.choose import EXPORTS, export

    ledger = ct.ledger_of(OLD)
    for one in EXPORTS:
        assert callable(importlib.import_module(one.home).export)
        assert export(ledger, ct.track(ledger), one.name)
