"""What a good ear for English tells: words that only look contrary, or alike."""

import pytest

import claimtrack as ct


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The envoy came to Geneva on Monday.", "The envoy went to Geneva on Monday."),
        ("The envoy will come to Vienna.", "The envoy will go to Vienna."),
        ("The talks will go ahead.", "The talks will come to pass."),
        ("He was moved to a hospital.", "He was moved to a hotel."),
        ("They signed the deal to end the war.", "They signed a peace deal."),
        ("The union backed the plan.", "The union fronted the plan."),
        ("The board appointed her director.", "The board elected her director."),
        ("He rides a horse.", "He falls off a horse."),
        ("She will retire in May.", "She will make her debut in May."),
        ("The left came to power.", "The left returned to power."),
    ],
)
def test_what_is_no_opposite_does_not_diverge(left, right):
    """One way seen from two ends, a cause and what came of it, words with two readings."""
    assert ct.compare(left, right).relation != "diverge"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The envoy arrived in Geneva on Monday.", "The envoy left Geneva on Monday."),
        ("The country is at war.", "The country is at peace."),
        ("They want to end the war.", "They want to end the peace."),
        ("She sat in the front row.", "She sat in the back row."),
        ("She sat at the front of the bus.", "She sat at the back of the bus."),
        ("The left won the vote.", "The right won the vote."),
        ("The court is federal.", "The court is unitary."),
        ("They met outside of the embassy.", "They met in the embassy."),
        ("The rule applies regardless of age.", "The rule applies by age."),
        ("The court is independent of the ministry.", "The court is part of the ministry."),
    ],
)
def test_what_is_an_opposite_diverges(left, right):
    """Also in the place of a noun, or told by where it is not."""
    assert ct.compare(left, right).relation == "diverge"


def test_a_word_near_the_opposite_of_another_excludes_it_in_its_place():
    """No list has the two; the vectors have the one beside what is condemned."""
    left, right = (f"The ministry {word} the inspectors' report on the reactor." for word in ("praised", "lambasted"))
    assert ct.compare(left, right).relation is ct.Relation.DIVERGE


@pytest.mark.parametrize(("one", "other"), [("praised", "commended"), ("praised", "published"), ("dismissed", "cited")])
def test_a_word_that_is_as_near_to_another_as_to_its_opposite_excludes_nothing(one, other):
    """Nor does one that is near to neither."""
    left, right = (f"The ministry {word} the inspectors' report on the reactor." for word in (one, other))
    assert ct.compare(left, right).relation is not ct.Relation.DIVERGE


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They met outside of the embassy.", "They met outside the embassy."),
        ("The talks go on regardless of the storm.", "The talks go on despite the storm."),
        ("Talks were held independently of the summit.", "Talks were held separately from the summit."),
        ("The court is independent of the government.", "The court is separate from the government."),
        ("They sent tanks instead of trucks.", "They sent tanks in place of trucks."),
        ("They sent tanks rather than trucks.", "They sent tanks, not trucks."),
        ("Farmers are exempt from the tax.", "Farmers do not pay the tax."),
        ("The town lacks water.", "The town is without water."),
        ("The soil is devoid of life.", "The soil has no life."),
        ("The soil is devoid of life.", "The soil is empty of life."),
        ("The lack of rain hurt farmers.", "The shortage of rain hurt farmers."),
        ("In the absence of a deal the tax rises.", "Without a deal the tax rises."),
        ("The report is anything but clear.", "The report is not clear."),
        ("The report is far from clear.", "The report is unclear."),
        ("They have yet to reply.", "They have not replied."),
    ],
)
def test_what_denies_and_its_plain_synonym_say_the_same(left, right):
    """Each side denies as much as the other."""
    assert ct.compare(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It weighs five tons.", "It weighs five pounds."),
        ("The soldier held a sword.", "The soldier held a long knife."),
        ("The animal sleeps.", "The squirrel sleeps."),
        ("The studies compare the two drugs.", "The studies contrast the two drugs."),
    ],
)
def test_what_is_only_of_a_kind_is_no_synonym(left, right):
    """Measures, blades, animals."""
    assert ct.compare(left, right).relation != "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The report says immigration rose.", "The report says migration rose."),
        ("The aid was invaluable.", "The aid was valuable."),
        ("The fuel is inflammable.", "The fuel is flammable."),
        ("He was imprisoned in May.", "He was put in prison in May."),
        ("The informer spoke.", "The former spoke."),
        ("The inflow of funds grew.", "The flow of funds grew."),
        ("The discourse was calm.", "The course was calm."),
        ("They seek a dissolution of the chamber.", "They seek a solution of the chamber."),
        ("The paintings are priceless.", "The paintings had a price."),
        ("Countless people came.", "The people were counted as they came."),
        ("The imposition of the tax angered farmers.", "The position of the tax angered farmers."),
        ("The intake of gas fell.", "The take of gas fell."),
        ("The homeless families got help.", "The families got help at home."),
        ("The wireless network failed.", "The wire network failed."),
        ("The army unleashed its dogs.", "The army put its dogs on a leash."),
        ("Experts unearthed the tomb.", "Experts covered the tomb with earth."),
        ("Journalists uncovered the scandal.", "Journalists covered the scandal."),
    ],
)
def test_a_word_that_only_begins_or_ends_like_a_denial_is_none(left, right):
    """Most words in "in", "dis" or "less" are words of their own, and some in "un"."""
    assert "polarity" not in [contrast.kind for contrast in ct.compare(left, right).contrasts]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The strike is legal.", "The strike is illegal."),
        ("The vote was regular.", "The vote was irregular."),
        ("The two sides agree on the plan.", "The two sides disagree on the plan."),
        ("A deal is possible.", "A deal is impossible."),
        ("The gas is harmless.", "The gas does harm."),
        ("The gas is harmless.", "The gas is harmful."),
        ("The remark was meaningless.", "The remark has a meaning."),
        ("The witness was honest.", "The witness was dishonest."),
        ("The treatment was humane.", "The treatment was inhumane."),
        ("The road is safe.", "The road is unsafe."),
        ("The court was impartial.", "The court was partial."),
        ("The claim is logical.", "The claim is illogical."),
        ("The group is violent.", "The group is nonviolent."),
        ("The rebels armed the village.", "The rebels disarmed the village."),
        ("The island is independent.", "The island is dependent."),
        ("The town is defenceless.", "The town has a defence."),
    ],
)
def test_a_word_that_denies_another_by_its_beginning_or_end_diverges_from_it(left, right):
    """Prefixes and "less" that do deny."""
    assert ct.compare(left, right).relation == "diverge"


def test_every_word_that_denies_by_its_beginning_or_end_leaves_something():
    """No word of the lexicon's list is without a beginning or an end that denies."""
    from claimtrack.text.forms import undenied
    from claimtrack.text.lexicon import shipped_lexicon
    from claimtrack.text.stems import stem

    words = shipped_lexicon().cues["contrary"].split()
    assert len(words) > 300
    assert [word for word in words if len(undenied(stem(word), shipped_lexicon().look_up)) < 2] == []
    assert undenied("breathless", shipped_lexicon().look_up) == "breath"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He founded the party.", "He found the party."),
        ("The hall was felled.", "The hall fell."),
    ],
)
def test_forms_of_two_words_are_not_the_same(left, right):
    """Though the one is spelled like a form of the other."""
    assert ct.compare(left, right).relation != "same"


def test_words_that_are_cut_to_a_form_of_another_still_meet_their_synonyms():
    """Founded, wounded, checked."""
    assert ct.compare("He founded the party in May.", "He established the party in May.").relation == "same"
    assert ct.compare("The blast wounded six men.", "The blast injured six men.").relation == "same"
