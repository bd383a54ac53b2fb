"""A short pass of the grammar fuzzer; by hand it runs as long as one likes."""

from itertools import islice

import pytest
from grammar import fault, texts


@pytest.mark.parametrize("seed", range(4))
def test_both_parsers_give_equal_values_or_both_refuse(seed):
    """And nothing is raised, on a thousand texts for each seed."""
    for number, text in enumerate(islice(texts(seed), 1_000)):
        assert fault(text, whole=number % 10 == 0) == "", repr(text)
