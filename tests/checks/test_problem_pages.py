"""Every code has a file that shows it and a page that says it, word for word, in both parsers."""

from pathlib import Path

import pytest

from claimtrack.catalogue import rules
from claimtrack.reading import load_ledger
from claimtrack.reading.records import BACKENDS
from claimtrack.renderers.problems import full
from problem_pages import page_of

DATA = Path(__file__).parents[1] / "data" / "problems"
PAGES = sorted(DATA.glob("*.yaml"))
NO_FILE = {"CT001", "CT002", "CT003", "CT007", "CT040", "CT112", "CT601"}
"""What is not in a file, or takes two, cannot stand in one."""


def test_every_code_has_its_file():
    """And no file is left of a code that is gone."""
    assert {path.stem for path in PAGES} == set(rules()) - NO_FILE


@pytest.mark.parametrize("backend", list(BACKENDS))
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_code_is_told_word_for_word(path, backend):
    """The whole page, with line, column, excerpt, caret and hint."""
    page = page_of(path, backend)
    assert f"[{path.stem} " in page
    assert page == path.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "page"),
    [
        (
            lambda folder: folder / "nowhere",
            (
                "error: there is no such file or folder [CT001 missing-path]\n  --> X/nowhere\n"
                "  help: begin one with `claimtrack init`\n\n1 error\n"
            ),
        ),
        (
            lambda folder: (folder / "dangling.yaml").symlink_to(folder / "gone") or folder,
            (
                "error: could not be read: this is no ordinary file [CT002 unreadable-file]\n  --> X/dangling.yaml\n\n"
                "1 error\n"
            ),
        ),
        (
            lambda folder: (folder / "linked").symlink_to(folder, target_is_directory=True) or folder,
            (
                "error: there is no .yaml file in this folder [CT003 no-ledger]\n  --> X\n"
                "  help: begin one with `claimtrack init`\n\n"
                "warning: a link to a folder, which is not followed: nothing in it is read [CT007 linked-folder]\n"
                "  --> X/linked\n  help: name that folder as well, or put its files here\n\n1 error, 1 warning\n"
            ),
        ),
        (
            lambda folder: folder,
            (
                "error: there is no .yaml file in this folder [CT003 no-ledger]\n  --> X\n"
                "  help: begin one with `claimtrack init`\n\n1 error\n"
            ),
        ),
    ],
)
def test_what_cannot_be_opened_is_told_word_for_word(make, page, tmp_path):
    """Nothing of it is in a file."""
    problems = load_ledger(make(tmp_path)).problems
    assert full.render(problems).replace(tmp_path.as_posix(), "X") == page
