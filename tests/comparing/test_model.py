"""The heads: weighted sums of signals, of products from a bound on, and of contrasts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.comparing.model import Head, Side, shipped_model
from claimtrack.comparing.signals import SIGNALS

VALUES = st.lists(st.floats(0.0, 1.0), min_size=len(SIGNALS), max_size=len(SIGNALS))
AT = {signal.name: at for at, signal in enumerate(SIGNALS)}


def values(**known: float) -> list[float]:
    """These values, and 0.0 for every other signal."""
    return [known.get(signal.name, 0.0) for signal in SIGNALS]


@pytest.mark.parametrize(
    ("name", "sign", "bound"), [("spelling", 1.0, 0.0), ("spelling>0.45", 1.0, 0.45), ("spelling<1.0", -1.0, 1.0)]
)
def test_the_name_of_a_factor_says_from_where_on_it_counts(name, sign, bound):
    """As it is, beyond a bound, short of one."""
    assert Side.named(name) == Side(AT["spelling"], sign, bound)


def test_a_product_counts_where_both_its_factors_are_beyond_their_bounds():
    """Twice what spelling has beyond .4 times what theme has short of .9."""
    of_two = Head(constant=0.0, weights={"spelling>0.4*theme<0.9": 2.0}, usual={})
    assert of_two.sum(values(spelling=0.6, theme=0.4), ()) == pytest.approx(2.0 * 0.2 * 0.5)
    assert of_two.sum(values(spelling=0.3, theme=0.4), ()) == 0.0
    assert of_two.sum(values(spelling=0.6, theme=0.95), ()) == 0.0


@pytest.mark.parametrize("name", ["paraphrase", "similarity", "search"])
@given(found=VALUES)
def test_a_head_is_its_constant_and_what_is_told_of_each_signal(name, found):
    """The fast sum is that of the parts that are shown."""
    shipped = getattr(shipped_model(), name)
    assert shipped.sum(found, ()) == pytest.approx(shipped.constant + sum(shipped.told(found)), abs=1e-9)


def test_a_contrast_counts_by_its_term():
    """Whatever the signals are."""
    with_contrast = Head(constant=1.0, weights={"contrary date": -2.0}, usual={})
    assert with_contrast.sum(values(), ["contrary date", "narrower name"]) == pytest.approx(-1.0)
