"""How long it takes to compare two wordings, beside one WRatio."""

from rapidfuzz import fuzz

from claimtrack.comparing import compare, compare_features
from claimtrack.features import features_of

LEFT = (
    "The delegation of the ministry confirmed on 28 July that 767 launchers "
    "were counted in the northern region of Russia"
)
RIGHT = (
    "On 27 July the ministry's delegation announced that some 700 launchers "
    "had been counted in the north of the country"
)


def test_compare_prepared(benchmark):
    """Two wordings of twenty words whose features are known."""
    left, right = features_of(LEFT), features_of(RIGHT)
    benchmark(compare_features, left, right)


def test_compare_at_first_sight(benchmark):
    """The same from the texts."""
    benchmark(compare, LEFT, RIGHT)


def test_wratio(benchmark):
    """One rapidfuzz WRatio of the same texts."""
    benchmark(fuzz.WRatio, LEFT, RIGHT)
