"""Laws 7 and 8 on sentences as people write them: one denial, number, date or name more or other, and they diverge."""

import pytest

import claimtrack as ct
from claimtrack.features import features_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # what stands twice may be denied once
        (
            "More than 5,000 troops are in Mali as part of the mission in Mali.",
            "More than 5,000 troops are not in Mali as part of the mission in Mali.",
        ),
        ("We are committed since all must be committed.", "We are not committed since all must be committed."),
        # "non" denies one word
        (
            "A non-permanent seat should be ensured for the East.",
            "A non-permanent seat should not be ensured for the East.",
        ),
        # names that are spelled alike
        ("The inspectors flew to Iran on Monday.", "The inspectors flew to Iraq on Monday."),
        ("Powell is aware of no change of policy on Iran.", "Powell is aware of no change of policy on Israel."),
        ("The team trained in Austria in spring.", "The team trained in Australia in spring."),
        # dates beside others
        (
            "The reading for both August and July is the best since August 1997.",
            "The reading for both January and July is the best since August 1997.",
        ),
        (
            "The 10 January 2022 meeting followed the plenaries of July and September 2021.",
            "The 10 July 2022 meeting followed the plenaries of July and September 2021.",
        ),
        (
            "Unemployment stood at 6.4 percent last month, down from 6.7 in August.",
            "Unemployment stood at 6.4 percent last month, down from 6.7 in January.",
        ),
        (
            "The last case was on April 19, so the all-clear day was yesterday.",
            "The last case was on October 19, so the all-clear day was yesterday.",
        ),
        # numbers that could be years
        ("Its fleet of 385 planes was inspected.", "Its fleet of 1162 planes was inspected."),
        ("A total of 659 women enrolled at the academy.", "A total of 1984 women enrolled at the academy."),
        # what says nothing of who said it
        (
            "PeopleSoft, of Pleasanton, said the deal would raise its 2004 earnings, excluding other items.",
            "PeopleSoft, of Pleasanton, said the deal would raise its 1997 earnings, excluding other items.",
        ),
        (
            "Between 1993 and 2002, 142 cases of fraud were reported.",
            "Between 1993 and 2002, 433 cases of fraud were reported.",
        ),
        (
            "According to the 2000 Census, a third of the town was listed as poor.",
            "According to the 1993 Census, a third of the town was listed as poor.",
        ),
        (
            "Massachusetts is one of 12 states that have no death penalty.",
            "Massachusetts is one of 36 states that have no death penalty.",
        ),
        # who does what to whom
        ("France's attack on Chad is an attack on us all.", "Chad's attack on France is an attack on us all."),
        ("The invasion of Chad into Sudan was condemned.", "The invasion of Sudan into Chad was condemned."),
        ("In 1939 France attacked its neighbour Poland.", "In 1939 Poland attacked its neighbour France."),
    ],
)
def test_one_change_makes_a_sentence_diverge(left, right):
    """In either order."""
    for pair in ((left, right), (right, left)):
        found = ct.compare(*pair)
        assert found.relation == "diverge", found.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Member states that have not signed should do so.", "member states that have not signed should do so"),
        ("The claim that the bridge fell was debunked.", "the claim that the bridge fell was debunked"),
        ("Over 97 of them believe that it rains.", "over 97 of them believe that it rains"),
        ("The court, said she, is wrong.", "the court is wrong"),
        ("On 11 April, the mayor conceded that the plant would close.", "on 11 april the plant would close"),
        ("The document states that no missiles were moved.", "no missiles were moved"),
        ("It added more, above the 6 million added by others.", "it added more above the 6 million added by others"),
        ("He hugged his lawyers and then said, thank you.", "he hugged his lawyers and then said thank you"),
        ("The report that says that it rains is wrong.", "the report that says that it rains is wrong"),
        ("The jet will fly on Monday, the firm said.", "the jet will fly on monday"),
    ],
)
def test_only_who_says_it_is_set_aside(text, said):
    """Nouns that look like verbs of saying, what else was done, and what is told of how many are part of the claim."""
    assert features_of(text).plain == said
