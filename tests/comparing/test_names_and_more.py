"""Names of several words, places that lie in others, and wordings one of which says more."""

import pytest

import claimtrack as ct
from claimtrack.text.lexicon import shipped_lexicon


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The islands lie in the Caribbean.", "The islands lie in the Baltic Sea."),
        ("The comic was published by DC.", "The comic was published by Marvel Comics."),
        ("She studied at Harvard University.", "She studied at Yale University."),
        ("She was married to John Smith.", "She was married to Peter Jones."),
        ("The general met Gen. Mark Milley in Helsinki.", "The general met Valery Gerasimov in Helsinki."),
        ("Mark Rutte will chair the session.", "Jens Stoltenberg will chair the session."),
        ("Gazprom will build the terminal.", "Novatek will build the terminal."),
        ("They met in Saudi Arabia.", "They met in Yemen."),
    ],
)
def test_a_name_of_other_words_is_another_name(left, right):
    """Where nothing else differs, be they one word or four."""
    found = ct.compare(left, right)
    assert (found.relation, [one.kind for one in found.contrasts]) == ("diverge", ["name"])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Protests broke out in California.", "Protests broke out in the United States."),
        ("The flood hit Texas.", "The flood hit Houston."),
        ("The ban applies in France.", "The ban applies in Europe."),
        ("She was born in Vienna.", "She was born in Austria."),
        ("They met in Tel Aviv.", "They met in Israel."),
        ("They met in Houston.", "They met in North America."),
        ("They met in Lusaka.", "They met in Zambia."),
    ],
)
def test_a_place_in_another_narrows(left, right):
    """It is no contrary one; a part of a part is a part."""
    found = ct.compare(left, right)
    assert (found.relation, [(one.kind, one.contrary) for one in found.contrasts]) == ("partial", [("name", False)])


def test_a_capital_that_stands_for_its_country_is_its_name():
    """ "Vienna said": no part of anything."""
    assert ct.compare("Vienna backed the proposal.", "Austria backed the proposal.").relation == "same"


def test_every_part_lies_in_a_whole_that_is_a_place():
    """And nothing lies in itself."""
    look_up = shipped_lexicon().look_up
    for part, wholes in look_up.wholes.items():
        assert part not in wholes
        assert all(look_up.name_kinds[one] in ("places", "") for one in (part, *wholes))


@pytest.mark.parametrize(
    ("fuller", "shorter"),
    [
        ("The treaty limits warheads and launchers.", "The treaty limits warheads."),
        ("The envoys met in Vienna and Geneva.", "The envoys met in Vienna."),
        ("Iran enriched uranium to 60 percent.", "Iran enriched uranium."),
        ("The decree was signed on 4 May.", "The decree was signed."),
    ],
)
def test_what_says_more_is_not_the_same(fuller, shorter):
    """A further thing, place, number or date."""
    for pair in ((fuller, shorter), (shorter, fuller)):
        found = ct.compare(*pair)
        assert (found.relation, found.reason) == ("partial", "one says all that the other says, and more")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Guterres called for restraint.", "UN chief Guterres called for restraint."),
        ("The commission failed to publish its findings.", "The commission did not publish its findings."),
        ("The parties will sign next month.", "The parties are going to sign next month."),
        ("President Biden called Putin.", "Joe Biden called Vladimir Putin."),
    ],
)
def test_names_in_full_and_other_verbs_say_no_more(left, right):
    """Nor does what only denies or tells how sure it is."""
    assert ct.compare(left, right).relation == "same"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Sales fell last year.", "Sales fell this year.", "diverge"),
        ("The delegation arrives tomorrow.", "The delegation arrived yesterday.", "diverge"),
        ("The ban begins early next year.", "The ban begins next year.", "partial"),
        ("The talks resume this week.", "The talks resume this month.", "partial"),
        ("Both sides rejected the draft.", "Only one side rejected the draft.", "diverge"),
        ("She will ask whether it could be moved.", "She may ask whether it could be moved.", "partial"),
        ("Only women may apply.", "Men and women may apply.", "diverge"),
        ("Unemployment went up in the south.", "Unemployment went down in the south.", "diverge"),
        ("Gas will cost more under a trade plan.", "I have never supported a trade plan.", "partial"),
    ],
)
def test_further_differences(left, right, relation):
    """Weeks and years told from today, one of both, ways up and down; a denied deed that the other does not name."""
    found = ct.compare(left, right)
    assert found.relation == relation, found.reason


@pytest.mark.parametrize(
    ("state", "people", "seat"),
    [
        ("Uganda", "Ugandan", "Kampala"),
        ("Saudi Arabia", "Saudi", "Riyadh"),
        ("South Africa", "South African", "Pretoria"),
        ("Burkina Faso", "Burkinabe", "Ouagadougou"),
        ("Kyrgyzstan", "Kyrgyz", "Bishkek"),
        ("Slovenia", "Slovenian", "Ljubljana"),
        ("Bolivia", "Bolivian", "La Paz"),
        ("Colombia", "Colombian", "Bogota"),
        ("the Czech Republic", "Czech", "Prague"),
        ("Sri Lanka", "Sri Lankan", "Colombo"),
    ],
)
def test_a_state_is_called_after_its_people_and_the_seat_of_its_government(state, people, seat):
    by_people = ct.compare(
        f"The parliament of {state} rejected the treaty.", f"The {people} parliament rejected the treaty."
    )
    assert by_people.relation == "same"
    by_seat = ct.compare(f"{state} rejected the draft treaty.", f"{seat} rejected the draft treaty.")
    assert by_seat.relation == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Kampala", "Kigali"), ("Bishkek", "Dushanbe"), ("La Paz", "Quito"), ("Ljubljana", "Skopje")],
)
def test_two_seats_are_two_names(left, right):
    found = ct.compare(f"{left} rejected the draft treaty.", f"{right} rejected the draft treaty.")
    assert (found.relation, [one.kind for one in found.contrasts]) == ("diverge", ["name"])
