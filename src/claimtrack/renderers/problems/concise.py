"""A line for each problem, and a count where some are left out."""

from collections.abc import Sequence

from claimtrack.problem import Problem
from claimtrack.renderers.problem_line import problem_line
from claimtrack.renderers.problems.counted import last_line, told


def render(problems: Sequence[Problem]) -> str:
    """Place, code, name, level, message and hint of each; ends with counts."""
    lines = [problem_line(problem) + "\n" for problem in told(problems)]
    return "".join(lines) + last_line(problems)
