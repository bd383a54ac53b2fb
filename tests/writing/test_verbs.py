"""The verbs that write, as functions and as typed: what each changes, and that it changes nothing else."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import claimtrack as ct
from claimtrack.cli import STOPPED, TERMINATED, TerminatedError, program, prompts, review_
from claimtrack.errors import UsageError
from claimtrack.files import locked
from claimtrack.matching import ClaimIndex
from claimtrack.reading.statements import CLAIM as CLAIM_TABLE
from claimtrack.reading.statements import SOURCE as SOURCE_TABLE
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.tracking.deciding import questions
from claimtrack.vocabulary import lexicon_of
from claimtrack.writing.add import KEYS, SOURCE, add_claims, entry_of, look_alikes
from claimtrack.writing.judge import judge, take_back
from claimtrack.writing.mend import mend
from claimtrack.writing.reported import reports_of
from claimtrack.writing.rewordings import near
from claimtrack.writing.rows import read_rows

LEDGER = """\
# by hand
sides: {a: A, b: B}
speakers:
    ann: {name: Ann, side: a}
    bob: {name: "Bob", side: 'b'}
issues:
    when: {question: When?, positions: {may: In May, june: In June}}
"""
SHEET = """\
source: {url: 'https://example.org/1', publisher: "The Courier"}   # read on Monday
date: 2024-05-01

claims:
  # the mayor
  -  id: one
     speaker: ann
     about: when
     text: 'The bridge reopens in May.'   # sure

  -  id: two
     speaker: bob
     about: when

     text: "By May the bridge carries cars."
# the end
"""


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """A small hand-made ledger in claims/, here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAIMTRACK_BY", "me")
    Path("claims").mkdir()
    Path("claims/ledger.schema.json").write_text("{}", encoding="utf-8")
    Path("claims/ledger.yaml").write_text(LEDGER, encoding="utf-8")
    Path("claims/sheet.yaml").write_text(SHEET, encoding="utf-8")
    return "claims"


@pytest.fixture
def typed(ledger, monkeypatch, capsys):
    """Run the program: status, what was printed, what was said on stderr."""

    def call(*words: str, answers: str | None = None) -> tuple[int, str, str]:
        import io

        monkeypatch.setattr(sys, "argv", ["claimtrack", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(answers or ""))
        try:
            status = program.run()
        except KeyboardInterrupt as stopped:
            status = TERMINATED if isinstance(stopped, TerminatedError) else STOPPED
        out, err = capsys.readouterr()
        return status, out, err

    return call


def everything(folder: str = "claims") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


# --- add


def test_add_knows_the_keys_that_the_reader_knows():
    """Neither more nor fewer, but for `reports`, a mapping in a mapping that is written by hand."""
    assert set(KEYS) == set(CLAIM_TABLE)
    assert set(SOURCE.values()) == set(SOURCE_TABLE)


def test_add_appends_to_a_sheet_and_changes_no_other_line(ledger):
    """Claims of a URL that is there go where the others are; what the sheet says already is left out."""
    row = {
        "id": "three",
        "speaker": "ann",
        "text": "No. 1: it's open",
        "url": "https://example.org/1",
        "via": "AP; TASS",
    }
    assert [one.id for one in add_claims(ledger, [row])] == ["three"]
    came = '\n  -  id: three\n     speaker: ann\n     via: [AP, TASS]\n     text: "No. 1: it\'s open"\n'
    assert Path("claims/sheet.yaml").read_text() == SHEET.replace("# the end", f"{came}# the end")
    claim = ct.load_ledger(ledger).claim("three")
    assert claim.via == ("AP", "TASS")
    assert claim.source.publisher == "The Courier"


def test_a_path_may_be_one_file_of_a_ledger(ledger):
    """The claim goes on it, the judgement into it, and both are tried on the whole ledger."""
    before = everything()
    row = {"speaker": "bob", "date": "2024-05-02", "text": "The bridge is closed in winter."}
    (added,) = add_claims("claims/sheet.yaml", [row])
    assert added.path == "claims/sheet.yaml"
    judge("claims/sheet.yaml", "one", "two", "same", by="me", on="2024-05-03")
    after = everything()
    assert [name for name in after if after[name] != before.get(name)] == ["sheet.yaml"]
    assert b"same: [one, two]" in after["sheet.yaml"]
    with pytest.raises(UsageError, match="there is no speaker “bbo” — did you mean “bob”"):
        add_claims("claims/sheet.yaml", [row | {"speaker": "bbo"}])


def test_a_file_that_declares_its_speakers_is_a_ledger_of_its_own(tmp_path, monkeypatch):
    """Whatever else lies in its folder."""
    monkeypatch.chdir(tmp_path)
    for name, speaker in (("a.yaml", "ann"), ("b.yaml", "bob")):
        text = f"speakers: {{{speaker}: {{name: N}}}}\nclaims:\n  - {{id: c, speaker: {speaker}, text: Yes.}}\n"
        Path(name).write_text(text, encoding="utf-8")
    Path("d").mkdir()
    Path("d/e.yaml").write_text("claims: []\n", encoding="utf-8")
    with pytest.raises(UsageError, match="there is no speaker “bob”"):
        add_claims("a.yaml", [{"speaker": "bob", "text": "No."}])
    assert add_claims("a.yaml", [{"speaker": "ann", "text": "No."}])[0].path == "a.yaml"
    with pytest.raises(UsageError, match="there is no speaker “ann”"):
        add_claims("d/e.yaml", [{"speaker": "ann", "text": "No."}])


def test_add_begins_a_sheet_named_after_date_and_publisher(ledger):
    """With the schema line, and a source that its claims share."""
    rows = [
        {
            "speaker": "ann",
            "text": "It is shut.",
            "date": "2024-06",
            "publisher": "Däily / News",
            "published": "2024-06-02",
        },
        {"speaker": "bob", "quote": "Shut!", "date": "2024-06", "publisher": "Däily / News", "title": "Bob speaks"},
    ]
    added = add_claims(ledger, rows)
    assert {one.path for one in added} == {"claims/2024-06-daily-news.yaml"}
    assert (
        Path(added[0].path)
        .read_text(encoding="utf-8")
        .startswith("# yaml-language-server: $schema=ledger.schema.json\n")
    )
    loaded = ct.load_ledger(ledger)
    assert loaded.claim(added[0].id).text == "It is shut."
    assert str(loaded.claim(added[0].id).source.date) == "2024-06-02"
    assert loaded.claim(added[1].id).source.title == "Bob speaks"
    assert loaded.claim(added[1].id).quote
    assert not loaded.problems


def test_add_finds_the_sheet_of_a_url_and_begins_one_for_a_new_url(ledger):
    """Whichever came first; no claim inherits another page's publisher or title."""
    rows = [
        {"speaker": "ann", "text": f"Claim {at}.", "url": url, "date": "2024", "title": title}
        for at, (url, title) in enumerate([("u/2", "Two"), ("u/1", ""), ("u/2", "Two")])
    ]
    names = ["claims/2024-ann.yaml", "claims/2024-ann-2.yaml", "claims/2024-ann.yaml"]
    assert [add_claims(ledger, [row])[0].path for row in rows] == names
    titles = {claim.text: claim.source.title for claim in ct.load_ledger(ledger).claims}
    assert (titles["Claim 0."], titles["Claim 1."], titles["Claim 2."]) == ("Two", "", "Two")
    Path("claims/2023-bob.yaml").symlink_to("nowhere.yaml")
    assert add_claims(ledger, [{"speaker": "bob", "text": "x", "date": "2023"}])[0].path == "claims/2023-bob-2.yaml"
    assert add_claims(ledger, [{"speaker": "bob", "text": "y", "date": "2023"}])[0].path == "claims/2023-bob-2.yaml"


def test_rows_of_several_pages_share_what_they_have_in_common(ledger):
    """And nothing else."""
    pages = [{"url": "u/1", "title": "One"}, {"url": "u/2"}]
    rows = [{"speaker": "ann", "text": f"Of {one['url']}", "publisher": "P", "date": "2024", **one} for one in pages]
    add_claims(ledger, rows)
    found = {claim.text: claim.source for claim in ct.load_ledger(ledger).claims}
    assert (found["Of u/1"].title, found["Of u/2"].title) == ("One", "")
    assert {found["Of u/1"].publisher, found["Of u/2"].publisher} == {"P"}


def test_add_gives_the_id_that_the_claim_would_have_without_one(ledger):
    """So that a judgement on it keeps its subject."""
    added = add_claims(ledger, [{"speaker": "ann", "text": "It  rains"}], sheet="claims/sheet.yaml")
    text = Path("claims/sheet.yaml").read_text()
    Path("claims/sheet.yaml").write_text(text.replace(f"id: {added[0].id}\n     speaker", "speaker"))
    assert ct.load_ledger(ledger).claim(added[0].id).derived_id


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"speaker": "nobody", "text": "x"}, "no speaker “nobody”"),
        ({"speaker": "an", "text": "x"}, "did you mean “ann”"),
        ({"text": "x", "id": "n1"}, "a claim needs a `speaker`"),
        ({"speaker": "ann"}, "needs a wording"),
        ({"speaker": "ann", "text": "x", "quote": "y"}, "not both"),
        ({"speaker": "ann", "text": "x", "sourse": "y"}, "did you mean “source”"),
        ({"speaker": "ann", "text": "x\x1b[2J"}, r"U\+001B"),
        ({"speaker": "ann", "text": "x", "date": "2024-13"}, "no month 13"),
        ({"speaker": "ann", "text": "x", "id": "n1", "date": "2024-13"}, "no month 13"),
        ({"speaker": "ann", "text": "x", "id": "one"}, "one"),
        ({"speaker": "ann", "text": "x", "id": "a b"}, "a b"),
        ({"speaker": "ann", "text": "x", "about": "wen"}, "did you mean “when”"),
        ({"speaker": "ann", "text": {"a": 1}}, "is a text"),
        ({"speaker": "ann", "text": "x" * 100_001}, "characters"),
    ],
)
def test_add_refuses_what_would_be_an_error_and_writes_nothing(ledger, row, message):
    """By name, with a hint; on an old sheet and on a new one."""
    before = everything()
    for sheet in ("claims/sheet.yaml", "claims/new.yaml"):
        with pytest.raises(UsageError, match=message):
            add_claims(ledger, [{"speaker": "bob", "text": "fine"}, row], sheet=sheet)
    assert everything() == before


def test_add_goes_on_where_another_file_has_an_error_already(ledger):
    """Only what is new counts."""
    Path("claims/wrong.yaml").write_text("titel: x\nclaims: [{speaker: nobody, text: x}]\n")
    add_claims(ledger, [{"speaker": "ann", "text": "x", "id": "n1"}])
    assert add_claims("claims/wrong.yaml", [{"speaker": "ann", "text": "x", "id": "n2"}])[0].path == "claims/wrong.yaml"


def test_add_refuses_where_there_is_no_ledger(tmp_path):
    """It begins none by itself."""
    with pytest.raises(UsageError, match="claimtrack init"):
        add_claims(str(tmp_path / "none"), [{"speaker": "ann", "text": "x"}])


def test_a_row_may_hold_lists_and_a_source():
    """As JSON has them."""
    row = {"text": "x", "via": ["A; B", "C"], "source": {"url": "u", "complete": True}, "side": "a", "note": None}
    assert entry_of(row) == {"side": "a", "via": ["A; B", "C"], "source": {"url": "u", "complete": "true"}, "text": "x"}


def test_what_a_claim_reports_is_written_too(ledger):
    """By side, with its issue and stance where they are given; the same from a flag, a table and JSON."""
    text = "b=may:denies"
    by_side = {"b": {"holds": "may", "stance": "denies"}}
    add_claims(ledger, [{"id": "flag", "speaker": "ann", "about": "when", "text": "x", "reports": text}])
    add_claims(ledger, [{"id": "json", "speaker": "ann", "about": "when", "text": "y", "reports": by_side}])
    loaded = ct.load_ledger(ledger)
    assert not loaded.problems
    for name in ("flag", "json"):
        [reported] = loaded.claim(name).reports
        assert (reported.side, reported.issue, reported.holds, str(reported.stance)) == ("b", "when", "may", "denies")
    assert reports_of("b = when / may ; c;") == {"b": {"issue": "when", "holds": "may"}, "c": {}}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("b=may=june", "SIDE=POSITION"),
        ("b=", "SIDE=POSITION"),
        ("b=may;b=june", "the side “b” twice"),
        (["b"], "a text such as"),
        ({"b": "may"}, "for each side a mapping"),
        ({"b": {"hold": "may"}}, "has no “hold”"),
        ({"b": {"holds": 3}}, "made of texts, not int"),
        ({"b": {"holds": "a\x00b"}}, "U+0000"),
    ],
)
def test_what_does_not_say_what_is_reported_is_refused(value, words):
    """Before anything is written."""
    with pytest.raises(UsageError, match=re.escape(words)):
        entry_of({"text": "x", "reports": value})


def test_a_side_that_is_not_there_cannot_be_reported(ledger):
    """The ledger is tried as it would be then."""
    with pytest.raises(UsageError, match="no side “zz”"):
        add_claims(ledger, [{"speaker": "ann", "about": "when", "text": "x", "reports": "zz=may"}])


def test_look_alikes_are_those_that_would_be_linked(ledger):
    """Likest first; nothing for what nobody said."""
    loaded = ct.load_ledger(ledger)
    found = look_alikes(loaded, ["The bridge reopens in May.", "Zebras graze.", "x" * 5_000])
    assert found[0][0].claim.id == "one"
    assert found[1:] == ((), ())
    assert look_alikes(ct.Ledger(), ["x"]) == ((),)


def test_a_look_alike_may_share_no_word_but_synonyms():
    """As the lexicon has them, or the ledger itself."""
    ledger = ct.ledger_of(
        "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nlexicon: {synonyms: [[thaw, reopening]]}\nclaims:\n"
        "  - {id: restart, speaker: s, text: Negotiations to restart this fall.}\n"
        "  - {id: thaw, speaker: s, text: A thaw was announced.}\n"
        + "".join(f"  - {{id: c{i}, speaker: s, text: 'Number {i} of other matters.'}}\n" for i in range(30))
    )
    for text, wanted in (("Talks will resume in autumn", "restart"), ("They announced reopening", "thaw")):
        index, lexicon = ClaimIndex(ledger.claims), lexicon_of(ledger)
        assert wanted in [ledger.claims[position].id for position in near(index, text, lexicon)]
    assert [one.claim.id for one in look_alikes(ledger, ["Talks will resume in autumn"])[0]] == ["restart"]


def test_without_synonyms_the_nearest_are_those_that_share_words():
    """Each once, likest first."""
    index = ClaimIndex(["zzyzx", "zzyzx qwxq", "other"])
    assert list(near(index, "zzyzx qwxq", shipped_lexicon())) == [1, 0]


def test_add_as_typed_warns_of_what_is_there_already(typed):
    """It shows the other claim, and adds all the same where nobody is there to be asked."""
    status, out, err = typed("add", "--speaker", "bob", "--text", "The bridge reopens in May", "--date", "2024-05-03")
    assert status == 0
    assert "looks like one: same" in err
    assert "claims/sheet.yaml:6:6" in err
    assert out.startswith("added bob-2024-05-03-")


def test_add_as_typed_asks_where_a_person_is_there(typed, monkeypatch):
    """For what is missing, and again where an answer will not do; a no to a look-alike writes nothing."""
    before = everything()
    monkeypatch.setattr("claimtrack.cli.add_.is_terminal", lambda: True)
    answers = [
        "",
        "alice",
        "ann",
        "The bridge reopens in May.",
        "2024-13",
        "2024-05",
        "when",
        "may",
        "",
        "said",
        "",
        "",
        "",
    ]
    told = iter(answers)
    monkeypatch.setattr("builtins.input", lambda prompt: next(told))
    monkeypatch.setattr("click.confirm", lambda *words, **more: False)
    status, out, _ = typed("add")
    assert status == 0
    assert "this one is needed" in out
    assert "not known here" in out
    assert "no month 13" in out
    assert out.endswith("nothing was added\n")
    assert everything() == before
    told = iter(answers)
    assert typed("add", "--yes")[0] == 0
    claims = ct.load_ledger("claims").claims
    assert [(claim.holds, claim.cue, claim.about) for claim in claims][-1] == ("may", "said", "when")


def test_add_as_typed_ends_with_the_input(typed, monkeypatch):
    """Ctrl-D writes nothing."""
    monkeypatch.setattr("claimtrack.cli.add_.is_terminal", lambda: True)

    def ended(prompt):
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    before = everything()
    assert typed("add")[0] == 130
    assert everything() == before


def test_the_tab_key_offers_what_is_known(monkeypatch):
    """And is put back as it was."""
    import readline

    offered = []

    def answer(prompt):
        complete = readline.get_completer()
        offered.extend([complete("a", 0), complete("a", 1), complete("a", 2)])
        return "ann"

    monkeypatch.setattr("builtins.input", answer)
    before = readline.get_completer()
    assert prompts.ask("speaker", ["ann", "bob", "al"], check=prompts.one_of(["ann"])) == "ann"
    assert offered == ["al", "ann", None]
    assert readline.get_completer() is before


def test_what_is_told_of_an_answer_fits_the_terminal(monkeypatch, capsys):
    """No word of it is broken."""
    answers = iter(["shouted", "direct"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    monkeypatch.setenv("COLUMNS", "44")
    words = ["direct", "indirect", "joint", "readout"]
    assert prompts.ask("form", words, check=prompts.one_of(words)) == "direct"
    told = capsys.readouterr().out
    assert told == "  not known here; known here: direct,\n  indirect, joint, readout\n"


def test_add_from_a_table_is_all_or_nothing(typed):
    """CSV and JSON Lines; a wrong row is named by file and line."""
    with Path("rows.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(
            [["speaker", "text", "date"], ["ann", "No; it's #1,\nsaid she", "2024-05-04"], ["bob", "ok", ""]]
        )
    status, out, _ = typed("add", "--from", "rows.csv", "--sheet", "claims/new.yaml")
    assert status == 0
    assert len(out.splitlines()) == 2
    assert "No; it's #1, said she" in [claim.text for claim in ct.load_ledger("claims").claims]
    before = everything()
    rows = [{"speaker": "ann", "text": "a", "via": ["b"]}, {"speaker": "ann", "txt": "b"}]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n\n" for row in rows))
    status, _, err = typed("add", "--from", "rows.jsonl")
    assert (status, "rows.jsonl:3: a claim has no “txt”" in err) == (2, True)
    Path("rows.jsonl").write_text('{"speaker": "ann", "text": "a"}\n{"speaker": "ann", "text": "x", "via": 3}\n')
    status, _, err = typed("add", "--from", "rows.jsonl")
    assert (status, "rows.jsonl:2: “via” is a text or a list of texts, not int" in err) == (2, True)
    Path("rows.csv").write_text('speaker,text\nann,a\nann,"b\nann,c\nann,d\n')
    status, _, err = typed("add", "--from", "rows.csv")
    assert (status, "rows.csv:3: a quotation mark that opens here is never closed" in err) == (2, True)
    assert everything() == before
    assert typed("add", "--from", "rows.jsonl", "--speaker", "ann")[0] == 2


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"speaker": "anne"}, "there is no speaker “anne” — did you mean “ann”?"),
        ({"date": "2024-02-30"}, "“date”: 2024-02 has 29 days, not 30"),
        ({"date": "2024-02-30", "id": "x"}, "“date”: 2024-02 has 29 days, not 30"),
        ({"about": "whem"}, "there is no issue “whem” — did you mean “when”?"),
        ({"supersedes": "three"}, "there is no claim “three”"),
        ({"id": "first"}, "two of the claims to add have the id “first”"),
        ({"text": ""}, "a claim needs a wording"),
    ],
)
@pytest.mark.parametrize("sheet", ["claims/sheet.yaml", "claims/new.yaml", None])
def test_a_row_that_is_refused_is_named_by_file_and_line(typed, wrong, message, sheet):
    """Whatever is wrong with it, and on whichever sheet it would stand; nothing is written."""
    plain = {"id": "", "speaker": "ann", "date": "2024-05-09", "about": "", "supersedes": ""}
    rows = [plain | {"id": "first", "text": "First,\nof two lines."}, plain | {"text": "Second."}]
    rows += [plain | {"text": "Third."} | wrong, plain | {"text": "Fourth."}]
    with Path("rows.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0])
        writer.writeheader()
        writer.writerows(rows)
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    before = everything()
    for name, line in (("rows.csv", 5), ("rows.jsonl", 3)):
        status, _, err = typed("add", "--yes", "--from", name, *(["--sheet", sheet] if sheet else []))
        assert (status, err.partition(f"{name}:{line}: ")[2][: len(message)]) == (2, message), err
    assert everything() == before


@pytest.mark.parametrize("sheet", ["claims/sheet.yaml", "claims/new.yaml", None])
def test_all_that_is_wrong_with_rows_is_told_at_once(typed, sheet):
    """In the order of the lines, whatever finds it; a row that is wrong can be named by another all the same."""
    wrong = [
        "first,anne,2024-05-09,No speaker.,,,",
        "second,ann,2024-05-09,,,,",
        ",ann,2024-04-31,No such day.,,,",
        "fourth,ann,2024-05-10,Right.,second,,",
        "one,ann,2024-05-11,Taken.,,,",
        "fourth,bob,2024-05-10,Twice.,,,",
        "seventh,ann,2024-05-10,No issue.,third,whem,shouted",
    ]
    Path("rows.csv").write_text("\n".join(["id,speaker,date,text,supersedes,about,stance", *wrong, ""]))
    before = everything()
    status, _, err = typed("add", "--yes", "--from", "rows.csv", *(["--sheet", sheet] if sheet else []))
    told = [
        "rows.csv:2: there is no speaker “anne” — did you mean “ann”?",
        "rows.csv:3: a claim needs a wording: `text` in your own words, or `quote`",
        "rows.csv:4: “date”: 2024-04 has 30 days, not 31",
        "rows.csv:6: the claim “one” stands at claims/sheet.yaml:6:6 already",
        "rows.csv:7: two of the claims to add have the id “fourth”",
        "rows.csv:8: ",
        "rows.csv:8: ",
        "rows.csv:8: ",
        "claimtrack: 8 faults in rows.csv; nothing was written",
    ]
    assert [line[: len(start)] for line, start in zip(err.splitlines(), told, strict=True)] == told
    for name in ("“whem”", "“shouted”", "“third”"):
        assert name in err
    assert (status, everything()) == (2, before)


def test_rows_that_are_none_are_told_at_once(typed):
    """Of a table, and of JSON Lines."""
    Path("rows.csv").write_text('speaker,text\nann,a,b\nann,a\nbob\nann,"x"y\n')
    assert typed("add", "--from", "rows.csv")[2].splitlines() == [
        "rows.csv:2: 3 fields, where the first line names 2",
        "rows.csv:4: 1 field, where the first line names 2",
        "rows.csv:5: a quotation mark inside a cell is written twice, and the cell between two",
        "claimtrack: 3 faults in rows.csv; nothing was written",
    ]
    Path("rows.jsonl").write_text('{"speaker": "ann"\n[]\n{"a": 1, "a": 2}\n{"a": NaN}\n')
    assert [line.partition(": ")[0] for line in typed("add", "--from", "rows.jsonl")[2].splitlines()[:-1]] == [
        f"rows.jsonl:{number}" for number in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"a,b\n1\n", "a.csv:2: 1 field, where the first line names 2"),
        ("a.csv", b'a,b\n"1,2\n', "a.csv:2"),
        ("a.csv", b"caf\xe9\n", "not UTF-8"),
        ("a.jsonl", b"{}\n[1]\n", "a.jsonl:2: a row is an object"),
        ("a.jsonl", b"{}\n{x\n", "a.jsonl:2: this line is no JSON"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1"),
        ("a.jsonl", b'{"text": "a", "note": "b", "text": "c"}', "a.jsonl:1: the key “text” stands twice in one object"),
        ("a.jsonl", b'{}\n{"text": "a", "source": {"url": "b", "url": "c"}}', "a.jsonl:2: the key “url” stands twice"),
        ("a.jsonl", b'{"text": NaN}', "a.jsonl:1: NaN is no number of JSON"),
        ("a.jsonl", b"null\n", "a.jsonl:1: a row is an object"),
        ("a.csv", b"a,b,a\n1,2,3\n", "a.csv:1: two columns have the name “a”"),
        ("a.csv", "a,b\nx\u2028y,2\n1\n".encode(), "a.csv:3: 1 field, where the first line names 2"),
        ("a.csv", "a,b\nx\x85y,2\n1\n".encode(), "a.csv:3: 1 field, where the first line names 2"),
        ("a.csv", b"a,b\nx\x1cy,2\n1\n", "a.csv:3: 1 field, where the first line names 2"),
        ("a.txt", b"", "read from .csv"),
        ("b.csv", None, "could not be read"),
        ("a\0b.csv", None, "could not be read: no file can have such a name"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(tmp_path, monkeypatch, name, data, message):
    """Never a traceback."""
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path(name).write_bytes(data)
    with pytest.raises(UsageError) as told:
        read_rows(name)
    assert message in str(told.value)


def test_a_table_may_use_semicolons_tabs_and_a_byte_order_mark(tmp_path):
    """As spreadsheets save it."""
    (tmp_path / "a.csv").write_bytes("\ufeffspeaker;text\r\nann;x, y\r\n\r\n".encode())
    (tmp_path / "a.tsv").write_bytes(b"speaker\ttext\nann\tx\n")
    assert read_rows(str(tmp_path / "a.csv")) == ((2, {"speaker": "ann", "text": "x, y"}),)
    assert read_rows(str(tmp_path / "a.tsv")) == ((2, {"speaker": "ann", "text": "x"}),)
    (tmp_path / "b.csv").write_bytes(b"")
    assert read_rows(str(tmp_path / "b.csv")) == ()


def test_a_cell_is_read_as_it_stands(tmp_path):
    """What some take for the end of a line is none; columns without a name hold nothing."""
    cells = ("x\u2028y", "x\x85y", "x\x1cy\x0bz")
    for cell in cells:
        (tmp_path / "a.csv").write_text(f"speaker,text,,\nann,{cell},,\n\n", encoding="utf-8")
        assert read_rows(str(tmp_path / "a.csv")) == ((2, {"speaker": "ann", "text": cell}),)
    (tmp_path / "a.csv").write_text("speaker,text,,\r\nann,x,1,\r\n", encoding="utf-8", newline="")
    assert read_rows(str(tmp_path / "a.csv")) == ((2, {"speaker": "ann", "text": "x", "": "1"}),)


def test_a_table_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    """Before it is parsed."""
    (tmp_path / "a.csv").write_bytes(b"speaker,text\nann,x\n")
    monkeypatch.setattr("claimtrack.writing.rows._LIMITS", ct.Limits(bytes=3))
    with pytest.raises(UsageError, match="larger than 3 bytes"):
        read_rows(str(tmp_path / "a.csv"))


@pytest.mark.parametrize(
    ("path", "sheet", "message"),
    [
        ("claims", "other.yaml", "does not lie in"),
        ("claims", "claims/../other.yaml", "does not lie in"),
        ("claims", "claims/x.txt", "would not be read"),
        ("claims", "claims/.x.yaml", "would not be read"),
        ("claims", "claims/.git/x.yaml", "would not be read"),
        ("claims/ledger.yaml", "claims/sheet.yaml", "is another"),
    ],
)
def test_a_sheet_that_nobody_would_read_is_refused(ledger, path, sheet, message):
    """Outside of the ledger, or under a name that the reader passes over."""
    with pytest.raises(UsageError, match=message):
        add_claims(path, [{"speaker": "ann", "text": "x"}], sheet=sheet)
    added = add_claims("claims/ledger.yaml", [{"speaker": "ann", "text": "x"}], sheet="./claims/ledger.yaml")
    assert added[0].path == "claims/ledger.yaml"


def test_a_sheet_in_a_linked_folder_is_refused(ledger):
    """The reader does not follow the link."""
    Path("elsewhere").mkdir()
    Path("claims/linked").symlink_to(Path("elsewhere").resolve(), target_is_directory=True)
    with pytest.raises(UsageError, match="linked is a link to a folder"):
        add_claims("claims", [{"speaker": "ann", "text": "x"}], sheet="claims/linked/x.yaml")
    assert not list(Path("elsewhere").iterdir())


# --- judge


def test_judge_begins_a_file_and_appends_to_it(typed):
    """The rest of the ledger is left alone; the later word counts."""
    before = everything()
    assert typed("judge", "one", "two", "unsure", "--on", "2024-05-05")[0] == 0
    first = Path("claims/judgements.yaml").read_text()
    status, out, _ = typed("judge", "two", "one", "same", "--because", "May: both")
    assert status == 0
    assert "until now: unsure" in out
    second = Path("claims/judgements.yaml").read_text()
    assert second.startswith(first)
    assert second.splitlines()[-2] == "    because: 'May: both'"
    assert {name: data for name, data in everything().items() if name != "judgements.yaml"} == before
    assert [str(one.word) for one in ct.load_ledger("claims").judgements] == ["unsure", "same"]
    assert "judged same already" in typed("judge", "one", "two", "same")[1]
    assert Path("claims/judgements.yaml").read_text() == second


@pytest.mark.parametrize(
    ("pair", "word", "more", "message"),
    [
        (("one", "tow"), "same", {}, "did you mean “two”"),
        (("one", "one"), "same", {}, "two claims"),
        (("one", "two"), "alike", {}, "one of: same"),
        (("one", "two"), "same", {"relation": "diverge"}, "goes with"),
        (("one", "two"), "different", {"relation": "same"}, "goes with"),
        (("one", "two"), "same", {"on": "soon"}, "soon"),
        (("one", "two"), "same", {"because": "\u202e"}, r"U\+202E"),
    ],
)
def test_judge_refuses_what_makes_no_judgement(ledger, pair, word, more, message):
    """And writes nothing."""
    before = everything()
    with pytest.raises(UsageError, match=message):
        judge(ledger, *pair, word, **more)
    assert everything() == before


@pytest.mark.parametrize("path", ["x" * 300, "a\0b", "\ud800", "fifo.yaml"])
def test_a_path_that_leads_to_no_file_is_refused(path, tmp_path, monkeypatch):
    """By what writes into a ledger."""
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo.yaml")
    with pytest.raises(UsageError):
        judge(path, "one", "two", "same")
    with pytest.raises(UsageError):
        add_claims(path, [{"speaker": "ann", "text": "x"}])


def test_judge_refuses_what_contradicts_a_judgement(ledger):
    """Directly, or through a third claim."""
    add_claims(ledger, [{"speaker": "bob", "text": "May it is.", "id": "three"}])
    judge(ledger, "one", "two", "same")
    judge(ledger, "two", "three", "same")
    with pytest.raises(UsageError, match="one and two the same"):
        judge(ledger, "one", "two", "different")
    with pytest.raises(UsageError, match="two and three the same"):
        judge(ledger, "one", "three", "different", relation="partial")


def test_judge_refuses_what_is_stated_otherwise(ledger):
    """What `check` would call an error is not written; an old one stops nothing."""
    rows = [
        {"id": f"h{n}", "speaker": who, "about": "when", "holds": held, "text": f"In {held}."}
        for n, (who, held) in enumerate([("ann", "may"), ("bob", "june"), ("bob", "may")])
    ]
    add_claims("claims", rows, sheet="claims/held.yaml")
    with pytest.raises(UsageError) as refused:
        judge("claims", "h0", "h1", "same", by="me")
    assert str(refused.value) == (
        "h0 and h1 are judged the same, but one holds “may”, the other “june”: first change what they say that they "
        "hold; nothing was written"
    )
    assert not Path("claims/judgements.yaml").exists()
    Path("claims/judgements.yaml").write_text("judgements:\n  - {same: [h0, h1], by: me}\n", encoding="utf-8")
    assert judge("claims", "h0", "h2", "same", by="me").written


def test_an_old_contradiction_does_not_stop_a_new_judgement(ledger):
    """It is the checks' to tell of."""
    add_claims(ledger, [{"speaker": "bob", "text": "May it is.", "id": "three"}])
    Path("claims/old.yaml").write_text("judgements:\n  - {same: [one, two]}\n  - {different: [two, one]}\n")
    assert judge(ledger, "one", "three", "unsure").written


def test_a_judgement_is_taken_back_byte_for_byte(ledger):
    """From between others too; not where a person changed it."""
    first = judge(ledger, "one", "two", "unsure", because="who knows")
    begun = Path(first.path).read_text()
    second = judge(ledger, "one", "two", "same", because="now I know")
    take_back(second)
    assert Path(first.path).read_text() == begun
    take_back(first)
    assert Path(first.path).read_text() == first.before
    assert ct.load_ledger(ledger).judgements == ()
    third = judge(ledger, "one", "two", "same", because="a")
    Path(third.path).write_text(third.after.replace("because: a", "because: b"))
    with pytest.raises(UsageError, match="meanwhile"):
        take_back(third)


def test_judge_writes_into_the_file_where_the_ledger_is_one(tmp_path):
    """Where else would it be read?"""
    path = tmp_path / "all.yaml"
    path.write_text(LEDGER + SHEET)
    assert judge(str(path), "one", "two", "same").path == str(path)
    assert len(ct.load_ledger(path).judgements) == 1


# --- review


def test_what_would_change_a_verdict_is_asked_first(ledger):
    """And what was judged is not asked again."""
    add_claims(
        ledger, [{"speaker": "ann", "text": "The old bridge may reopen in May.", "about": "when", "id": "three"}]
    )
    asked = questions(ct.load_ledger(ledger))
    counts = [len({(change.issue, change.between) for change in one.changes}) for one in asked]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0
    judge(ledger, asked[0].left, asked[0].right, "unsure")
    left = {(one.left, one.right) for one in questions(ct.load_ledger(ledger))}
    assert (asked[0].left, asked[0].right) not in left


def test_a_same_by_score_is_asked_about_where_different_would_change_the_verdict(typed):
    """Nobody has to take a score's word; the answer may say how the two differ."""
    text = Path("claims/sheet.yaml").read_text()
    Path("claims/sheet.yaml").write_text(text.replace("By May the bridge carries cars.", "In May the bridge reopens."))
    (asked,) = questions(ct.load_ledger("claims"))
    assert [(one.word, one.relation, one.before, one.after) for one in asked.changes] == [
        ("different", "", "agree", "partial")
    ]
    out = typed("review", answers="n partial one is sooner\n")[1]
    assert "if different: when, a and b: agree → partial" in out
    (judged,) = ct.load_ledger("claims").judgements
    assert (judged.relation, judged.because) == ("partial", "one is sooner")


def test_trying_a_part_of_the_ledger_gives_what_trying_all_of_it_gives(monkeypatch):
    """On the shipped ledger, for every pair that waits for a word on a few issues."""
    loaded = ct.load_ledger(Path(__file__).parents[2] / "claims")
    some = {issue.id for issue in loaded.issues[40:52]}
    loaded = evolve(loaded, claims=tuple(claim for claim in loaded.claims if claim.about in some))
    quick = questions(loaded)
    monkeypatch.setattr("claimtrack.tracking.deciding._about", lambda ledger, issue: ledger)
    assert questions(loaded) == quick
    assert quick


def test_what_is_too_much_to_try_is_asked_untried(ledger, monkeypatch):
    """Said so."""
    add_claims(
        ledger, [{"speaker": "ann", "text": "The old bridge may reopen in May.", "about": "when", "id": "three"}]
    )
    monkeypatch.setattr("claimtrack.tracking.deciding._WORK", 1)
    asked = questions(ct.load_ledger(ledger))
    assert sum(one.tried for one in asked) <= 1


def test_review_writes_each_answer_before_the_next_question(typed, monkeypatch):
    """y, why, undo, skip, a word that is none, quit."""
    seen = []
    real = review_._Session.show

    def show(self, *words):
        seen.append(Path("claims/judgements.yaml").exists() and len(ct.load_ledger("claims").judgements))
        return real(self, *words)

    monkeypatch.setattr(review_._Session, "show", show)
    status, out, _ = typed("review", answers="z\nhm\ny both say May\n")
    assert status == 0
    assert "nothing to undo" in out
    assert "y same, n different" in out
    assert "paraphrase" in out
    assert ct.load_ledger("claims").judgements[0].because == "both say May"
    assert typed("review")[1] == "no link waits for a word\n"
    assert seen == [False]


def test_review_undoes_and_skips(typed):
    """Undo takes the judgement out again; a skipped pair is asked the next time."""
    add_claims("claims", [{"speaker": "bob", "text": "In May the bridge is open.", "about": "when", "id": "three"}])
    status, out, _ = typed("review", answers="same\nundo\ns\nundo\nskip\nq\n")
    assert status == 0
    assert "taken back out of claims/judgements.yaml" in out
    assert "0 judgements written, 1 skipped" in out
    assert ct.load_ledger("claims").judgements == ()
    assert "1 of" in typed("review")[1]


def test_a_mistyped_relation_is_not_taken_for_a_reason(typed):
    """It is asked about; in capitals it is the same word, and one word that is near none is a reason."""
    for answers, relation, because in (
        ("n diverg\nn diverge\n", "diverge", ""),
        ("n Partial one is sooner\n", "partial", "one is sooner"),
        ("n hearsay\n", "", "hearsay"),
        ("y partial\n", "", "partial"),
    ):
        Path("claims/judgements.yaml").unlink(missing_ok=True)
        out = typed("review", answers=answers)[1]
        assert ("did you mean “diverge”? nothing was written" in out) is answers.startswith("n diverg\n")
        (judged,) = ct.load_ledger("claims").judgements
        assert (judged.relation, judged.because) == (relation, because)


def test_the_help_of_a_review_fits_the_terminal(typed, monkeypatch):
    """No word of it is broken."""
    monkeypatch.setenv("COLUMNS", "50")
    out = typed("review", answers="hm\nq\n")[1]
    told = out[out.index("  y same") : out.rindex("same? [")]
    assert max(map(len, told.splitlines())) <= 50
    assert "words after it say why:" in " ".join(told.split())


def test_a_blind_review_hides_what_the_machine_thinks(typed):
    """Scores, reasons, and what an answer would change."""
    out = typed("review", "--blind", "--limit", "1", answers="u\n")[1]
    assert "paraphrase" not in out
    assert "→" not in out
    assert "Ann · 2024-05-01 · The Courier · one" in out
    assert "1 judgement written\n" in out


def test_review_says_so_where_an_answer_cannot_be_written(typed, monkeypatch):
    """And asks again; an undo that cannot be made too."""

    def refused(*words, **more):
        raise UsageError("no")

    with monkeypatch.context() as patched:
        patched.setattr(review_, "judge", refused)
        assert "  no\n" in typed("review", answers="y\nq\n")[1]
    monkeypatch.setattr(review_, "take_back", refused)
    add_claims("claims", [{"speaker": "bob", "text": "In May the bridge is open.", "about": "when", "id": "three"}])
    assert "  no\n" in typed("review", answers="y\nz\nq\n")[1]


# --- init and check --fix


def test_init_names_the_schema_and_leaves_nothing_half_done(tmp_path, monkeypatch):
    """An old file is left alone, also one that comes up meanwhile."""
    from claimtrack.writing.starter import _begin, begin_ledger

    monkeypatch.chdir(tmp_path)
    for path in begin_ledger("a/b"):
        if path.endswith(".yaml"):
            assert Path(path).read_text().startswith("# yaml-language-server: $schema=ledger.schema.json\n")
    assert json.loads(Path("a/b/ledger.schema.json").read_text())["title"]
    with pytest.raises(UsageError, match="there already"):
        begin_ledger("a/b")
    with pytest.raises(UsageError, match="there already"):
        _begin(Path("x"), "new", "old")
    Path("file").write_text("x")
    with pytest.raises(ct.WritingError, match="could not be made"):
        begin_ledger("file/claims")


WRONG = """\
claims:
  - speaker: ann   # no id
    text: We are #1 in the region
    note: a true comment follows   # checked
  - {speaker: bob, text: fine}
  - id: has-one
    speaker: ann
    cue: said  #TODO look it up
    text: 'quoted #2'
"""


def test_fix_adds_ids_quotes_cut_texts_and_names_the_schema(typed):
    """Each change told by place; everything else stays byte for byte, and a second time there is nothing to do."""
    Path("claims/sub").mkdir()
    Path("claims/sub/wrong.yaml").write_text(WRONG)
    ids = [claim.id for claim in ct.load_ledger("claims").claims if claim.derived_id]
    status, _, err = typed("check", "--fix")
    assert status == 0
    fixed = Path("claims/sub/wrong.yaml").read_text()
    wanted = WRONG.replace("- speaker: ann   # no id", f"- id: {ids[0]}\n    speaker: ann   # no id")
    wanted = wanted.replace("{speaker: bob", f"{{id: {ids[1]}, speaker: bob")
    wanted = wanted.replace("text: We are #1 in the region", "text: 'We are #1 in the region'")
    assert fixed in (
        "# yaml-language-server: $schema=../ledger.schema.json\n" + wanted,
        "# yaml-language-server: $schema=../ledger.schema.json\n"
        + wanted.replace(ids[0], "@").replace(ids[1], ids[0]).replace("@", ids[1]),
    )
    assert "claims/sub/wrong.yaml:2:5: added the id" in err
    assert "quoted the text that ` #` cut" in err
    assert Path("claims/sheet.yaml").read_text() == "# yaml-language-server: $schema=ledger.schema.json\n" + SHEET
    before = everything("claims/sub")
    assert typed("check", "--fix")[2] == ""
    assert everything("claims/sub") == before


def test_fix_keeps_a_judgement_on_a_claim_whose_text_it_mends(ledger):
    """The id under which it was judged is written down first."""
    Path("claims/wrong.yaml").write_text("claims:\n  - speaker: ann\n    text: We are #1 here\n")
    derived = next(claim.id for claim in ct.load_ledger(ledger).claims if claim.derived_id)
    judge(ledger, "one", derived, "different", because="x")
    mend(ledger)
    loaded = ct.load_ledger(ledger)
    assert loaded.claim(derived).text == "We are #1 here"
    assert len(loaded.judgements) == 1


def test_fix_leaves_a_file_with_errors_and_says_so(ledger, monkeypatch):
    """And one that changes meanwhile."""
    Path("claims/wrong.yaml").write_text("title: a: b\n")
    Path("claims/cut.yaml").write_text("issues:\n  x: {question: a #b\n  }\n")
    told = {one.place.path: one for one in mend(ledger)}
    assert not told["claims/wrong.yaml"].done
    assert "second `: `" in told["claims/wrong.yaml"].what
    assert Path("claims/cut.yaml").read_text().endswith("issues:\n  x: {question: a #b\n  }\n")
    Path("claims/new.yaml").write_text("claims: [{speaker: ann, text: x}]\n")
    monkeypatch.setattr("claimtrack.writing.mend.edit_text", lambda path, change: change("other"))
    assert "meanwhile" in next(one.what for one in mend("claims/new.yaml") if one.place.path == "claims/new.yaml")


def test_fix_leaves_claims_that_stand_there_by_an_alias(ledger):
    """Their id belongs where their anchor is."""
    Path("claims/alias.yaml").write_text(
        "claims:\n  - &one {id: c1, speaker: ann, text: x}\n  - {speaker: ann, text: y}\n"
    )
    mend(ledger)
    assert "- &one {id: c1" in Path("claims/alias.yaml").read_text()


# --- how a verb begins and ends


@pytest.mark.parametrize("verb", ["add", "judge", "review", "init", "check"])
def test_help_fits_80_columns(typed, verb):
    """On the narrowest terminal that people use."""
    status, out, _ = typed(verb, "--help")
    assert status == 0
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("raised", "status", "said"),
    [
        (KeyboardInterrupt(), STOPPED, ""),
        (TerminatedError(), TERMINATED, ""),
        (OSError(28, "No space left on device"), 2, "claimtrack: the output could not be written: No space"),
        (OSError(5, "I/O error", "a\x1bb.yaml"), 2, "claimtrack: a<U+001B>b.yaml: I/O error\n"),
        (ct.WritingError("x\x1b is full"), 2, "claimtrack: x<U+001B> is full\n"),
    ],
)
def test_however_a_verb_is_ended_one_line_says_so(typed, monkeypatch, raised, status, said):
    """Never a traceback; what names of files hold is shown, not obeyed."""

    def ended(path, *words, **more):
        raise raised

    monkeypatch.setattr("claimtrack.writing.judge.judge", ended)
    monkeypatch.setattr(program, "_silence_stdout", lambda: None)
    found, out, err = typed("judge", "one", "two", "same")
    assert (found, out) == (status, "")
    assert err.lstrip("\n").startswith(said)


def test_sigterm_ends_a_verb_that_waits_for_the_lock(ledger):
    """With a word, and nothing written."""
    before = everything()
    code = "from claimtrack.cli import main; main()"
    words = [sys.executable, "-c", code, "judge", "one", "two", "same"]
    with locked(ledger):
        running = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            running.wait(2)
        running.terminate()
        _, err = running.communicate()
    assert (running.returncode, err.strip()) == (143, "claimtrack: stopped")
    assert everything() == before


def test_output_that_nobody_can_take_ends_a_verb_with_a_word(ledger):
    """A full device behind stdout."""
    code = "from claimtrack.cli import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "claimtrack: the output could not be written: No space left on device\n"


def test_several_values_in_one_text_are_parted_as_in_tables(tmp_path):
    """A semicolon with a backslash before it is part of a value."""
    (tmp_path / "ledger.yaml").write_text(
        "sides: {a: A, b: B}\nspeakers: {s: {name: S, side: a}}\nclaims: []\n", encoding="utf-8"
    )
    add_claims(str(tmp_path), [{"speaker": "s", "side": "a;b", "text": "It rains.", "via": "A\\; B;C"}])
    assert [(one.sides, one.via) for one in ct.load_ledger(tmp_path).claims] == [(("a", "b"), ("A; B", "C"))]
