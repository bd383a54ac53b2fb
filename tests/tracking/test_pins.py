"""Pinned conclusions: which hold, and which claim or judgement broke the others."""

import json

import claimtrack as ct
from claimtrack.tracking import pins

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


def test_nothing_found_is_said(tmp_path):
    """Sides of which nothing is found on the issue."""
    found = report(X + Y, expect="expect: [{issue: when, between: [a, a], verdict: agree}]\n")
    assert found.pinned[0].verdict == ""
    assert "nothing is found" in found.errors()[0].message
    assert "nothing is found now" in ct.render(found, "text")


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
