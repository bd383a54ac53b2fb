"""Small print of tracking: what progress hears, what is kept of a part, whose word counts, how things are said."""

import pytest
from attrs import evolve

import claimtrack as ct
from claimtrack.change import EditKind
from claimtrack.claim import Claim, Issue, Judgement, Position, Reported, Stance, Word
from claimtrack.errors import UsageError
from claimtrack.evidence import Relation
from claimtrack.finding import Link, LinkBy
from claimtrack.problem import Level, Place, Problem
from claimtrack.tracking import candidates as candidates_module
from claimtrack.tracking import track as track_module
from claimtrack.tracking.candidates import candidates
from claimtrack.tracking.comparer import Comparer, comparable, comparer_of
from claimtrack.tracking.deciding import questions
from claimtrack.tracking.difference import difference, edits_of
from claimtrack.tracking.grouping import group
from claimtrack.tracking.linking import judged_words
from claimtrack.tracking.parts import with_ties
from claimtrack.tracking.searching import ClaimSearch
from claimtrack.tracking.selection import Wanted, chosen
from claimtrack.tracking.standing import Attitude, Standing, ascribed, relate, wider
from claimtrack.vocabulary import lexicon_of
from claimtrack.when import parse_when

HEAD = """\
sides: {n: North, s: South}
speakers: {ann: {name: Ann, side: n}, bob: {name: Bob, side: s}}
issues: {what: {question: What?}, why: {question: Why?}}
"""
SAID = """\
claims:
  - {id: a, speaker: ann, date: 2024-01-01, about: what, text: The bridge opens in May.}
  - {id: b, speaker: bob, date: 2024-01-02, about: what, text: The bridge opens in June.}
  - {id: c, speaker: ann, date: 2024-01-03, text: Trucks carry the stone to the mill.}
  - {id: d, speaker: bob, text: Trucks carry the stone to the old mill.}
"""


def ledger(more="", head=HEAD):
    """The head, and what is said."""
    found = ct.ledger_of(head + more)
    assert not [one for one in found.problems if one.level == "error"]
    return found


def claim(name, **more):
    """A claim with next to nothing."""
    place = Place(path="a.yaml", line=ord(name[0]))
    return Claim(**{"id": name, "text": name, "speaker": "s", "place": place, "text_place": place} | more)


def test_progress_hears_every_step_of_a_small_ledger():
    """Stage by stage: the start, and the end with its total."""
    heard = []
    ct.track(ledger(SAID), progress=lambda *told: heard.append(told), fragility=True)
    assert heard == [
        ("searching for look-alikes", 0, 1),
        ("searching for look-alikes", 1, 1),
        ("comparing", 0, 2),
        ("comparing", 2, 2),
        ("weighing the sides", 0, 3),
        ("weighing the sides", 3, 3),
        ("leaving claims out", 0, 2),
        ("leaving claims out", 2, 2),
    ]


def test_progress_hears_of_a_search_among_many(monkeypatch):
    """Where the pairs are too many to try each."""
    monkeypatch.setattr(candidates_module, "_FEW", 0)
    heard = []
    found = ledger(SAID)
    comparer = comparer_of(found, ct.Settings())
    few = candidates(found.claims, (), comparer, lambda *told: heard.append(told))
    assert few.pairs == (("a", "b"), ("c", "d"))
    assert [told[1:] for told in heard] == [(0, 1), (1, 1), (0, 0), (1, 1)]
    assert {told[0] for told in heard} == {"searching for look-alikes"}


def test_a_comparison_of_two_ledgers_tells_how_far_it_is():
    """Each finding once."""
    heard = []
    before, after = ledger(SAID), ledger(SAID.replace("in June", "in May"))
    difference(before, after, progress=lambda *told: heard.append(told))
    assert heard == [("looking for causes", 0, 3), ("looking for causes", 3, 3)]


def test_a_comparison_of_two_ledgers_can_look_at_one_issue():
    """The others are neither turned nor steady; an issue that is gone counts by its old name."""
    after = ledger(SAID.replace("in June", "in May"))
    found = difference(ledger(SAID), after, issues=("what",))
    assert [(one.issue, found.steady) for one in found.turns] == [("what", 0)]
    assert (difference(ledger(SAID), after, issues=("why",)).turns, found.before) == ((), "before")
    gone = difference(ledger(SAID), ledger("", HEAD.replace(", why: {question: Why?}", "")), issues=("why",))
    assert [(one.issue, one.before, one.after) for one in gone.turns] == [("why", "unknown", "nothing")]


def test_what_no_verdict_rests_on_is_no_edit():
    """Notes, places, questions and topics; a position in other words is."""
    issue = "issues: {what: {question: What?, topic: T, note: N, positions: {p: P}}, why: {question: Why?}}"
    before = ledger(SAID, HEAD.replace("issues: {what: {question: What?}, why: {question: Why?}}", issue))
    other = issue.replace("What?", "Which?").replace("topic: T", "topic: U").replace("note: N", "note: M")
    same = ledger(SAID, "\n# moved\n" + HEAD.replace("issues: {what: {question: What?}, why: {question: Why?}}", other))
    assert list(edits_of(before, same)) == []
    changed = ledger(
        SAID,
        HEAD.replace("issues: {what: {question: What?}, why: {question: Why?}}", issue.replace("{p: P}", "{p: Q}")),
    )
    assert [(one.kind, one.names) for one in edits_of(before, changed)] == [(EditKind.DECLARED, ("what",))]
    assert list(edits_of(before, ledger(SAID + "  - {id: e, speaker: ann, text: E.}\n", HEAD))) != []


def test_an_issue_that_is_new_is_no_edit_by_itself():
    """What is said of it is."""
    more = HEAD.replace("why: {question: Why?}", "why: {question: Why?}, how: {question: How?}")
    assert list(edits_of(ledger(SAID), ledger(SAID, more))) == []


def test_a_turn_names_all_sides_that_are_split():
    """One behind another; a judgement that is gone is named as such."""
    positions = "issues: {what: {question: What?, positions: {p: P, q: Q}, exclude: [[p, q]]}}\n"
    head = (
        HEAD[: HEAD.index("issues:")].replace("ann:", "al: {name: Al, side: n}, bo: {name: Bo, side: s}, ann:")
        + positions
    )
    rows = "".join(
        f"  - {{id: {who}, speaker: {who}, date: 2024-01-01, about: what, holds: {held}, text: {who} says {held}.}}\n"
        for who, held in (("ann", "p"), ("al", "q"), ("bob", "p"), ("bo", "q"))
    )
    (turn,) = difference(ledger("", head), ledger("claims:\n" + rows, head)).turns
    assert (turn.before, turn.after) == ("unknown", "diverge, split: n, s")


def test_what_a_person_stated_outranks_what_the_wordings_say_of_a_report():
    """Of two own claims the one with a position decides."""
    head = HEAD.replace(
        "what: {question: What?}", "what: {question: What?, positions: {p: P, q: Q}, exclude: [[p, q]]}"
    )
    rows = (
        "claims:\n"
        "  - {id: a, speaker: ann, date: 2024-01-01, about: what, holds: q, text: Stone is carried to the mill.}\n"
        "  - {id: b, speaker: ann, date: 2024-01-01, about: what, text: The bridge opens in May this year.}\n"
        "  - {id: c, speaker: bob, date: 2024-01-02, about: what, reports: {n: {holds: p}}, text: The bridge opens.}\n"
        "  - {id: d, speaker: bob, about: what, reports: {n: {holds: q}}, text: Somebody said so once.}\n"
    )
    first, second = ct.track(ledger(rows, head)).ascriptions
    assert (first.claim, str(first.borne), str(first.basis), first.later) == ("c", "disputed", "stated", False)
    assert (second.claim, str(second.borne), str(second.basis), second.later) == ("d", "confirmed", "stated", False)


def test_words_of_its_own_are_an_edit_that_can_turn_a_verdict():
    """Taken back, the verdict is as before."""
    text = """\
claims:
  - {id: a, speaker: ann, date: 2024-01-01, about: what, text: The board will frobnicate the zorblat.}
  - {id: b, speaker: bob, date: 2024-01-02, about: what, text: The board will quuxify the pact.}
"""
    words = "lexicon: {synonyms: [[frobnicate, quuxify], [zorblat, pact]]}\n"
    for before, after in ((text, text + words), (text + words, text)):
        found = difference(ledger(before), ledger(after))
        (turn,) = found.turns
        (cause,) = turn.causes
        assert [edit.kind for edit in cause.edits] == [EditKind.WORDS]
        assert cause.without == turn.before
        assert {turn.before, turn.after} == {"partial", "agree"}


@pytest.mark.parametrize(
    ("view", "message"),
    [
        ({"sides": ("x",)}, "the ledger has no side “x”; it has: n, s"),
        ({"speakers": ("x",)}, "the ledger has no speaker “x”; it has: ann, bob"),
        ({"issues": ("x",)}, "the ledger has no issue “x”; it has: what, why"),
        ({"sides": ("like-x",)}, "the ledger has no side “like-x”; it has: n, s"),
        ({"speakers": ("like-x",)}, "the ledger has no speaker “like-x”; it has: ann, bob"),
    ],
)
def test_a_view_of_what_is_not_there_is_refused_by_name(view, message):
    """With the names that there are."""
    with pytest.raises(UsageError) as error:
        ct.track(ledger(SAID), view=ct.View(**view))
    assert str(error.value) == message


def test_a_view_of_a_ledger_without_sides_says_so():
    """None are known."""
    with pytest.raises(UsageError) as error:
        ct.track(ct.ledger_of("title: T\n"), view=ct.View(sides=("x",)))
    assert str(error.value) == "the ledger has no side “x”; it has: none"


def test_a_view_may_name_an_issue_that_is_made_of_alike_claims():
    """Whether there is one, only the report tells."""
    assert ct.track(ledger(SAID), view=ct.View(issues=("like-x",))).findings == ()


@pytest.mark.parametrize("kind", ["sides", "speakers", "issues"])
def test_a_name_that_is_given_twice_counts_once(kind):
    """One side named twice is still set beside all others."""
    name = {"sides": "n", "speakers": "ann", "issues": "what"}[kind]
    once, twice = (ct.track(ledger(SAID), view=ct.View(**{kind: (name,) * times})) for times in (1, 2))
    assert twice == once
    assert twice.findings
    assert getattr(twice.view, kind) == (name,)


def test_claims_without_a_date_are_counted_where_dates_are_asked_for():
    """One, or several by their ids."""
    view = ct.View(since=parse_when("2023"))
    assert ct.track(ledger(SAID), view=view).notes == (
        "1 claim without a date is left out, because dates were asked for: d",
    )
    more = SAID + "  - {id: aa, speaker: bob, text: More.}\n"
    assert ct.track(ledger(more), view=view).notes == (
        "2 claims without a date are left out, because dates were asked for: aa, d",
    )


def test_a_claim_that_is_superseded_is_shown_as_such():
    """In the report; a claim that names itself is not."""
    found = ledger(SAID.replace("about: what, text: The bridge opens in June", "about: what, text: Later"))
    claims = [evolve(one, supersedes=("a", "b")) if one.id == "b" else one for one in found.claims]
    report = ct.track(evolve(found, claims=tuple(claims)))
    assert (list(report.superseded), set(report.claims)) == (["a"], {"b", "c", "d"})


def test_a_list_of_claims_can_ask_for_words():
    """All of them, whatever their case; of the places where a claim was read one is enough."""
    found = ledger(SAID.replace("text: The bridge opens in May.", "via: [Wire], text: The bridge opens in May."))
    assert [one.id for one in chosen(found, Wanted(grep=("BRIDGE", "may")))] == ["a"]
    assert [one.id for one in chosen(found, Wanted(grep=("bridge", "mill")))] == []
    assert [one.id for one in chosen(found, Wanted(sources=("wire", "nowhere")))] == ["a"]
    assert [one.id for one in chosen(found, Wanted(sources=("nowhere",)))] == []
    assert [one.id for one in chosen(found, Wanted(view=ct.View(sides=("s",)), sources=("ledger.yaml",)))] == ["b", "d"]


def test_plug_ins_that_took_part_are_told_and_broken_ones_are_problems(monkeypatch):
    """The note comes last, problems in their order."""
    fault = Problem(code="CT599", name="x", level=Level.ERROR, message="broken", place=Place(path="a"))
    plain = ct.track(ledger(SAID))
    for said, faults in (("", ()), ("with x", ()), ("", (fault,)), ("with x", (fault,))):
        monkeypatch.setattr(track_module, "taking_part", lambda said=said: said)
        monkeypatch.setattr(track_module, "broken", lambda faults=faults: faults)
        report = ct.track(ledger(SAID), view=ct.View(as_of=parse_when("2025")))
        assert report.notes[1:] == ((said,) if said else ())
        assert report.problems == tuple(sorted((*plain.problems, *faults), key=Problem.sort_key))
        assert report.title == plain.title


@pytest.mark.parametrize(("most", "pairs"), [(3, 3), (2, 0)])
def test_an_issue_of_as_many_claims_as_the_limit_is_paired_in_full(most, pairs):
    """One more, and only look-alikes are compared."""
    texts = "The bridge opens.", "Trucks carry stone.", "Winter was cold."
    claims = tuple(claim(name, text=text, about="what") for name, text in zip("abc", texts, strict=True))
    comparer = Comparer({one.id: one for one in claims}, ct.Settings(issue_pairs_limit=most))
    assert len(candidates(claims, (), comparer).pairs) == pairs


def test_look_alikes_passed_over_are_counted_over_all_issues():
    """Each two of three issues of which only the likest are compared."""
    told = [
        claim(f"{about}{number}", about=about, text=f"The bridge {word} over the river {about} is {number}.")
        for about in ("x", "y", "")
        for number, word in enumerate(("opens", "falls", "stands", "burns", "sways"))
    ]
    settings = ct.Settings(issue_pairs_limit=2, candidates_per_claim=1, candidate_sure=1.0, candidate_cutoff=0.0)
    comparer = Comparer({one.id: one for one in told}, settings)
    alone = [len(candidates([one for one in told if one.about == about], (), comparer).pairs) for about in ("x", "y")]
    (note,) = candidates(told, (), comparer).notes
    passed = sum(10 - one for one in alone)
    assert note.startswith(f"{passed} pairs of claims that share some words were not compared: ")
    assert note.endswith("below a likeness of 1 each claim is compared with the 1 likest only")


def test_the_later_of_two_words_on_a_pair_counts():
    """By date, undated first; on one day by file, then by line."""
    place = Place(path="b.yaml", line=9)
    first = Judgement(left="x", right="y", word=Word.SAME, place=place)
    dated = evolve(first, left="y", right="x", word=Word.UNSURE, on=parse_when("2024-01-01"))
    later = evolve(dated, word=Word.DIFFERENT, on=parse_when("2024-02"))
    for given in ([first, dated, later], [later, dated, first], [dated, later, first]):
        assert judged_words(given) == {("x", "y"): later}
    assert judged_words([dated, first]) == {("x", "y"): dated}
    other_line, other_file = (
        evolve(first, place=evolve(place, line=8)),
        evolve(first, place=Place(path="a.yaml", line=99)),
    )
    assert judged_words([first, other_line, other_file]) == {("x", "y"): first}
    assert judged_words([evolve(first, right="x")]) == {}


def test_two_claims_judged_different_are_no_link_however_alike():
    """They stay two positions; nobody is asked about them again."""
    text = SAID + "judgements: [{different: [c, d], by: me, because: two mills}]\n"
    report = ct.track(ledger(text))
    assert [(one.left, one.right) for one in ct.track(ledger(SAID)).links] == [("c", "d")]
    assert report.links == report.suggestions == ()
    assert {one.claims for one in report.positions if one.issue == "like-c"} == {("c",), ("d",)}


@pytest.mark.parametrize(
    ("date", "as_of"),
    [
        ("2024-03", "2024-03"),
        ("2024~", "2024"),
        ("2024-Q1", "2024-Q1"),
        ("late 2024-02", "late 2024-02"),
        ("2024-02-01/2024-02-03", "2024-02-03"),
        ("2024-02/..", "2024-02-01"),
        ("../2024-02", "2024-02-29"),
        ("2024-02-03~", "2024-02-03"),
        ("2020", "2024-01-03"),
    ],
)
def test_a_report_is_as_of_its_last_date(date, as_of):
    """A year is told as a year, and asks for the same again; of one that goes on for ever, as of its first day."""
    held = ledger(SAID + f"  - {{id: e, speaker: bob, date: {date}, text: More of it.}}\n")
    report = ct.track(held)
    assert report.as_of == as_of
    if ".." not in date:
        again = ct.track(held, view=ct.View(as_of=ct.parse_when(as_of)))
        assert set(again.claims) == {one.id for one in report.claims.values() if one.known_by is not None}


def test_of_two_dates_that_end_alike_a_report_is_as_of_the_more_exact():
    """Whichever comes first."""
    more = "".join(
        f"  - {{id: {one}, speaker: bob, date: {date}, text: More of it {one}.}}\n"
        for one, date in (("e", "2024-12-31"), ("f", "2024"), ("g", "2024-12"))
    )
    assert ct.track(ledger(SAID + more)).as_of == "2024-12-31"


def test_a_report_without_a_date_is_as_of_nothing():
    """And says where it comes from all the same."""
    report = ct.track(ledger("claims: [{id: e, speaker: bob, text: More of it.}]\n"))
    assert (report.as_of, report.files, report.compared) == ("", 1, 0)
    assert [one.id for one in report.issues] == ["what", "why"]
    assert report.settings == ct.Settings()


def test_an_encoder_does_not_take_a_ledgers_own_words_away():
    """Comparing goes by both."""
    from tracking.test_meaning import StandIn

    own = ledger(SAID + "lexicon: {synonyms: [[frobnicate, quuxify]]}\n")
    with_one, without = comparer_of(own, ct.Settings(), StandIn()), comparer_of(own, ct.Settings())
    assert with_one.lexicon is not None
    assert with_one.lexicon == without.lexicon
    assert (with_one.meanings is None, without.meanings is None) == (False, True)


def test_ties_by_judgements_reach_through_others():
    """In both directions, and no further."""
    pairs = (("a", "b"), ("c", "b"), ("c", "d"), ("x", "y"))
    judged = [Judgement(left=left, right=right, word=Word.SAME, place=Place(path="")) for left, right in pairs]
    assert with_ties(["a"], judged) == {"a", "b", "c", "d"}
    assert with_ties(["d"], judged) == {"a", "b", "c", "d"}
    assert with_ties(["y", "z"], judged) == {"x", "y", "z"}


def test_a_claim_that_is_too_long_is_named_and_left_out():
    """As long as the limit is short enough."""
    given = claim("a", text="x" * 10), claim("b", text="x" * 11), claim("c", text="x" * 12)
    assert comparable(given, ct.Settings(text_limit=10)) == (
        given[:1],
        ("not compared, being longer than 10 characters: b, c",),
    )
    assert comparable(given, ct.Settings(text_limit=12)) == (given, ())


def linked(left, right, paraphrase):
    """Two claims that are related."""
    return Link(left=left, right=right, relation=Relation.SAME, by=LinkBy.SCORE, paraphrase=paraphrase, similarity=0.5)


def test_claims_without_an_issue_join_that_of_the_likest():
    """Directly or through others; never two declared ones; the rest make one named after their earliest."""
    given = [claim("a", about="x"), claim("b", about="y"), *(claim(name) for name in "cdefgh")]
    issues = [Issue(id=name, question=name, place=Place(path="")) for name in ("x", "y", "z")]
    related = [
        linked("a", "c", 0.9),
        linked("b", "c", 0.8),
        linked("c", "d", 0.7),
        linked("e", "f", 0.6),
        linked("f", "g", 0.5),
    ]
    found = group(given, issues, related)
    assert {issue.id: "".join(one.id for one in own) for issue, own in found.issues} == {
        "x": "acd",
        "y": "b",
        "z": "",
        "like-e": "efg",
    }
    assert found.alone == ("h",)
    made = found.issues[-1][0]
    assert (made.question, made.place) == ("e", Place(path="a.yaml", line=ord("e")))


def test_a_loose_claim_that_stands_first_joins_what_comes_after():
    """The name that is kept is the declared one, on whichever side of the link it stands."""
    given = [claim("a"), claim("b"), claim("c", about="x")]
    issues = [Issue(id="x", question="x", place=Place(path=""))]
    found = group(given, issues, [linked("a", "b", 0.9), linked("b", "c", 0.8)])
    assert [(issue.id, len(own)) for issue, own in found.issues] == [("x", 3)]


ISSUE = Issue(
    id="i",
    question="I?",
    place=Place(path=""),
    positions=tuple(
        Position(id=name, text=name, narrows=narrows, place=Place(path=""))
        for name, narrows in (
            ("wide", ""),
            ("mid", "wide"),
            ("thin", "mid"),
            ("other", ""),
            ("round", "about"),
            ("about", "round"),
        )
    ),
    exclude=(("wide", "other"),),
)


def test_wider_positions_come_nearest_first():
    """A circle ends where it began."""
    assert wider(ISSUE, "thin") == ("mid", "wide")
    assert wider(ISSUE, "wide") == ()
    assert wider(ISSUE, "round") == ("about",)
    assert wider(ISSUE, "nowhere") == ()


@pytest.mark.parametrize(
    ("left", "right", "relation", "rule"),
    [
        ("wide", "wide", "same", "both stand alike to the position “wide”"),
        ("wide:open", "wide", "partial", "one leaves the position “wide” open"),
        ("wide:open", "wide:against", "partial", "one leaves the position “wide” open"),
        ("wide:against", "wide", "diverge", "one holds the position “wide”, the other denies it"),
        ("thin", "other", "diverge", "the ledger says that “wide” and “other” exclude each other"),
        ("mid", "thin", "partial", "one position narrows the other"),
        ("thin", "wide", "partial", "one position narrows the other"),
        ("round", "mid", "partial", "the positions differ, and the ledger does not say that they exclude each other"),
        ("wide:against", "thin", "diverge", "one denies “wide”, the other holds a narrower form of it"),
        ("thin:against", "wide", "partial", "one denies what the other does not hold"),
        ("wide:open", "mid:against", "partial", "they speak of different positions, and neither rules the other out"),
        ("wide:open", "mid", "partial", "they speak of different positions, and neither rules the other out"),
    ],
)
def test_how_two_standings_relate_is_said_in_a_sentence(left, right, relation, rule):
    """The same relation from either side."""

    def standing(words):
        position, _, attitude = words.partition(":")
        return Standing(issue="i", position=position, attitude=Attitude(attitude or "for"))

    assert relate(ISSUE, standing(left), standing(right)) == (relation, rule)
    assert relate(ISSUE, standing(right), standing(left))[0] == relation


def test_a_reported_position_is_a_standing_of_its_issue():
    """None where no position is named."""
    assert ascribed(Reported(side="n", issue="i", holds="p", stance=Stance.DOUBTS)) == Standing(
        issue="i", position="p", attitude=Attitude.OPEN
    )
    assert ascribed(Reported(side="n", issue="i")) is None


def test_a_search_goes_by_the_words_of_its_ledger():
    """In what is asked and in what is found."""
    lexicon = lexicon_of(ledger(SAID + "lexicon: {antonyms: [[frobnicate, quuxify]]}\n"))
    text, items = "The board will frobnicate the pact.", ["The board will quuxify the pact."]
    (match,) = ClaimSearch(items, lexicon=lexicon).search(text)
    assert match.comparison == ct.compare(text, items[0], lexicon=lexicon)
    assert [str(one.kind) for one in match.comparison.contrasts] == ["antonym"]
    assert ClaimSearch(items).search(text)[0].comparison.contrasts == ()


def test_a_question_carries_the_reason_of_the_comparison():
    """As the two wordings give it."""
    (asked,) = [one for one in questions(ledger(SAID)) if one.left == "c"]
    assert asked.reason == ct.compare(*[one.text for one in ledger(SAID).claims if one.id in "cd"]).reason


def test_a_claim_on_a_declared_issue_is_not_alone_whatever_the_issue_is_called():
    """And loose claims that are alike are put under no issue that was declared, but under one of their own."""
    lines = "".join(
        f"  - {{id: {name}, speaker: {who}, text: The envoy will travel to Vienna on Tuesday.}}\n"
        for name, who in (("x", "ann"), ("y", "bob"))
    )
    named = "issues: {like-x: {question: What is the weather?}}\n"
    raining = "  - {id: w, speaker: ann, about: like-x, text: It rains in Geneva today.}\n"
    report = ct.track(ct.ledger_of(HEAD.partition("issues:")[0] + named + "claims:\n" + lines + raining))
    assert [one.code for one in report.errors()] == ["CT106", "CT203"]
    assert [(one.issue, one.verdict, [view.claims for view in one.sides]) for one in report.findings] == [
        ("like-x", "agree", [("x",), ("y",)])
    ]
    assert report.findings[0].question.startswith("The envoy")
    assert report.alone == ("w",)
    made = claim("a", about="like-minded", sides=("n",))
    assert group([made], [Issue(id="like-minded", question="Who?", place=Place(path="a.yaml"))], ()).alone == ()


def test_a_view_takes_one_name_for_a_name_and_refuses_what_is_no_date():
    """A text has letters, and is not a list of them."""
    assert ct.View(sides="north").sides == ("north",)
    with pytest.raises(UsageError, match="as_of is '2024-01-01': None or a date is wanted, as of parse_when"):
        ct.View(as_of="2024-01-01")
