"""Related words that are left over count towards what is covered."""

import pytest

from claimtrack.comparing.pairing import pair
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.least_kin import least_kin
from claimtrack.comparing.signals.most_kin import most_kin
from claimtrack.comparing.signals.theme import theme
from claimtrack.features import features_of
from claimtrack.text.related import nearest


def test_related_words_count_as_in_the_slow_way():
    """Each word left over counts by the nearest one left over on the other side."""
    pairing = pair(features_of("The ship carries grain to Odessa"), features_of("A vessel brings wheat for Cyprus"))
    alignment = pairing.alignment
    slow = []
    for one, other, places, others, covered in (
        (pairing.left, pairing.right, alignment.left_over, alignment.right_over, alignment.left_covered),
        (pairing.right, pairing.left, alignment.right_over, alignment.left_over, alignment.right_covered),
    ):
        more = 0.0
        for at in places:
            near = max(nearest([one.keys[at]], [other.keys[to]])[0][0] for to in others)
            more += one.weights[at] * max(0.0, near - 0.3) / 0.7
        slow.append(min(1.0, covered + more / one.weight))
    assert pairing.kin == pytest.approx(slow, abs=1e-4)
    assert least_kin(pairing) > least_covered(pairing)


def test_where_nothing_is_left_over_kin_add_nothing():
    """A wording beside itself is covered, whatever its words are about."""
    pairing = pair(features_of("The ship carries grain"), features_of("The ship carries grain"))
    assert (least_kin(pairing), most_kin(pairing)) == (1.0, 1.0)


def test_a_theme_is_shared_in_other_words():
    """Ships and vessels are one thing, ships and budgets are not."""
    ship = features_of("The ship carries grain")
    assert theme(pair(ship, features_of("A vessel brings wheat"))) > theme(pair(ship, features_of("The budget grew")))
