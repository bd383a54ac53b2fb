"""The text and Markdown pages, word for word."""

import pytest

from renderers.golden import GOLDEN, PAGES


@pytest.mark.parametrize("name", list(GOLDEN))
def test_a_page_is_as_it_was_looked_at(name):
    """`python tests/renderers/golden.py` writes them anew: look at what changed before it is committed."""
    page = GOLDEN[name]()
    assert page == (PAGES / name).read_text(encoding="utf-8")
    if name.endswith(".txt"):
        assert max(map(len, page.splitlines())) <= 80
