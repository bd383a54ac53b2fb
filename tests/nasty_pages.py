"""What comes of a nasty file: the claims that are read in spite of it, and its problems, a line each."""

from pathlib import Path

import claimtrack as ct
from claimtrack.reading import load_ledger
from claimtrack.renderers.problem_line import problem_line
from claimtrack.renderers.shown import shown


def outcome(path: Path, backend: str) -> str:
    """The ids, dates and wordings that are read, then the problems that reading finds."""
    ledger: ct.Ledger = load_ledger(path, backend=backend)
    claims = [f"{claim.id} {claim.date or 'undated'}: {claim.text}" for claim in ledger.claims]
    lines = [f"{len(claims)} claims", *map(shown, claims), *map(problem_line, ledger.problems)]
    return "".join(line.replace(path.as_posix(), path.name) + "\n" for line in lines)
