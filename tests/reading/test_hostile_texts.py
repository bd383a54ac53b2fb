"""Whatever a file holds, reading gives a ledger or problems with places, the same with both YAML parsers."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.problem import Level
from claimtrack.reading.ledger import ledger_of, load_ledger

BOTH = pytest.mark.parametrize("backend", ["c", "python"])
SPEAKER = "speakers: {a: {name: x}}\n"
VALID = """\
claimtrack: 1
sides: {north: North, south: South}
speakers:
  ann: {name: Ann, side: north}
  bob: {name: Bob, side: south}
issues:
  when:
    question: When is the round?
    positions: {may: In May, june: In June}
    exclude: [[may, june]]
source: {publisher: Gazette, url: https://example.org/a, date: 2021-04-02}
claims:
  - id: c1
    speaker: ann
    about: when
    holds: may
    text: >-
      The round is
      in May.
  - {id: c2, speaker: bob, about: when, holds: june, date: 2021-04-01, text: The round is in June.}
judgements:
  - {different: [c1, c2], relation: diverge, by: ed, on: 2021-04-03, because: two months}
"""
WORDS = ("a", "claims", "speakers", "sides", "source", "text", "#", "<<", "---", "...", "&a", "*a", "!x", ": ", "- ")
PIECES = st.sampled_from((*WORDS, *"-:?,[]{}&*!|>'\"%@\\ \n\t\r\x00\u00a0\u202e\u2028\ufeff", "  ", "\r\n"))


def _refused(text: str, backend: str) -> bool:
    return any(problem.level is Level.ERROR for problem in ledger_of(text, backend=backend).problems)


@BOTH
def test_the_valid_file_has_no_problem(backend: str) -> None:
    assert ledger_of(VALID, backend=backend).problems == ()


@BOTH
@pytest.mark.parametrize(
    ("text", "place"),
    [
        (SPEAKER + "claims: [{speaker: a, text: {b: c}}]", (2, 29)),
        (SPEAKER + "claims: [{speaker: [a], text: b}]", (2, 20)),
        ("speakers: {a: {name: [x]}}", (1, 22)),
    ],
)
def test_a_list_or_mapping_is_never_turned_into_text(text: str, place: tuple[int, int], backend: str) -> None:
    ledger = ledger_of(text, backend=backend)
    assert ("CT102", place) in [(p.code, (p.place.line, p.place.column)) for p in ledger.problems]
    assert not ledger.claims


@BOTH
@pytest.mark.parametrize("gone", range(len(VALID.splitlines())))
def test_deleting_any_one_line_of_a_valid_file_never_raises(gone: int, backend: str) -> None:
    lines = VALID.splitlines(keepends=True)
    ledger = ledger_of("".join(lines[:gone] + lines[gone + 1 :]), backend=backend)
    assert all(problem.place.line >= 1 for problem in ledger.problems)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_both_parsers_give_one_ledger_or_both_refuse(text: str) -> None:
    fast, slow = ledger_of(text, backend="c"), ledger_of(text, backend="python")
    assert fast == slow or (_refused(text, "c") and _refused(text, "python"))


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_ledger_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "ledger.yaml"
    path.write_bytes(data)
    for backend in ("c", "python"):
        ledger = load_ledger(path, backend=backend)
        assert ledger.claims == ()
        assert all(problem.place.path for problem in ledger.problems)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_or_dangling_link_in_the_folder_is_a_problem_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "gone.yaml")
    assert [problem.code for problem in load_ledger(tmp_path).problems] == ["CT002", "CT002"]
