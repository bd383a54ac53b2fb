"""Who said it and when: what that adds to the figure of paraphrase of two claims, and what it never changes."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct

PARAPHRASES = (
    "More nuclear powers will unavoidably have to enter arms control talks.",
    "Arms control talks are bound to widen to further nuclear states.",
)
HEAD = """
sides: {n: North, s: South}
speakers: {berg: {name: Anna Berg, side: n}, low: {name: Ben Low, side: s}}
issues: {i: {question: What?}}
"""


def two_claims(speakers, days, texts=PARAPHRASES, pages=("a", "b")):
    """Two claims by these speakers, on these days ("" where none is known), read on these pages ("" for none)."""
    claims = [
        f"- {{id: c{nth}, speaker: {speaker}, about: i, text: {text!r}"
        + (f", date: {day}" if day else "")
        + (f", source: {{url: 'https://example.org/{page}'}}" if page else "")
        + "}"
        for nth, (speaker, day, text, page) in enumerate(zip(speakers, days, texts, pages, strict=True))
    ]
    ledger = ct.ledger_of("\n".join([HEAD.strip(), "claims:", *claims]))
    assert not [one for one in ledger.problems if one.rule.level == "error"], ledger.problems
    return sorted(ledger.claims, key=lambda one: one.id)


@pytest.mark.parametrize(
    ("speakers", "days", "told"),
    [
        (("berg", "berg"), ("2021-07-28", "2021-07-28"), 1),
        (("berg", "berg"), ("2021-07-28", "2021-07-29"), 1),
        (("berg", "berg"), ("2021-07-28", "2021-07-30"), 0),
        (("berg", "berg"), ("2021-07-28", "2021-07"), 0),
        (("berg", "berg"), ("2021-07-28", ""), 0),
        (("berg", "berg"), ("", ""), 0),
        (("berg", "low"), ("2021-07-28", "2021-07-28"), -1),
        (("berg", "low"), ("", ""), -1),
    ],
)
def test_one_occasion_speaks_for_one_claim_and_two_speakers_against(speakers, days, told):
    """One speaker within a day; two days of one speaker, or a day that nobody knows, tell nothing."""
    left, right = two_claims(speakers, days)
    bare, found = ct.compare(*PARAPHRASES), ct.compare(left, right)
    assert (found.paraphrase > bare.paraphrase) - (found.paraphrase < bare.paraphrase) == told
    assert found.paraphrase == ct.compare(right, left).paraphrase
    evidence = [one for one in found.signals if one.name == "occasion"]
    assert [one.weight for one in evidence] == ([told * ct.Settings().occasion_weight] if told else [])
    assert found.similarity == bare.similarity
    assert found.contrasts == bare.contrasts


def test_what_one_speaker_said_that_day_is_not_unrelated_where_it_is_likely_one_remark():
    """Few of their words are shared, and the figure of paraphrase counts who said them: so does the relation."""
    texts = (
        "Shellfish in the island's waters dwindle quickly.",
        "Whelk and scallop stocks round Jersey are shrinking fast.",
    )
    claims = two_claims(("berg", "berg"), ("2021-07-28", "2021-07-28"), texts)
    loose = [evolve(one, about="") for one in claims]
    found, bare = ct.compare(*loose), ct.compare(*texts)
    assert bare.relation == "unrelated"
    assert bare.paraphrase < 0.5 <= found.paraphrase
    assert found.relation == "partial"
    assert found.reason == "few words in common, but who said it and when speaks for one remark"
    assert not found.related


@pytest.mark.parametrize(("pages", "told"), [(("a", "b"), 1), (("a", "a"), 0), (("a", ""), 1), (("", ""), 1)])
def test_one_document_does_not_tell_of_one_remark_twice(pages, told):
    """Claims of one speaker from one page are two claims as far as anybody knows; no page tells nothing."""
    left, right = two_claims(("berg", "berg"), ("2021-07-28", "2021-07-28"), pages=pages)
    bare = ct.compare(*PARAPHRASES).paraphrase
    assert (ct.compare(left, right).paraphrase > bare) == bool(told)


def test_it_can_be_left_out():
    """By its name, as every signal, or by a weight of nothing."""
    left, right = two_claims(("berg", "low"), ("2021-07-28", "2021-07-28"))
    bare = ct.compare(*PARAPHRASES).paraphrase
    for without in (ct.Settings(occasion_weight=0.0), ct.Settings(switched_off=frozenset({"occasion"}))):
        assert ct.compare(left, right, settings=without).paraphrase == bare


def test_the_same_words_of_two_speakers_are_the_same():
    """Who said them takes nothing from equal wordings."""
    left, right = two_claims(("berg", "low"), ("2021-07-28", "2021-07-28"), (PARAPHRASES[0],) * 2)
    found = ct.compare(left, right)
    assert (found.relation, found.paraphrase) == ("same", 1.0)


@given(
    texts=st.permutations(
        [
            "The envoy will visit Vienna on 28 July.",
            "The envoy will not visit Vienna on 28 July.",
            "On 28 July the envoy visits Vienna.",
            "The envoy will visit Vienna on 29 July.",
            "The envoy left.",
        ]
    ),
    speakers=st.sampled_from([("berg", "berg"), ("berg", "low")]),
)
@settings(max_examples=60, deadline=None)
def test_who_said_it_never_makes_two_wordings_diverge_or_agree_against_evidence(texts, speakers):
    """Diverge and unrelated are the wordings' alone: the occasion decides between same and partial at most."""
    left, right = two_claims(speakers, ("2021-07-01", "2021-07-01"), texts[:2])
    with_it = ct.compare(left, right).relation
    without = ct.compare(left, right, settings=ct.Settings(occasion_weight=0.0)).relation
    assert with_it == without or {str(with_it), str(without)} == {"same", "partial"}


def test_two_claims_under_one_issue_have_a_question_in_common():
    """A person said so: they are partial at least, and `related` tells what their wordings are."""
    texts = ("The process is running and he is hopeful.", "Wheat harvests were poor in the south.")
    left, right = two_claims(("berg", "low"), ("2021-07-28", "2021-07-28"), texts)
    bare, found = ct.compare(*texts), ct.compare(left, right)
    assert (bare.relation, bare.related) == ("unrelated", False)
    assert (found.relation, found.related) == ("partial", False)
    assert "issue" in found.reason
    apart = ct.compare(evolve(left, about="i"), evolve(right, about=""))
    assert (apart.relation, apart.related) == ("unrelated", False)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They fired first.", "They"),
        ("Our towns were shelled.", "Our"),
        ("We opened the gates.", "We"),
        ("In Lindau they fired first.", "they"),
        ("She knew of the plan.", "She"),
        ("The towns that we hold were shelled.", "we"),
    ],
)
def test_we_and_they_are_others_in_the_mouths_of_two_sides(text, word):
    """The same words then accuse one another; of one speaker, or of one side, they are the same."""
    left, right = two_claims(("berg", "low"), ("2021-07-28", "2021-07-28"), (text, text))
    found, turned = ct.compare(left, right), ct.compare(right, left)
    assert found.relation == turned.relation == "partial"
    assert found.reason == turned.reason == f"“{word}” may be others in another's mouth"
    assert not found.contrasts
    one, other = two_claims(("berg", "berg"), ("2021-07-28", "2021-07-29"), (text, text))
    assert ct.compare(one, other).relation == "same"
    assert ct.compare(text, text).relation == "same"


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers say that they fired first.",
        "The army fired when their towns were shelled.",
        "The US will extend the treaty.",
        "Our two countries extended the treaty.",
        "It opened the gates.",
    ],
)
def test_whoever_is_named_is_the_same_in_any_mouth(text):
    """ "They" behind those whom it means, "our two countries" and "the US" are the same for both sides."""
    left, right = two_claims(("berg", "low"), ("2021-07-28", "2021-07-28"), (text, text))
    assert ct.compare(left, right).relation == "same"


def test_two_sides_that_say_they_do_not_agree():
    """The finding is partial, and its proof tells why."""
    ledger = ct.ledger_of(
        HEAD.strip()
        + """
claims:
- {id: a, speaker: berg, about: i, date: 2021-07-28, quote: They fired first.}
- {id: b, speaker: low, about: i, date: 2021-07-28, quote: They fired first.}
"""
    )
    (finding,) = ct.track(ledger).findings
    assert finding.verdict == "partial"
    assert "another's mouth" in ct.render(ct.track(ledger), "text")
