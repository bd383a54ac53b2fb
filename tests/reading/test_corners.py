"""Corners of reading that no other test turns: each fault with its code, in both parsers."""

import os

import pytest

import claimtrack as ct
from claimtrack.checks.contradictory_judgements import check as contradictions
from claimtrack.problem import Place
from claimtrack.reading import ledger as reading
from claimtrack.reading.circles import circles
from claimtrack.reading.excerpts import with_excerpts
from claimtrack.reading.records import BACKENDS
from claimtrack.reading.rules import files

BOTH = pytest.mark.parametrize("backend", list(BACKENDS))
HEAD = "sides: {a: A}\nspeakers: {s: {name: S, side: a}}\nissues: {i: {question: I, positions: {p: P}}}\n"


def codes(text, backend, **limits):
    """The codes of what is wrong in a text, in order."""
    settings = ct.Settings(limits=ct.Limits(**limits))
    return [problem.code for problem in ct.ledger_of(text, backend=backend, settings=settings).problems]


@BOTH
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sides: {a: [b]}\n", ["CT102"]),
        ("speakers: {s: {name: S, posts: [a]}}\n", ["CT102"]),
        ("sides: {a: A}\nspeakers: {s: {name: S, side: ''}}\n", []),
        ("sides: {a: A}\nspeakers: {s: {name: S, side: [a, '']}}\n", []),
        ("issues: {i: {question: I, positions: {p: [a]}}}\n", ["CT102"]),
        ("speaker: z\n" + HEAD + "claims: [{id: x, text: a}, {id: y, text: b}]\n", ["CT201"]),
        ("about: z\n" + HEAD + "claims: [{id: x, speaker: s, text: a}, {id: y, speaker: s, text: b}]\n", ["CT203"]),
        ("expect: [a]\n", ["CT102"]),
        (HEAD + "claims: [{id: x, speaker: s, text: a}, {id: y, speaker: s, supersedes: x, text: b}]\n", []),
        (HEAD + "claims: [{id: x, speaker: s, source: a, text: a}]\n", ["CT102"]),
        ("judgements: [{same: a}]\n", ["CT102"]),
        (HEAD + "judgements: [{same: [s-1-00000000, s-2-00000000]}]\n", ["CT205", "CT205"]),
        (HEAD + "claims: [{id: x, speaker: s, about: j, holds: p, text: a}]\n", ["CT203"]),
        (HEAD + "claims: [{id: x, speaker: s, text: [a]}]\n", ["CT102"]),
        ("title: {a: b}\nsides: {a: {note: [n]}}\n", ["CT102", "CT102"]),
        (HEAD + "claims: [{id: x, speaker: s, via: {a: b}, text: a}]\n", ["CT102"]),
        (HEAD + "claims: [{id: x, speaker: s, date: [a], text: a}]\n", ["CT102"]),
        (HEAD + "claims: [{id: x, speaker: s, source: {complete: yes}, text: a}]\n", []),
        ("# a\ttab in a comment\ntitle: a\n", []),
        ("&a title: b\n*a : c\n", ["CT022"]),
        ("? &a title\n: !t b\n", ["CT017"]),
        ("!t title: b\n", ["CT017"]),
        ("title: |x\n  a\n", ["CT010"]),
        ("title: |1+\n  a\n", []),
        ("title: [? a : b]\n", ["CT102"]),
        ("title: a\n  b #1\n", ["CT012"]),
        ("title: a # a remark\n", []),
        ("title: [?, a]\n", ["CT010"]),
        ("[a, ? b: c]\n", ["CT102"]),
        ("title: 'a'\nspeakers: {}\nsides: {}\n", []),
    ],
)
def test_a_corner_has_its_code(text, found, backend):
    """Exactly these."""
    if text == "title: [?, a]\n":  # libyaml gives an empty key before it sees the comma
        assert set(codes(text, backend)) & {"CT010", "CT022"}
    else:
        assert codes(text, backend) == found


@BOTH
@pytest.mark.parametrize("more", ["sides: {a: B}\n", "speakers: {s: {name: T}}\n", "issues: {i: {question: J}}\n"])
def test_what_is_declared_twice_counts_once(more, backend):
    """The first of a name counts, the second is told."""
    ledger = ct.ledger_of({"a.yaml": HEAD, "b.yaml": more}, backend=backend)
    assert [(problem.code, problem.place.path) for problem in ledger.problems] == [("CT206", "b.yaml")]


@BOTH
def test_a_limit_on_values_counts_collections_too(backend):
    """Whichever value is one too many."""
    assert codes("a: [b, [c]]\n", backend, nodes=4) == ["CT031"]


@BOTH
def test_a_mapping_of_many_keys_knows_where_each_stood(backend):
    """Beyond a few dozen keys they are looked up."""
    many = "".join(f"k{n}: a\n" for n in range(40)) + "claimtrack: 2\n"
    found = ct.ledger_of(many, backend=backend).problems
    assert (41, "CT107") in [(problem.place.line, problem.code) for problem in found]


def _refuse(*_):
    raise PermissionError(13, "Permission denied")


def test_a_file_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    """With the system's own words."""
    path = tmp_path / "a.yaml"
    path.write_text("title: a\n", encoding="utf-8")
    monkeypatch.setattr(
        reading.Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied"))
    )
    (problem,) = ct.load_ledger(path).problems
    assert (problem.code, problem.message) == ("CT002", "could not be read: Permission denied")


def test_hidden_files_and_folders_are_passed_over(tmp_path):
    """Names that begin with a dot."""
    (tmp_path / ".git").mkdir()
    for name in (".git/a.yaml", ".b.yaml", "c.yaml", "d.txt"):
        (tmp_path / name).write_text("title: a\n", encoding="utf-8")
    assert ct.load_ledger(tmp_path).files == ((tmp_path / "c.yaml").as_posix(),)


def test_a_problem_in_a_file_that_is_gone_has_no_excerpt():
    """Nor one whose line is not there any more."""
    problem = files.CUT.at(Place(path="no/such/file.yaml", line=3, column=1), "message")
    assert with_excerpts([problem], ct.Limits()) == (problem,)


def test_judgements_that_agree_contradict_nothing():
    """Different and unsure beside each other."""
    text = HEAD + "claims:\n" + "".join(f"  - {{id: {name}, speaker: s, text: {name}}}\n" for name in "xyz")
    text += "judgements: [{same: [x, y]}, {different: [x, z]}, {unsure: [y, z]}]\n"
    assert list(contradictions(ct.ledger_of(text))) == []


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ("{issue: i, verdict: agree, as-of: 2020}", "nothing is found on “i” (as of 2020)"),
    ],
)
def test_a_pinned_conclusion_on_nothing_is_broken(expect, message):
    """With the sides and the date for which it was pinned."""
    text = f"sides: {{a: A}}\nissues: {{i: {{question: I}}}}\nexpect: [{expect}]\n"
    assert [problem.message for problem in ct.track(ct.ledger_of(text)).problems if problem.code == "CT301"] == [
        message
    ]


@pytest.mark.parametrize(
    ("expect", "code", "message"),
    [
        ("{issue: i}", "CT103", "a pinned conclusion says which `verdict`, or who is `split`"),
        ("{issue: i, between: [a, b]}", "CT103", "a pinned conclusion says which `verdict`, or who is `split`"),
        ("{issue: i, between: [a], verdict: agree}", "CT102", "“between” is a list of two sides"),
        ("{issue: i, between: [a, a], split: a}", "CT102", "“between” is a list of two sides"),
    ],
)
def test_a_pinned_conclusion_that_pins_nothing_is_refused(expect, code, message):
    """It would hold for ever."""
    ledger = ct.ledger_of(f"sides: {{a: A, b: B}}\nissues: {{i: {{question: I}}}}\nexpect: [{expect}]\n")
    assert [(one.code, one.message) for one in ledger.problems] == [(code, message)]
    assert ledger.expectations == ()


def test_a_side_pinned_as_split_that_is_not_is_told():
    """Whatever the verdict is."""
    text = "sides: {a: A, b: B}\nspeakers: {s: {name: S, side: a}, t: {name: T, side: b}}\n"
    text += "issues: {i: {question: I, positions: {p: P}}}\nexpect: [{issue: i, split: [a]}]\n"
    text += (
        "claims: [{id: x, speaker: s, about: i, holds: p, text: a}, {id: y, speaker: t, about: i, holds: p, text: b}]\n"
    )
    told = [problem.message for problem in ct.track(ct.ledger_of(text)).problems if problem.code == "CT301"]
    assert told == ["a was pinned as split on “i”, but is not"]


@BOTH
@pytest.mark.parametrize("text", ["sides: {a: , b: B}\n", "sides: {a, b: B}\n"])
def test_an_empty_value_between_braces_is_an_empty_text(text, backend):
    """As YAML has it."""
    assert [side.id for side in ct.ledger_of(text, backend=backend).sides] == ["a", "b"]


@BOTH
def test_keys_that_stand_twice_name_where_each_stood_first(backend):
    """New keys after the first double too."""
    found = ct.ledger_of("a: 1\na: 2\nb: 1\nb: 2\na: 3\n", backend=backend).problems
    assert [p.message for p in found if p.code == "CT011"] == [
        f"the key “{key}” stands on line {line} already" for key, line in (("a", 1), ("b", 3), ("a", 1))
    ]


@BOTH
def test_several_faults_in_a_mapping_of_many_keys_are_each_at_their_place(backend):
    """Looked up once, used twice."""
    many = "".join(f"k{n}: a\n" for n in range(40)) + "claims: a\nissues: b\n"
    found = ct.ledger_of(many, backend=backend).problems
    assert [problem.place.line for problem in found if problem.code == "CT102"] == [41, 42]


def test_a_pinned_conclusion_without_a_proof_names_none():
    """Nobody says anything."""
    text = "sides: {a: A, b: B}\nissues: {i: {question: I}}\nexpect: [{issue: i, between: [a, b], verdict: agree}]\n"
    told = [problem.message for problem in ct.track(ct.ledger_of(text)).problems if problem.code == "CT301"]
    assert told == ["“i” was pinned as agree, but is unknown"]


@BOTH
def test_a_key_with_an_escaped_control_character_is_refused(backend):
    """And is never taken for what the reader keeps for itself."""
    text = '"\\x001": a\n"\\x002": a\na: 1\na: 2\na: 3\n'
    assert "CT014" in codes(text, backend)


def _closed(monkeypatch, name):
    """The folder of this name as one that the system does not let be listed."""
    scandir = reading.os.scandir

    def refusing(path):
        if str(path).rstrip("/").endswith(name):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(reading.os, "scandir", refusing)


def test_a_folder_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    """What lies beside it is read."""
    (tmp_path / "closed").mkdir()
    for name in ("closed/a.yaml", "b.yaml"):
        (tmp_path / name).write_text("title: a\n", encoding="utf-8")
    _closed(monkeypatch, "closed")
    ledger = ct.load_ledger(tmp_path)
    assert ledger.files == ((tmp_path / "b.yaml").as_posix(),)
    (problem,) = ledger.problems
    assert (problem.code, problem.message) == ("CT002", "could not be read: Permission denied")
    assert problem.place == Place(path=(tmp_path / "closed").as_posix())
    (problem,) = ct.load_ledger(tmp_path / "closed").problems
    assert (problem.code, problem.place.path) == ("CT002", (tmp_path / "closed").as_posix())


def test_a_link_to_a_folder_is_not_followed_and_told(tmp_path):
    """Wherever it leads: out of the ledger, into it, or round in a circle."""
    (tmp_path / "claims" / "sub").mkdir(parents=True)
    (tmp_path / "else").mkdir()
    for name in ("claims/sub/a.yaml", "else/b.yaml"):
        (tmp_path / name).write_text("title: a\n", encoding="utf-8")
    for name, target in (("out", "else"), ("sub/round", "claims"), ("twice", "claims/sub"), (".dotted", "else")):
        (tmp_path / "claims" / name).symlink_to(tmp_path / target, target_is_directory=True)
    ledger = ct.load_ledger(tmp_path / "claims")
    assert ledger.files == ((tmp_path / "claims/sub/a.yaml").as_posix(),)
    assert [(problem.code, problem.level, problem.place.path) for problem in ledger.problems] == [
        ("CT007", ct.Level.WARNING, (tmp_path / "claims" / name).as_posix()) for name in ("out", "sub/round", "twice")
    ]
    assert ct.load_ledger(tmp_path / "claims" / "twice").files == ((tmp_path / "claims/twice/a.yaml").as_posix(),)


def claims_of(references):
    """A ledger of claims by id, a day apart, each superseding those named; and of one that stands alone."""
    lines = [
        f"  - {{id: {name}, speaker: s, date: 2024-01-{day:02}, text: {name}, supersedes: [{', '.join(given)}]}}\n"
        for day, (name, given) in enumerate(references.items(), 1)
    ]
    return HEAD + "claims:\n" + "".join(lines) + "  - {id: alone, speaker: s, text: b}\n"


@BOTH
@pytest.mark.parametrize(
    ("references", "at", "message", "left"),
    [
        ({"x": ["y"], "y": ["x"]}, [5], "in a circle: “y”, “x”, “y”", {"y", "alone"}),
        ({"x": ["z"], "y": ["x"], "z": ["y"]}, [5], "in a circle: “z”, “y”, “x”, “z”", {"z", "alone"}),
        ({"x": ["x"]}, [5], "the claim “x” supersedes itself", {"x", "alone"}),
        ({"x": [], "y": ["y", "x", "y"]}, [6], "the claim “y” supersedes itself", {"y", "alone"}),
        ({"w": ["x"], "x": ["w"], "y": [], "z": ["y"]}, [5], "in a circle: “x”, “w”, “x”", {"x", "z", "alone"}),
        (
            {name: [other] for name, other in zip("abcdefgh", "habcdefg", strict=True)},
            [5],
            "in a circle: “h”, “g”, “f”, “e”, 4 more, “h”",
            {"h", "alone"},
        ),
    ],
)
def test_claims_that_supersede_one_another_in_a_circle_are_told(references, at, message, left, backend):
    """Once a circle, where the earliest claim names a later one; that reference counts for nothing, the others do."""
    ledger = ct.ledger_of(claims_of(references), backend=backend)
    assert [(problem.code, problem.place.line) for problem in ledger.problems] == [("CT209", line) for line in at]
    assert message in ledger.problems[0].message
    assert ledger.problems[0].help
    assert set(ct.track(ledger).claims) == left


def test_a_circle_of_claims_is_told_alike_in_any_order_of_files():
    """The same reference counts for nothing."""
    one, other = (
        f"claims: [{{id: {name}, speaker: s, date: {year}, text: a, supersedes: {earlier}}}]\n"
        for name, year, earlier in (("x", 2024, "y"), ("y", 2025, "x"))
    )
    for names in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")):
        ledger = ct.ledger_of({"0.yaml": HEAD, **dict(zip(names, (one, other), strict=True))})
        (problem,) = ledger.problems
        assert problem.place == Place(path=names[0], line=1, column=63)
        assert [claim.supersedes for claim in ledger.claims] == [(), ("x",)]


def test_many_circles_cost_no_more_than_their_references():
    """Each claim supersedes the next, and the first."""
    many = {f"c{number}": (f"c{number + 1}", "c0") for number in range(30_000)}
    assert sum(1 for _ in circles(many)) == 30_000


@BOTH
@pytest.mark.parametrize(
    ("issue", "code", "place", "message"),
    [
        ("{positions: {p: P}, exclude: [[p, p]]}", "CT204", "1:43", "“p” is no other position of this issue"),
        (
            "{positions: {p: {narrows: q}, q: {narrows: p}}}",
            "CT209",
            "1:56",
            "positions narrow one another in a circle: “p”, “q”, “p”",
        ),
        (
            "{positions: {o: {narrows: q}, p: {narrows: r}, q: {narrows: p}, r: {narrows: q}}}",
            "CT209",
            "1:90",
            "positions narrow one another in a circle: “q”, “p”, “r”, “q”",
        ),
        ("{positions: {p: {narrows: p}}}", "CT204", "1:39", "“p” is no other position of this issue"),
    ],
)
def test_positions_that_go_round_in_a_circle_are_told(issue, code, place, message, backend):
    """And a position that excludes or narrows itself."""
    ledger = ct.ledger_of(f"issues: {{i: {issue}}}\n", backend=backend)
    (problem,) = ledger.problems
    assert (problem.code, problem.message) == (code, message)
    assert f"{problem.place.line}:{problem.place.column}" == place
    assert problem.help
    assert ledger.issues[0].exclude == ()
    wider = {position.id: position.narrows for position in ledger.issues[0].positions}
    assert not list(circles({name: [one] for name, one in wider.items()}))


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("x" * 300, "CT002", "could not be read: File name too long"),
        ("a\0b.yaml", "CT001", "there is no such file or folder"),
        ("\ud800.yaml", "CT001", "there is no such file or folder"),
        ("file.yaml/b.yaml", "CT001", "there is no such file or folder"),
        ("loop.yaml", "CT002", "could not be read: Too many levels of symbolic links"),
        ("fifo.yaml", "CT002", "could not be read: this is no ordinary file"),
    ],
)
def test_a_path_that_leads_to_no_file_is_told(name, code, message, tmp_path):
    """Whatever is wrong with it; nothing is waited for."""
    (tmp_path / "file.yaml").write_text("title: a\n", encoding="utf-8")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(tmp_path / "fifo.yaml")
    (problem,) = ct.load_ledger(tmp_path / name).problems
    assert (problem.code, problem.message) == (code, message)


def test_a_file_in_a_folder_that_the_system_refuses_is_told(tmp_path, monkeypatch):
    """The folder may be listed, and its files and folders not be looked at."""
    (tmp_path / "a.yaml").write_text("title: a\n", encoding="utf-8")
    (tmp_path / "inside").mkdir()

    def refusing(real, name):
        def refuse(path, **more):
            if str(path).endswith(name):
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, **more)

        return refuse

    for call, name in (("stat", "a.yaml"), ("lstat", "inside")):
        monkeypatch.setattr(reading.os, call, refusing(getattr(os, call), name))
    for given in (tmp_path, tmp_path / "a.yaml"):
        (problem,) = ct.load_ledger(given).problems
        assert (problem.code, problem.message) == ("CT002", "could not be read: Permission denied")


def test_a_long_word_is_cut_in_what_is_said_of_it():
    """Ids and dates, also those that are proposed."""
    long = "x" * 90_000
    text = HEAD.replace("p: P", f"p: P, {long[:190]}: Q") + (
        f"claims:\n  - {{id: {long}, speaker: s, about: i, holds: q, date: {long}, text: a}}\n"
        f"  - {{id: {long}, speaker: s, text: b}}\n  - {{id: c, speaker: s, supersedes: d, text: c}}\n"
    )
    ledger = ct.ledger_of(
        {"a.yaml": text, "b.yaml": f"sides: {{{long[:190]}: X}}\n", "c.yaml": f"sides: {{{long[:190]}: X}}\n"}
    )
    assert {problem.code for problem in ledger.problems} == {"CT104", "CT204", "CT205", "CT206"}
    assert max(len(problem.message + problem.help) for problem in ledger.problems) < 400


def test_a_post_that_ends_before_it_begins_is_told_where_it_stands():
    """And not the date of who speaks in it."""
    text = (
        "sides: {a: A}\nspeakers: {s: {name: S, posts: [{title: T, side: a, since: 2024, until: 2023}]}}\n"
        "claims:\n  - {id: x, speaker: s, date: 2023-05, source: {url: u}, text: Yes.}\n"
    )
    ledger = ct.ledger_of(text)
    assert [(one.code, one.message, str(one.place)) for one in ct.track(ledger).problems] == [
        ("CT104", "a post that begins on 2024 cannot end on 2023", "ledger.yaml:2:73")
    ]
    assert ledger.claims[0].sides == ("a",)


def test_a_judgement_on_one_claim_says_so():
    """Its list has two ids, which are the same."""
    ledger = ct.ledger_of(
        "speakers: {s: {name: S}}\nclaims: [{id: x, speaker: s, text: a}]\njudgements: [{same: [x, x]}]\n"
    )
    assert [(one.code, one.message) for one in ledger.problems] == [
        ("CT102", "a judgement is about two claims, and both of these are “x”")
    ]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda: ct.ledger_of({"claims": []}),
            "texts are wanted by file name, and this is str → list",
        ),
        (lambda: ct.ledger_of(None), "a text is wanted, or texts by file name, and this is neither: NoneType"),
        (lambda: ct.ledger_of(b"claims: []"), "a text is wanted, or texts by file name, and this is neither: bytes"),
        (lambda: ct.track(None), "a Ledger is wanted, as load_ledger gives it, and this is none: NoneType"),
        (lambda: ct.parse_when(None), "a date is wanted as a text, and this is none: NoneType"),
    ],
)
def test_what_is_of_another_kind_is_refused_in_plain_words(call, said):
    """A ledger as data is no text of one."""
    with pytest.raises(ct.UsageError) as refused:
        call()
    assert str(refused.value) == said
