"""Reprints: which claims are one utterance, and what each version dropped."""

import json
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.comparing import compare_features
from claimtrack.comparing.retelling import alterations
from claimtrack.features import features_of

HEAD = """
sides: {a: A, b: B}
speakers: {s: {name: S, side: a}, t: {name: T, side: b}, u: {name: U, side: a}}
issues: {when: {question: When?, positions: {may: In May}}, who: {question: Who goes?}}
claims:
"""


def claim(name: str, rest: str = "", *, speaker: str = "s", day: str = "2024-02-01", text: str = "") -> str:
    """A claim from a document of its own."""
    words = text or "The round may be held in Geneva in May."
    return (
        f"  - {{id: {name}, speaker: {speaker}, date: {day}, about: when, source: {{url: 'http://{name}'}}, "
        f"text: {words}, {rest or 'holds: may'}}}\n"
    )


def chains(text: str) -> list[set[str]]:
    """The chains of versions in a ledger."""
    ledger = ct.ledger_of(HEAD + text)
    assert not [one for one in ledger.problems if one.level == "error"]
    return [set(one.claims) for one in ct.track(ledger).reprints]


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (claim("y"), True),
        (claim("y", day="2024-02-02"), False),
        (claim("y", speaker="t"), False),
        (claim("y", speaker="u"), False),
        (claim("y", text="Trains run late."), False),
        (claim("y", "note: none"), False),
        (claim("y").replace("http://y", "http://x"), False),
        (claim("y") + "judgements: [{different: [x, y], relation: unrelated, by: me, because: r}]\n", False),
        (claim("y", speaker="u") + "judgements: [{same: [x, y], by: me, because: r}]\n", True),
        (claim("y", speaker="t") + "judgements: [{same: [x, y], by: me, because: r}]\n", False),
        (claim("y", day="2024-02-02") + "judgements: [{same: [x, y], by: me, because: r}]\n", False),
    ],
)
def test_one_speaker_one_day_one_position_in_two_documents(other, together):
    """Or a person judged them one; other days, sides, documents and topics keep apart."""
    assert chains(claim("x") + other) == ([{"x", "y"}] if together else [])


def test_one_relay_stands_for_a_position():
    """Passed on by the agency that published the other, the issue without a stated position."""
    left = claim("x", "via: [TASS]")
    right = claim("y", "cue: said").replace("{url: 'http://y'}", "{url: 'http://y', publisher: tass}")
    assert chains(left + right) == [{"x", "y"}]
    assert chains(left + right.replace("tass", "Sputnik")) == []


@pytest.mark.parametrize(
    ("fuller", "retold", "kind", "fate"),
    [
        ("Moscow proposes talks on all arms.", "There are talks on all arms.", "modality", "dropped"),
        ("The talks cover all the arms there are.", "The talks cover the arms there are.", "scope", "dropped"),
        ("The talks took place in Geneva with 12 experts.", "The talks took place in Geneva.", "number", "dropped"),
        ("The talks are held in Geneva on 28 July 2021.", "The talks are held in Geneva.", "date", "dropped"),
        ("The bridge at Karsk was not destroyed.", "The bridge at Karsk was destroyed.", "polarity", "dropped"),
        ("The bridge at Karsk was destroyed.", "The bridge at Karsk was not destroyed.", "polarity", "added"),
        ("The round is in May.", "The round may be in May.", "modality", "added"),
        ("12 trucks were lost.", "40 trucks were lost.", "number", "changed"),
    ],
)
def test_what_became_of_it_is_named(fuller, retold, kind, fate):
    """Hedge, scope, number, date and denial, each with its fate."""
    one, other = features_of(fuller), features_of(retold)
    found = alterations(one, other, compare_features(one, other))
    assert (kind, fate) in {(str(alteration.kind), str(alteration.fate)) for alteration in found}
    for alteration in found:
        assert fuller[slice(*alteration.fuller_span)] == alteration.fuller
        assert retold[slice(*alteration.retold_span)] == alteration.retold


def test_the_same_words_have_no_alteration():
    """Nor has a wording beside itself."""
    one = features_of("Moscow may not propose all 12 talks on 28 July 2021.")
    assert alterations(one, one, compare_features(one, one)) == ()


def test_the_shipped_ledger_shows_its_chains():
    """Austin's call, Lavrov's sentence with its halves, and the forecast made of a proposal."""
    report = ct.track(ct.load_ledger(Path(__file__).parents[2] / "claims"))
    chain = {claim: one for one in report.reprints for claim in one.claims}
    assert set(chain["c091"].claims) == {"c091", "c093", "c094", "c095", "c097"}
    lavrov = {version.claim: version for version in chain["c099"].versions}
    assert chain["c099"].fullest == "c099"
    assert {"offensive", "defensive"} <= set(lavrov["c100"].lacks)
    assert "nuclear" in lavrov["c100"].adds
    hedges = [one.fuller for one in lavrov["c103"].alterations if (one.kind, one.fate) == ("modality", "dropped")]
    assert hedges == ["proposes"]
    assert "c112" not in chain


def test_every_page_tells_of_it():
    """Text and Markdown in phrases, JSON with spans."""
    text = claim("x", text="Moscow proposes that the round be held in Geneva in May.")
    report = ct.track(ct.ledger_of(HEAD + text + claim("y", text="The round is held in Geneva in May.")))
    assert "drops a hedge: “proposes”" in ct.render(report, "text")
    assert "drops a hedge: “proposes”" in ct.render(report, "markdown")
    (told,) = json.loads(ct.render(report, "json"))["reprints"]
    assert told["versions"][0]["alterations"][0]["fate"] == "dropped"
    plain = ct.track(ct.ledger_of(HEAD + claim("x") + claim("y")))
    assert "Of 1 more, every version keeps hedge" in ct.render(plain, "text")
