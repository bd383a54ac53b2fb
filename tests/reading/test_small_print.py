"""Small print of reading: limits to the last character, places after keys said twice, what git is asked and says."""

import subprocess
from pathlib import Path

import pytest
import yaml

import claimtrack as ct
from claimtrack.checks import check_ledger
from claimtrack.claim import Form, Stance
from claimtrack.errors import UsageError
from claimtrack.finding import Verdict
from claimtrack.problem import Level, Place, Rule
from claimtrack.reading import ledger_of, load_ledger, revision, structure
from claimtrack.reading.excerpts import with_excerpts
from claimtrack.reading.likely_dates import likely_dates
from claimtrack.reading.nearest import did_you_mean, hint
from claimtrack.reading.page import Page
from claimtrack.reading.pure import PureLoader
from claimtrack.reading.records import BACKENDS, Fields, Items, marks_of, read_node
from claimtrack.reading.rules import files, shapes
from claimtrack.reading.statements import derived_id
from claimtrack.reading.structure import RefusalError, Words
from claimtrack.settings import Limits
from claimtrack.when import When, parse_when

BOTH = pytest.mark.parametrize("backend", list(BACKENDS))


@pytest.mark.parametrize(
    "read",
    [
        lambda backend: load_ledger("nowhere at all", backend=backend),
        lambda backend: ledger_of("title: T\n", backend=backend),
        lambda backend: ledger_of({}, backend=backend),
        lambda backend: read_node(Page("l.yaml", "a: b\n", limit=9), Limits(), backend),
        lambda backend: marks_of("a: b\n", backend),
    ],
)
@pytest.mark.parametrize("backend", ["foo", "", "C"])
def test_a_parser_that_is_not_here_is_refused_by_name(read, backend):
    """With those that are here, whether or not there is anything to read."""
    with pytest.raises(UsageError) as error:
        read(backend)
    assert str(error.value) == f"there is no YAML parser “{backend}” here; there are: {', '.join(sorted(BACKENDS))}"


def told(text, backend="c", **limits):
    """Code, place and words of all that is wrong in a text."""
    found = ledger_of(text, backend=backend, settings=ct.Settings(limits=Limits(**limits))).problems
    return [(one.code, f"{one.place.line}:{one.place.column}", one.message, one.help) for one in found]


@BOTH
@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("title: abcde\n", {"scalar": 5}, []),
        ("title: abcdef\n", {"scalar": 5}, [("CT033", "1:8", "a value of more than 5 characters")]),
        ("sides: {abcdef: A}\n", {"key": 6}, []),
        ("sides: {abcdefg: A}\n", {"key": 6}, [("CT034", "1:9", "a key of more than 6 characters")]),
        ("sides: {a: A}\n", {"depth": 2}, []),
        ("sides: {a: {name: A}}\n", {"depth": 2}, [("CT030", "1:12", "more than 2 levels of nesting")]),
        ("sides: {a: A}\n", {"nodes": 5}, []),
        ("sides: {a: A, b: B}\n", {"nodes": 5}, [("CT031", "1:15", "more than 5 values in one file")]),
        ("title: &a x\nevent: *a\n", {"expanded": 1}, []),
        ("&a title: x\nevent: *a\n", {"expanded": 1}, []),
        (
            "title: &a x\nevent: *a\ncue: *a\n",
            {"expanded": 1},
            [("CT032", "3:6", "aliases repeat more than 1 values")],
        ),
        (
            "via: &a [x, y]\nspeaker: z\nevent: [*a]\n",
            {"expanded": 3},
            [],
        ),
        (
            "via: &a [x, y]\nevent: *a\n",
            {"expanded": 2},
            [("CT032", "2:8", "aliases repeat more than 2 values")],
        ),
        (
            "via: &a [x, &b [y, z]]\nevent: *b\ncue: *a\n",
            {"expanded": 7},
            [("CT032", "3:6", "aliases repeat more than 7 values")],
        ),
    ],
)
def test_a_limit_is_kept_to_the_last_one(text, limit, wanted, backend):
    """As many are read, one more is refused by name."""
    assert [one[:3] for one in told(text, backend, **limit) if one[0].startswith("CT03")] == wanted


@BOTH
def test_keys_said_twice_leave_the_places_of_the_others(backend):
    """Each second one is told with the line of the first; the first values stay, with their marks."""
    text = "title: one\nsides:\n  a: A\n  b: B\n  a: C\n  c: D\n  c: E\n  a: F\n  d d: G\n"
    assert told(text, backend) == [
        ("CT011", "5:3", "the key “a” stands on line 3 already", "keep one of the two"),
        ("CT011", "7:3", "the key “c” stands on line 6 already", "keep one of the two"),
        ("CT011", "8:3", "the key “a” stands on line 3 already", "keep one of the two"),
        (
            "CT106",
            "9:3",
            "“d d” cannot be the id of a side",
            "use letters, digits, . _ and -; begin with a letter or digit",
        ),
    ]
    sides = ledger_of(text, backend=backend).sides
    assert [(one.id, one.name, one.place.line) for one in sides] == [("a", "A", 3), ("b", "B", 4), ("c", "D", 6)]


@BOTH
def test_keys_said_twice_in_nested_mappings_are_kept_apart(backend):
    """What was said twice inside is over where the mapping is."""
    page = Page("a.yaml", "a:\n  b: 1\n  b: 2\n  c: {d: 3, d: 4, e: 5}\nb: 6\na: 7\nf: 8\n")
    node = read_node(page, Limits(), backend)
    assert node == {"a": {"b": "1", "c": {"d": "3", "e": "5"}}, "b": "6", "f": "8"}
    assert [(one.place.line, one.place.column) for one in page.problems] == [(3, 3), (4, 13), (6, 1)]
    assert isinstance(node, Fields)
    assert [page.place(node.value_at(key)).line for key in ("b", "f")] == [5, 7]
    assert len(node.marks) == 6


@BOTH
@pytest.mark.parametrize(
    ("comment", "is_told"),
    [("# a remark", False), ("#", False), ("## x", False), ("#-- x", False), ("#== x", False), ("#1", True)],
)
def test_a_comment_that_looks_like_one_cuts_nothing(comment, is_told, backend):
    """Under a key that holds no prose."""
    found = told(f"sides: {{a: {{name: N}}}}\nspeakers:\n  s:\n    side: a {comment}\n", backend)
    assert [one[0] for one in found] == ["CT012"] * is_told


HEAD = "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nclaims:\n"
DAYS = "a day is written 2021-09-30, a month 2021-09, a year 2021"
COMMA = 'a comma ends a value inside { }: put the whole text in "…", or in \'…\' where it holds a "'


@BOTH
@pytest.mark.parametrize(
    ("claim", "key", "help_"),
    [
        ("text: Tarn pays 3,000,000 crowns", "000", COMMA),
        ("text: Tarn pays, and Vesk too", "and Vesk too", COMMA),
        ("text: at 10, he: said", "he", COMMA),
        ('text: "Tarn, pays", and Vesk', "and Vesk", ""),
        ("cue: said, stanc, text: Yes", "stanc", "did you mean “stance”?"),
        ("cue: said, and more, text: Yes", "and more", COMMA),
        ("text: Yes, cue:said", "cue:said", "write a space after the colon: `cue: said`"),
        ("text: Yes, url: u", "url", "write it under `source:`, as in source: {url: …}"),
        ("text: Yes, odd: ", "odd", COMMA),
    ],
)
def test_a_key_that_is_none_says_what_it_may_have_been(claim, key, help_, backend):
    """What a comma cut from a text is told once."""
    line = f"  - {{speaker: s, {claim}}}"
    place = f"4:{line.index(key) + 1}"
    assert told(f"{HEAD}{line}\n", backend) == [("CT101", place, f"a claim has no key “{key}”", help_)]


@BOTH
def test_a_text_that_a_comma_cut_is_not_compared(backend):
    """Where it stands in quotation marks it is whole."""
    text = HEAD + "  - {id: c, speaker: s, text: Tarn pays 3,000 crowns}\n  - {id: d, speaker: s, text: 'Yes, no', x}\n"
    assert [one.id for one in ledger_of(text, backend=backend).claims] == ["d"]


@BOTH
@pytest.mark.parametrize("order", [1, -1])
def test_an_id_given_twice_is_told_also_where_one_of_the_claims_is_broken(order, backend):
    """And what refers to that claim is not told as unknown; the claim that can be read is kept."""
    claims = ["  - {id: c, speaker: nobody, text: Yes}\n", "  - {id: c, speaker: s, text: No}\n"][::order]
    text = f"{HEAD}{''.join(claims)}  - {{id: d, speaker: s, supersedes: c, text: Perhaps}}\n"
    found = told(text, backend)
    assert [one[2] for one in found if one[0] == "CT206"] == ["the claim “c” stands at ledger.yaml:4:5 already"]
    assert sorted(one[0] for one in found) == ["CT201", "CT206"]
    assert [one.text for one in ledger_of(text, backend=backend).claims] == ["No", "Perhaps"]


@BOTH
def test_a_claim_that_is_broken_is_not_told_as_missing(backend):
    """Where it is superseded or judged."""
    text = f"{HEAD}  - {{id: c, speaker: nobody, text: Yes}}\n  - {{id: d, speaker: s, supersedes: c, text: Perhaps}}\n"
    text += "judgements: [{same: [c, d], by: me, because: r}]\n"
    assert [one[0] for one in told(text, backend)] == ["CT201"]
    assert not ledger_of(text, backend=backend).judgements


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31.06.2024", ("2024-06-30", "2024-07-01")),
        ("31 June 2024", ("2024-06-30", "2024-07-01")),
        ("2024-06-31", ("2024-06-30", "2024-07-01")),
        ("01/02/2024", ("2024-02-01", "2024-01-02")),
        ("05/05/2024", ("2024-05-05",)),
        ("06/30/2024", ("2024-06-30",)),
        ("2024-13-05", ("2024-05-13",)),
        ("2024-6-3", ("2024-06-03",)),
        ("2024.03.01", ("2024-03-01",)),
        ("2024.02.30", ("2024-02-29", "2024-03-01")),
        ("20240630", ("2024-06-30",)),
        ("June 30th, 2024", ("2024-06-30",)),
        ("the 1st of May 2024", ()),
        ("1st of may 2024", ("2024-05-01",)),
        ("Sept 2024", ("2024-09",)),
        ("06.2024", ("2024-06",)),
        ("2024/6", ("2024-06",)),
        ("2024-13", ()),
        ("2024-00-10", ()),
        ("0000-01-32", ()),
        ("32.01.2024", ()),
        ("31.06.24", ()),
        ("June 2024 2025", ()),
        ("1 2 June 2024", ()),
        ("Ju 2024", ()),
        ("yesterday", ()),
        ("2024\u201313\u201302", ("2024-02-13",)),
        ("2024-13-02T10:00:00Z", ("2024-02-13",)),
        ("2024-13-02 10:00", ("2024-02-13",)),
        ("13.02.2024 um 10", ()),
        ("\u0661.06.2024", ()),
        (f"{'of ' * 12}June 2024", ()),
        ("2024-03-01 to 2024-03-04", ("2024-03-01/2024-03-04",)),
        ("2024-03-01 – 2024-03-04", ("2024-03-01/2024-03-04",)),
        ("2024-03..2024-04", ("2024-03/2024-04",)),
        ("2024-03-05 until 2024-03-01", ()),
        ("2024-03-01 to 2024-13-04", ()),
    ],
)
def test_what_is_no_date_may_mean_one(written, meant):
    """Day first and month first where both can be; what lies beside a day that there is not."""
    assert likely_dates(written) == meant


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("31.06.2024", "did you mean “2024-06-30” or “2024-07-01”?"),
        ("2024.03.01", "did you mean “2024-03-01”?"),
        ("2024-13", DAYS),
        ("2024-1-5/2024-2-3", ""),
        ("yesterday", ""),
        ("2024-02-30/2024-03-01", "a range is written 2021-09-28/2021-09-30, the earlier day first"),
    ],
)
def test_a_date_that_is_none_is_told_once_and_with_a_hint(written, help_):
    """Not as missing, be it the claim's, its source's, or of their sheet."""
    claim = "  - {speaker: s, source: {url: u}, text: Yes}\n"
    for text in (
        HEAD + claim.replace("source", f"date: {written}, source"),
        HEAD + claim.replace("url: u", f"url: u, date: {written}"),
        f"date: {written}\n{HEAD}{claim}",
        f"source: {{date: {written}}}\n{HEAD}{claim}",
    ):
        ledger = ledger_of(text)
        assert [(one.code, one.help) for one in ledger.problems] == [("CT104", help_)]
        assert f"{ledger.problems[0].message} {help_}".count("2021-09,") <= 1
        assert "CT502" not in {one.code for one in check_ledger(ledger)}


def test_a_second_title_is_told():
    """The first counts, by the names of files; a sheet's own says nothing of the ledger."""
    ledger = ledger_of(
        {"a.yaml": "event: e\ntitle: One\n", "b.yaml": "title: Two\n", "c.yaml": "title: T\nsource: {}\n"}
    )
    assert ledger.title == "One"
    (problem,) = ledger.problems
    assert (problem.code, problem.level, str(problem.place)) == ("CT112", Level.WARNING, "b.yaml:1:8")
    assert (problem.message, problem.help) == ("the ledger has a title already, at a.yaml:2:8", "keep one of the two")


def test_a_ledger_in_one_file_keeps_its_title_beside_a_source():
    """Joining files changes nothing but places; only a sheet that declares nothing may mean its document's title."""
    whole = "title: One\nsource: {url: u}\nspeakers: {s: {name: S}}\n"
    assert ledger_of(whole).title == "One"
    ledger = ledger_of({"a.yaml": "title: T\nsource: {url: u}\n", "b.yaml": whole})
    assert (ledger.title, ledger.problems) == ("One", ())


def test_titles_of_sheets_alone_give_the_first_and_tell_of_the_rest():
    """Nothing that was written is passed over in silence."""
    ledger = ledger_of({"a.yaml": "title: T\nsource: {url: u}\n", "b.yaml": "title: U\nsource: {url: v}\n"})
    assert ledger.title == "T"
    assert [(one.code, str(one.place)) for one in ledger.problems] == [("CT112", "b.yaml:1:8")]


@BOTH
def test_an_outlet_beside_a_source_belongs_under_it(backend):
    """In a sheet's header, too."""
    found = told("publisher: P\n" + HEAD + "  - speaker: s\n    url: u\n    text: Yes\n", backend)
    assert [one[1:] for one in found] == [
        ("1:1", "a ledger has no key “publisher”", "write it under `source:`, as in source: {publisher: …}"),
        ("6:5", "a claim has no key “url”", "write it under `source:`, as in source: {url: …}"),
    ]


@BOTH
def test_a_claim_that_is_a_text_may_lack_a_space(backend):
    """The key is known."""
    found = told(HEAD + "  - id:a\n  - he:a\n", backend)
    assert [one[2:] for one in found] == [
        ("a claim is a mapping of keys to values, not “id:a”", "write a space after the colon: `id: a`"),
        ("a claim is a mapping of keys to values, not “he:a”", "write `key: value` lines in its place"),
    ]


@BOTH
def test_an_item_with_nothing_in_it_is_called_empty(backend):
    """Not by two quotation marks; blanks are nothing, too."""
    found = told(HEAD + "  -\n  - ' '\n", backend)
    words = "a claim is a mapping of keys to values, not an empty value"
    assert [one[2:] for one in found] == [(words, "write `key: value` lines in its place, or take it out")] * 2


@BOTH
@pytest.mark.parametrize(
    ("text", "place", "message", "help_"),
    [
        ("%YAML 1.2\n---\ntitle: a\n", "1:1", *files.DIRECTIVE_WORDS),
        ("# first\n%TAG ! x\n---\ntitle: a\n", "2:1", *files.DIRECTIVE_WORDS),
    ],
)
def test_a_directive_is_told_where_it_stands(text, place, message, help_, backend):
    """And the rest is read."""
    assert [one[1:] for one in told(text, backend)] == [(place, message, help_)]
    assert ledger_of(text, backend=backend).title == "a"


def test_what_hides_in_a_value_without_a_key_is_told():
    """An item of a list has no key to name."""
    (one,) = told('via: ["a\\u202eb"]\n')
    assert one[:3] == (
        "CT015",
        "1:7",
        "“” holds U+202E RIGHT-TO-LEFT OVERRIDE, which changes the direction of what is read",
    )


def test_a_page_shows_the_line_of_an_offset():
    """Without the line break of either kind, cut to three hundred characters."""
    page = Page("a.yaml", f"one\r\ntwo\nX{'x' * 400}\nlast")
    assert [page.line_at(at) for at in (0, 3, 5, 7, 9)] == ["one", "one", "two", "two", "X" + "x" * 299]
    assert page.line_at(len(page.text)) == "last"
    assert str(page.place(6)) == "a.yaml:2:2"


def test_a_comment_to_pass_over_counts_on_its_own_line_alone():
    """Or on the line below one that is a comment and nothing else."""
    text = "sides:\n  a a: A  # claimtrack: ignore[CT106]\n  b b: B\n"
    text += "  # claimtrack: ignore[CT106 CT999]\n  c c: C\n  d d: D\n"
    assert [one[1] for one in told(text)] == ["3:3", "6:3"]


def test_a_problem_shows_the_line_that_it_points_into():
    """Of a text that is in no file, too."""
    found = ledger_of("title: a\nsides: [b]\r\nissues: c\nlast: d").problems
    assert [one.excerpt for one in found] == ["sides: [b]", "issues: c", "last: d"]


@BOTH
@pytest.mark.parametrize("text", ["---\n", '""\n', "~\n", "# nothing\n", ""])
def test_a_file_that_says_nothing_is_told_so(text, backend):
    """However it says nothing."""
    if text == "~\n":
        assert told(text, backend)[0][2:] == (
            "a file of a ledger is a mapping",
            "begin with a section such as `claims:`",
        )
    else:
        wanted = ("CT006", "1:1", "this file says nothing", "delete it, or write a section such as `claims:`")
        assert told(text, backend) == [wanted]


@BOTH
@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("|", "a\n"),
        ("|+", "a\n\n"),
        ("|-", "a"),
        (">", "a\n"),
        (">+", "a\n\n"),
        ("|1", " a\n"),
        ("|2-", "a"),
        ("|+2", "a\n\n"),
    ],
)
def test_a_block_keeps_the_line_feeds_that_its_head_says(head, value, backend):
    """One, all or none."""
    page = Page("a.yaml", f"a: {head}\n  a\n\nb: c\n")
    assert read_node(page, Limits(), backend) == {"a": value, "b": "c"}


def test_a_claim_of_nothing_but_words_has_nothing_else():
    """Where neither it nor its sheet says more."""
    (claim,) = ledger_of("speakers: {s: {name: S}}\nclaims: [{id: x, speaker: s, text: T}]\n").claims
    assert (claim.cue, claim.event, claim.note, claim.about, claim.holds) == ("", "", "", "", "")
    assert (claim.form, claim.date, claim.known_by, claim.quote, claim.derived_id) == (None, None, None, False, False)
    assert (claim.via, claim.sides, claim.supersedes, claim.reports) == ((), (), (), ())


def test_a_pinned_conclusion_can_be_passed_over_where_it_stands():
    """By a comment on its line, or on one of its own above."""
    text = "issues: {i: {question: I}}\nexpect:\n  - {issue: i}  # claimtrack: ignore[CT301]\n"
    text += "  - {issue: i, verdict: agree}\n  # claimtrack: ignore[CT3]\n  - {issue: i, verdict: partial}\n"
    assert [one.verdict for one in ledger_of(text).expectations] == ["agree"]


def test_an_issue_that_a_report_names_is_to_be_declared():
    """Where there are none to choose from."""
    text = "sides: {n: N}\nspeakers: {s: {name: S}}\n"
    text += "claims: [{id: x, speaker: s, reports: {n: {issue: w}}, text: T}]\n"
    assert told(text) == [("CT203", "3:51", "there is no issue “w”", "declare it under `issues:`")]


def test_what_is_odd_in_a_text_is_said_with_what_to_do():
    """A cut, an odd space after a colon, and one at an edge."""
    long = "w" * 50
    assert files.cut_words(long, f"#{long}") == (
        f"the text ends at “{'w' * 30}”, because ` #` begins a comment: “#{'w' * 39}” is not read",
        "put the text in quotes, or after >- on lines of its own",
    )
    assert list(files.odd_in_value("a:\u00a0b", "note", plain=True)) == [
        (
            files.SPACE,
            "U+00A0 NO-BREAK SPACE after a colon: this is read as one text, not as a key",
            "type an ordinary space",
        )
    ]
    assert list(files.odd_in_value("a\u2003", "note", plain=True)) == [
        (files.SPACE, "U+2003 EM SPACE at the edge of “note”", "delete it, or put the text in quotes")
    ]
    assert list(files.odd_in_value("a\u2003", "note", plain=False)) == []


def test_beyond_the_limit_problems_are_counted():
    """Whether they come from a text or from a file."""
    text = "".join(f"k{number}: a\n" for number in range(5))
    found = told(text, problems=3)
    assert [one[0] for one in found] == ["CT039", "CT101", "CT101", "CT101"]
    assert found[0][2:] == ("2 more problems in this file are not listed", "mend the first ones and run again")


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"title: a\n\xff: b\n", (2, 1), "the byte 0xff is not UTF-8"),
        (b"\ntitle: \xc3\xa9\xe9\n", (2, 9), "the byte 0xe9 is not UTF-8"),
        (b"a\x00b\xff", (1, 4), "the byte 0xff is not UTF-8"),
        (b"\xfe\xff\x00a", (1, 1), "this file is UTF-16 or UTF-32"),
        (b"\xff\xfea\x00", (1, 1), "this file is UTF-16 or UTF-32"),
        (b"a\x00b\x00", (1, 1), "this file is UTF-16 or UTF-32"),
    ],
)
def test_a_byte_that_is_no_utf_8_is_told_with_its_place(data, place, message, tmp_path):
    """Line and column in characters, as far as it could be read."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    (one,) = load_ledger(path).problems
    assert (one.code, (one.place.line, one.place.column), one.message) == ("CT004", place, message)
    assert one.help == "save the file as UTF-8"


def test_a_ledger_lies_in_claims_where_no_path_is_named(tmp_path, monkeypatch):
    """And a text is named as the file that would hold it."""
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    Path("claims/a.yaml").write_text("title: a\n", encoding="utf-8")
    assert load_ledger().files == ("claims/a.yaml",)
    assert ledger_of("title: a\n").files == ("ledger.yaml",)


def test_a_file_that_is_too_large_is_told_with_the_limit(tmp_path):
    """As many bytes are read, one more is refused."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: abcd\n")
    assert not load_ledger(path, settings=ct.Settings(limits=Limits(bytes=12))).problems
    (one,) = load_ledger(path, settings=ct.Settings(limits=Limits(bytes=11))).problems
    assert (one.code, one.message, one.help) == ("CT005", "more than 11 bytes", files.LIMIT_HINT)


def test_an_excerpt_is_read_again_from_its_file(tmp_path):
    """Without a byte order mark or a carriage return, cut to three hundred characters, no further than the limit."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfX one X\r\n" + b"x" * 400 + b"\nlast")
    problems = [files.CUT.at(Place(path=path.as_posix(), line=line, column=1), "m") for line in (1, 2, 3, 4)]
    assert [one.excerpt for one in with_excerpts(problems, Limits())] == ["X one X", "x" * 300, "last", ""]
    assert [one.excerpt for one in with_excerpts(problems, Limits(bytes=14))] == ["X one X", "x" * 2, "", ""]
    kept = files.CUT.at(Place(path=path.as_posix(), line=1, column=1), "m", excerpt="kept")
    assert with_excerpts([kept], Limits()) == (kept,)


def test_a_word_is_proposed_where_it_is_near():
    """Whatever its case; nothing for a word that is too long or among too many, and never the opposite of one."""
    assert did_you_mean("SPEEKER", ["speaker", "side"]) == "did you mean “speaker”?"
    assert did_you_mean("x", ["speaker"]) == ""
    assert did_you_mean("speaker", []) == ""
    assert did_you_mean("a" * 100, ["a" * 100]) == f"did you mean “{'a' * 100}”?"
    assert did_you_mean("a" * 101, ["a" * 101]) == ""
    assert did_you_mean("w1", [f"w{number}" for number in range(10_000)]) == "did you mean “w1”?"
    assert did_you_mean("w1", [f"w{number}" for number in range(10_001)]) == ""
    assert did_you_mean("abc", ["ABC"]) == "did you mean “ABC”?"
    assert did_you_mean("b", ["a b c d e f"]) == ""
    assert did_you_mean("speaker", ["speaker", "speakers"]) == "did you mean “speaker”?"
    assert did_you_mean("disagree", ["agree", "diverge"]) == ""
    assert did_you_mean("Unsafe", ["safe"]) == ""
    assert hint("disagree", ["agree", "diverge"]) == "known here: agree, diverge"
    assert hint("zzzz", ["b", "a"]) == "known here: a, b"
    assert hint("zzzz", []) == ""


@pytest.mark.parametrize(
    ("node", "wanted", "value"),
    [
        ("a", str, "a"),
        ("Yes", bool, True),
        ("off", bool, False),
        ("2021-09", When, parse_when("2021-09")),
        ("joint", Form, Form.JOINT),
        ("denies", Stance, Stance.DENIES),
        ("agree", Verdict, Verdict.AGREE),
        ("ab", Words, ("ab",)),
        ("", Words, ()),
    ],
)
def test_a_converter_made_anew_reads_every_kind_of_value(node, wanted, value):
    """A list in the place of any but words is refused."""
    made = structure._converter()
    read = made.structure(node, wanted)
    assert (read, type(read)) == (value, type(value))
    if wanted != Words:
        with pytest.raises(RefusalError, match="a text is wanted here, not a list"):
            made.structure(Items(0), wanted)


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2021-09-07", "ann-2021-09-07-"),
        ("2021~", "ann-2021-"),
        ("../2021-09", "ann-2021-09-"),
        ("2021-09/..", "ann-2021-09-"),
        ("2021-09-07/2021-09-09", "ann-2021-09-07_2021-09-09-"),
        ("mid 2021-09", "ann-mid-2021-09-"),
    ],
)
def test_an_id_of_its_own_tells_the_date_in_letters_of_ids(date, start):
    """With nothing at its edges, and the same digest for the same words in another case or spacing."""
    made = derived_id("ann", parse_when(date), "One  Two")
    assert made.startswith(start)
    assert len(made) == len(start) + 8
    assert made == derived_id("ann", parse_when(date), "one two")
    assert derived_id("ann", None, "\ud800").startswith("ann-undated-")


def test_a_lexicon_has_as_many_words_as_the_limit_allows():
    """One more is told, with where limits stand."""
    text = "lexicon: {synonyms: [[quay, wharf]], antonyms: [[wet, dry]], aliases: [[KRB, Karsk River Board]]}\n"
    assert told(text, lexicon=6) == []
    assert [one[2:] for one in told(text, lexicon=5)] == [
        ("more than 5 words in the lexicon", "the limits stand in Settings.limits")
    ]


@pytest.mark.parametrize(
    ("make", "level"),
    [(files._error, Level.ERROR), (files._warning, Level.WARNING), (shapes._error, Level.ERROR)],
)
def test_a_rule_keeps_what_it_is_given(make, level):
    """Code, name and reason, and both examples."""
    assert make("CT999", "odd", "Why.", "bad: 1\n", "good: 1\n") == Rule(
        code="CT999", name="odd", level=level, why="Why.", bad="bad: 1\n", good="good: 1\n"
    )
    assert (make("CT999", "odd", "Why.").bad, make("CT999", "odd", "Why.").good) == ("", "")


@BOTH
def test_marks_tell_where_everything_stands(backend):
    """Kind, style, from where to where; what ends in block style is told by its last part."""
    text = "\ufefftitle: 'a b'\nvia: [x, &n y]\nclaims:\n  - {id: c}\nnote: >-\n  a\n  b\nevent: *n\n"
    body = text.removeprefix("\ufeff")
    root = marks_of(text, backend)
    assert root is not None
    assert (root.kind, root.style, root.start) == ("mapping", "", 0)
    shown = {
        part.value: (one.kind, one.style, body[one.start : one.end])
        for part, one in zip(root.parts[::2], root.parts[1::2], strict=True)
    }
    assert shown["title"] == ("scalar", "'", "'a b'")
    assert shown["via"] == ("sequence", "[", "[x, &n y]")
    assert shown["claims"][:2] == ("sequence", "")
    assert shown["note"][:2] == ("scalar", ">")
    assert shown["event"] == ("alias", "", "*n")
    assert marks_of("# nothing\n", backend) is None
    assert root.under("cue") is None


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('a: "\\ud800"\n', ("while parsing a quoted scalar", "found invalid Unicode character escape code", 3, 3)),
        (
            "a: |0\n  b\n",
            ("while scanning a block scalar", "expected indentation indicator in the range 1-9, but found 0", 3, 4),
        ),
        ("a: [? , b]\n", ("while parsing a flow sequence", "expected a key", 4, 5)),
        ("a: [b:,c]\n", ("while scanning a plain scalar", "found unexpected ':'", 4, 5)),
        ("a: [b :c:]\n", ("while scanning a plain scalar", "found unexpected ':'", 4, 8)),
        (
            "a: |x\n",
            ("while scanning a block scalar", "expected chomping or indentation indicators, but found 'x'", 3, 4),
        ),
        ("a: |+ x\n", ("while scanning a block scalar", "expected a comment or a line break, but found 'x'", 3, 6)),
    ],
)
def test_the_parser_in_python_says_what_it_was_at_and_where(text, complaint):
    """Context and problem in PyYAML's words, with the place of each."""
    loader = PureLoader(text)
    events = iter(loader.get_event, None)
    with pytest.raises(yaml.MarkedYAMLError) as raised:
        list(events)
    error = raised.value
    assert (error.context, error.problem, error.context_mark.index, error.problem_mark.index) == complaint


@pytest.fixture
def git(monkeypatch, tmp_path):
    """A git that answers what the test says: status, output and complaint; the calls that were made."""
    calls = []
    monkeypatch.chdir(tmp_path)

    def answers(status=0, out=b"", err=b"", raised=None):
        def run(command, **given):
            calls.append((command, given))
            if raised is not None:
                raise raised
            return subprocess.CompletedProcess(command, status, out, err)

        monkeypatch.setattr(revision.subprocess, "run", run)
        return calls

    return answers


def test_git_is_asked_in_english_and_asks_nobody(git, monkeypatch):
    """Of the environment the rest stays as it is."""
    monkeypatch.setenv("LANG", "de_DE")
    calls = git(out=b"done\n")
    assert revision._git(Path("here"), "show", put_in=b"x") == b"done\n"
    ((command, given),) = calls
    assert command == ["git", "--literal-pathspecs", "--no-pager", "-C", "here", "show"]
    env = given.pop("env")
    assert given == {"input": b"x", "capture_output": True, "timeout": 60.0, "check": False}
    assert {
        name: env[name] for name in ("LC_ALL", "GIT_OPTIONAL_LOCKS", "GIT_TERMINAL_PROMPT", "GIT_NO_LAZY_FETCH", "LANG")
    } == {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LANG": "de_DE",
    }


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"status": 128, "err": b"fatal: bad\nmore\n"}, "fatal: bad"),
        ({"status": 1}, "git failed"),
        ({"raised": FileNotFoundError()}, "git is not installed: compare two folders, or two dates with --as-of"),
        ({"raised": subprocess.TimeoutExpired("git", 60)}, "git did not answer within 60 seconds"),
    ],
)
def test_what_git_complains_of_is_told_in_a_line(git, answer, message):
    """The first of its own, where it says any."""
    git(**answer)
    with pytest.raises(UsageError) as error:
        revision._git(Path(), "show")
    assert str(error.value) == message


def test_a_folder_in_no_repository_is_told_by_its_whole_path(git, tmp_path):
    """In our words."""
    git(status=128, err=b"fatal: not a git repository (or any of the parent directories): .git\n")
    with pytest.raises(UsageError) as error:
        revision._git(Path(), "show")
    assert str(error.value) == f"{tmp_path.resolve()} lies in no git repository, and so has no revisions"


def test_git_is_asked_for_the_sheets_of_a_commit_and_nothing_else(monkeypatch, tmp_path):
    """The revision is an argument after all options; links, other files and hidden ones are passed over."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    listed = [
        b"100644 blob aaa\tclaims/a.yaml",
        b"100755 blob bbb\tclaims/sub/b.yml",
        b"120000 blob ccc\tclaims/link.yaml",
        b"160000 commit ddd\tclaims/module.yaml",
        b"100644 blob eee\tclaims/.hidden.yaml",
        b"100644 blob fff\tclaims/.git/g.yaml",
        b"100644 blob ggg\tclaims/h.txt",
    ]
    answers = {
        ("rev-parse", "--show-toplevel"): f"{tmp_path}\n".encode(),
        ("rev-parse", "--verify", "--quiet", "--end-of-options", "v1^{commit}"): b"c0ffee\n",
        ("ls-tree", "-r", "-z", "--full-tree", "c0ffee", "--", "claims"): b"\0".join([*listed, b""]),
        ("cat-file", "--batch"): b"aaa blob 9\ntitle: a\n\nbbb blob 15\nsides: {b: B}\n#\n",
    }
    asked = []

    def answer(here, *words, put_in=b""):
        asked.append((words, put_in))
        return answers[words]

    monkeypatch.setattr(revision, "_git", answer)
    found = revision.ledger_at("v1", "claims")
    assert [words for words, _ in asked] == list(answers)
    assert asked[-1][1] == b"aaa\nbbb\n"
    assert found.files == ("claims/a.yaml", "claims/sub/b.yml")
    assert (found.title, [one.id for one in found.sides]) == ("a", ["b"])


def test_a_ledger_that_is_a_whole_repository_is_asked_for_without_a_path(monkeypatch, tmp_path):
    """And one that is a single file has its name as it was given."""
    monkeypatch.chdir(tmp_path)
    calls = []

    def answer(here, *words, put_in=b""):
        calls.append(words)
        if words[0] == "ls-tree":
            return b"100644 blob aaa\ta.yaml\0"
        return b"aaa blob 8\ntitle: a\n" if words[0] == "cat-file" else f"{tmp_path}\n".encode()

    monkeypatch.setattr(revision, "_git", answer)
    assert revision.ledger_at("v1", ".").files == ("a.yaml",)
    assert calls[2] == ("ls-tree", "-r", "-z", "--full-tree", str(tmp_path))
    (tmp_path / "a.yaml").write_text("title: now\n", encoding="utf-8")
    found = revision.ledger_at("v1", "a.yaml")
    assert (found.files, found.title) == (("a.yaml",), "a")


def test_a_ledger_that_is_not_in_a_revision_is_named(monkeypatch, tmp_path):
    """And so is what lies elsewhere, is unknown, or no UTF-8."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()

    def says(listed, held=b"", top=tmp_path):
        def answer(here, *words, put_in=b""):
            if words[0] == "ls-tree":
                return listed
            return held if words[0] == "cat-file" else f"{top}\n".encode()

        monkeypatch.setattr(revision, "_git", answer)
        with pytest.raises(UsageError) as error:
            revision.ledger_at("v1", "claims")
        return str(error.value)

    assert says(b"") == "claims holds no ledger in the revision “v1”"
    sheet = b"100644 blob aaa\tclaims/a.yaml\0"
    assert says(sheet, b"aaa blob 1\n\xff\n") == "claims/a.yaml is not UTF-8 in the revision “v1”"
    elsewhere = tmp_path / "elsewhere"
    assert says(sheet, top=elsewhere) == f"claims lies outside the git repository {elsewhere}"


@pytest.mark.parametrize(
    ("name", "path"), [("a\0b", "."), ("HEAD", "a\0b"), ("HEAD", "\ud800"), ("HEAD", "x" * 300), ("HEAD", "a\0b/c")]
)
def test_a_name_that_nothing_can_have_is_in_no_revision(name, path, tmp_path, monkeypatch):
    """Git itself is asked."""
    monkeypatch.chdir(tmp_path)
    commit = ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "--allow-empty", "-m", "a"]
    for words in (["init", "-q"], commit):
        subprocess.run(["git", *words], check=True)
    with pytest.raises(UsageError):
        revision.ledger_at(name, path)


@pytest.mark.parametrize("name", ["", "-x", "--all"])
def test_what_could_be_an_option_is_no_revision(name):
    """It never reaches git."""
    with pytest.raises(UsageError) as error:
        revision.ledger_at(name, ".")
    assert str(error.value) == f"“{name}” is no git revision"


TWO = f"{HEAD}  - {{id: c, speaker: s, text: Yes}}\n  - {{id: d, speaker: s, text: No}}\n"
ALONE = "“relation” tells how two different claims differ, and these are judged "
OTHERWISE = "leave it out, or judge the two `different`"


@BOTH
@pytest.mark.parametrize(
    ("judgement", "code", "message", "help_"),
    [
        ("{same: [c, d], relation: diverge}", "CT113", f"{ALONE}same", OTHERWISE),
        ("{same: [c, d], relation: same}", "CT113", f"{ALONE}same", OTHERWISE),
        ("{unsure: [c, d], relation: odd}", "CT113", f"{ALONE}unsure", OTHERWISE),
        (
            "{different: [c, d], relation: same}",
            "CT113",
            "“relation” is “same” here of two claims that are judged different",
            "write {same: […]}, or one of: partial, diverge, unrelated",
        ),
        (
            "{different: [c, d], relation: diverges}",
            "CT105",
            "“relation”: “diverges” is none of: partial, diverge, unrelated",
            "did you mean “diverge”?",
        ),
    ],
)
def test_a_judgement_and_its_relation_say_one_thing(judgement, code, message, help_, backend):
    """Where they do not, nobody can tell which of the two is meant, and neither counts."""
    text = f"{TWO}judgements:\n  - {judgement}\n"
    place = f"7:{5 + judgement.index('relation: ') + len('relation: ')}"
    assert told(text, backend) == [(code, place, message, help_)]
    kept = ledger_of(text, backend=backend).judgements
    assert [(one.word, one.relation) for one in kept] == ([] if code == "CT113" else [("different", "")])


@BOTH
def test_an_empty_relation_is_none(backend):
    """Beside any word."""
    text = f"{TWO}judgements:\n"
    text += "".join(
        f"  - {{{word}: [c, d], relation: {empty}}}\n" for word in ("same", "different") for empty in ("", "''")
    )
    assert told(text, backend) == []
    assert [one.relation for one in ledger_of(text, backend=backend).judgements] == [""] * 4


@BOTH
def test_ids_of_issues_and_positions_that_are_made_are_given_to_none(backend):
    """A declared one of such an id could not be told from one that is made of alike claims; other things may be so."""
    text = (
        "sides: {like-a: A}\nspeakers: {like-s: {name: S, side: like-a}}\nissues:\n  like-x: {question: When?}\n"
        "  when: {question: When?, positions: {may: In May, like-may: {text: As in May}, likely: Soon}}\n"
        "claims:\n  - {id: like-c, speaker: like-s, about: when, holds: likely, text: Soon}\n"
    )
    why = "ids that begin with “like-” are those of what is made of alike claims"
    assert told(text, backend) == [
        ("CT106", "4:3", f"“like-x” cannot be the id of an issue: {why}", "begin it otherwise"),
        ("CT106", "5:52", f"“like-may” cannot be the id of a position: {why}", "begin it otherwise"),
    ]
    read = ledger_of(text, backend=backend)
    assert [(one.id, [position.id for position in one.positions]) for one in read.issues] == [
        ("when", ["may", "likely"])
    ]
    assert [one.id for one in read.claims] == ["like-c"]
