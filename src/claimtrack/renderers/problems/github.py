"""Workflow commands that GitHub Actions shows beside the lines of a pull request."""

from collections.abc import Sequence

from claimtrack.problem import Level, Problem
from claimtrack.renderers.problems.counted import counted
from claimtrack.renderers.shown import shown

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(problems: Sequence[Problem]) -> str:
    """One command a problem, and the counts; text from files cannot end a command or begin another."""
    lines = [_command(problem) for problem in problems]
    return "".join(line + "\n" for line in (*lines, counted(problems)) if line)


def _command(problem: Problem) -> str:
    place = problem.place
    where = [f"file={_property(place.path)}"]
    if place.line:
        where += [f"line={place.line}", f"col={place.column}"]
    where.append(f"title={_property(f'{problem.code} {problem.name}')}")
    message = f"{problem.message} — {problem.help}" if problem.help else problem.message
    return f"::{_COMMANDS[problem.level]} {','.join(where)}::{_data(message)}"


def _data(text: str) -> str:
    return shown(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
