"""Which pairs are held as links, which are offered to a person, and what a judgement makes of them."""

import pytest

import claimtrack as ct
from claimtrack.finding import LinkBy

HEAD = """
sides: {n: North, s: South}
speakers:
  ann: {name: Ann, side: n}
  bob: {name: Bob, side: s}
issues: {bridge: {question: What of the bridge?}}
claims:
"""
SAME = ("The road bridge carries 12 trucks a day.", "12 trucks a day are carried by the road bridge.")
NEAR = ("The road bridge carries 12 trucks a day.", "The road bridge carries 12 lorries a day, and some cars.")
APART = ("The road bridge carries 12 trucks a day.", "The road bridge carries 40 trucks a day.")
FAR = ("The road bridge carries 12 trucks a day.", "Nobody asked for a new bridge.")


def tracked(texts: tuple[str, str], more: str = "", settings: ct.Settings | None = None) -> ct.Report:
    """Two claims of two sides on one issue."""
    told = "".join(
        f"  - {{id: {name}, speaker: {who}, date: 2024-01-01, about: bridge, text: '{text}'}}\n"
        for name, who, text in zip("ab", ("ann", "bob"), texts, strict=True)
    )
    return ct.track(ct.ledger_of(HEAD + told + more), settings=settings or ct.Settings())


@pytest.mark.parametrize(
    ("texts", "links", "suggested"),
    [(SAME, 1, 0), (NEAR, 0, 1), (APART, 0, 0), (FAR, 0, 0)],
    ids=["same", "near", "apart", "far"],
)
def test_what_says_the_same_is_held_and_what_nearly_does_is_offered(texts, links, suggested):
    """What diverges is neither: the finding tells of it."""
    report = tracked(texts)
    assert [one.suggested for one in report.links] == [False] * links
    assert [one.suggested for one in report.suggestions] == [True] * suggested
    for one in (*report.links, *report.suggestions):
        found = ct.compare(*texts)
        assert (one.left, one.right, one.by) == ("a", "b", LinkBy.SCORE)
        assert (one.relation, one.because) == (found.relation, found.reason)


@pytest.mark.parametrize("texts", [SAME, NEAR, APART, FAR])
@pytest.mark.parametrize("because", ["", "One wire report"])
def test_what_a_person_judged_the_same_is_held(texts, because):
    """Whatever the wordings are."""
    told = f", because: {because}" if because else ""
    report = tracked(texts, f"judgements: [{{same: [a, b], by: me{told}}}]\n")
    (link,) = report.links
    assert (link.relation, link.by, link.because) == (ct.Relation.SAME, LinkBy.JUDGEMENT, because)
    assert not report.suggestions


@pytest.mark.parametrize("texts", [SAME, NEAR, APART, FAR])
@pytest.mark.parametrize("word", ["different: [a, b]", "unsure: [a, b]"])
def test_what_a_person_looked_at_is_not_offered_again(texts, word):
    """Different is no link; unsure leaves what the wordings tell."""
    report = tracked(texts, f"judgements: [{{{word}, by: me}}]\n")
    assert not report.suggestions
    held = word.startswith("unsure") and texts is SAME
    assert [(one.relation, one.by) for one in report.links] == [(ct.Relation.SAME, LinkBy.SCORE)] * held


def test_the_bounds_are_those_of_the_settings():
    """A link is held from `link_at` on, offered from `suggest_at` on."""
    figure = tracked(SAME).links[0].paraphrase
    assert tracked(SAME, settings=ct.Settings(link_at=figure)).links
    above = tracked(SAME, settings=ct.Settings(link_at=min(1.0, figure + 1e-12)))
    assert not above.links
    assert [one.suggested for one in above.suggestions] == [True]
    near = ct.compare(*NEAR).paraphrase  # of two speakers the wordings alone are enough to be offered
    assert tracked(NEAR, settings=ct.Settings(suggest_at=near)).suggestions
    assert not tracked(NEAR, settings=ct.Settings(suggest_at=near + 1e-9)).suggestions


def test_what_two_speakers_say_much_alike_is_offered_and_what_one_does_is_held():
    """The wordings alone would link both pairs; who said it decides, and never takes a pair from a person's eyes."""
    texts = ("The ferry runs in summer.", "In summer there is a ferry.")
    assert ct.Settings().link_at <= ct.compare(*texts).paraphrase < 0.8
    assert ct.compare(*texts).relation is ct.Relation.SAME
    report = tracked(texts)
    assert not report.links
    assert [one.relation for one in report.suggestions] == [ct.Relation.PARTIAL]
    assert tracked(texts, settings=ct.Settings(occasion_weight=0.0)).links
    one = HEAD + "".join(
        f"  - {{id: {name}, speaker: ann, date: 2024-01-01, about: bridge, text: '{text}'}}\n"
        for name, text in zip("ab", texts, strict=True)
    )
    held = ct.track(ct.ledger_of(one)).links
    assert [link.paraphrase > ct.compare(*texts).paraphrase for link in held] == [True]


def test_claims_without_an_issue_are_grouped_by_their_wordings_alone():
    """Of two sides, too, though their likeness makes no link: what they share is the question."""
    texts = ("The ferry runs in summer.", "The ferry runs every day.")
    found = ct.compare(*texts)
    assert found.of_wordings == found.paraphrase >= ct.Settings().suggest_at
    ledger = ct.ledger_of(
        HEAD
        + "".join(
            f"  - {{id: {name}, speaker: {who}, date: 2024-01-01, text: '{text}'}}\n"
            for name, who, text in zip("ab", ("ann", "bob"), texts, strict=True)
        )
    )
    left, right = ledger.claims
    compared = ct.compare(left, right)
    assert compared.paraphrase < ct.Settings().suggest_at <= compared.of_wordings
    report = ct.track(ledger)
    assert not report.links
    assert [one.issue for one in report.findings] == ["bridge", "like-a"]
