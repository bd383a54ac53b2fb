"""Small print of writing: how texts are laid out, what an added claim inherits, what `fix` does without a path."""

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.errors import UsageError
from claimtrack.writing.add import add_claims, entry_of
from claimtrack.writing.mend import mend
from claimtrack.writing.scalars import WIDTH, inline, lines_of

LEDGER = "sides: {a: A}\nspeakers: {ann: {name: Ann, side: a}, 你: {name: Ni, side: a}}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A ledger in claims/, here."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    Path("claims/ledger.yaml").write_text(LEDGER, encoding="utf-8")
    return "claims"


def test_a_long_line_is_filled_word_by_word():
    """Each line as long as it may be."""
    text = " ".join(["word"] * 60)
    sign, *lines = lines_of(text, 4, 10)
    assert sign == ">-"
    assert " ".join(line.strip() for line in lines) == text
    assert all(line.startswith("      word") for line in lines)
    assert all(len(line) <= WIDTH < len(line) + len(" word") for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["|-", "  a", "  b"]),
        ("a\n\nb", ["|-", "  a", "", "  b"]),
        ("a \nb", ['"a \\nb"']),
        ("a\n b \nc", ['"a\\n b \\nc"']),
        (" a\nb", ['" a\\nb"']),
        ("a\nb\n", ['"a\\nb\\n"']),
        ("a\tb\nc", ['"a\\tb\\nc"']),
    ],
)
def test_lines_stand_as_they_are_where_they_can(text, lines):
    """Else between quotation marks."""
    assert lines_of(text, 0, 60) == lines


@pytest.mark.parametrize("text", ["word  " * 30 + "end", " " + "word " * 30 + "end", "word " * 30])
def test_spaces_that_folding_would_lose_are_quoted(text):
    """Two together, and those at the edges."""
    (line,) = lines_of(text, 4, 10)
    assert line in (text, f"'{text}'")


@pytest.mark.parametrize(
    ("text", "plain", "in_braces"),
    [
        ("It opens in May.", "It opens in May.", "It opens in May."),
        ("May, June", "May, June", "'May, June'"),
        ("at 10:30 sharp", "at 10:30 sharp", "'at 10:30 sharp'"),
        ("so: it opens", "'so: it opens'", "'so: it opens'"),
        ("it ends so:", "'it ends so:'", "'it ends so:'"),
        ("https://a.example/?b=1", "https://a.example/?b=1", "'https://a.example/?b=1'"),
        ("no", "'no'", "'no'"),
        ("12", "'12'", "'12'"),
        ("1_000.5e-3", "'1_000.5e-3'", "'1_000.5e-3'"),
        ("0x1f", "'0x1f'", "'0x1f'"),
        ("10:30:15.5", "'10:30:15.5'", "'10:30:15.5'"),
        ("ends in a space ", "'ends in a space '", "'ends in a space '"),
        ("no\u00a0break", "'no\u00a0break'", "'no\u00a0break'"),
        ("", "''", "''"),
        ("it's", "it's", "it's"),
        ("# it's", '"# it\'s"', '"# it\'s"'),
        ("'it' \"is\"", "'''it'' \"is\"'", "'''it'' \"is\"'"),
        ("# it's \\ so", "'# it''s \\ so'", "'# it''s \\ so'"),
        ('a\tb\nc\\d"e', '"a\\tb\\nc\\\\d\\"e"', '"a\\tb\\nc\\\\d\\"e"'),
        ("a\x85b", '"a\\u0085b"', '"a\\u0085b"'),
        ("-", "'-'", "'-'"),
        ("_a", "'_a'", "'_a'"),
        ("a #1", "'a #1'", "'a #1'"),
        ("X\u2013X", "X\u2013X", "X\u2013X"),
    ],
)
def test_a_text_on_one_line_has_no_more_quotation_marks_than_it_needs(text, plain, in_braces):
    """Outside of braces, and inside."""
    assert (inline(text), inline(text, flow=True)) == (plain, in_braces)


def test_a_text_as_long_as_the_room_stands_on_its_line():
    """One column less, and it is folded."""
    text = "word " * 10 + "end"
    assert lines_of(text, 0, len(text)) == [text]
    assert lines_of(text, 0, len(text) - 1) == [">-", f"  {text}"]


def test_a_deep_text_keeps_twenty_columns():
    """However little room is left."""
    assert lines_of("a word of 11 and one of 8", 94, 1) == [
        ">-",
        " " * 96 + "a word of 11 and one",
        " " * 96 + "of 8",
    ]


def test_a_first_word_that_is_too_long_has_a_line_of_its_own():
    """No line is empty."""
    long = "w" * 100
    assert lines_of(f"{long} end {long}", 0, 10) == [">-", f"  {long}", "  end", f"  {long}"]


def test_an_added_claim_has_the_id_of_the_speaker_and_day_of_its_sheet(folder):
    """What a row leaves out stands in the header."""
    Path("claims/a.yaml").write_text("speaker: ann\ndate: 2024-05-01\nclaims: []\n", encoding="utf-8")
    (added,) = add_claims(folder, [{"text": "Cars may cross."}], sheet="claims/a.yaml")
    assert added.id.startswith("ann-2024-05-01-")
    (claim,) = ct.load_ledger(folder).claims
    assert (claim.id, claim.speaker) == (added.id, "ann")


def test_a_new_sheet_is_named_after_what_there_is(folder):
    """Publisher, else speaker, else just claims; undated where no day is given."""
    rows = [
        {"speaker": "ann", "date": "2024-05-01", "publisher": "The Çourier & Co.", "text": "One."},
        {"speaker": "ann", "date": "2024-05", "text": "Two."},
        {"speaker": "你", "text": "Three."},
        {"speaker": "ann", "date": "2024-05-01/2024-05-03", "publisher": "x" * 50, "text": "Four."},
    ]
    paths = [add_claims(folder, [row])[0].path for row in rows]
    assert paths == [
        "claims/2024-05-01-the-courier-co.yaml",
        "claims/2024-05-ann.yaml",
        "claims/undated-claims.yaml",
        f"claims/2024-05-01-2024-05-03-{'x' * 40}.yaml",
    ]


def test_a_key_that_no_claim_has_is_named_cut_short():
    """With the nearest one; sixty characters of it are shown."""
    with pytest.raises(UsageError, match=r"^a claim has no “speeker”; did you mean “speaker”\?$"):
        entry_of({"speeker": "ann"})
    with pytest.raises(UsageError, match=f"^a claim has no “{'k' * 60}”$"):
        entry_of({"k" * 70: "ann"})


def test_fix_mends_the_ledger_that_lies_here(folder):
    """`claims/`, where no path is named."""
    Path("claims/a.yaml").write_text("claims:\n  - speaker: ann\n    text: One.\n", encoding="utf-8")
    assert any("added the id" in one.what for one in mend())
    assert not any(claim.derived_id for claim in ct.load_ledger(folder).claims)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_adds_ids_behind_a_byte_order_mark(folder, end):
    """On the first line of the file, too."""
    text = end.join(["claims: [{speaker: ann, text: One.},", "  {speaker: ann, text: Two.}]", ""])
    Path("claims/a.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    derived = {claim.text: claim.id for claim in ct.load_ledger(folder).claims}
    mend(folder)
    held = Path("claims/a.yaml").read_bytes().decode("utf-8-sig")
    wanted = text
    for words in ("One.", "Two."):
        wanted = wanted.replace(
            f"{{speaker: ann, text: {words}", f"{{id: {derived[words]}, speaker: ann, text: {words}"
        )
    assert held.endswith(wanted)
    assert not any(claim.derived_id for claim in ct.load_ledger(folder).claims)
