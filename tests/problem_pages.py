"""What tests compare with the pages in tests/data: a file's problems as the full page, and what else was read."""

from pathlib import Path

import claimtrack as ct
from claimtrack.checks import EDITORS_CHECKS, check_ledger
from claimtrack.checks.unjudged_paraphrases import check_links
from claimtrack.problem import Problem
from claimtrack.reading import load_ledger
from claimtrack.reading.excerpts import with_excerpts
from claimtrack.renderers.problems import full

LIMITS = {
    "CT031": ct.Limits(nodes=10),
    "CT033": ct.Limits(scalar=30),
    "CT039": ct.Limits(problems=2),
    "CT005": ct.Limits(bytes=10),
}
"""Where the limit that ships would make a large file."""


def settings_for(path: Path) -> ct.Settings:
    """The limits that a file of tests/data is read with."""
    return ct.Settings(limits=LIMITS.get(path.stem, ct.Limits()))


def problems_of(path: Path, backend: str) -> tuple[ct.Ledger, list[Problem]]:
    """The ledger in a file, and everything that `check` finds in it."""
    settings = settings_for(path)
    ledger = load_ledger(path, settings=settings, backend=backend)
    report = ct.track(ledger)
    more = (*check_ledger(ledger, EDITORS_CHECKS), *check_links(ledger, report.links))
    return ledger, sorted((*report.problems, *more), key=Problem.sort_key)


def page_of(path: Path, backend: str) -> str:
    """The full page of a file's problems, with the file's name for its path."""
    _, problems = problems_of(path, backend)
    return full.render(with_excerpts(problems, ct.Limits())).replace(path.as_posix(), path.name)
