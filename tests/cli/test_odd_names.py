"""A file whose name is no UTF-8: every verb takes it, and none prints it as it is."""

import json
import os

import pytest

from claimtrack.catalogue import rules
from claimtrack.problem import Place
from claimtrack.renderers.problems import sarif

LEDGER = """\
sides: {a: A, b: B}
speakers: {s: {name: Ἀννα, side: a}, t: {name: T, side: b}}
issues: {i: {question: When?}}
claims:
  - {id: x, speaker: s, about: i, date: 2024-01-01, text: The talks start on Monday — “at noon”.}
  - {id: y, speaker: t, about: i, date: 2024-01-01, text: The talks start on Tuesday.}
  - {id: z, speaker: nobody, text: They end.}
"""
VERBS = [
    *(f"check l --format {one}" for one in ("full", "concise", "json", "github", "sarif")),
    *(f"report l --format {one}" for one in ("text", "markdown", "html", "json", "github", "sarif --fail-on diverge")),
    *(f"list l --format {one}" for one in ("text", "json", "csv")),
    *(f"show x l --format {one}" for one in ("text", "json", "csv")),
    *(f"timeline l --format {one}" for one in ("text", "json", "csv")),
    *(f"explain i l --format {one}" for one in ("text", "json")),
    *(f"export {one} l" for one in ("jsonl", "jsonld", "csl", "graphml", "csv -o tables", "sqlite -o a.db")),
    *(f"diff l l --format {one}" for one in ("text", "markdown", "json")),
    "match talks l",
    "compare x y l",
    "upgrade l",
    "judge x y same --ledger l --because z",
    "add l --speaker s --text hello",
]


@pytest.fixture
def odd(here, tmp_path):
    """The verbs, in a folder whose ledger has a file with a byte in its name that is no UTF-8."""
    (tmp_path / "l").mkdir()
    try:
        (tmp_path / "l" / os.fsdecode(b"b\xffd.yaml")).write_text(LEDGER, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    return here


@pytest.mark.parametrize("words", VERBS)
def test_no_verb_falls_over_the_name_of_a_file(odd, words):
    """Its odd byte is told by a code; the status is that of any other file."""
    status, out, err = odd(*words.split())
    assert status == (1 if words.startswith("check") or "--fail-on" in words else 0)
    assert "\udcff" not in out + err


def test_sarif_writes_a_name_that_is_no_utf_8_as_its_bytes(tmp_path):
    """Percent-encoded, as a file's URI is where it is absolute (RFC 3986, RFC 8089)."""
    for path, uri in ((b"b\xffd.yaml", "b%FFd.yaml"), (b"/l/b\xffd.yaml", "file:///l/b%FFd.yaml")):
        log = json.loads(sarif.render([rules()["CT001"].at(Place(path=os.fsdecode(path)), "gone")], rules()))
        assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
