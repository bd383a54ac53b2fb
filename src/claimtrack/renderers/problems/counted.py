"""How many problems there are, in words, and how many of them a page leaves out."""

from collections import Counter
from collections.abc import Sequence

from claimtrack.problem import Level, Problem
from claimtrack.quantity import quantity

MOST = 50
"""Problems that a page for people shows; beyond it they are counted."""


def counted(problems: Sequence[Problem]) -> str:
    """“2 errors, 1 warning”, gravest first; empty for no problem."""
    found = Counter(problem.level for problem in problems)
    return ", ".join(quantity(found[level], level) for level in Level if found[level])


def told(problems: Sequence[Problem]) -> Sequence[Problem]:
    """Those that a page shows, in their order: all, or the gravest."""
    if len(problems) <= MOST:
        return problems
    levels = list(Level)
    gravest = sorted(range(len(problems)), key=lambda at: levels.index(problems[at].level))[:MOST]
    return [problems[at] for at in sorted(gravest)]


def last_line(problems: Sequence[Problem]) -> str:
    """The line that ends a page: the counts, and what is left out."""
    if not problems:
        return ""
    left_out = len(problems) - MOST
    which = "first" if len({problem.level for problem in problems}) == 1 else "gravest"
    rest = f"; the {which} {MOST} are shown, --format json has all" if left_out > 0 else ""
    return f"{counted(problems)}{rest}\n"
