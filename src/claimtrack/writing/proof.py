"""A change is tried on the whole ledger in memory before anything is written."""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.problem import Level, Problem
from claimtrack.reading import ledger_of


class NewErrorError(UsageError):
    """A change after which the ledger would have an error more: `problem`, with its place in the planned text."""

    def __init__(self, problem: Problem) -> None:
        hint = f" — {problem.help}" if problem.help else ""
        super().__init__(f"{problem.message}{hint}; nothing was written")
        self.problem = problem


def refuse_new_errors(ledger: Ledger, planned: Mapping[str, str]) -> Ledger:
    """The ledger as it would be with `planned` texts by path; raises NewErrorError where that has an error more."""
    texts = {path: text for path in ledger.files if (text := text_at(path)) is not None}
    for path, text in planned.items():
        texts[known_name(ledger, path)] = text
    then = ledger_of(texts)
    worse = _worse(ledger.problems, then.problems)
    if worse is not None:
        raise NewErrorError(worse)
    return then


def text_at(path: str) -> str | None:
    """What a file holds; None where it is no ordinary file or cannot be read as UTF-8."""
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where the system refuses
        return None
    try:
        return Path(path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def known_name(ledger: Ledger, path: str) -> str:
    """The name under which a ledger knows the file at `path`; a new file's own."""
    if (plain := Path(path).as_posix()) in ledger.files:
        return plain
    if os.path.exists(path):  # noqa: PTH110
        for known in ledger.files:
            if os.path.exists(known) and os.path.samefile(known, path):  # noqa: PTH110, PTH121
                return known
    return plain


def _worse(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> Problem | None:
    """The first error of a kind of which there are more; a message may name another line for an old one."""
    room = Counter(_kind(one) for one in before if one.level is Level.ERROR)
    told = {one.message for one in before}
    for one in sorted(after, key=lambda problem: problem.message not in told):
        if one.level is Level.ERROR:
            room[_kind(one)] -= 1
            if room[_kind(one)] < 0:
                return one
    return None


def _kind(problem: Problem) -> tuple[str, str]:
    return (problem.place.path, problem.code)
