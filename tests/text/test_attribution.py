"""Who says it is set aside, and nothing of what is said."""

import pytest

from claimtrack.features import features_of


def said(text):
    """The words that are compared, marks aside."""
    return features_of(text).plain


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ali, a shopkeeper, said the men fired on the guards.", "guards"),
        ("Rahim Khan, head of the office in the southern province of Helmand, said the bus exploded.", "exploded"),
        ("In Bonn, the agency said on Monday the envoy had accepted the offer, but no date was set.", "accepted"),
        ("In fact, said Jan Low, a board member and expert on space policy, the flights had become unsafe.", "unsafe"),
        ("The union answered coolly to the deadline, warning that a strike would follow.", "coolly"),
        ("The ministry welcomed the offer, adding that talks could start in May.", "welcomed"),
        ("Ruined buildings, scattered debris and fires added to the misery.", "misery"),
    ],
)
def test_what_is_said_or_done_stays(text, left):
    """A clause behind "said" is no name, and what somebody did before "warning that" is no attribution."""
    assert left in said(text).split()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bridge is safe, said Jan Low, a spokesman for the mayor.", "the bridge is safe"),
        ("The bridge is safe, said the head of the road authority.", "the bridge is safe"),
        ("The bridge is safe, Jan Low told reporters on Monday.", "the bridge is safe"),
        ("The bridge is safe, the mayor said in a statement.", "the bridge is safe"),
        ("Jan Low, a spokesman, said that the bridge is safe.", "the bridge is safe"),
        ("On Monday, the mayor said that the bridge is safe.", "on monday the bridge is safe"),
        ("The bridge, said the mayor, is safe.", "the bridge is safe"),
        ("The road flooded, a rare event, said Jan Low.", "the road flooded a rare event"),
    ],
)
def test_who_says_it_is_set_aside(text, left):
    """However it is told."""
    assert said(text) == left


@pytest.mark.parametrize("whom", ["parliament", "the court", "shareholders", "a committee of lawmakers"])
def test_what_is_told_to_an_audience_is_attributed_to_the_speaker(whom):
    found = features_of(f"The minister told {whom} that the bridge would close.")
    assert found.keys == ["bridg", "close"]
