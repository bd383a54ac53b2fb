"""Every way in which a declaration or a statement can be wrong, each fault told word for word at its own place."""

from pathlib import Path

import pytest

from claimtrack.reading.records import BACKENDS
from problem_pages import page_of

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").glob("*.yaml"))


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_of_faults_is_told_word_for_word(path, backend):
    """Line, column, excerpt, caret, message and hint."""
    assert page_of(path, backend) == path.with_suffix(".txt").read_text(encoding="utf-8")
