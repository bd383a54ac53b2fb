"""A problem in one line, as every text page and the command line show it."""

from claimtrack.problem import Problem
from claimtrack.renderers.shown import shown


def problem_line(problem: Problem) -> str:
    """Place, code, level, message and hint; nothing of the file's is obeyed by a terminal."""
    hint = f" — {problem.help}" if problem.help else ""
    return shown(f"{problem.place}: {problem.code} {problem.name} {problem.level}: {problem.message}{hint}")
