"""How long it takes to compare two wordings, beside one WRatio."""

import pytest
from rapidfuzz import fuzz

from claimtrack.comparing import compare, compare_features
from claimtrack.features import features_of
from claimtrack.settings import Settings

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


def test_compare_prepared_with_its_figure(benchmark):
    """The same where somebody reads the probability of paraphrase, which this pair's relation does not need."""
    left, right = features_of(LEFT), features_of(RIGHT)
    benchmark(lambda: compare_features(left, right).paraphrase)


def test_compare_at_first_sight(benchmark):
    """The same from the texts."""
    benchmark(compare, LEFT, RIGHT)


def test_wratio(benchmark):
    """One rapidfuzz WRatio of the same texts."""
    benchmark(fuzz.WRatio, LEFT, RIGHT)


WORST = {
    "numbers": "12 ",
    "denials": "not going ",
    "one word": "a ",
    "dots": "u.s. ",
    "spellings": "abcde{} ",
    "han": "\u4e2d",
}


@pytest.mark.parametrize("kind", list(WORST))
def test_compare_the_worst_at_the_limit(benchmark, kind):
    """Texts at the limit that were made to be slow, prepared: at most 10 ms each is asked for."""
    limit = Settings().text_limit
    long = "".join(WORST[kind].format(at) for at in range(limit))[:limit]
    left, right = features_of(long), features_of("x" + " ".join(reversed(long.split()))[: limit - 1])
    benchmark(compare_features, left, right)
