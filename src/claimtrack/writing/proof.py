"""A change is tried on the whole ledger in memory before anything is written."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from claimtrack.claim import Ledger
from claimtrack.errors import UsageError
from claimtrack.problem import Level, Problem
from claimtrack.reading import ledger_of


class NewErrorError(UsageError):
    """A change after which the ledger would have errors more: `problems`, with their places in the planned texts.

    Its text tells the first of them.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{told(problems[0])}; nothing was written")
        self.problems = problems


def told(problem: Problem) -> str:
    """What is wrong and what to do, in one line without its place."""
    return problem.message + (f" — {problem.help}" if problem.help else "")


def refuse_new_errors(ledger: Ledger, planned: Mapping[str, str]) -> Ledger:
    """The ledger as it would be with `planned` texts by path; raises NewErrorError where that has errors more."""
    texts = {path: text for path in ledger.files if (text := text_at(path)) is not None}
    for path, text in planned.items():
        texts[known_name(ledger, path)] = text
    then = ledger_of(texts)
    worse = _worse(ledger.problems, then.problems)
    if worse:
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


def _worse(before: tuple[Problem, ...], after: tuple[Problem, ...]) -> list[Problem]:
    """The errors of a kind of which there are more, beyond the old ones; one of those may now name another line."""
    room = Counter(_kind(one) for one in before if one.level is Level.ERROR)
    known = {one.message for one in before}
    worse: list[Problem] = []
    for one in sorted(after, key=lambda problem: problem.message not in known):
        if one.level is Level.ERROR:
            room[_kind(one)] -= 1
            if room[_kind(one)] < 0:
                worse.append(one)
    return worse


def _kind(problem: Problem) -> tuple[str, str]:
    return (problem.place.path, problem.code)
