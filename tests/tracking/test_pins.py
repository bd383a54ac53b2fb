"""Pinned conclusions: which hold, and which claim or judgement broke the others."""

import json
from functools import partial

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.finding import Finding, Pinned
from claimtrack.tracking import pins
from claimtrack.tracking import track as track_module
from claimtrack.tracking.comparer import comparer_of
from claimtrack.tracking.fragility import claims_of, successor
from claimtrack.tracking.lasting import lasting
from claimtrack.tracking.parts import Parts, without
from claimtrack.tracking.track import report_with
from claimtrack.view import View

HEAD = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}, u: {name: U, side: b}}
issues: {when: {question: When?, positions: {may: In May, june: In June}, exclude: [[may, june]]}}
source: {url: u}
"""
X = "  - {id: x, speaker: s, date: 2024-01-01, about: when, holds: may, text: It is in May.}\n"
Y = "  - {id: y, speaker: t, date: 2024-01-02, about: when, holds: may, text: May it is.}\n"
JUNE = "  - {id: z, speaker: u, date: 2024-01-03, about: when, holds: june, text: In June.}\n"
AGREE = "expect: [{issue: when, between: [a, b], verdict: agree, because: published}]\n"


def report(claims: str, more: str = "", expect: str = AGREE) -> ct.Report:
    """The report on some claims."""
    return ct.track(ct.ledger_of(HEAD + expect + "claims:\n" + claims + more))


def test_a_conclusion_that_holds_is_counted():
    """And is no problem."""
    found = report(X + Y)
    assert [one.holds for one in found.pinned] == [True]
    assert not found.errors()
    assert "1 pinned conclusion: all hold." in ct.render(found, "text")
    assert "1 pinned conclusion: all hold." in ct.render(found, "markdown")


def test_the_claim_that_broke_it_is_named():
    """In the problem that `check` shows, and in every form of the report."""
    found = report(X + Y + JUNE)
    (one,) = found.pinned
    assert (one.verdict, one.split, one.broken_by) == ("diverge", ("b",), ("z",))
    assert "without z it would hold" in found.errors()[0].message
    for form in ("text", "markdown"):
        page = ct.render(found, form)
        assert "1 pinned conclusion: 1 no longer holds." in page
        assert "when (a, b): pinned as agree, now diverge, split: b; broken by z" in " ".join(page.split())
    told = json.loads(ct.render(found, "json"))["pinned"][0]
    assert (told["holds"], told["broken_by"], told["found"]["verdict"]) == (False, ["z"], "diverge")


def test_a_judgement_can_have_broken_it():
    """Where no claim alone did."""
    judged = "judgements: [{different: [x, y], relation: diverge, by: me, because: other years}]\n"
    assert report(X + Y, judged).pinned[0].broken_by == ("the judgement on x and y",)


def test_a_claim_that_is_gone_blames_nobody():
    """Nothing that is there broke it."""
    found = report(X)
    assert (found.pinned[0].verdict, found.pinned[0].broken_by) == ("one-sided", ())


def test_a_side_that_is_split_no_longer():
    """Named, with the claim that ended it."""
    later = JUNE.replace("01-03", "01-01").replace("speaker: u", "speaker: t")
    expect = "expect: [{issue: when, split: [b]}]\n"
    two = report(X + Y.replace("01-02", "01-01") + later, expect=expect)
    assert [one.holds for one in two.pinned] == [True]
    after = report(X + Y + later, expect=expect)
    assert after.pinned[0].no_longer_split == ("b",)
    assert "b was pinned as split" in after.errors()[0].message


def test_nothing_found_is_said():
    """Where there are no two sides of which anything could be found."""
    found = ct.track(ct.ledger_of("sides: {a: A}\nissues: {when: {question: When?}}\n" + AGREE.replace(", b]", ", a]")))
    assert found.pinned == ()
    found = ct.track(
        ct.ledger_of("sides: {a: A}\nissues: {when: {question: When?}}\nexpect: [{issue: when, verdict: agree}]\n")
    )
    assert found.pinned[0].verdict == ""
    assert "nothing is found" in found.errors()[0].message
    assert "nothing is found now" in ct.render(found, "text")


def test_who_is_split_is_told_once_however_many_sides_there_are():
    """Not beside each other side; and a verdict on every two sides is one conclusion."""
    text = (
        "sides: {a: A, b: B, c: C}\nspeakers: {s: {name: S, side: a}, t: {name: T, side: a}, u: {name: U, side: b}}\n"
    )
    text += "issues: {i: {question: I?, positions: {p: P, q: Q}, exclude: [[p, q]]}}\nclaims:\n"
    for name, who, held in (("x", "s", "p"), ("y", "t", "q"), ("z", "u", "p")):
        text += f"  - {{id: {name}, speaker: {who}, about: i, holds: {held}, text: It is {held}.}}\n"
    text += "expect: [{issue: i, split: [a]}, {issue: i, verdict: one-sided}, {issue: i, split: [b, c]}]\n"
    found = ct.track(ct.ledger_of(text))
    told = [(one.expected.split, one.between, one.holds) for one in found.pinned]
    assert told == [
        (("a",), ("a", "b"), True),
        ((), ("a", "b"), False),
        ((), ("a", "c"), True),
        ((), ("b", "c"), True),
        (("b", "c"), ("a", "b"), False),
        (("b", "c"), ("a", "c"), False),
    ]
    assert "3 pinned conclusions: 2 no longer hold." in ct.render(found, "text")


def test_each_is_seen_at_its_own_date():
    """What was said later does not break it."""
    dated = AGREE.replace("verdict", "as-of: 2024-01-02, verdict")
    assert report(X + Y + JUNE, expect=dated).pinned[0].holds
    broken = report(X + JUNE.replace("01-03", "01-02"), expect=dated)
    assert "as of 2024-01-02" in ct.render(broken, "text")


def test_several_claims_can_have_broken_it_together():
    """Either alone would have; so both are named, and none that can be spared."""
    two = JUNE + JUNE.replace("id: z", "id: w").replace("speaker: u", "speaker: t").replace("01-03", "01-04")
    assert report(X + Y, two).pinned[0].broken_by == ("w and z",)


def test_where_it_would_be_too_much_work_nobody_is_blamed(monkeypatch):
    """First only the claims on the issue are looked at, then none."""
    monkeypatch.setattr(pins, "_WORK", 1)
    assert report(X + Y + JUNE).pinned[0].broken_by == ()


def test_many_claims_together_are_not_blamed():
    """That much was said since is no cause."""
    many = "".join(JUNE.replace("id: z", f"id: z{n}").replace("01-03", f"01-1{n}") for n in range(7))
    assert report(X + Y, many).pinned[0].broken_by == ()


def test_an_issue_of_which_nobody_speaks_blames_nobody():
    """Nothing is there that could have broken it."""
    other = "issues: {when: {question: When?}, who: {question: Who?}}"
    text = HEAD.replace("issues: {when: {question: When?,", other.removesuffix("}}") + "}, old: {question: When?,")
    ledger = ct.ledger_of(text + "expect: [{issue: who, between: [a, b], verdict: agree}]\n")
    (found,) = ct.track(ledger).pinned
    assert (found.verdict, found.broken_by) == ("unknown", ())


TRUCKS = (
    "  - {{id: c{n:02}, speaker: {who}, about: when, text: 'The convoy lost {n} trucks at the bridge that day.'}}\n"
)
MANY = "".join(TRUCKS.format(n=n, who="st"[n % 2]) for n in range(16))


def test_nothing_is_left_out_in_vain_where_a_divergence_lasts(monkeypatch):
    """Of many pairs that diverge some are always left: no claim alone broke it, and no few of them."""
    walked = []
    real = track_module._seen
    monkeypatch.setattr(track_module, "_seen", lambda *given: walked.append(1) or real(*given))
    (one,) = report(MANY).pinned
    assert (one.verdict, one.broken_by) == ("diverge", ())
    assert len(walked) <= 4


def test_what_is_left_out_is_walked_once_for_all_conclusions(monkeypatch):
    """Five on one issue are no more work than one."""
    walked = []
    real = track_module._seen
    monkeypatch.setattr(track_module, "_seen", lambda *given: walked.append(1) or real(*given))
    one = "  - {issue: when, between: [a, b], verdict: one-sided}\n"
    first = report(X + Y, expect=f"expect:\n{one}")
    alone = len(walked)
    walked.clear()
    five = report(X + Y, expect=f"expect:\n{one * 5}")
    assert [pin.broken_by for pin in five.pinned] == [first.pinned[0].broken_by] * 5 == [("y", "x")] * 5
    assert len(walked) == alone > 2


def test_all_conclusions_together_have_their_limit(monkeypatch):
    """What comes after it is told as broken, and nobody is blamed."""
    monkeypatch.setattr(pins, "_ALL_WORK", 0)
    two = "expect:\n  - {issue: when, between: [a, b], verdict: agree}\n  - {issue: when, split: [a]}\n"
    found = report(X + Y + JUNE, expect=two)
    assert [(one.holds, one.broken_by) for one in found.pinned] == [(False, ("z",)), (False, ())]


def slow_breakers(ledger: ct.Ledger, pin: Pinned, finding: Finding, chosen: ct.Settings) -> tuple[str, ...]:
    """Every claim left out, then every judgement, then the latest ones together: each a report anew."""
    comparer, view = comparer_of(ledger, chosen), View(as_of=pin.expected.as_of)
    then = track_module._seen(ledger, comparer, view, lambda *_: None)
    parts = Parts(ledger, then.grounds)
    root = parts.on(finding.issue, claims_of(finding))
    if not root:
        return ()
    part = parts.of(root)

    def would_hold(tried: ct.Ledger) -> bool:
        now = report_with(tried, comparer, view, ())
        found = successor(finding, now.findings, now.claims)
        return found is not None and evolve(pin, verdict=str(found.verdict), split=found.split).holds

    latest = [claim.id for claim in sorted(part.claims, key=pins._known_by, reverse=True)]
    claims = [one for one in latest if would_hold(without(part, [one]))]
    judgements = [
        f"the judgement on {one.left} and {one.right}"
        for one in reversed(part.judgements)
        if would_hold(evolve(part, judgements=tuple(other for other in part.judgements if other != one)))
    ]
    together = partial(pins._together, latest, lambda some: would_hold(without(part, some)))
    return tuple(claims or judgements or together())


WORDINGS = ["It is in May.", "It is not in May.", "It is in June.", "Twelve trucks were lost.", "40 trucks were lost."]
WHY = "about: why, "
CLAIMS = st.lists(
    st.tuples(
        st.sampled_from("stuj"),
        st.sampled_from(["", "date: 2024-01-01, ", "date: 2024-01-02, ", "date: 2024-01-03, "]),
        st.sampled_from(
            ["", *["about: when, "] * 3, *(f"about: when, holds: {one}, " for one in ("may", "june")), WHY]
        ),
        st.sampled_from(WORDINGS),
        st.booleans(),
        st.sampled_from(["", "", "side: a, ", "side: b, "]),
    ),
    min_size=1,
    max_size=7,
)
JUDGED = st.lists(
    st.tuples(
        st.sampled_from(["same: %s", "different: %s", "different: %s, relation: diverge", "unsure: %s"]),
        st.integers(0, 6),
        st.integers(0, 6),
    ),
    max_size=2,
)


TIGHT = ct.Settings(issue_pairs_limit=2, candidates_per_claim=1, candidate_sure=0.9)


@given(
    claims=CLAIMS,
    judged=JUDGED,
    pin=st.sampled_from(["agree", "partial", "diverge", "one-sided"]),
    chosen=st.sampled_from([ct.Settings(), TIGHT]),
)
@settings(max_examples=150, deadline=None)
def test_what_broke_a_conclusion_is_what_the_slow_twin_finds(claims, judged, pin, chosen):
    """Outlines, what is kept of earlier walks, and divergences that last change nothing but the time."""
    lines = [
        f"  - {{id: c{n}, speaker: {who}, {side}{day}{about}"
        + (f"supersedes: c{n - 1}, " if newer and n else "")
        + f"text: '{text}'}}\n"
        for n, (who, day, about, text, newer, side) in enumerate(claims)
    ]
    pairs = [word % f"[c{a}, c{b}]" for word, a, b in judged if a != b and max(a, b) < len(claims)]
    judgements = "judgements:\n" + "".join(f"  - {{{one}}}\n" for one in pairs) if pairs else ""
    expect = f"expect:\n  - {{issue: when, between: [a, b], verdict: {pin}}}\n  - {{issue: when, split: [a, b]}}\n"
    head = HEAD.replace("speakers: {", "speakers: {j: {name: J, side: [a, b]}, ")
    head = head.replace("issues: {", "issues: {why: {question: Why?}, ")
    ledger = ct.ledger_of(head + expect + "claims:\n" + "".join(lines) + judgements)
    found = ct.track(ledger, settings=chosen)
    finding = next((one for one in found.findings if one.issue == "when"), None)
    for one in found.pinned:
        wanted = () if one.holds or finding is None else slow_breakers(ledger, one, finding, chosen)
        assert one.broken_by == wanted


@pytest.mark.parametrize(
    ("more", "some"),
    [("", True), ("judgements: [{unsure: [x, y]}]\n", True), ("judgements: [{different: [x, y]}]\n", False)],
)
def test_a_divergence_of_wordings_lasts_where_nobody_can_outrank_it(more, some):
    """A judgement, whatever it is on, may come to count."""
    bare = (X + JUNE).replace("holds: may, ", "").replace("holds: june, ", "") + Y.replace("holds: may, ", "")
    ledger = ct.ledger_of(HEAD + "claims:\n" + bare + more)
    comparer = comparer_of(ledger, ct.Settings())
    grounds = track_module._seen(ledger, comparer, View(), lambda *_: None).grounds
    (finding,) = ct.track(ledger).findings
    assert finding.verdict == "diverge"
    assert bool(lasting(finding, ledger, grounds)) is some
    assert not lasting(evolve(finding, verdict=ct.Verdict.AGREE), ledger, grounds)


def test_what_was_said_for_a_side_that_was_left_may_not_last():
    """It counts until the side has spoken again, which it has where what replaced that is left out."""
    said = (
        "  - {id: x, speaker: s, side: a, date: 2024-01-01, about: when, text: It is in May.}\n"
        "  - {id: y, speaker: t, date: 2024-01-01, about: when, text: It is not in May.}\n"
        "  - {id: z, speaker: s, side: b, date: 2024-01-02, about: when, text: Twelve trucks were lost.}\n"
        "  - {id: v, speaker: u, side: a, date: 2024-01-03, about: when, text: Nobody knows the day.}\n"
        "  - {id: w, speaker: u, side: a, date: 2024-01-04, about: why, supersedes: v, text: The rain was heavy.}\n"
    )
    head = HEAD.replace("issues: {", "issues: {why: {question: Why?}, ")
    expect = "expect: [{issue: when, between: [a, b], verdict: partial}]\n"
    (pin,) = ct.track(ct.ledger_of(head + expect + "claims:\n" + said)).pinned
    assert (pin.verdict, pin.broken_by) == ("diverge", ("w", "y"))
