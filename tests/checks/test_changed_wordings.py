"""A judgement knows the wordings on which it was given."""

import pytest

from claimtrack.checks.changed_wordings import check
from claimtrack.claim import Word
from claimtrack.reading import ledger_of, load_ledger
from claimtrack.reading.records import BACKENDS
from claimtrack.text.fingerprint import fingerprint
from claimtrack.writing.judge import judge, take_back

LEDGER = """\
sides: {a: A}
speakers: {s: {name: S, side: a}}
date: 2024-01-02
claims:
  - {id: one, speaker: s, text: The round is now.}
  - {id: two, speaker: s, text: It is held now.}
"""


@pytest.fixture
def path(tmp_path):
    """A ledger of two claims."""
    (tmp_path / "ledger.yaml").write_text(LEDGER, encoding="utf-8")
    return tmp_path


def reword(path, old, new):
    """Change what is in the ledger's file."""
    file = path / "ledger.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def told(path):
    """What the check says of the ledger now."""
    return [one.message for one in check(load_ledger(path))]


def test_a_changed_wording_is_told_under_a_given_id(path):
    """And a change of case, spaces or marks is none."""
    judge(str(path), "two", "one", "same")
    assert told(path) == []
    reword(path, "It is held now.", "it is  held NOW.")
    assert told(path) == []
    reword(path, "it is  held NOW.", "It is held in a year.")
    assert told(path) == ["the wording of two has changed since this was judged"]
    reword(path, "The round", "A round")
    assert told(path) == ["the wording of two and one has changed since this was judged"]


def test_a_pair_judged_anew_is_settled(path):
    """The same word once more is written, as it is of other words; then again it is not."""
    judge(str(path), "one", "two", "same", because="a")
    assert not judge(str(path), "one", "two", "same").written
    reword(path, "It is held now.", "It is held in a year.")
    again = judge(str(path), "two", "one", "same")
    assert again.written
    assert told(path) == []
    assert not judge(str(path), "one", "two", "same").written
    take_back(again)
    assert told(path) == ["the wording of two has changed since this was judged"]


def test_a_judgement_without_fingerprints_stays_valid():
    """Nothing is told of what is not known, nor of a claim that is gone."""
    plain = ledger_of(LEDGER + "judgements: [{same: [one, two], because: a}]\n")
    assert plain.judgements[0].of == ()
    assert not list(check(plain))
    assert [one.word for one in plain.judgements] == [Word.SAME]


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize("of", ["[a]", "[a, b, c]", "a"])
def test_fingerprints_are_two(of, backend):
    """Else they are told and passed over; the judgement stays."""
    ledger = ledger_of(LEDGER + f"judgements: [{{same: [one, two], because: a, of: {of}}}]\n", backend=backend)
    assert [(one.code, one.message) for one in ledger.problems] == [("CT102", "“of” is a list of two fingerprints")]
    assert ledger.judgements[0].of == ()
    assert not list(check(ledger))


def test_a_fingerprint_is_of_the_folded_wording():
    """Eight hexadecimal digits."""
    assert fingerprint("The  Round") == fingerprint("the\nround") != fingerprint("a round")
    assert len(fingerprint("")) == 8
    assert int(fingerprint("é"), 16) >= 0
