"""Small print of writing: ids given twice, sheets of one source, what is told of mended files, how it refuses."""

from pathlib import Path

import pytest
from attrs import evolve

import claimtrack as ct
from claimtrack.errors import UsageError
from claimtrack.problem import Place
from claimtrack.writing import add, splice
from claimtrack.writing.add import LookAlike, add_claims, entry_of, look_alikes
from claimtrack.writing.entries import block_lines, flow_entry, mapping_lines
from claimtrack.writing.judge import judge, take_back
from claimtrack.writing.mend import Mended, mend
from claimtrack.writing.proof import text_at
from claimtrack.writing.rows import read_rows
from claimtrack.writing.scalars import WIDTH, lines_of
from claimtrack.writing.splice import newline_of
from claimtrack.writing.starter import begin_ledger
from claimtrack.writing.whole import text_of

LEDGER = """\
sides: {a: A, b: B}
speakers: {ann: {name: Ann, side: a}, bob: {name: Bob, side: b}}
claims:
  - {id: one, speaker: ann, text: The bridge reopens in May.}
  - {id: two, speaker: bob, text: By May the bridge carries cars.}
"""


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """A small ledger in claims/, here."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    Path("claims/ledger.schema.json").write_text("{}", encoding="utf-8")
    Path("claims/ledger.yaml").write_text(LEDGER, encoding="utf-8")
    return "claims"


def refusal(call, *given, **more):
    """The sentence with which something is refused."""
    with pytest.raises(UsageError) as error:
        call(*given, **more)
    return str(error.value)


def test_an_id_is_taken_on_its_sheet(ledger):
    """By a claim that is there, and by one that is added with it."""
    row = {"id": "new", "speaker": "ann", "text": "New."}
    there = next(one.place for one in ct.load_ledger("claims").claims if one.id == "two")
    wanted = f"the claim “two” stands at {there} already; give yours another id; nothing was written"
    assert refusal(add_claims, ledger, [{**row, "id": "two"}], sheet="claims/ledger.yaml") == wanted
    twice = "two of the claims to add have the id “new”; give one of them another id; nothing was written"
    assert refusal(add_claims, ledger, [row, row], sheet="claims/ledger.yaml") == twice
    assert Path("claims/ledger.yaml").read_text(encoding="utf-8") == LEDGER


def test_a_quotation_gives_its_own_id(ledger):
    """Made of its words; another has another."""
    rows = [{"speaker": "ann", "quote": words} for words in ("First  words.", "First words.", "Other words.")]
    first, other = (add_claims(ledger, [row])[0].id for row in (rows[0], rows[2]))
    assert first != other
    assert first == next(
        one.id for one in ct.ledger_of(LEDGER + "  - {speaker: ann, quote: First words.}\n").claims if one.derived_id
    )


BY_THEMSELVES = "or give by themselves: publisher, title, url, published, language, complete"


def test_a_source_is_put_together_from_what_a_row_says_of_it():
    """Under `source` and beside it; what is empty is left out, truth values are words."""
    row = {"text": "T", "url": "u", "source": {"publisher": "P", "title": "", "date": None, "complete": False}}
    assert entry_of(row) == {"source": {"url": "u", "publisher": "P", "complete": "false"}, "text": "T"}
    assert entry_of({"text": "T", "complete": True, "note": "", "via": []})["source"] == {"complete": "true"}
    assert entry_of({"text": 12, "via": " a ; ; b "}) == {"via": ["a", "b"], "text": "12"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"text": "T", "url": ["u"]}, "“url” is a text, not list"),
        ({"text": {"a": "b"}}, "“text” is a text, not dict"),
        ({"text": "T", "source": {"title": ["t"]}}, "“title” is a text, not list"),
        ({"text": "T", "source": "u"}, f"“source” is a mapping, not str; {BY_THEMSELVES}"),
        ({"text": "T", "source": ["u"]}, f"“source” is a mapping, not list; {BY_THEMSELVES}"),
        ({"text": "T", "via": 3}, "“via” is a text or a list of texts, not int"),
        ({"text": "T", "side": True}, "“side” is a text or a list of texts, not bool"),
        ({"text": "T", "supersedes": 1.5}, "“supersedes” is a text or a list of texts, not float"),
        ({"text": "T", "via": {"a": 1}}, "“via” is a text or a list of texts, not dict"),
        ({"text": "T", "via": b"a"}, "“via” is a text or a list of texts, not bytes"),
        ({"text": "T", "via": [["a"]]}, "“via” is a text, not list"),
        ({"text": "T", "url": "\u202e"}, "“url” holds U+202E RIGHT-TO-LEFT OVERRIDE, which no ledger may hold"),
        ({"speaker": "ann"}, "a claim needs a wording: `text` in your own words, or `quote`"),
    ],
)
def test_a_field_that_is_no_text_is_named(row, message):
    """With what it is instead."""
    assert refusal(entry_of, row) == message


def test_claims_of_one_source_share_a_sheet_and_others_begin_one(ledger):
    """A sheet of the same name whose source says something else is passed over."""
    row = {"speaker": "ann", "date": "2024-05-01", "publisher": "Post"}
    texts = ({"text": "One."}, {"text": "Two.", "title": "T"}, {"text": "Three."}, {"text": "Four.", "title": "U"})
    paths = [add_claims(ledger, [row | more])[0].path for more in texts]
    assert [Path(path).name for path in paths] == ["2024-05-01-post.yaml"] * 4
    assert Path(paths[0]).read_text(encoding="utf-8").count("publisher: Post") == 1
    other = add_claims(ledger, [{"speaker": "ann", "date": "2024-05-01", "title": "V", "text": "Five.", "url": "v"}])
    again = add_claims(ledger, [{"speaker": "ann", "date": "2024-05-01", "title": "W", "text": "Six.", "url": "w"}])
    assert [Path(one[0].path).name for one in (other, again)] == ["2024-05-01-ann.yaml", "2024-05-01-ann-2.yaml"]


def test_a_sheet_that_is_a_list_is_not_added_to_in_silence(ledger):
    """It is told what is wrong with it."""
    Path("claims/2024-05-01-ann.yaml").write_text("- a\n", encoding="utf-8")
    row = {"speaker": "ann", "date": "2024-05-01", "text": "One."}
    assert (
        refusal(add_claims, ledger, [row])
        == "claims/2024-05-01-ann.yaml is no mapping of sections; nothing was changed"
    )


def test_a_line_of_a_mapping_is_as_long_as_it_may_be():
    """One character more, and it is folded."""
    fits = "w" * (WIDTH - 20) + " " + "w" * (WIDTH - (WIDTH - 20) - len("  note: ") - 1)
    assert mapping_lines("note", fits, 2) == [f"  note: {fits}\n"]
    assert len(mapping_lines("note", fits + "w", 2)) > 1


def test_a_wording_as_long_as_the_limit_is_still_compared():
    """In the ledger, and as what is looked for."""
    text = "By May the bridge carries cars."
    found = ct.ledger_of(LEDGER)
    for limit, some in ((len(text), True), (len(text) - 1, False)):
        (alike,) = look_alikes(found, [text], settings=ct.Settings(text_limit=limit))
        assert bool(alike) is some
        (alike,) = look_alikes(found, [text[:-1]], settings=ct.Settings(text_limit=limit))
        assert ("two" in [one.claim.id for one in alike]) is some


def test_look_alikes_are_compared_under_the_settings_given():
    """The length up to which, the shift of the figure, and what is not asked."""
    found = ct.ledger_of(LEDGER)

    def asked(text, **more):
        (alike,) = look_alikes(found, [text], settings=ct.Settings(suggest_at=0.0, **more))
        return {one.claim.id: one.comparison for one in alike}

    text = "The bridge reopens in June."
    assert asked(text)["one"].contrasts
    assert asked(text, switched_off=frozenset(ct.ContrastKind))["one"].contrasts == ()
    assert asked(text, shift=3.0)["one"].paraphrase > asked(text)["one"].paraphrase
    assert "two" in asked("By May the bridge carries cars. " * 70, text_limit=5_000)


def test_what_resembles_nothing_has_no_look_alikes():
    """Nor has anything in a ledger without claims; the likest comes first."""
    found = ct.ledger_of(LEDGER)
    assert look_alikes(found, ["Winter was cold in the mountains."]) == ((),)
    assert look_alikes(ct.ledger_of("title: x\n"), ["a", "b"]) == ((), ())
    (alike,) = look_alikes(found, ["The bridge reopens in May."])
    assert isinstance(alike[0], LookAlike)
    assert alike[0].claim.id == "one"


def test_a_judgement_carries_what_was_written(ledger):
    """The fingerprints of both wordings behind the rest; said again, nothing is written."""
    first = judge(ledger, "one", "two", "different", because="B", by="me", on="2024-05", relation="partial")
    assert {key: first.entry[key] for key in ("different", "relation", "by", "on", "because")} == {
        "different": ["one", "two"],
        "relation": "partial",
        "by": "me",
        "on": "2024-05",
        "because": "B",
    }
    assert list(first.entry)[-1] == "of"
    assert len(first.entry["of"]) == 2
    assert first.written
    again = judge(ledger, "two", "one", "different", because="B")
    assert not again.written
    assert (again.before, again.path) == (first.after, first.path)
    assert again.entry["different"] == ["two", "one"]
    assert again.earlier is not None


def test_a_word_that_is_there_already_in_another_file_changes_nothing(ledger):
    """Not even where no judgement was written by itself yet."""
    Path("claims/ledger.yaml").write_text(LEDGER + "judgements: [{same: [one, two]}]\n", encoding="utf-8")
    again = judge(ledger, "one", "two", "same")
    assert (again.written, again.before, again.after) == (False, "", "")
    assert not Path("claims/judgements.yaml").exists()


def test_what_contradicts_is_said_with_both_places(ledger):
    """And what to do."""
    judge(ledger, "one", "two", "same", on="2024-05-01")
    assert refusal(judge, ledger, "one", "two", "different") == (
        "one and two cannot be judged different beside what is judged already: "
        "one and two the same at claims/judgements.yaml:4:5; take one of these judgements back; nothing was written"
    )


def test_only_judgements_that_stand_in_a_file_are_cited(ledger):
    """A word of sameness against a difference, through other claims; the new word is not on the disk."""
    more = "claims:\n  - {id: three, speaker: ann, about: when, text: Soon.}\n"
    Path("claims/more.yaml").write_text(more, encoding="utf-8")
    judge(ledger, "one", "three", "different", on="2024-05-01")
    judge(ledger, "two", "three", "same", on="2024-05-01")
    assert refusal(judge, ledger, "one", "two", "same") == (
        "one and two cannot be judged the same beside what is judged already: "
        "one and three different at claims/judgements.yaml:4:5; "
        "two and three the same at claims/judgements.yaml:7:5; take one of these judgements back; nothing was written"
    )


def test_a_claim_that_is_not_there_is_named(ledger):
    """With the nearest, where there is any."""
    assert (
        refusal(judge, ledger, "one", "twoo", "same") == "there is no claim “twoo” in the ledger; did you mean “two”?"
    )
    many = "".join(f"  - {{id: claim-{number}, speaker: ann, text: T{number}.}}\n" for number in range(20))
    Path("claims/ledger.yaml").write_text(LEDGER + many, encoding="utf-8")
    assert refusal(judge, ledger, "one", "zz", "same") == "there is no claim “zz” in the ledger"


def test_a_judgement_that_was_changed_is_not_taken_back(ledger):
    """The file is named; so it is where it is gone."""
    done = judge(ledger, "one", "two", "same", because="a")
    for held in (done.after.replace("because: a", "because: b"), done.after * 2, ""):
        Path(done.path).write_text(held, encoding="utf-8")
        assert refusal(take_back, done) == "claims/judgements.yaml was changed there meanwhile; nothing was taken back"
    Path(done.path).unlink()
    assert refusal(take_back, done) == "claims/judgements.yaml was changed there meanwhile; nothing was taken back"


def test_what_was_mended_is_told_with_its_place(ledger):
    """Ids, cut texts, the schema; in a file that begins with a byte order mark, too."""
    text = "\ufeffissues: {}\nclaims:\n  - speaker: ann\n    cue: a  # said\n    text: we are #1, and #2 is far\n"
    Path("claims/a.yaml").write_text(text, encoding="utf-8")
    (derived,) = [one.id for one in ct.load_ledger(ledger).claims if one.derived_id]
    assert [one for one in mend("claims") if one.place.path == "claims/a.yaml"] == [
        Mended(place=Place(path="claims/a.yaml", line=3, column=5), what=f"added the id {derived}"),
        Mended(place=Place(path="claims/a.yaml", line=6, column=11), what="quoted the text that ` #` cut"),
        Mended(place=Place(path="claims/a.yaml", line=1, column=1), what="added the line that names the schema"),
    ]
    held = Path("claims/a.yaml").read_text(encoding="utf-8")
    assert held.startswith("\ufeff# yaml-language-server: $schema=ledger.schema.json\nissues: {}\n")
    assert "    text: 'we are #1, and #2 is far'\n" in held


def test_a_file_without_claims_is_mended_too(ledger):
    """Beside one that has claims without ids."""
    Path("claims/a.yaml").write_text("title: We are #1\n", encoding="utf-8")
    Path("claims/b.yaml").write_text("claims: [{speaker: ann, text: x}]\n", encoding="utf-8")
    assert [one.what for one in mend("claims") if one.place.path == "claims/a.yaml"] == [
        "quoted the text that ` #` cut",
        "added the line that names the schema",
    ]


def test_a_file_named_by_itself_finds_the_schema_beside_it(ledger):
    """Whether or not its folder was named before it."""
    Path("claims/sub").mkdir()
    Path("claims/sub/a.yaml").write_text("title: x\n", encoding="utf-8")
    Path("other.yaml").write_text("title: y\n", encoding="utf-8")
    for folder in ("claims/sub", "."):
        Path(folder, "ledger.schema.json").write_text("{}", encoding="utf-8")
    mend("claims/sub/a.yaml", "other.yaml")
    line = "# yaml-language-server: $schema=ledger.schema.json\n"
    assert Path("claims/sub/a.yaml").read_text(encoding="utf-8") == line + "title: x\n"
    assert Path("other.yaml").read_text(encoding="utf-8") == line + "title: y\n"


def test_a_schema_that_is_not_there_is_not_named(ledger):
    """Neither in a new sheet nor in new judgements, and --fix adds no line for it."""
    Path("claims/ledger.schema.json").unlink()
    (added,) = add_claims(ledger, [{"speaker": "ann", "date": "2024", "text": "Ships wait."}])
    judged = judge(ledger, "one", "two", "unsure")
    for path in (added.path, judged.path):
        assert "schema" not in Path(path).read_text(encoding="utf-8")
    assert mend(ledger) == ()


def test_what_would_be_an_error_is_told_with_its_hint(ledger):
    """The new one, not an old one of its kind."""
    Path("claims/old.yaml").write_text("claims: [{id: x, speaker: ane, text: x}]\n", encoding="utf-8")
    row = {"id": "y", "speaker": "anne", "text": "y"}
    assert refusal(add_claims, ledger, [row], sheet="claims/old.yaml") == (
        "there is no speaker “anne” — did you mean “ann”?; nothing was written"
    )
    row = {"id": "y", "speaker": "ann", "side": "a", "date": "2024-13", "text": "y"}
    assert refusal(add_claims, ledger, [row]).startswith("“date”: there is no month 13")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('a,b\n"x"y,z\n', "rows.csv:2: a quotation mark inside a cell is written twice, and the cell between two"),
        ("a,b\n1,2\n3\n", "rows.csv:3: 1 field, where the first line names 2"),
        ('a,b\n"x\ny",2\n\n3,4,5\n', "rows.csv:5: 3 fields, where the first line names 2"),
    ],
)
def test_a_table_that_is_broken_is_refused_with_its_line(data, message, tmp_path, monkeypatch):
    """Also behind a field of several lines."""
    monkeypatch.chdir(tmp_path)
    Path("rows.csv").write_text(data, encoding="utf-8")
    assert refusal(read_rows, "rows.csv") == message


@pytest.mark.parametrize("between", ["\n", ",\n", ",,,\n"])
def test_a_row_of_empty_cells_is_none(between, tmp_path, monkeypatch):
    """However many there are."""
    monkeypatch.chdir(tmp_path)
    Path("rows.csv").write_text(f"a,b\n1,2\n{between}3,4\n", encoding="utf-8")
    assert read_rows("rows.csv") == ((2, {"a": "1", "b": "2"}), (4, {"a": "3", "b": "4"}))


def test_init_names_all_that_is_there(tmp_path, monkeypatch):
    """And fills a folder that is there and empty of them."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    assert begin_ledger("claims") == (
        "claims/ledger.yaml",
        "claims/2024-02-01-bridge.yaml",
        "claims/ledger.schema.json",
    )
    assert refusal(begin_ledger, "claims") == (
        "claims/ledger.yaml, claims/2024-02-01-bridge.yaml, claims/ledger.schema.json is there already, "
        "and nothing was touched"
    )


@pytest.mark.parametrize("name", ["water.yaml", "2024/sheet.yml", ".draft.yaml", ".git/x.yaml", "notes.txt"])
def test_init_mixes_its_example_into_no_other_ledger(name, tmp_path, monkeypatch):
    """Whatever its files are called; what reading passes over is no ledger."""
    monkeypatch.chdir(tmp_path)
    there = Path("claims", name)
    there.parent.mkdir(parents=True)
    there.write_text("title: Water\n", encoding="utf-8")
    if name[0] != "." and name[-1] == "l":
        assert refusal(begin_ledger, "claims") == (
            f"{there} is there already, and the example would be mixed into its ledger; "
            "name a folder without .yaml files; nothing was touched"
        )
        assert [path for path in Path("claims").rglob("*") if path.is_file()] == [there]
    else:
        assert len(begin_ledger("claims")) == 3


def test_a_judgement_goes_where_judgements_are(ledger):
    """Whichever of the two names their file has."""
    Path("claims/judgements.yml").write_text("judgements: []\n", encoding="utf-8")
    done = judge(ledger, "one", "two", "unsure", on="2024")
    assert done.path == "claims/judgements.yml"
    assert list(done.entry) == ["unsure", "on", "of"]
    assert refusal(judge, ledger, "one", "two", "same", relation="partial") == (
        "a relation (partial, diverge or unrelated) goes with `different` alone"
    )


def test_the_earlier_word_is_the_later_of_those_there(ledger):
    """By date; an undated one is older than any."""
    judged = "judgements:\n  - {unsure: [one, two], on: 2024-02-01}\n  - {unsure: [two, one], on: 2024-01-01}\n"
    Path("claims/judgements.yaml").write_text(judged + "  - {unsure: [two, one]}\n", encoding="utf-8")
    done = judge(ledger, "one", "two", "same", on="2024-03-01")
    assert str(done.earlier.on) == "2024-02-01"


def test_mended_texts_are_told_from_the_top(ledger):
    """In lists within lists, too."""
    text = "claims:\n  - id: x\n    speaker: ann\n    text: we are #1\n"
    text += "  - id: y\n    speaker: ann\n    text: they are #2\n"
    Path("claims/a.yaml").write_text(text, encoding="utf-8")
    told = [one.place.line for one in mend("claims") if one.place.path == "claims/a.yaml" and "quoted" in one.what]
    assert told == [4, 7]
    held = Path("claims/a.yaml").read_text(encoding="utf-8")
    assert "text: 'we are #1'\n" in held
    assert "text: 'they are #2'\n" in held


def test_words_in_braces_are_quoted_where_they_would_end_a_list():
    """A comma in a relay."""
    assert flow_entry({"id": "x", "via": ["A, B", "C"]}) == "{id: x, via: ['A, B', C]}"
    assert block_lines({"id": "x", "via": ["A, B", "C"]}, 0, 2) == ["- id: x\n", "  via: ['A, B', C]\n"]


def test_a_text_of_lines_that_begins_with_a_capital_x_stands_as_it_is():
    """Only white space at its edges would be lost."""
    assert lines_of("X\nX", 0, 60) == ["|-", "  X", "  X"]


def test_the_line_breaks_of_a_file_are_those_of_its_first_line():
    """Whatever comes after it."""
    assert [newline_of(text) for text in ("a\r\nb\n", "a\nb\r\n", "a", "\na\r\n", "a\r\n")] == [
        "\r\n",
        "\n",
        "\n",
        "\n",
        "\r\n",
    ]


def test_a_value_of_a_whole_ledger_is_folded_where_it_must():
    """One column more than a line has."""
    fits = "w " + "w" * (WIDTH - len("title: w "))
    assert text_of("ledger.yaml", {"title": fits}).splitlines()[1:] == [f"title: {fits}"]
    assert text_of("ledger.yaml", {"title": fits + "w"}).splitlines()[1] == "title: >-"


def test_an_id_that_stands_in_another_file_is_told_with_its_place(ledger):
    """Of a file that is there, whichever sheet the claim would go on; and two rows of one id are told as such."""
    row = {"id": "two", "speaker": "ann", "text": "New."}
    there = next(one.place for one in ct.load_ledger("claims").claims if one.id == "two")
    for sheet in ("claims/a-new-sheet.yaml", "claims/z-new-sheet.yaml"):
        message = f"the claim “two” stands at {there} already; give yours another id; nothing was written"
        assert refusal(add_claims, ledger, [row], sheet=sheet) == message
    message = "two of the claims to add have the id “new”; give one of them another id; nothing was written"
    rows = [{**row, "id": "new", "url": url} for url in ("https://a.example", "https://b.example")]
    assert refusal(add_claims, ledger, rows) == message
    assert refusal(add_claims, ledger, [rows[0], rows[0]], sheet="claims/a-new-sheet.yaml") == message
    assert sorted(path.name for path in Path("claims").iterdir()) == ["ledger.schema.json", "ledger.yaml"]


def test_what_a_new_sheet_says_of_all_is_told_with_a_row(ledger):
    """A date of the source moves to the sheet's head, and is of the first row as of all."""
    row = {"id": "k", "speaker": "ann", "text": "New.", "published": "31.06.2024"}
    told = refusal(add_claims, ledger, [row], sheet="claims/new.yaml", places=["rows.csv:2"])
    assert told.startswith("rows.csv:2: ")
    assert not Path("claims/new.yaml").exists()
    with Path("claims/ledger.yaml").open("a", encoding="utf-8") as file:
        file.write("source: {title: T}\n")
    assert refusal(add_claims, ledger, [{**row, "date": "2024-13-01"}], sheet="claims/ledger.yaml", places=["r:2"])


def test_an_id_that_came_onto_the_sheet_meanwhile_is_refused(ledger, monkeypatch):
    """Between planning and writing somebody else may have written."""
    theirs = LEDGER + "  - {id: new, speaker: ann, text: Theirs.}\n"
    monkeypatch.setattr("claimtrack.writing.add.edit_text", lambda _, change: change(theirs))
    row = {"id": "new", "speaker": "ann", "text": "Ours."}
    told = refusal(add_claims, ledger, [row], sheet="claims/ledger.yaml")
    assert told == "claims/ledger.yaml has a claim “new” already; nothing was written"
    assert Path("claims/ledger.yaml").read_text(encoding="utf-8") == LEDGER


def test_a_file_that_is_no_utf_8_has_no_text(tmp_path):
    """Nor has one that is not there."""
    (tmp_path / "latin.yaml").write_bytes(b"title: caf\xe9\n")
    assert text_at(str(tmp_path / "latin.yaml")) is None
    assert text_at(str(tmp_path / "none.yaml")) is None


def test_an_error_that_shows_in_another_file_names_no_row(ledger):
    """A claim that was waited for closes a circle: the reference that is wrong stands in the old file."""
    held = LEDGER + "  - {id: early, speaker: ann, date: 2020-01-01, text: Early., supersedes: late}\n"
    Path("claims/ledger.yaml").write_text(held, encoding="utf-8")
    row = {"id": "late", "speaker": "ann", "date": "2021-01-01", "text": "Late.", "supersedes": ["early"]}
    told = refusal(add_claims, ledger, [row], sheet="claims/z-new.yaml", places=["rows.csv:2"])
    assert "circle" in told
    assert not told.startswith("rows.csv")


class Counted(tuple):
    """Claims that count how often they are gone through."""

    times = 0

    def __iter__(self):
        Counted.times += 1
        return super().__iter__()


@pytest.mark.parametrize("url", ["", "https://example.org/1"])
def test_however_many_rows_there_are_a_ledger_is_gone_through_a_few_times(ledger, monkeypatch, url):
    """Its claims for those from one URL, its sheets for what they say of their source."""
    reads = []
    monkeypatch.setattr(splice, "read_node", lambda *given, real=splice.read_node: reads.append(1) or real(*given))
    monkeypatch.setattr(Counted, "times", 0)
    found = ct.load_ledger("claims")
    monkeypatch.setattr(add, "load_ledger", lambda path: evolve(found, claims=Counted(found.claims)))
    source = {"url": url} if url else {}
    (first,) = add_claims("claims", [{"id": "r", "speaker": "ann", "date": "2024-05-01", "text": "Row.", **source}])
    assert first.path == "claims/2024-05-01-ann.yaml"
    few, found = (len(reads), Counted.times), ct.load_ledger("claims")
    rows = [{"id": f"r{n}", "speaker": "ann", "date": "2024-05-01", "text": f"Row {n}.", **source} for n in range(40)]
    added = add_claims("claims", rows)
    assert {one.path for one in added} == {first.path}
    assert len(reads) - few[0] <= few[0] + 3
    assert Counted.times - few[1] <= few[1] + 3


def test_a_sheet_is_known_by_another_path_to_it(ledger):
    """And told under the name that the ledger has for it."""
    row = {"speaker": "ann", "date": "2024-05-01", "text": "Row."}
    (first,) = add_claims("claims", [{"id": "r", **row}])
    (second,) = add_claims("claims", [{"id": "s", **row}], sheet=str(Path(first.path).absolute()))
    assert second.path == first.path
