"""Several values in one cell: as they were put there, and as people type them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.cells import joined, parted
from claimtrack.importing.choose import import_ledger
from claimtrack.renderers.timeline import as_csv, entries


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("", []),
        ("   ", []),
        ("russia", ["russia"]),
        ("russia ; usa", ["russia", "usa"]),
        ("russia;usa", ["russia", "usa"]),
        ("a;  b", ["a", "b"]),
        ("  a;b  ", ["a", "b"]),
        ("a; ; b;", ["a", "b"]),
        (r"C:\temp", [r"C:\temp"]),
        (r"C:\ temp; d", [r"C:\ temp", "d"]),
        ("c\\", ["c\\"]),
        ("c\\; d", ["c; d"]),
        ("c\\\\; d", ["c\\", "d"]),
        (r"\\host", [r"\host"]),
        (r"a\ ; b", ["a ", "b"]),
        (r"\ a;b", [" a", "b"]),
    ],
)
def test_what_a_person_types_is_read(typed, values):
    """Blanks around a semicolon do not count, unless a backslash is before them; elsewhere one is itself."""
    assert parted(typed) == values


@given(st.lists(st.text(min_size=1)))
@example([" ", "\\", ";", "\\;", " \\ ", "\\ ", "a\\"])
@example(["\n", "\u3000x\u00a0"])
def test_what_is_put_into_a_cell_comes_out_of_it(values):
    """Law: any values, whatever they begin or end with."""
    assert parted(joined(values)) == values


@given(st.lists(st.from_regex(r"[^\s;\\]+( [^\s;\\]+)*", fullmatch=True), min_size=1))
def test_plain_values_stand_in_a_cell_as_they_are(values):
    """With nothing but `; ` between."""
    assert joined(values) == "; ".join(values)


def test_a_table_that_a_person_typed_is_imported(tmp_path):
    """Spaces before a semicolon are no part of a side's id, and an address keeps its backslashes."""
    table = tmp_path / "claims.csv"
    table.write_text('speaker,side,via,text\nann,north ; south,"C:\\temp ;  B",The bridge fell.\n', encoding="utf-8")
    ledger = import_ledger(table, "csv")
    assert [one.message for one in ledger.problems if one.level is ct.Level.ERROR] == []
    assert ledger.claims[0].sides == ("north", "south")
    assert ledger.claims[0].via == ("C:\\temp", "B")


def test_the_table_of_a_timeline_has_lists_as_all_tables_have():
    """A reason with a semicolon is one reason."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\n"
        "issues: {i: {question: When?, positions: {p: 'In May; or June', q: In July}, exclude: [[p, q]]}}\n"
        "claims:\n"
        "  - {id: x, speaker: s, about: i, holds: p, date: 2024-01-01, text: May.}\n"
        "  - {id: y, speaker: s, about: i, holds: q, date: 2024-01-02, text: July., supersedes: ['x']}\n"
    )
    report = ct.track(ledger)
    told = list(entries(report, {"y"}))
    told[0] = told[0]._replace(changes=tuple(one._replace(why="one; two") for one in told[0].changes))
    assert told[0].changes
    assert "one\\; two" in as_csv(told)
