"""Amounts of two wordings: measures, shares, times, money."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("The talks will last 20 days.", "The talks will last at most 4 weeks.", "partial"),
        ("The talks will last 40 days.", "The talks will last at most 4 weeks.", "diverge"),
        ("The zone extends at least 5 kilometres.", "The zone extends at least 5 miles.", "partial"),
        ("The zone extends at most 5 kilometres.", "The zone extends at least 5 miles.", "diverge"),
        ("The zone extends 10 to 100 km.", "The zone extends 6 to 7 miles.", "partial"),
        ("The zone extends 10 to 11 km.", "The zone extends 6 to 7 miles.", "same"),
        ("The zone extends 10 to 11 km.", "The zone extends 60 to 70 miles.", "diverge"),
        ("The zone extends 2 to 4 km.", "The zone extends 2000 to 4000 metres.", "same"),
        ("The road is 90 miles long.", "The road is 145 kilometres long.", "same"),
        ("The gap is 5 inches wide.", "The gap is 5 centimetres wide.", "diverge"),
        ("The gap is 5 centimetres wide.", "The gap is 50 millimetres wide.", "same"),
        ("The farm has 50 hectares.", "The farm has 50 acres.", "diverge"),
        ("They found 5 grams of uranium.", "They found 5 kilograms of uranium.", "diverge"),
        ("The tank holds 5 litres.", "The tank holds 5 gallons.", "diverge"),
        ("The lake covers 50 square miles.", "The lake covers 50 square kilometres.", "diverge"),
        ("The lake covers 50 square kilometres.", "The lake covers 5,000 hectares.", "same"),
        ("The plant makes 5 megawatts.", "The plant makes 5 gigawatts.", "diverge"),
        ("The truce begins at midnight.", "The truce begins at 12 am.", "same"),
        ("The truce begins at midnight.", "The truce begins at 00:00.", "same"),
        ("The truce begins at midnight.", "The truce begins at noon.", "diverge"),
        ("They signed two five-year deals.", "They signed 2 five-year deals.", "same"),
        ("The book 1984 sold.", "The book nineteen eighty-four sold.", "same"),
        ("A third of the seats are vacant.", "33 percent of the seats are vacant.", "same"),
        ("Two thirds of the seats are vacant.", "66.7 percent of the seats are vacant.", "same"),
        ("A third of the seats are vacant.", "35 percent of the seats are vacant.", "diverge"),
        ("Few attended.", "Not many attended.", "same"),
        ("Few attended the rally.", "Many attended the rally.", "diverge"),
        ("Not many attended the rally.", "Many attended the rally.", "diverge"),
        ("They met on the eve of 1 May.", "They met on 30 April.", "same"),
        ("They met on the day after 1 May.", "They met on 2 May.", "same"),
        ("They met on the eve of 1 May.", "They met on 1 May.", "diverge"),
        ("The talks are on 2021-09-30.", "The talks are on 30 September 2021.", "same"),
        ("The talks are on 2021-09-30.", "The talks are on 29 September 2021.", "diverge"),
        ("The talks are on 2021-09-30.", "The talks are in September 2021.", "partial"),
        ("The court ruled 5-4 for the union.", "The court ruled 4-5 for the union.", "diverge"),
        ("The senate voted 52 to 48 for the bill.", "The senate voted 48 to 52 for the bill.", "diverge"),
        ("The rate is 5 and a quarter percent.", "The rate is 5.25 percent.", "same"),
        ("The rate is five and a quarter percent.", "The rate is 5.5 percent.", "diverge"),
        (
            "The bank raised rates by three quarters of a percentage point.",
            "The bank raised rates by 75 basis points.",
            "same",
        ),
        ("The bank raised rates by 0.75 percentage points.", "The bank raised rates by 75 basis points.", "same"),
        ("The bank raised rates by half a percentage point.", "The bank raised rates by 75 basis points.", "diverge"),
        ("Exports rose in the third quarter.", "Exports rose between July and September.", "same"),
        ("Exports rose in the third quarter of 2020.", "Exports rose between July and September 2020.", "same"),
        ("Exports rose in the third quarter.", "Exports rose between April and June.", "diverge"),
        ("Exports halved.", "Exports fell by half.", "same"),
        ("Exports halved.", "Exports fell by 50 percent.", "same"),
        ("Exports fell by half.", "Exports fell by 50 percent.", "same"),
        ("Exports halved.", "Exports fell by 20 percent.", "diverge"),
    ],
)
def test_amounts_and_dates_that_are_put_in_two_ways(left, right, relation):
    """In one measure before they are compared, both ends of both."""
    assert ct.compare(left, right).relation == relation


@given(low=st.integers(1, 500), more=st.integers(0, 500), bound=st.sampled_from(["at least ", "at most ", "about "]))
@settings(max_examples=60, deadline=None)
def test_an_amount_in_a_smaller_measure_is_the_same_amount(low, more, bound):
    """Kilometres in metres: never a contrast, whatever the bounds."""
    bound = "" if more else bound
    told = f"{low} to {low + more + 1}" if more else str(low)
    other = f"{low * 1000} to {(low + more + 1) * 1000}" if more else str(low * 1000)
    found = ct.compare(f"The zone extends {bound}{told} kilometres.", f"The zone extends {bound}{other} metres.")
    assert [one for one in found.contrasts if one.kind == "number"] == []


@pytest.mark.parametrize(
    ("left", "right", "mine", "yours"),
    [
        ("The fine is €5 million.", "The fine is $5 million.", "€5 million", "$5 million"),
        ("The fine is 5 million euros.", "The fine is 5 million dollars.", "5 million euros", "5 million dollars"),
        ("Growth was −5 points.", "Growth was 5 points.", "−5", "5"),
        ("The road is 5 miles long.", "The road is 5 kilometres long.", "5 miles", "5 kilometres"),
    ],
)
def test_a_reason_names_what_tells_two_equal_numbers_apart(left, right, mine, yours):
    """The currency, the measure, the sign."""
    found = ct.compare(left, right)
    assert found.relation == "diverge"
    assert f"“{mine}” and “{yours}”" in found.reason
