"""SQLite: one database with keys, indexes and full-text search; Datasette opens it as it is."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from claimtrack.claim import Ledger
from claimtrack.exporting.tables import SOURCE_COLUMNS, Table, Value, tables_of
from claimtrack.report import Report

APPLICATION_ID = 0x636C7472
"""“cltr” in the file's header: by it a program can tell such a database from another."""
_WHOLE = frozenset({"derived_id", "complete", "suggested", "line", "source"})
_REAL = frozenset({"paraphrase", "similarity"})
_INDEXED = frozenset({"speaker", "about", "first_day", "source", "one", "other", "issue", "finding", "side", "earlier"})
_OF_CLAIMS = {"one": "claims(id)", "other": "claims(id)"}
_POSITION = "FOREIGN KEY ({}, holds) REFERENCES positions(issue, id)"


class _Keys(NamedTuple):
    """The primary key of a table, what its columns refer to, and further conditions."""

    key: Sequence[str] = ()
    refers: Mapping[str, str] = {}
    further: Sequence[str] = ()


_KEYS = {
    "sides": _Keys(("id",)),
    "speakers": _Keys(("id",)),
    "posts": _Keys((), {"speaker": "speakers(id)", "side": "sides(id)"}),
    "issues": _Keys(("id",)),
    "positions": _Keys(
        ("issue", "id"),
        {"issue": "issues(id)"},
        ("FOREIGN KEY (issue, narrows) REFERENCES positions(issue, id)",),
    ),
    "exclusions": _Keys(
        (),
        {"issue": "issues(id)"},
        (
            "FOREIGN KEY (issue, one) REFERENCES positions(issue, id)",
            "FOREIGN KEY (issue, other) REFERENCES positions(issue, id)",
        ),
    ),
    "sources": _Keys(("number",)),
    "claims": _Keys(
        ("id",),
        {"speaker": "speakers(id)", "about": "issues(id)", "source": "sources(number)"},
        (_POSITION.format("about"),),
    ),
    "claim_sides": _Keys(("claim", "side"), {"claim": "claims(id)", "side": "sides(id)"}),
    "superseded": _Keys(("claim", "earlier"), {"claim": "claims(id)", "earlier": "claims(id)"}),
    "reports": _Keys(
        ("claim", "side"),
        {"claim": "claims(id)", "side": "sides(id)", "issue": "issues(id)"},
        (_POSITION.format("issue"),),
    ),
    "judgements": _Keys((), _OF_CLAIMS),
    "expectations": _Keys((), {"issue": "issues(id)"}),
    "links": _Keys(("one", "other"), _OF_CLAIMS),
    "findings": _Keys(("id",), {"one_side": "sides(id)", "other_side": "sides(id)"}),
    "proofs": _Keys((), {"finding": "findings(id)", **_OF_CLAIMS}),
}

_SEARCH = """
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    text, quote, note, tokenize='porter unicode61 remove_diacritics 2', content="claims"
);
INSERT INTO claims_fts (rowid, text, quote, note) SELECT rowid, text, quote, note FROM claims;
CREATE VIEW said AS
    SELECT claims.id, claims.date, speakers.name AS speaker, claims.side, issues.question,
        coalesce(nullif(claims.text, ''), claims.quote) AS words, sources.publisher, sources.url
    FROM claims JOIN speakers ON speakers.id = claims.speaker
        LEFT JOIN issues ON issues.id = claims.about LEFT JOIN sources ON sources.number = claims.source
    ORDER BY claims.first_day IS NULL, claims.first_day, claims.id;
"""


def export(ledger: Ledger, report: Report) -> bytes:
    """The bytes of a database with a table for each thing, every reference a foreign key, every one indexed.

    `claims_fts` searches the wordings (FTS5); the view `said` reads well. The same ledger gives the same bytes under
    one release of SQLite.
    """
    made = sqlite3.connect(":memory:", isolation_level=None)
    try:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute("PRAGMA foreign_keys = ON")
        made.execute("BEGIN")
        made.execute("PRAGMA defer_foreign_keys = ON")
        for table in _tables(ledger, report):
            _create(made, table)
        for statement in _SEARCH.split(";\n"):
            made.execute(statement)
        made.execute("COMMIT")
        made.execute("INSERT INTO claims_fts (claims_fts) VALUES ('optimize')")
        return made.serialize()
    finally:
        made.close()


def _tables(ledger: Ledger, report: Report) -> Iterator[Table]:
    for table in tables_of(ledger, report):
        if table.name == "claims":
            yield from _claims(table)
            known = {claim.id for claim in ledger.claims}
            sides = [(claim.id, side) for claim in ledger.claims for side in claim.sides]
            yield Table("claim_sides", ("claim", "side"), sides)
            earlier = {(claim.id, one): None for claim in ledger.claims for one in claim.supersedes if one in known}
            yield Table("superseded", ("claim", "earlier"), list(earlier))
        else:
            yield table


def _claims(table: Table) -> Iterator[Table]:
    """The claims, and in a table of their own the sources to which they refer by number."""
    where = [table.columns.index(name) for name in SOURCE_COLUMNS]
    rest = [number for number in range(len(table.columns)) if number not in where]
    numbers: dict[tuple[Value, ...], int] = {}
    rows = []
    for row in table.rows:
        source = tuple(row[at] for at in where)
        number = numbers.setdefault(source, len(numbers) + 1) if any(source) else None
        rows.append((*(row[at] for at in rest), number))
    yield Table("sources", ("number", *SOURCE_COLUMNS), [(number, *source) for source, number in numbers.items()])
    yield Table("claims", (*(table.columns[at] for at in rest), "source"), rows)


def _create(made: sqlite3.Connection, table: Table) -> None:
    keys = _KEYS.get(table.name, _Keys())
    parts = [_column(name, keys) for name in table.columns]
    if len(keys.key) > 1:
        parts.append(f"PRIMARY KEY ({', '.join(keys.key)})")
    made.execute(f"CREATE TABLE {_quoted(table.name)} (\n    {_lines([*parts, *keys.further])}\n)")
    marks = ", ".join("?" * len(table.columns))
    made.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows)  # noqa: S608 - our own names
    for name in table.columns:
        if name in _INDEXED and (name,) != tuple(keys.key[:1]):
            made.execute(f"CREATE INDEX {table.name}_{name} ON {_quoted(table.name)} ({_quoted(name)})")


def _column(name: str, keys: _Keys) -> str:
    kind = "INTEGER" if name in _WHOLE or name == "number" else "REAL" if name in _REAL else "TEXT"
    unique = " PRIMARY KEY" if tuple(keys.key) == (name,) else ""
    refers = f" REFERENCES {keys.refers[name]}" if name in keys.refers else ""
    return f"{_quoted(name)} {kind}{unique}{refers}"


def _lines(parts: Iterable[str]) -> str:
    return ",\n    ".join(parts)


def _quoted(name: str) -> str:
    return f'"{name}"'
