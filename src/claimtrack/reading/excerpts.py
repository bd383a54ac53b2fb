"""The line that a problem points into, read again from its file for problems that do not carry it."""

from collections.abc import Iterable

from attrs import evolve

from claimtrack.problem import Problem
from claimtrack.settings import Limits

_LONGEST = 300


def with_excerpts(problems: Iterable[Problem], limits: Limits) -> tuple[Problem, ...]:
    """The problems, each with the line of its place where the file can still be read."""
    files: dict[str, list[str]] = {}
    found = []
    for problem in problems:
        place = problem.place
        if not problem.excerpt and place.line:
            if place.path not in files:
                files[place.path] = _lines(place.path, limits)
            lines = files[place.path]
            if place.line <= len(lines):
                problem = evolve(problem, excerpt=lines[place.line - 1][:_LONGEST].rstrip("\r"))
        found.append(problem)
    return tuple(found)


def _lines(path: str, limits: Limits) -> list[str]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path that reading opened before
            data = file.read(limits.bytes)
    except OSError:
        return []
    return data.decode("utf-8-sig", "replace").split("\n")
