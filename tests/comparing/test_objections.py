"""What speaks against one content, and how it is weighed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.comparing.comparison import contrasts_of
from claimtrack.comparing.model import shipped_model
from claimtrack.comparing.objections import SETTLED, Objection, objection_to
from claimtrack.comparing.signals import SIGNALS


def objection(left, right):
    """The first objection to two wordings' being the same."""
    inside = ct.compare(left, right).inside
    found = contrasts_of(inside.pairing)
    return objection_to(inside.pairing, found, inside)[0]


@pytest.mark.parametrize(
    ("left", "right", "found", "relation"),
    [
        ("The talks will be held in Geneva.", "The talks may be held in Geneva.", Objection.DECISIVE, "partial"),
        (
            "The delegation left Geneva late on Friday after three days of talks about the pipeline.",
            "Officials were silent about the pipeline.",
            Objection.NEXT_TO_NOTHING,
            "unrelated",
        ),
        (
            "The two sides remain far apart on verification.",
            "The two sides will meet again to settle verification.",
            Objection.LITTLE_SHARED,
            "partial",
        ),
        (
            "The Russian side confirmed that it had received the American answer.",
            "The Russian side confirmed that it had received the American answer and was studying it.",
            Objection.SAYS_MORE,
            "partial",
        ),
        (
            "Russia is ready to extend the treaty.",
            "Russia is ready to discuss the treaty.",
            Objection.FEW_UNMET,
            "partial",
        ),
        (
            "The government will reopen the port of Hodeida to relief ships in the spring.",
            "In spring the government is going to open the port of Hodeida again for vessels that carry relief.",
            Objection.NONE,
            "same",
        ),
        (
            "The envoy handed the draft treaty over to the committee on Friday evening in Geneva.",
            "The envoy handed the draft sandwich over to the committee on Friday evening in Geneva.",
            Objection.ANOTHER_WORD,
            "partial",
        ),
        (
            "Prisoners from the war of 1967 and citizens of Lebanon were also held there for years.",
            "Prisoners from the war of 1967 and citizens of Lebanon were never taken there for years.",
            Objection.ANOTHER_WORD,
            "partial",
        ),
        ("He sold apples, pears and plums.", "He sold plums, pears and apples.", Objection.NOTHING, "same"),
    ],
)
def test_the_first_objection_that_holds(left, right, found, relation):
    """One of each kind, and what comes of it."""
    assert objection(left, right) is found
    assert ct.compare(left, right).relation == relation


def test_the_words_of_an_objection_are_in_the_order_in_which_it_was_asked():
    """Whichever wording is the left one of their pairing."""
    left = "The envoy handed the draft treaty over to the committee on Friday evening in Geneva."
    right = left.replace("treaty", "sandwich")
    assert ct.compare(left, right).reason == "“treaty” and “sandwich” are about different things"
    assert ct.compare(right, left).reason == "“sandwich” and “treaty” are about different things"


def test_the_reason_tells_that_one_of_two_words_is_denied():
    """They need not be about different things."""
    left = "Prisoners from the war of 1967 and citizens of Lebanon were also held there for years."
    right = "Prisoners from the war of 1967 and citizens of Lebanon were never taken there for years."
    assert ct.compare(left, right).reason == "“held” and “taken” may be two, and one is denied"
    assert ct.compare(right, left).reason == "“taken” and “held” may be two, and one is denied"


def test_the_model_knows_the_objections_that_are_weighed_and_no_other_term():
    """And each of them speaks against one content, as every signal speaks for it."""
    weights = shipped_model().same.head.weights
    weighed = {str(one) for one in Objection} - {str(one) for one in SETTLED} - {str(Objection.NONE)}
    signals = {one.name for one in SIGNALS}
    assert set(weights) <= weighed | signals
    assert all((weight < 0) == (name in weighed) for name, weight in weights.items())
    assert shipped_model().same.paraphrase > 0


WORDS = ("talks", "arms", "not", "will", "12", "40", "cover", "limit", "Geneva", "in", "and", "budget", "before", "all")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_the_same_is_likely_a_paraphrase(left, right):
    """Law: relation and figure never part: below .5 nothing is the same."""
    found = ct.compare(left, right)
    assert found.relation is not ct.Relation.SAME or found.paraphrase >= 0.5
