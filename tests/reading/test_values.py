"""Every key of every section, and what is read of it."""

import datetime as dt
from pathlib import Path

import pytest

from claimtrack.claim import (
    Claim,
    Expectation,
    Form,
    Issue,
    Judgement,
    Position,
    Post,
    Side,
    Source,
    Speaker,
    Stance,
    Word,
)
from claimtrack.problem import Place
from claimtrack.reading import ledger_of, load_ledger
from claimtrack.reading.records import BACKENDS
from claimtrack.when import parse_when

LEDGER = """\
claimtrack: 1
title: The talks
sides:
  a: Aland
  b: {name: Beland, aliases: [Belle, B.], note: n}
  c:
speakers:
  ann:
    name: Ann
    kind: person
    role: Mayor
    organisation: Town
    side: [a, b, a]
    aliases: Anne
    posts:
      - {title: Minister, organisation: State, side: b, since: 2020, until: 2021-06}
      - {title: Guest}
    note: mind
  town: {kind: organisation, side: c}
issues:
  when:
    question: When?
    topic: Time
    positions:
      may: In May
      tenth: {text: On the tenth, narrows: may}
      june:
      july: {}
    exclude: [[may, june], [june, july]]
    note: open
  where: {}
expect:
  - {issue: when, between: [a, b], verdict: diverge, split: c, as-of: 2021-09, because: pinned}
  - {issue: where, split: a}
judgements:
  - {different: [two, one], relation: partial, by: me, on: 2021-10-02, because: more, of: [aaaa1111, bbbb2222]}
  - {same: [one, two]}
"""
SHEET = """\
title: not the ledger's
source: {title: Page, publisher: Courier, url: u, date: 2021-09-08, language: en, complete: yes}
event: round
date: 2021-09-07
speaker: ann
about: when
form: readout
cue: said
via: TASS
claims:
  - {id: one, text: "In\\n  May.", holds: may}
  - id: two
    speaker: town
    side: [a, c]
    date: 2020-01
    source: {title: Other, language: ru, complete: false}
    event: other
    about: where
    stance: denies
    cue: denied
    form: direct
    via: [A, B]
    supersedes: [one]
    note: n
    quote: Never.
  - {text: Derived.}
"""


@pytest.fixture(params=list(BACKENDS))
def ledger(request):
    """The two files, read by either parser."""
    found = ledger_of({"ledger.yaml": LEDGER, "sheet.yaml": SHEET}, backend=request.param)
    assert found.problems == ()
    return found


def at(line, column, path="ledger.yaml"):
    """A place."""
    return Place(path=path, line=line, column=column)


def test_sides(ledger):
    """Short, with more, and with nothing but an id."""
    assert ledger.title == "The talks"
    assert ledger.sides == (
        Side(id="a", name="Aland", place=at(4, 3)),
        Side(id="b", name="Beland", aliases=("Belle", "B."), place=at(5, 3)),
        Side(id="c", name="c", place=at(6, 3)),
    )


def test_speakers(ledger):
    """With posts, and with next to nothing."""
    posts = (
        Post(title="Minister", organisation="State", side="b", since=parse_when("2020"), until=parse_when("2021-06")),
        Post(title="Guest"),
    )
    assert ledger.speakers == (
        Speaker(
            id="ann",
            name="Ann",
            sides=("a", "b"),
            role="Mayor",
            organisation="Town",
            posts=posts,
            aliases=("Anne",),
            note="mind",
            place=at(8, 3),
        ),
        Speaker(id="town", name="town", kind="organisation", sides=("c",), place=at(19, 3)),
    )


def test_issues(ledger):
    """Positions short, wide and narrow, and an issue of nothing."""
    positions = (
        Position(id="may", text="In May", place=at(25, 7)),
        Position(id="tenth", text="On the tenth", narrows="may", place=at(26, 7)),
        Position(id="june", text="june", place=at(27, 7)),
        Position(id="july", text="july", place=at(28, 7)),
    )
    assert ledger.issues == (
        Issue(
            id="when",
            question="When?",
            topic="Time",
            positions=positions,
            exclude=(("may", "june"), ("june", "july")),
            note="open",
            place=at(21, 3),
        ),
        Issue(id="where", question="where", place=at(31, 3)),
    )


def test_claims(ledger):
    """What a claim says itself, and what it has from its sheet; in order of dates."""
    page = Source(
        title="Page", publisher="Courier", url="u", date=parse_when("2021-09-08"), language="en", complete=True
    )
    shared = {"speaker": "ann", "date": parse_when("2021-09-07"), "cue": "said", "form": Form.READOUT}
    shared |= {"via": ("TASS",), "about": "when", "event": "round", "source": page}
    two, *rest = ledger.claims
    assert two == Claim(
        id="two",
        text="Never.",
        quote=True,
        speaker="town",
        sides=("a", "c"),
        date=parse_when("2020-01"),
        source=Source(
            title="Other", publisher="Courier", url="u", date=parse_when("2021-09-08"), language="ru", complete=False
        ),
        cue="denied",
        form=Form.DIRECT,
        via=("A", "B"),
        about="where",
        stance=Stance.DENIES,
        supersedes=("one",),
        event="other",
        note="n",
        place=at(12, 5, "sheet.yaml"),
        text_place=at(25, 12, "sheet.yaml"),
    )
    derived, one = rest
    assert one == Claim(
        id="one",
        text="In May.",
        holds="may",
        sides=("a", "b"),
        place=at(11, 5, "sheet.yaml"),
        text_place=at(11, 21, "sheet.yaml"),
        **shared,
    )
    assert derived == Claim(
        id="ann-2021-09-07-e5740df0",
        text="Derived.",
        sides=("a", "b"),
        place=at(26, 5, "sheet.yaml"),
        text_place=at(26, 12, "sheet.yaml"),
        derived_id=True,
        **shared,
    )


def test_a_post_decides_the_side_while_it_was_held():
    """From its first day to its last, both included; before and after, the speaker's own."""
    head = LEDGER[: LEDGER.index("expect:")] + "claims:\n"
    days = {"2019-12-31": ("a", "b"), "2020-01-01": ("b",), "2021-06-30": ("b",), "2021-07-01": ("a", "b")}
    for day, sides in days.items():
        (claim,) = ledger_of(head + f"  - {{id: x, speaker: ann, date: {day}, text: T.}}\n").claims
        assert claim.sides == sides
    (claim,) = ledger_of(head + "  - {id: x, speaker: ann, text: T.}\n").claims
    assert claim.sides == ("a", "b")


def test_conclusions(ledger):
    """With everything, and with as little as there may be."""
    assert ledger.expectations == (
        Expectation(
            issue="when",
            between=("a", "b"),
            verdict="diverge",
            split=("c",),
            as_of=parse_when("2021-09"),
            because="pinned",
            place=at(33, 5),
        ),
        Expectation(issue="where", split=("a",), place=at(34, 5)),
    )


def test_judgements(ledger):
    """By pair, with how two different claims differ."""
    assert ledger.judgements == (
        Judgement(left="one", right="two", word=Word.SAME, place=at(37, 5)),
        Judgement(
            left="two",
            right="one",
            word=Word.DIFFERENT,
            relation="partial",
            by="me",
            on=parse_when("2021-10-02"),
            because="more",
            of=("aaaa1111", "bbbb2222"),
            place=at(36, 5),
        ),
    )
    assert ledger.judgements[1].on.first == dt.date(2021, 10, 2)


def test_claims_stand_in_order_of_dates():
    """First days, then last days, then ids; undated ones at the end."""
    dates = {"e": "", "d": "2021-03", "c": "2021-02", "b": "2021-02-01", "a": "2021-02-01", "f": ""}
    rows = [f"  - {{id: {name}, speaker: s, text: T{name}., date: {day or '~'}}}\n" for name, day in dates.items()]
    rows = [row.replace(", date: ~", "") for row in rows]
    ledger = ledger_of("sides: {x: X}\nspeakers: {s: {side: x}}\nclaims:\n" + "".join(rows))
    assert [claim.id for claim in ledger.claims] == ["a", "b", "c", "d", "e", "f"]


def test_hints_name_what_is_known_where_it_is_little():
    """Up to a dozen words, in order; beyond that only a near one is named."""
    for count, told in ((12, True), (13, False)):
        sides = [f"side{number:02}" for number in range(count)]
        text = "sides: {" + ", ".join(f"{one}: S" for one in sides) + "}\nspeakers: {s: {side: zzzzzzzz}}\n"
        (problem,) = ledger_of(text).problems
        assert problem.help == (f"known here: {', '.join(sides)}" if told else "")


def test_hidden_characters_in_names_are_told_with_what_to_do():
    """In an id, and in a key."""
    found = ledger_of('sides: {"a\\x07": A, "b\\u200b": B, "c\\u00a0d": C}\n').problems
    assert [(one.code, one.message, one.help) for one in found if one.code != "CT106"] == [
        ("CT014", "a key holds the character U+0007", "delete it"),
        ("CT015", "a key holds the hidden character U+200B ZERO WIDTH SPACE", "delete it"),
        ("CT016", "a key holds U+00A0 NO-BREAK SPACE", "type an ordinary space in its place"),
    ]


@pytest.mark.parametrize("backend", list(BACKENDS))
def test_nothing_takes_the_place_of_what_is_wrong(backend):
    """Of a claim with faults the rest is kept; what was wrong is as if nothing were known of it."""
    page = Path(__file__).parents[1] / "data" / "pages" / "statements.yaml"
    ledger = load_ledger(page, backend=backend)
    held = {claim.id: claim for claim in ledger.claims}
    assert sorted(held) == ["bob-2024-01-02-dee03f1b", "c10", "c11", "c12", "c15", "c8", "c9"]
    assert (held["c8"].about, held["c8"].holds) == ("when", "")
    assert (held["c9"].about, held["c9"].holds) == ("", "")
    assert (held["c10"].about, held["c10"].holds) == ("", "")
    odd = held["c11"]
    assert (odd.about, odd.holds, odd.sides, odd.stance, odd.form) == ("where", "", (), Stance.AFFIRMS, None)
    assert held["c12"].supersedes == ("c11", "c99")
    assert (held["c12"].source.url, held["c12"].source.complete) == ("u", False)
    assert (held["c15"].date, held["c15"].via, held["c15"].source.url) == (None, (), "u")
    assert [(one.left, one.right, one.word, one.of) for one in ledger.judgements] == [("c8", "c10", Word.DIFFERENT, ())]
    (pinned,) = ledger.expectations
    assert (pinned.issue, pinned.between, pinned.verdict, pinned.split) == ("when", ("a",), "", ())


def test_a_sheets_title_is_not_the_ledgers():
    """A file with a source that declares nothing is a sheet; the first other title counts."""
    sheet = "source: {url: u}\ntitle: A page\n"
    assert ledger_of({"a.yaml": sheet, "b.yaml": "title: One\n", "c.yaml": "title: Two\n"}).title == "One"


@pytest.mark.parametrize("section", ["sides: {a: A}", "speakers: {a: {name: A}}", "issues: {a: {question: A}}"])
def test_a_second_of_a_name_is_told_with_the_place_of_the_first(section):
    """And with what to do."""
    found = ledger_of({"a.yaml": section, "b.yaml": section}).problems
    (problem,) = [one for one in found if one.code == "CT206"]
    what = section.partition("s:")[0]
    assert problem.message == f"the {what} “a” stands at a.yaml:1:{len(what) + 5} already"
    assert (problem.place.path, problem.help) == ("b.yaml", "give one another id")
