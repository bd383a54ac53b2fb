"""What other programs write: ClaimReview, Zotero, tables; and what is wrong in it, told with its place."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.claim import Source
from claimtrack.exporting import csl, jsonld
from claimtrack.importing.choose import import_ledger, import_sources, imported
from claimtrack.renderers.as_csv import guarded, unguarded
from claimtrack.writing.whole import sheets_of

SHIPPED = Path(__file__).parents[2] / "claims"
REVIEWS = [
    {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2024-03-02T10:00:00Z",
        "url": "https://checks.example/1",
        "claimReviewed": "The bridge was closed for a year.",
        "author": {"@type": "Organization", "name": "Checkers"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Anna Berg", "jobTitle": "Mayor"},
            "datePublished": "2024-02-01",
            "appearance": {"@type": "NewsArticle", "url": "https://news.example/2", "headline": "Bridge"},
        },
        "reviewRating": {"@type": "Rating", "ratingValue": "1", "alternateName": "False"},
    },
    {"@type": "ClaimReview", "claimReviewed": "Nobody knows who said it.", "url": "https://checks.example/3"},
]


@pytest.fixture
def write(tmp_path):
    """Write a file and give its path."""

    def call(text: str, name: str = "given") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    return call


def test_a_claim_review_becomes_a_claim_of_whom_it_reviews(write):
    """The claim's author speaks, its appearance is the source, and the rating is a note."""
    ledger = import_ledger(write(json.dumps(REVIEWS)), "jsonld")
    first = next(one for one in ledger.claims if one.speaker == "anna-berg")
    assert ledger.problems == ()
    assert (first.text, str(first.date)) == ("The bridge was closed for a year.", "2024-02-01")
    assert (first.source.url, first.source.title) == ("https://news.example/2", "Bridge")
    assert first.note == "Rated “False” by Checkers, 2024-03-02, https://checks.example/1"
    assert ledger.speaker("anna-berg").role == "Mayor"
    assert ledger.speaker("not-named").name == "Not named"


def test_authors_keep_their_names_in_any_script(write):
    """Two that differ are two speakers, also where no letter is Latin."""
    names = ("Иван Петров", "王毅", "Élise-Marie O'Neil")
    reviews = [REVIEWS[1] | {"itemReviewed": {"author": {"name": name}}} for name in names]
    ledger = import_ledger(write(json.dumps(reviews)), "jsonld")
    assert ledger.problems == ()
    assert {(one.id, one.name) for one in ledger.speakers} == set(
        zip(("иван-петров", "王毅", "élise-marie-o-neil"), names, strict=True)
    )


def test_texts_may_stand_in_objects_and_identifiers_may_be_addresses(write):
    """JSON-LD's `@value`; an address names a thing, and is no id of a ledger."""
    text = {"@value": "It opens.", "@language": "en"}
    claim = {"@type": "Claim", "text": text, "identifier": "https://x.example/1", "author": [{"name": ["Ann"]}]}
    ledger = import_ledger(write(json.dumps(claim)), "jsonld")
    assert ledger.problems == ()
    assert [(one.text, one.speaker, one.derived_id) for one in ledger.claims] == [("It opens.", "ann", True)]


def test_two_reviews_of_one_claim_are_two_notes_of_one(write):
    """The claim stands once."""
    ledger = import_ledger(write(json.dumps([REVIEWS[0], REVIEWS[0] | {"url": "https://other.example"}])), "jsonld")
    assert len(ledger.claims) == 1
    assert ledger.claims[0].note.count("Rated") == 2


def test_a_claim_told_twice_in_the_same_words_is_one(write):
    """Or once without words; a review sums it up in words of its own."""
    claim = {"@type": "Claim", "@id": "x", "text": "It  opens."}
    again = ({**claim, "text": "It opens."}, {"@type": "Claim", "@id": "x"})
    review = {"@type": "ClaimReview", "claimReviewed": "Opening?", "itemReviewed": {"@type": "Claim", "@id": "x"}}
    ledger = import_ledger(write(json.dumps([claim, *again, review]), "x.jsonld"), "jsonld")
    assert ledger.problems == ()
    assert [one.text for one in ledger.claims] == ["It opens."]


def test_claims_come_back_from_json_ld_with_what_it_carries(write):
    """Wording, speaker, sides, date, issue, what it replaces and its source, for every claim of the shipped ledger."""
    ledger = ct.load_ledger(SHIPPED)

    def carried(of: ct.Ledger) -> dict[str, object]:
        return {
            one.id: (one.text, one.speaker, one.sides, str(one.date), one.about, one.supersedes, one.source.url)
            for one in of.claims
        }

    found = import_ledger(write(jsonld.export(ledger, ct.track(ledger))), "jsonld")
    assert found.problems == ()
    assert carried(found) == carried(ledger)


def test_a_rating_that_a_person_gives_becomes_a_claim_review():
    """It reviews the claim in the same graph; a rating of what is not there is left out."""
    ledger = ct.load_ledger(SHIPPED)
    ratings = (
        jsonld.Rating(claim="c162", rating="Accurate", by="Me", url="https://me.example", date="2024-01-01"),
        jsonld.Rating(claim="nobody", rating="x"),
    )
    graph = json.loads(jsonld.export(ledger, ct.track(ledger), ratings))["@graph"]
    reviews = [node for node in graph if node["@type"] == "ClaimReview"]
    assert len(reviews) == 1
    assert reviews[0]["itemReviewed"] == {"@id": "urn:claimtrack:claim:c162"}
    assert reviews[0]["reviewRating"]["alternateName"] == "Accurate"


def test_relations_between_claims_lead_to_claims_of_the_graph():
    """Every relation names a claim that is there, and there are some of each kind."""
    ledger = ct.load_ledger(SHIPPED)
    graph = json.loads(jsonld.export(ledger, ct.track(ledger)))["@graph"]
    there = {node["@id"] for node in graph}
    for word in ("says", "conflictsWith", "replaces"):
        named = [name for node in graph for name in node.get(word, ())]
        assert named
        assert set(named) <= there


def test_sources_come_back_from_csl_as_they_were(write):
    """Every source of the shipped ledger, the dates as exact as they were."""
    ledger = ct.load_ledger(SHIPPED)
    sources, problems = import_sources(write(csl.export(ledger, ct.track(ledger))))
    assert problems == ()
    assert set(sources) == {claim.source for claim in ledger.claims} - {Source()}


@pytest.mark.parametrize(
    "date",
    ["2021", "2021-09", "2021-09-30", "2021-Q3", "../2020", "2021-09~", "early 2021-02", "2021-01-01/2021-01-05"],
)
def test_dates_come_back_from_csl(date, write):
    """Whatever their precision."""
    text = f"speakers: {{s: S}}\nclaims: [{{speaker: s, text: t, source: {{url: u, date: {date}}}}}]\n"
    ledger = ct.ledger_of(text.replace("{s: S}", "{s: {name: S}}"))
    sources, problems = import_sources(write(csl.export(ledger, ct.track(ledger))))
    assert problems == ()
    assert [str(one.date) for one in sources] == [date]


def test_what_zotero_exports_becomes_sheets_that_wait_for_claims(write):
    """Each item is a sheet with its source."""
    items = [
        {
            "id": "http://zotero.org/users/1/items/A",
            "type": "article-newspaper",
            "title": "Talks: a first round",
            "container-title": "The Courier",
            "author": [{"family": "Berg", "given": "Anna"}],
            "URL": "https://courier.example/1",
            "accessed": {"date-parts": [["2024", 3, 1]]},
            "issued": {"date-parts": [["2024", 2, 1]]},
        }
    ]
    sources, problems = import_sources(write(json.dumps(items)))
    pages = sheets_of(sources)
    assert problems == ()
    assert list(pages) == ["2024-02-01-the-courier.yaml"]
    assert "title: 'Talks: a first round'" in pages["2024-02-01-the-courier.yaml"]
    assert not ct.ledger_of(pages).problems


def test_a_table_of_claims_alone_declares_whom_it_names(write):
    """Speakers, sides and issues are declared by their names; several values have a semicolon between."""
    text = "speaker;side;date;about;text;url\nann;north;2024-02-01;when;It opens in May.;https://x.example\n"
    ledger = import_ledger(write(text, "talk.csv"), "csv")
    assert ledger.problems == ()
    assert [side.id for side in ledger.sides] == ["north"]
    assert ledger.claims[0].source.url == "https://x.example"


BAD = (
    ("jsonl", '{"text": "a"}\n{"text": \n', 2, "this is no JSON"),
    ("jsonl", "[1]\n", 1, "a line is an object"),
    ("jsonl", '{"speaker": "s", "text": "a"}\nnull\n', 2, "a line is an object"),
    ("jsonl", '{"record": "ledger", "title": ["a"]}\n', 1, "“title”: a text is wanted here, not a list"),
    ("jsonl", '{"record": "ledger", "title": {"a": "b"}}\n', 1, "“title”: a text is wanted here, not a mapping"),
    ("jsonld", "null", 1, "a file of JSON objects is wanted"),
    ("csl", "null", 1, "a file of JSON objects is wanted"),
    (
        "jsonld",
        '[{"@type": "Claim", "@id": "x", "text": "a"},\n{"@type": "Claim", "@id": "x", "text": "b"}]',
        2,
        "the Claim “x” stands at given.jsonld:1:2 already, in other words",
    ),
    (
        "jsonld",
        '[{"@type": "Claim", "@id": "x", "text":"a"},\n{"@type":"ClaimReview", "itemReviewed":{"@id":"x","name":"b"}}]',
        2,
        "already, in other words",
    ),
    ("jsonl", '{"record": "clam", "text": "a"}\n', 1, "there is no kind of record “clam”"),
    ("jsonl", '\n{"speaker": "s", "text": "a", "text": "b"}\n', 2, "the key “text” stands twice"),
    ("jsonl", '{"speaker": "s", "text": "a", "date": "2021-02-30"}\n', 1, "“date”: 2021-02 has 28 days"),
    ("jsonl", '{"speaker": "s", "text": "a", "colour": NaN}\n', 1, "NaN is no number"),
    ("jsonl", '{"speaker": "s", "text": "a\\u0000b"}\n', 1, "U+0000"),
    ("jsonl", '{"speaker": ["s"], "text": {"a": 1}}\n', 1, "a text is wanted here"),
    ("jsonl", "[" * 100_000, 1, ""),
    ("jsonl", '{"record": "side", "id": "a"}\n{"record": "side", "id": "a"}\n', 2, "a side “a” already"),
    ("jsonl", '{"record": "ledger", "title": "a"}\n{"record": "ledger", "title": "b"}\n', 2, "a title already"),
    ("jsonl", '{"record": "ledger"}\n{"record": "ledger", "title": "b"}\n', 2, "a title already"),
    ("jsonl", '{"record": "ledger", "title": "a", "sides": []}\n', 1, "no key “sides” here"),
    ("jsonl", '{"record": "speaker", "name": "a"}\n', 1, "a speaker needs an `id`"),
    ("csv", "speaker,text\ns,a\ns,b,c\n", 3, "3 fields, where the first line names 2"),
    ("csv", 'speaker,text\ns,"a\n', 2, "this is no CSV: a quotation mark that opens here is never closed"),
    ("csv", 'speaker,text\ns,"a"b\n', 2, "a quotation mark inside a cell is written twice"),
    ("csv", "text,text\na,b\n", 1, "two columns have the name “text”"),
    ("csv", 'speaker,text,date\ns,"two\nlines",2021\nt,b,soon\n', 4, "'soon' is not a date"),
    ("jsonld", "{", 1, "this is no JSON"),
    ("jsonld", "3", 1, "a file of JSON objects is wanted"),
    ("jsonld", "[]", 1, "no Claim and no ClaimReview"),
    ("jsonld", '{"@graph": [\n{"@type": "Claim", "text": "a", "temporal": "soon"}\n]}', 2, "'soon' is not a date"),
    ("jsonld", '[{"@type": "Claim"},\n 7]', 2, "an object is wanted here"),
    ("csl", '[{"title": "a"},\n {"title": "b", "issued": {"literal": "spring"}}]', 2, "'spring' is not a date"),
    ("jsonld", '{"@type": "Claim", "text": {"a": 1}}', 1, "a claim needs a wording"),
    ("jsonl", '{"speaker": "s", "text": ' + '{"a": ' * 60 + "1" + "}" * 61, 1, "levels of nesting"),
    ("jsonl", '{"speaker": "s", "text": "' + "a" * 100_001 + '"}\n', 1, "more than 100,000 characters"),
    ("jsonl", '{"speaker": "s", "text": "a", "note": "b\\u202ec"}\n', 1, "hidden character U+202E"),
    ("csl", "nothing", 1, "this is no JSON"),
)


@pytest.mark.parametrize(("format_", "text", "line", "words"), BAD)
def test_what_is_wrong_is_told_with_its_line(format_, text, line, words, write):
    """A problem of level error at the line, in words; never an exception."""
    path = write(text, f"given.{format_}")
    problems, _, _ = imported(path, format_)
    told = [one for one in problems if words in one.message.replace(str(path), Path(path).name)]
    assert told, problems
    assert told[0].level is ct.Level.ERROR
    assert told[0].place.line == line


def test_a_fault_in_a_table_of_parts_is_told_where_it_stands(tmp_path):
    """A date in posts.csv that is none is told of posts.csv, not of the speaker's row."""
    (tmp_path / "posts.csv").write_text("speaker,title,since\ns,Mayor,soon\nnobody,x,2020\n", encoding="utf-8")
    (tmp_path / "speakers.csv").write_text("id,name\ns,S\n", encoding="utf-8")
    (tmp_path / "claims.csv").write_text("speaker,text\ns,a\n", encoding="utf-8")
    problems = import_ledger(tmp_path, "csv").problems
    places = {(Path(one.place.path).name, one.place.line) for one in problems}
    assert places == {("posts.csv", 2), ("posts.csv", 3)}


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(["jsonl", "csv", "jsonld", "csl"]), st.text() | st.binary())
def test_nothing_that_a_file_holds_ends_an_import(tmp_path_factory, format_, content):
    """Law: problems, never an exception."""
    path = tmp_path_factory.mktemp("any") / "x.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    imported(str(path), format_)


KEYS = (
    *("@graph", "@type", "author", "name", "record", "id", "text", "speaker", "side", "source", "issued", "reports"),
    *("date-parts", "itemReviewed", "reviewRating", "appearance", "about", "identifier", "replaces", "posts", "same"),
)
WORDS = ("Claim", "ClaimReview", "Question", "issue", "speaker", "claim", "judgement")
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.sampled_from(WORDS)


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Lists and objects of these, and these themselves."""
    return inner | st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)


JSON = nested(nested(nested(LEAVES)))


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(["jsonl", "jsonld", "csl"]), JSON)
def test_no_json_ends_an_import(tmp_path_factory, format_, value):
    """Law: whatever stands where something else is wanted is a problem, never an exception."""
    path = tmp_path_factory.mktemp("any") / "x.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    imported(str(path), format_)


@given(st.text(alphabet="'=+-@\t a") | st.text())
def test_a_guarded_value_is_no_formula_and_comes_back(text):
    """Law: no value begins like a formula, and none is lost."""
    assert not guarded(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(guarded(text)) == text


def test_a_file_or_format_that_is_not_there_is_named(tmp_path):
    """A missing file is a problem, an unknown format misuse with the nearest known one."""
    problems, _, _ = imported(str(tmp_path / "none.jsonl"), "jsonl")
    assert [one.code for one in problems] == ["CT002"]
    assert [one.code for one in imported(str(tmp_path), "csv")[0]] == ["CT040"]
    with pytest.raises(ct.UsageError, match="jsonl"):
        import_ledger(tmp_path, "jsnol")
    with pytest.raises(ct.UsageError) as told:
        import_ledger(tmp_path, "csl")
    assert str(told.value) == "“csl” holds sources and no claims: `claimtrack.importing.choose.import_sources` reads it"


def test_import_writes_a_ledger_that_checks_clean(here):
    """The folder is new, has the schema beside it, and reads without errors."""
    here("init")
    assert here("export", "jsonl", "-o", "x.jsonl") == (0, "", "")
    status, out, _ = here("import", "jsonl", "x.jsonl", "-o", "again")
    assert status == 0
    assert "claims in" in out
    assert here("check", "again")[0] == 0
    assert Path("again/ledger.schema.json").exists()


def test_import_writes_nothing_where_something_is_wrong_or_there(here):
    """A fault is told with its place and leaves no folder; a folder with files is not touched."""
    Path("x.jsonl").write_text('{"speaker": "s"}\n', encoding="utf-8")
    status, _, err = here("import", "jsonl", "x.jsonl", "-o", "new")
    assert status == 2
    assert "x.jsonl:1:1" in err
    assert sorted(Path().iterdir()) == [Path("x.jsonl")]
    here("init")
    before = {path: path.read_bytes() for path in Path("claims").iterdir()}
    Path("x.jsonl").write_text('{"speaker": "s", "text": "t"}\n', encoding="utf-8")
    status, _, err = here("import", "jsonl", "x.jsonl", "-o", "claims")
    assert status == 2
    assert "nothing was touched" in err
    assert {path: path.read_bytes() for path in Path("claims").iterdir()} == before


def test_export_says_what_it_cannot_do(here):
    """An unknown format, a database for the screen, a path that cannot be written, a ledger that is not there."""
    assert here("export", "jsonl")[0] == 2
    here("init")
    assert "did you mean “graphml”" in here("export", "graphmll")[2]
    assert "name with -o" in here("export", "sqlite")[2]
    Path("file").write_text("", encoding="utf-8")
    status, _, err = here("export", "csv", "-o", "file")
    assert status == 2
    assert "could not be written" in err


@pytest.mark.parametrize("format_", ["jsonl", "csv", "sqlite", "jsonld", "csl", "graphml"])
def test_every_format_is_written_as_typed(here, format_):
    """Each writes something where -o says, and says nothing of an error."""
    here("init")
    status, _, err = here("export", format_, "-o", "out")
    assert (status, err) == (0, "")
    assert any(Path("out").iterdir()) if format_ == "csv" else Path("out").stat().st_size


def test_ratings_are_read_from_a_table(here):
    """A row each; what is wrong in one is told with its line."""
    here("init")
    Path("r.csv").write_text("claim,rating,by\nmayor-trucks,False,Checkers\n", encoding="utf-8")
    status, out, _ = here("export", "jsonld", "--ratings", "r.csv")
    assert status == 0
    assert json.loads(out)["@graph"][-1]["reviewRating"] == {"@type": "Rating", "alternateName": "False"}
    for row, words in (("mayor-trucks,,x", "names its"), ("nobody,False,x", "no claim “nobody”")):
        Path("r.csv").write_text(f"claim,rating,by\n{row}\n", encoding="utf-8")
        status, _, err = here("export", "jsonld", "--ratings", "r.csv")
        assert status == 2
        assert "r.csv:2" in err
        assert words in err
    Path("r.csv").write_text("claim,stars\na,b\n", encoding="utf-8")
    assert "a rating has no “stars”" in here("export", "jsonld", "--ratings", "r.csv")[2]
    assert "with jsonld alone" in here("export", "csl", "--ratings", "r.csv")[2]


def test_a_second_lexicon_is_told_and_not_passed_over(tmp_path):
    """Its words would else be lost without a word."""
    line = '{"record": "lexicon", "synonyms": [["lorry", "%s"]]}\n'
    place = tmp_path / "x.jsonl"
    place.write_text(line % "haulier" + line % "goods wagon", encoding="utf-8")
    (problem,) = import_ledger(place, "jsonl").problems
    assert (problem.place.line, "a lexicon already" in problem.message) == (2, True)


def test_a_folder_of_tables_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    """And not taken for one without tables."""
    (tmp_path / "claims.csv").write_text("speaker,text\ns,Yes.\n", encoding="utf-8")

    def refuse(path=".", *_):
        raise PermissionError(13, "Permission denied", str(path))

    for name in ("scandir", "listdir"):
        monkeypatch.setattr(os, name, refuse)
    (problem,) = ct.import_ledger(tmp_path, "csv").problems
    assert (problem.code, problem.message) == ("CT002", "could not be read: Permission denied")
    assert problem.place.path == tmp_path.as_posix()


@pytest.mark.parametrize("format_", ["jsonl", "csv", "jsonld", "csl"])
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x" * 300, "could not be read: File name too long"),
        ("a\0b", "could not be read: no file can have such a name"),
        ("fifo", "could not be read: this is no ordinary file"),
        ("gone", "could not be read: No such file or directory"),
    ],
)
def test_a_path_that_leads_to_no_file_is_told(format_, name, message, tmp_path):
    """In every format."""
    os.mkfifo(tmp_path / "fifo")
    path = tmp_path / name
    found = import_sources(path)[1] if format_ == "csl" else ct.import_ledger(path, format_).problems
    assert [(problem.code, problem.message) for problem in found] == [("CT002", message)]
