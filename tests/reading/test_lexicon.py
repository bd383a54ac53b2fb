"""A ledger's own words: what is read of them, and where they count."""

import pytest

import claimtrack as ct
from claimtrack.claim import Vocabulary
from claimtrack.reading import ledger_of
from claimtrack.reading.records import BACKENDS
from claimtrack.text.lexicon import shipped_lexicon
from claimtrack.tracking.comparer import Comparer
from claimtrack.tracking.deciding import questions
from claimtrack.vocabulary import lexicon_of
from claimtrack.writing.add import look_alikes

HEAD = """
sides: {a: Aland, b: Beland}
speakers: {x: {name: X, side: a}, y: {name: Y, side: b}}
issues: {scope: {question: What is it about?}}
date: 2024-02-01
claims:
  - {id: one, speaker: x, about: scope, text: The board will frobnicate the zorblat.}
  - {id: two, speaker: y, about: scope, text: The board will quuxify the pact.}
"""


def verdicts(text):
    """What the sides come to, by issue."""
    ledger = ledger_of(text)
    assert not [one for one in ledger.problems if one.level == "error"]
    return [str(one.verdict) for one in ct.track(ledger).findings]


@pytest.mark.parametrize("backend", list(BACKENDS))
def test_the_groups_of_all_files_are_read_in_one_order(backend):
    """The order of files and of groups changes nothing; a word said twice counts once."""
    files = {
        "a.yaml": "lexicon: {synonyms: [[pact, treaty], [halt, Pause, pause]], aliases: [[SSD, Dialogue]]}\n",
        "b.yaml": "lexicon: {synonyms: [[deal, accord], [pact, treaty]], antonyms: [[go, [stay, remain]]]}\n",
    }
    turned = {"b.yaml": files["a.yaml"], "a.yaml": files["b.yaml"]}
    read = ledger_of(files, backend=backend)
    assert read.vocabulary == Vocabulary(
        synonyms=(("deal", "accord"), ("halt", "Pause"), ("pact", "treaty")),
        antonyms=((("go",), ("stay", "remain")),),
        aliases=(("SSD", "Dialogue"),),
    )
    assert ledger_of(turned, backend=backend).vocabulary == read.vocabulary
    assert not [one for one in read.problems if one.level == "error"]


def test_a_ledger_without_words_of_its_own_has_the_shipped_lexicon():
    """The very one, so that nothing changes."""
    assert lexicon_of(ledger_of(HEAD)) is shipped_lexicon()
    assert lexicon_of(ledger_of(HEAD + "lexicon: {}\n")) is shipped_lexicon()
    assert lexicon_of(ledger_of(HEAD + "lexicon:\n")) is shipped_lexicon()


def test_synonyms_of_the_ledger_make_two_claims_agree():
    """In the report; without them the same two do not."""
    assert verdicts(HEAD) != ["agree"]
    assert verdicts(HEAD + "lexicon: {synonyms: [[frobnicate, quuxify], [zorblat, pact]]}\n") == ["agree"]


def test_antonyms_of_the_ledger_make_two_claims_diverge():
    """By the name of the contrast."""
    text = HEAD + "lexicon: {synonyms: [[zorblat, pact]], antonyms: [[frobnicate, [quuxify, adjourn]]]}\n"
    ledger = ledger_of(text)
    found = ct.compare(*ledger.claims, lexicon=lexicon_of(ledger))
    assert [str(one.kind) for one in found.contrasts] == ["antonym"]
    assert verdicts(text) == ["diverge"]


def test_aliases_of_the_ledger_name_one_thing():
    """A name in capitals of one word and a phrase."""
    ledger = ledger_of("lexicon: {aliases: [[Northern Lakes Council, NLC]]}\n")
    left, right = "The NLC meets in Geneva.", "The Northern Lakes Council meets in Geneva."
    assert ct.compare(left, right).relation != "same"
    assert ct.compare(left, right, lexicon=lexicon_of(ledger)).relation == "same"


def test_an_alias_of_a_known_name_joins_its_group():
    """What named it before still does."""
    lexicon = lexicon_of(ledger_of("lexicon: {aliases: [[The Hill Town, U.S.], [Kremlinia, Russia, Moscovia]]}\n"))
    wordings = "The Hill Town signed.", "The United States signed.", "America signed."
    assert {ct.compare(one, other, lexicon=lexicon).relation for one in wordings for other in wordings} == {"same"}


def test_two_known_names_can_be_joined():
    """Every other name of either joins them."""
    lexicon = lexicon_of(ledger_of("lexicon: {aliases: [[NATO, Bloc], [Alliance, IMF], [Bloc, Alliance]]}\n"))
    left, right = "The North Atlantic Alliance signed.", "The International Monetary Fund signed."
    assert ct.compare(left, right, lexicon=lexicon).relation == "same"


def test_aliases_of_sides_and_organisations_name_them():
    """As they are declared, without a lexicon section."""
    text = """
    sides: {a: {name: Aland, aliases: [Alville]}, b: Beland}
    speakers: {m: {name: Ministry of Barges, kind: organisation, aliases: [Barge House], side: a}}
    """
    ledger = ledger_of(text.replace("\n    ", "\n"))
    assert ledger.sides[0].aliases == ("Alville",)
    lexicon = lexicon_of(ledger)
    assert ct.compare("Alville signed the pact.", "Aland signed the pact.", lexicon=lexicon).relation == "same"
    assert ct.compare("Barge House signed.", "The Ministry of Barges signed.", lexicon=lexicon).relation == "same"


def test_a_side_whose_name_is_known_keeps_its_kind():
    """Its aliases join the names that the shipped lexicon has."""
    lexicon = lexicon_of(
        ledger_of("sides: {a: {name: Russia, aliases: [Moskovia]}, b: {name: Beland, aliases: [Bel]}}\n")
    )
    assert ct.compare("Moskovia signed.", "The Russian Federation signed.", lexicon=lexicon).relation == "same"
    assert lexicon.look_up.name_kinds["russia"] == shipped_lexicon().look_up.name_kinds["russia"]
    assert lexicon.look_up.name_kinds["beland"] == "sides"


def test_words_in_the_aliases_of_a_person_are_names():
    """Of people; a particle and a name that is known already stay what they are."""
    text = "sides: {a: A}\nspeakers: {s: {name: Ana Iv, aliases: [Anna de Ivorova, Washington], side: a}}\n"
    kinds = lexicon_of(ledger_of(text)).look_up.name_kinds
    assert kinds["ivorova"] == "people"
    assert "de" not in kinds
    assert kinds["washington"] == shipped_lexicon().look_up.name_kinds["washington"]


def test_the_shipped_names_stay_as_they_are():
    """Joining groups of aliases changes nothing where no ledger asks for it."""
    lexicon = shipped_lexicon()
    firsts = {"_".join(group.split("|")[0].split()) for group in lexicon.aliases}
    keys = {key for options in lexicon.look_up.phrases.values() for _, key in options}
    assert firsts <= keys


def test_review_and_add_go_by_the_words_of_the_ledger():
    """What is asked about, and what looks like a claim already there."""
    plain = ledger_of(HEAD)
    wide = ledger_of(HEAD + "lexicon: {synonyms: [[frobnicate, quuxify, blorp], [zorblat, pact]]}\n")
    assert [one.paraphrase for one in questions(wide)] != [one.paraphrase for one in questions(plain)]
    text = "The board will blorp the zorblat."
    seen = {one.claim.id: one.comparison.relation for one in look_alikes(wide, [text])[0]}
    assert seen == {"one": "same", "two": "same"}
    seen = {one.claim.id: one.comparison.relation for one in look_alikes(plain, [text])[0]}
    assert seen.get("two") != "same"


def test_a_comparer_without_a_lexicon_takes_the_shipped_one():
    """So that it can be made of claims alone."""
    ledger = ledger_of(HEAD)
    comparer = Comparer({claim.id: claim for claim in ledger.claims}, ct.Settings())
    assert comparer.features("one").look_up is shipped_lexicon().look_up


def test_words_beyond_the_limit_are_refused_by_name():
    """The groups before it are kept."""
    settings = ct.Settings(limits=ct.Limits(lexicon=3))
    ledger = ledger_of("lexicon: {synonyms: [[a, b], [c, d]], aliases: [[e, f]]}\n", settings=settings)
    assert ledger.vocabulary == Vocabulary(synonyms=(("a", "b"),))
    assert {one.code for one in ledger.problems} == {"CT110"}
    assert "more than 3 words in the lexicon" in ledger.problems[0].message
