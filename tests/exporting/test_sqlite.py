"""The database: keys, search, and Datasette that opens it."""

import asyncio
import sqlite3
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.exporting import sqlite

SHIPPED = Path(__file__).parents[2] / "claims"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The shipped ledger as a database."""
    ledger = ct.load_ledger(SHIPPED)
    path = tmp_path_factory.mktemp("sqlite") / "talks.db"
    path.write_bytes(sqlite.export(ledger, ct.track(ledger)))
    return path


@pytest.fixture
def made(place):
    """A connection to it."""
    connection = sqlite3.connect(place)
    yield connection
    connection.close()


def test_every_reference_holds(made):
    """No row refers to what is not there, and the file is sound."""
    assert made.execute("PRAGMA foreign_key_check").fetchall() == []
    assert made.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_tables_have_foreign_keys(made):
    """A claim refers to its speaker, issue, position and source; a link to two claims."""
    refers = {row[2] for row in made.execute("PRAGMA foreign_key_list(claims)")}
    assert refers == {"speakers", "issues", "positions", "sources"}
    assert [row[2] for row in made.execute("PRAGMA foreign_key_list(links)")] == ["claims", "claims"]


def test_there_is_a_row_for_each_thing(made):
    """As many claims as in the ledger, links and findings as in the report."""
    ledger = ct.load_ledger(SHIPPED)
    report = ct.track(ledger)
    for name, wanted in (
        ("claims", len(ledger.claims)),
        ("links", len(report.links) + len(report.suggestions)),
        ("findings", len(report.findings)),
    ):
        assert made.execute(f"SELECT count(*) FROM {name}").fetchone() == (wanted,)


def test_the_wordings_can_be_searched(made):
    """FTS5 finds another form of a word."""
    found = made.execute(
        "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH 'text : warheads')"
    ).fetchall()
    texts = {row[0]: row[1] for row in made.execute("SELECT id, text FROM claims")}
    assert found
    assert all("warhead" in texts[row[0]].lower() for row in found)


def test_a_search_by_speaker_uses_an_index(made):
    """What refers to something is indexed."""
    plan = made.execute("EXPLAIN QUERY PLAN SELECT * FROM claims WHERE speaker = 'ryabkov'").fetchall()
    assert "USING INDEX claims_speaker" in plan[0][3]


def test_the_same_ledger_gives_the_same_bytes(place):
    """Deterministic."""
    ledger = ct.load_ledger(SHIPPED)
    assert sqlite.export(ledger, ct.track(ledger)) == place.read_bytes()


def test_a_ledger_with_faults_makes_a_sound_database():
    """A claim that supersedes what is not there refers to nothing."""
    text = "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims: [{id: x, speaker: s, text: T, supersedes: y}]\n"
    ledger = ct.ledger_of(text)
    made = sqlite3.connect(":memory:")
    made.deserialize(sqlite.export(ledger, ct.track(ledger)))
    assert made.execute("PRAGMA foreign_key_check").fetchall() == []
    made.close()


@pytest.mark.filterwarnings("ignore")
def test_datasette_opens_it_and_answers_a_query(place):
    """Datasette lists the tables, searches the wordings by what it found out itself, and answers SQL."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Datasette's own modules
        app = pytest.importorskip("datasette.app", reason="Datasette is not installed")

    async def asked():
        datasette = app.Datasette([str(place)])
        await datasette.invoke_startup()
        get = datasette.client.get
        found = await get("/talks/claims.json?_search=warhead&_shape=array")
        page = await get("/talks/claims")
        sql = await get("/talks.json?sql=select+count(*)+as+n+from+claims&_shape=array")
        if sql.status_code != 200:
            sql = await get("/talks/-/query.json?sql=select+count(*)+as+n+from+claims&_shape=array")
        return found.json(), page, sql.json()

    with ThreadPoolExecutor(1) as apart:  # a browser's tests leave a loop running in this thread
        found, page, counted = apart.submit(lambda: asyncio.run(asked())).result()
    assert found
    assert all("warhead" in f"{row['text']} {row['quote']} {row['note']}".lower() for row in found)
    assert page.status_code == 200
    assert "_search" in page.text
    assert counted == [{"n": len(ct.load_ledger(SHIPPED).claims)}]
