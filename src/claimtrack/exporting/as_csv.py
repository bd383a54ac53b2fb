"""CSV: a folder of tables that any spreadsheet opens, and none runs."""

from collections.abc import Mapping

from claimtrack.claim import Ledger
from claimtrack.exporting.tables import Table, rows_by_name, tables_of
from claimtrack.renderers.as_csv import guarded, table
from claimtrack.report import Report


def export(ledger: Ledger, report: Report) -> Mapping[str, str]:
    """The tables by file name (`claims.csv`, `links.csv`, `findings.csv` …), RFC 4180; empty ones are left out.

    An apostrophe stands before what a spreadsheet would take for a formula; importing takes it away again.
    """
    return {f"{one.name}.csv": text_of(one) for one in tables_of(ledger, report) if one.rows}


def text_of(one: Table) -> str:
    """One table."""
    return table(one.columns, rows_by_name(one), guarded)
