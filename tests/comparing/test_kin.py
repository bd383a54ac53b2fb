"""Related words without a counterpart count towards what is met, by kind of word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.comparing.kin import Kin
from claimtrack.comparing.pairing import Pairing, pair
from claimtrack.comparing.signals.least_covered import least_covered
from claimtrack.comparing.signals.least_kin import least_kin
from claimtrack.comparing.signals.least_traits import least_traits
from claimtrack.comparing.signals.most_deeds import most_deeds
from claimtrack.comparing.signals.most_kin import most_kin
from claimtrack.comparing.signals.most_things import most_things
from claimtrack.comparing.signals.places_apart import places_apart
from claimtrack.comparing.signals.theme import theme
from claimtrack.features import Features, features_of
from claimtrack.text.related import kinds_of, nearest

WORDS = ["ship", "vessel", "carries", "brings", "grain", "wheat", "Odessa", "Cyprus", "large", "small", "not", "never"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)


def paired(left: str, right: str) -> Pairing:
    """Two texts side by side."""
    return pair(features_of(left), features_of(right))


def slowly(one: Features, other: Features, open_: list[int], others: list[int]) -> Kin:
    """Each word without a counterpart on its own, beside each such word of the other."""
    missed = {}
    for at in open_:
        near = max((nearest([one.keys[at]], [other.keys[to]])[0][0] for to in others), default=0.0)
        missed[at] = one.weights[at] * (1.0 - max(0.0, near - 0.3) / 0.7)
    shares = []
    for kind in range(3):
        whole = sum(weight * kinds_of(key)[kind] for key, weight in zip(one.keys, one.weights, strict=True))
        lost = sum(weight * kinds_of(one.keys[at])[kind] for at, weight in missed.items())
        shares.append(max(0.0, 1.0 - lost / (whole + 0.5)))
    places = [weight * kinds_of(one.keys[at]).place for at, weight in missed.items()]
    return Kin(max(0.0, 1.0 - sum(missed.values()) / one.weight), *shares, max(places, default=0.0))


@given(SENTENCES, SENTENCES)
def test_related_words_count_as_in_the_slow_way(left, right):
    """Synonyms and inflections are counterparts; opposites, rivals and words in one place are not.

    An opposite that a denial on one side turns about is one as well.
    """
    pairing = paired(left, right)
    firm = {"same", "family", "flip", "synonym", "spelling"}
    met = [
        one
        for one in pairing.alignment.pairs
        if one.by in firm or (one.by == "antonym" and pairing.left.denies(one.left) != pairing.right.denies(one.right))
    ]
    mine, yours = {one.left for one in met}, {one.right for one in met}
    open_left = [at for at in range(len(pairing.left.keys)) if at not in mine]
    open_right = [at for at in range(len(pairing.right.keys)) if at not in yours]
    assert pairing.likeness.kin[0] == pytest.approx(
        slowly(pairing.left, pairing.right, open_left, open_right), abs=1e-3
    )
    assert pairing.likeness.kin[1] == pytest.approx(
        slowly(pairing.right, pairing.left, open_right, open_left), abs=1e-3
    )


def test_where_all_has_a_counterpart_all_is_met():
    """A wording beside itself, whatever its words are about."""
    pairing = paired("The large ship carries grain to Odessa", "The large ship carries grain to Odessa")
    for signal in (least_kin, most_kin, most_things, most_deeds, least_traits, places_apart):
        assert signal(pairing) == 1.0


def test_related_words_are_met_in_part():
    """A ship in port and a freighter at the pier."""
    pairing = paired("The ship is in port", "A freighter lies at the pier")
    assert least_kin(pairing) > least_covered(pairing)


def test_things_deeds_and_traits_are_told_apart():
    """What differs is in turn the thing, the deed and the trait."""
    thing = paired("The tall minister arrives", "The tall violin arrives")
    deed = paired("The tall minister arrives", "The tall minister sings")
    trait = paired("The tall minister arrives", "The nuclear minister arrives")
    assert most_things(thing) < min(most_things(deed), most_things(trait))
    assert most_deeds(deed) < min(most_deeds(thing), most_deeds(trait))
    assert least_traits(trait) < min(least_traits(thing), least_traits(deed))


def test_places_of_its_own_on_either_side():
    """Floods in two countries are two floods; a place on one side alone is added detail."""
    assert places_apart(paired("Floods in Chile", "Floods in Nepal")) < 0.8
    assert places_apart(paired("Floods in Chile", "Floods")) == 1.0


def test_a_theme_is_shared_in_other_words():
    """Ships and vessels are one thing, ships and budgets are not."""
    ship = features_of("The ship carries grain")
    assert theme(pair(ship, features_of("A vessel brings wheat"))) > theme(pair(ship, features_of("The budget grew")))
