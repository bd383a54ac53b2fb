"""The laws of reading as property tests: order, splitting, faults and their places."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.reading.ledger import ledger_of, load_ledger
from claimtrack.reading.records import BACKENDS
from strategies import files_of, head_of, made_ledgers, mutated, sheet_of, without_places

SOME = settings(max_examples=100, deadline=None, derandomize=True, database=None)
BACKEND = st.sampled_from(sorted(BACKENDS))


@SOME
@given(made_ledgers(), BACKEND)
def test_what_is_written_is_read(made, backend):
    """Every text that a claim can hold survives write and read, but for runs of white space."""
    ledger = ledger_of(files_of(made), backend=backend)
    assert ledger.problems == ()
    wordings = {claim["id"]: " ".join(claim["text"].split()) for claim in made.claims}
    assert {claim.id: claim.text for claim in ledger.claims} == wordings
    assert len(ledger.judgements) == len(made.judgements)


@SOME
@given(made_ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_of_files_changes_nothing(made, chance):
    """Law 2: the order of claims and of files changes nothing."""
    shuffled = chance.sample(list(made.claims), len(made.claims))
    other = {"c.yaml": head_of(made), "a.yaml": sheet_of(shuffled, made.judgements[::-1])}
    assert without_places(ledger_of(files_of(made))) == without_places(ledger_of(other))


@SOME
@given(made_ledgers(), st.integers(0, 6))
def test_splitting_a_file_in_two_or_joining_two_changes_nothing_but_places(made, at):
    """Law 3: splitting a file in two, or joining two, changes nothing but places."""
    split = {"a.yaml": head_of(made), "b.yaml": sheet_of(made.claims[:at], made.judgements)}
    split["c.yaml"] = sheet_of(made.claims[at:])
    joined = {"a.yaml": head_of(made) + sheet_of(made.claims, made.judgements)}
    assert without_places(ledger_of(split)) == without_places(ledger_of(joined))


@SOME
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))))
def test_any_bytes_give_a_result_or_problems_with_places(tmp_path_factory, data):
    """Law 31: for any byte string: a result, or problems with file:line:col."""
    path = tmp_path_factory.mktemp("any") / "a.yaml"
    path.write_bytes(data)
    for backend in BACKENDS:
        for problem in load_ledger(path, backend=backend).problems:
            assert problem.place.path == path.as_posix()
            assert (problem.place.line >= 1 and problem.place.column >= 1) or problem.code == "CT039"


@SOME
@given(made_ledgers().map(lambda made: head_of(made) + sheet_of(made.claims, made.judgements)).flatmap(mutated))
def test_a_mutated_ledger_is_read_or_refused_alike_by_both_parsers(text):
    """Equal ledgers, or both refuse; every place is in the text."""
    fast, slow = (ledger_of(text, backend=backend) for backend in ("c", "python"))
    refused = [any(problem.level == "error" for problem in ledger.problems) for ledger in (fast, slow)]
    assert fast == slow or all(refused)
    for problem in (*fast.problems, *slow.problems):
        assert problem.code == "CT039" or 1 <= problem.place.line <= text.count("\n") + 1


@SOME
@given(made_ledgers(), st.data(), BACKEND)
def test_deleting_any_one_line_gives_no_traceback(made, data, backend):
    """Law 32: deleting any one line of a valid file never gives a traceback."""
    lines = (head_of(made) + sheet_of(made.claims, made.judgements)).splitlines(keepends=True)
    gone = data.draw(st.integers(0, len(lines) - 1))
    ledger_of("".join(lines[:gone] + lines[gone + 1 :]), backend=backend)


FAULTS = (
    "  - [a, b]",
    "  - text",
    "  - {id: 'a b', speaker: s, text: a}",
    "  - {speaker: zz, text: a}",
    "  -\t{id: a}",
)
BROKEN = ("  - {id: a", "  - a: b: c", "  - 'a", '  - "\\q"', "  - {a b]", "  - !t {}", "  - *a", " - a", "  - %")


@SOME
@given(made_ledgers(), st.data(), st.sampled_from((*FAULTS, *BROKEN)), BACKEND)
def test_the_place_of_a_problem_is_within_a_line_of_the_fault(made, data, fault, backend):
    """Law 33: the place of a problem is within a line of the fault."""
    claims = [f"  - {{id: {c['id']}, speaker: {c['speaker']}, text: a}}" for c in made.claims]
    at = data.draw(st.integers(0, len(claims)))
    head = head_of(made).replace("zz", "yy")
    lines = (head + "claims:\n" + "\n".join([*claims[:at], fault, *claims[at:]])).split("\n")
    planted = lines.index(fault) + 1
    assert any(abs(one.place.line - planted) <= 1 for one in ledger_of("\n".join(lines), backend=backend).problems)


@SOME
@given(made_ledgers(), st.randoms(use_true_random=False), st.data())
def test_the_number_of_problems_does_not_depend_on_the_order_of_files(made, chance, data):
    """Law 34: the number of problems depends on neither the order of files nor the hash seed."""
    texts = [head_of(made), data.draw(mutated(sheet_of(made.claims))), sheet_of((), made.judgements), "odd: 1\n"]
    names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml"]
    one = ledger_of(dict(zip(names, texts, strict=True)))
    pairs = chance.sample(list(zip(names, texts, strict=True)), 4)
    assert ledger_of(dict(pairs)).problems == one.problems
    other = ledger_of(dict(zip(names, chance.sample(texts, 4), strict=True)))
    assert sorted(problem.code for problem in other.problems) == sorted(problem.code for problem in one.problems)


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_problems_do_not_depend_on_the_hash_seed(seed):
    """Law 34, its second half: the same words too."""
    text = "sides: {a: A, b: B, c: C}\nspeakers: {s: {name: S, side: [d, e, f]}}\nclamis: []\n"
    text += "judgements: [{same: [a, b]}]\n"
    code = f"import claimtrack as ct; print([str(p) for p in ct.ledger_of({text!r}).problems])"
    told = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, **seeded}
        ).stdout
        for seeded in ({"PYTHONHASHSEED": seed}, {"PYTHONHASHSEED": "42"})
    ]
    assert told[0] == told[1] != "[]\n"
