"""A short pass of the grammar fuzzer; by hand it runs as long as one likes."""

from itertools import islice

import pytest
from grammar import fault, texts


@pytest.mark.parametrize("seed", range(4))
def test_both_parsers_give_equal_values_or_both_refuse(seed):
    """And nothing is raised, on a thousand texts for each seed."""
    for number, text in enumerate(islice(texts(seed), 1_000)):
        assert fault(text, whole=number % 10 == 0) == "", repr(text)


def test_no_key_can_stand_for_what_the_reader_keeps_apart():
    """The second value of a key waits under a name of the reader's own, which no key of the file can have."""
    assert fault('same: a\nsame: b\n"\\x001": on\n', whole=True) == ""
    assert fault(f"same: a\nsame: b\n{1:0201}: on\n", whole=True) == ""
    assert fault(f"same: a\nsame: b\n{1:0200}: on\n", whole=True) == ""
