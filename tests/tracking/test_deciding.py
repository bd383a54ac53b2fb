"""What a person's word on two claims would change, beside trying each word on the whole ledger."""

from itertools import combinations, pairwise

import pytest
from attrs import evolve

import claimtrack as ct
from claimtrack.claim import Judgement, Word
from claimtrack.finding import Basis, LinkBy
from claimtrack.problem import Place
from claimtrack.tracking import deciding
from claimtrack.tracking.comparer import comparer_of
from claimtrack.tracking.deciding import Question, questions

HEAD = """
sides: {n: North, s: South, e: East}
speakers:
  ann: {name: Ann, side: n}
  nils: {name: Nils, side: n}
  bob: {name: Bob, side: s}
  eve: {name: Eve, side: e}
issues:
  bridge: {question: What of the bridge?}
  ferry: {question: What of the ferry?}
claims:
"""
SAID = [
    ("a", "ann", "bridge", "The road bridge carries 12 trucks a day."),
    ("b", "bob", "bridge", "The road bridge carries 40 trucks a day."),
    ("c", "eve", "bridge", "Each day 12 trucks are carried by the road bridge."),
    ("d", "nils", "bridge", "The road bridge carries 12 lorries a day, and some cars."),
    ("e", "bob", "ferry", "The ferry to the island will not run in winter."),
    ("f", "eve", "ferry", "The ferry to the island will run in winter."),
    ("g", "ann", "", "In winter the ferry to the island runs no longer."),
]


def ledger(more: str = "") -> ct.Ledger:
    """Claims on two issues, one on none, and what is added."""
    told = [
        f"  - {{id: {name}, speaker: {who}, date: 2024-01-01, "
        + (f"about: {about}, " if about else "")
        + f"text: '{text}'}}\n"
        for name, who, about, text in SAID
    ]
    return ct.ledger_of(HEAD + "".join(told) + more)


def verdicts(given: ct.Ledger) -> dict[tuple[str, tuple[str, str]], str]:
    """By issue and sides, splits told."""
    return {
        (one.issue, one.between): f"{one.verdict}, split" if one.splits else str(one.verdict)
        for one in ct.track(given).findings
    }


def slow_changes(given: ct.Ledger, asked: Question) -> set[tuple[str, ...]]:
    """Each word tried on the whole ledger, one after another."""
    words = [(Word.SAME, ""), (Word.DIFFERENT, "")]
    found = ct.compare(given.claim(asked.left), given.claim(asked.right))
    if found.relation == "diverge":
        words.append((Word.DIFFERENT, "partial"))
    elif found.relation == "partial" and any(one.contrary for one in found.contrasts):
        words.append((Word.DIFFERENT, "diverge"))
    before, found = verdicts(given), set()
    for word, relation in words:
        supposed = Judgement(left=asked.left, right=asked.right, word=word, relation=relation, place=Place(path=""))
        after = verdicts(evolve(given, judgements=(*given.judgements, supposed)))
        for key in before.keys() | after.keys():
            was, becomes = before.get(key, "nothing"), after.get(key, "nothing")
            if was != becomes:
                found.add((str(word), relation, key[0], *key[1], was, becomes))
    return found


JUDGED = [
    "",
    "judgements: [{same: [a, c], by: me}]\n",
    "judgements: [{different: [a, b], relation: diverge, by: me}, {unsure: [e, f], by: me}]\n",
    "judgements: [{same: [e, g], by: me}]\n",
]


@pytest.mark.parametrize("more", JUDGED)
def test_changes_are_those_of_trying_each_word_on_the_whole_ledger(more):
    """Though only the part that a word can touch is looked at."""
    given = ledger(more)
    asked = questions(given)
    assert asked
    for one in asked:
        told = {(str(c.word), c.relation, c.issue, *c.between, c.before, c.after) for c in one.changes}
        assert told == slow_changes(given, one)


@pytest.mark.parametrize("more", JUDGED)
def test_what_could_change_something_or_waits_is_asked_and_nothing_judged(more):
    """Every pair that the wordings alone put together or apart, and every suggestion."""
    given = ledger(more)
    report, asked = ct.track(given), {frozenset((one.left, one.right)) for one in questions(given)}
    judged = {frozenset((one.left, one.right)) for one in given.judgements}
    waiting = {frozenset((one.left, one.right)) for one in report.suggestions}
    assert asked.isdisjoint(judged)
    assert waiting - judged <= asked
    by_score = {frozenset((one.left, one.right)) for one in report.links if one.by is LinkBy.SCORE}
    splits = [split for finding in report.findings for split in finding.splits]
    proofs = [proof for finding in report.findings for proof in finding.because]
    proofs += [proof for split in splits for proof in split.because]
    nearly = {
        frozenset((a.id, b.id))
        for a, b in combinations(given.claims, 2)
        if any(one.contrary for one in ct.compare(a, b).contrasts)
    }
    computed = {frozenset((one.left, one.right)) for one in proofs if one.basis is Basis.COMPUTED}
    assert asked <= by_score | computed | waiting | nearly
    for pair in (by_score | computed) - asked - judged:
        left, right = sorted(pair)
        assert not slow_changes(given, Question(left=left, right=right, paraphrase=0.0, reason=""))


def test_what_changes_most_comes_first_then_the_likest():
    """By the findings that would become others."""
    asked = questions(ledger())
    keys = [(-len({(c.issue, c.between) for c in one.changes}), -one.paraphrase) for one in asked]
    assert keys == sorted(keys)
    assert len({count for count, _ in keys}) > 1


def test_beyond_its_work_pairs_are_asked_about_untried(monkeypatch):
    """The least like ones, with no changes told."""
    given = ledger()
    tried = {(one.left, one.right): one.paraphrase for one in questions(given)}
    monkeypatch.setattr(deciding, "_WORK", 1)
    asked = questions(given)
    assert [one.tried for one in asked].count(True) <= 1
    assert all(not one.changes for one in asked if not one.tried)
    assert all(tried[one.left, one.right] == max(tried.values()) for one in asked if one.tried and one.changes)


class Counted(tuple):
    """Judgements that count how often they are gone through."""

    times = 0

    def __iter__(self):
        Counted.times += 1
        return super().__iter__()


def test_a_chain_of_judgements_is_gone_through_once(monkeypatch):
    """However long it is: what it ties to an issue is in the part that a word can touch."""
    monkeypatch.setattr(Counted, "times", 0)
    given = ledger()
    more = [evolve(given.claim("e"), id=f"e{n}") for n in range(30)]
    ends = ["a", *(one.id for one in more)]
    chain = [
        Judgement(left=left, right=right, word=Word.UNSURE, place=Place(path="")) for left, right in pairwise(ends)
    ]
    tied = evolve(given, claims=(*given.claims, *more), judgements=Counted(reversed(chain)))
    part = deciding._about(tied, "bridge")
    assert [claim.id for claim in part.claims] == ["a", "b", "c", "d", "g", *ends[1:]]
    assert Counted.times == 1


def test_a_pair_that_would_diverge_if_both_spoke_of_one_thing_is_asked_about(monkeypatch):
    """Where that would turn the verdict, and how is told."""
    monkeypatch.setattr(deciding, "_nearly_diverges", lambda _, pair: pair == ("a", "b"))
    given = ct.ledger_of(
        HEAD.replace("What of the bridge?}", "What of the bridge?, positions: {open: It opens}}")
        + "  - {id: a, speaker: ann, about: bridge, text: Nobody wants the old wall.}\n"
        "  - {id: b, speaker: bob, about: bridge, text: The council gathers here.}\n"
        "  - {id: c, speaker: nils, about: bridge, holds: open, text: The road opens.}\n"
        "  - {id: d, speaker: bob, about: bridge, holds: open, text: The road is opened.}\n"
    )
    (asked,) = [one for one in questions(given) if (one.left, one.right) == ("a", "b")]
    told = [(str(one.word), one.relation, one.between, one.before, one.after) for one in asked.changes]
    assert told == [("different", "diverge", ("n", "s"), "agree", "diverge")]


def test_only_ground_that_is_missing_for_a_divergence_makes_a_pair_nearly_diverge():
    """A contrary contrast in what is partial; not one that narrows, nor one that diverges already."""
    given = ledger()
    comparer = comparer_of(given, ct.Settings())
    for a, b in combinations(given.claims, 2):
        found = ct.compare(a, b)
        nearly = found.relation == "partial" and any(one.contrary for one in found.contrasts)
        assert deciding._nearly_diverges(comparer, (a.id, b.id)) is nearly
