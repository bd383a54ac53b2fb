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
