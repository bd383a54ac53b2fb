"""Dates that bound what is told: deadlines, since when, until when, and lists of days."""

import pytest

import claimtrack as ct


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ordal will not withdraw before June.", "Ordal will withdraw in July."),
        ("Ordal will not withdraw before June.", "Ordal will withdraw in June."),
        ("Ordal will not withdraw until June.", "Ordal will withdraw in July."),
        ("Ordal will not withdraw until June.", "Ordal will withdraw in June."),
        ("Ordal will withdraw no earlier than June.", "Ordal will withdraw in July."),
        ("The dam will not reopen before 2025.", "The dam will reopen in 2026."),
        ("The gates will be repaired by 1 May 2024.", "The gates will be repaired on 30 April 2024."),
        ("Ordal will withdraw no later than 1 May.", "Ordal will withdraw on 30 April."),
        ("Ordal will withdraw on 1 May at the latest.", "Ordal will withdraw on 30 April."),
        ("Ordal will withdraw by the end of May.", "Ordal will withdraw on 3 May."),
        ("Ordal will withdraw from 1 May on.", "Ordal will withdraw on 5 May."),
        ("Ordal has been withdrawing since May.", "Ordal was withdrawing in June."),
        ("The gates were open until 3 May.", "The gates were open on 2 May."),
        ("Since 2010 Ordal has built three dams.", "In 2015 Ordal built a dam."),
        ("Ordal released water on 1, 2 and 3 May.", "Ordal released water on 2 May."),
        ("Ordal released water on May 1, 2 and 3.", "Ordal released water on May 2."),
        ("Ordal released water from May to July.", "Ordal released water in June."),
        ("The gates will be repaired by 1 May.", "The gates will be repaired on 1 May."),
        ("The gates will be repaired by 1 May.", "The gates will be repaired not before 30 April."),
        ("The gates were open until 1 May.", "The gates were open from 5 May."),
        ("Ordal will not withdraw by June.", "Ordal will withdraw in July."),
        ("Ordal has not paid since May.", "Ordal paid in April."),
        ("Ordal will withdraw, but not before June.", "Ordal will withdraw in July."),
        ("Ordal refused to withdraw before June.", "Ordal will withdraw in July."),
        ("Ordal will withdraw on 1 May at the earliest.", "Ordal will withdraw on 3 May."),
        ("Ordal released water between May and July.", "Ordal released water in June."),
        ("Ordal will withdraw by Friday.", "Ordal will withdraw on Thursday."),
    ],
)
def test_a_bound_leaves_room_for_what_lies_within_it(left, right):
    """Law 14: "by 1 May" holds beside "on 30 April", and "not before June" beside "in July"; one narrows the other."""
    found, turned = ct.compare(left, right), ct.compare(right, left)
    assert found.relation == turned.relation == "partial"
    assert not [one for one in found.contrasts if one.contrary]
    assert found.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ordal will not withdraw before June.", "Ordal will withdraw in May."),
        ("Ordal will not withdraw before June.", "Ordal will withdraw before June."),
        ("Ordal will not withdraw until June.", "Ordal will withdraw in May."),
        ("Ordal will withdraw no earlier than June.", "Ordal will withdraw in May."),
        ("The dam will not reopen before 2025.", "The dam will reopen in 2024."),
        ("The gates will be repaired by 1 May 2024.", "The gates will be repaired on 3 May 2024."),
        ("Ordal will withdraw no later than 1 May.", "Ordal will withdraw on 3 May."),
        ("Ordal will withdraw on 1 May at the latest.", "Ordal will withdraw on 3 May."),
        ("Ordal will withdraw by the end of May.", "Ordal will withdraw on 3 June."),
        ("Ordal will withdraw from 1 May on.", "Ordal will withdraw on 5 April."),
        ("The gates were open until 3 May.", "The gates were open on 5 May."),
        ("Ordal released water on 1, 2 and 3 May.", "Ordal released water on 5 May."),
        ("Ordal released water on 1 and 5 May.", "Ordal released water on 3 May."),
        ("Ordal released water on May 1, 2 and 3.", "Ordal released water on May 5."),
        ("Ordal released water from May to July.", "Ordal released water in August."),
        ("Ordal released water from May to July.", "Ordal released water from May to August."),
        ("The gates were open until 3 May.", "The gates were open until 5 May."),
        ("The gates have been open since 2010.", "The gates have been open since 2012."),
        ("The gates will be repaired by 1 May.", "The gates will be repaired no earlier than 3 May."),
        ("Ordal will not withdraw by June.", "Ordal will withdraw by June."),
        ("Ordal will not withdraw by June.", "Ordal will withdraw in May."),
        ("Ordal has not paid since May.", "Ordal paid in June."),
        ("Ordal will withdraw, but not before June.", "Ordal will withdraw in May."),
        ("Ordal will withdraw on 3 May at the earliest.", "Ordal will withdraw on 1 May."),
        ("Ordal released water between May and July.", "Ordal released water in August."),
        ("He was minister from 2001 to 2005.", "He was minister from 2006 to 2010."),
        ("The dam was built between 1920 and 1925.", "The dam was built between 1950 and 1955."),
        ("The gates will be repaired by 1 May.", "The gates will be repaired by 3 May."),
        ("Ordal will withdraw by Friday.", "Ordal will withdraw by Thursday."),
    ],
)
def test_what_lies_outside_a_bound_is_excluded(left, right):
    """ "By 1 May" beside "on 3 May", "not before June" beside "in May", one day that something ended beside another."""
    found, turned = ct.compare(left, right), ct.compare(right, left)
    assert found.relation == turned.relation == "diverge"


def test_the_words_of_a_bound_are_told_with_its_date():
    """What is told of two dates shows why one leaves room for the other."""
    (found,) = ct.compare("Ordal will withdraw by the end of May.", "Ordal will withdraw on 3 May.").contrasts
    assert (found.left, found.right) == ("by the end of May", "3 May")
    assert found.reason == "“by the end of May” and “3 May” may both hold: a bound leaves room"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ban begins on 1 May.", "The ban ends on 1 July."),
        ("The shop opened in 2001.", "The shop closed in 2005."),
        ("The first round was held in Lindau.", "The second round was held in Geneva."),
        ("The first round was held in May.", "The second round was held in July."),
        ("The first wave arrived at noon.", "The second wave arrived at 3 pm."),
        ("The first round took two days.", "The second round took three days."),
        ("The first round was held in Lindau.", "The second round of the talks was held in Lindau in May."),
    ],
)
def test_two_rounds_and_the_two_ends_of_a_time_exclude_nothing(left, right):
    """What is told of the first round, or of the day when a ban begins, is not what is told of the other."""
    found, turned = ct.compare(left, right), ct.compare(right, left)
    assert found.relation == turned.relation == "partial"
    assert not [one for one in found.contrasts if one.contrary]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ban begins on 1 May.", "The ban ends on 1 May."),
        ("The ban begins on 1 May.", "The ban begins on 1 July."),
        ("The first round was held in Lindau.", "The first round was held in Geneva."),
        ("It was the first round.", "It was the second round."),
    ],
)
def test_one_round_or_one_day_is_still_one(left, right):
    """Where nothing tells of two, opposites exclude each other."""
    assert ct.compare(left, right).relation == "diverge"
