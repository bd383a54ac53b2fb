"""A screen or a pipe of another encoding than UTF-8: what that lacks is replaced, and there is never a traceback."""

import io
import json
import os
import subprocess
import sys

import pytest

from claimtrack.cli.program import run
from claimtrack.renderers.shown import replaced

LEDGER = """\
sides: {a: A, b: B}
speakers: {s: {name: Ἀννα, side: a}, t: {name: T, side: b}}
issues: {i: {question: When?}}
claims:
  - {id: x, speaker: s, about: i, date: 2024-01-01, text: The talks start on Monday — “at noon”.}
  - {id: y, speaker: t, about: i, date: 2024-01-01, text: The talks start on Tuesday.}
  - {id: z, speaker: nobody, text: They end.}
"""


def piped(encoding: str, *words: str, cwd) -> subprocess.CompletedProcess[bytes]:
    """The program at the end of a pipe with an encoding, as an old console or locale has it."""
    return subprocess.run(
        [sys.executable, "-c", "from claimtrack.cli import main; main()", *words],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
@pytest.mark.parametrize("words", ["report l.yaml", "check l.yaml", "explain ö l.yaml"])
def test_what_an_encoding_lacks_is_replaced(tmp_path, encoding, words):
    """The status stays that of what was asked, the rest is written, and nobody sees a traceback."""
    (tmp_path / "l.yaml").write_text(LEDGER, encoding="utf-8")
    done = piped(encoding, *words.split(), cwd=tmp_path)
    assert done.returncode == {"report l.yaml": 0, "check l.yaml": 1, "explain ö l.yaml": 2}[words]
    assert b"Traceback" not in done.stderr
    assert {"report": b"The talks", "check": b"CT201", "explain": b"there is no issue"}[words.split()[0]] in (
        done.stdout + done.stderr
    )


def test_json_stays_json_in_any_encoding(tmp_path):
    """What the encoding lacks is escaped as JSON does it, in two halves where it takes two."""
    (tmp_path / "l.yaml").write_text(LEDGER.replace("Tuesday", "Tuesday 👍 Ὀ"), encoding="utf-8")
    done = piped("cp1252", *["list", "l.yaml", "--format", "json"], cwd=tmp_path)
    assert done.returncode == 0
    assert rb"\ud83d\udc4d \u1f48" in done.stdout
    told = json.loads(done.stdout.decode("cp1252"))
    assert told["claims"][1]["text"] == "The talks start on Tuesday 👍 Ὀ."


def test_what_was_asked_of_the_streams_is_left_as_it_is(monkeypatch):
    """Who sets `PYTHONIOENCODING=latin-1:replace` gets question marks; what is to be decoded is no business of ours."""
    stream = io.TextIOWrapper(io.BytesIO(), "latin-1", "replace")
    monkeypatch.setattr(sys, "argv", ["claimtrack", "rule", "CT201"])
    monkeypatch.setattr(sys, "stdout", stream)
    assert run() == 0
    assert stream.errors == "replace"
    with pytest.raises(UnicodeDecodeError):
        replaced(UnicodeDecodeError("utf-8", b"a", 0, 1, "no"))
